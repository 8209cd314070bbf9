/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_block.h"

#include "base/vec.h"
#include "data/utf8.h"
#include "source/line.h"
#include "web/html_box.h"

/* So many line breaks in a row end a paragraph; one is an address's or a verse's. */
static const unsigned breaks_of_paragraph = 2;

/* Where words aren't parted by spaces, so many characters count as one. */
static const size_t characters_per_word = 2;

struct block_vec {
    struct xc_html_block *items;
    size_t n;
    size_t cap;
};

struct mark_vec {
    struct xc_html_mark *items;
    size_t n;
    size_t cap;
};

/* What stands between a piece and the one before it. */
struct border {
    unsigned n_breaks; /* "br" */
    bool ends_block;
};

struct cutting {
    struct xc_html_blocks *out;
    struct xc_arena *arena;
    unsigned *under; /* bits of an element and its ancestors: DEAD, LINK */
    uint32_t *lines; /* the innermost element that breaks lines */
    struct border *borders;
    struct block_vec blocks;
    struct mark_vec marks; /* of the block being made; borrowed by it afterwards */
    char *bytes;           /* the text of all blocks */
    size_t len;
    size_t begin; /* of the block being made, in bytes */
    size_t end;   /* what of it was added before the last white space */
    struct xc_html_block block;
    bool open;  /* block has text */
    bool space; /* before what comes next */
    unsigned n_breaks;
};

static bool
is_inline_box(const struct xc_element *element)
{
    return xc_str_is(element->name, "span") || xc_str_is(element->name, "ins") ||
           xc_str_find(element->name, 0, '-') < element->name.len;
}

/* Whether the element right around element i is a caption. */
static bool
is_in_caption(const struct cutting *c, size_t i)
{
    const uint32_t parent = c->out->page->elements[i].parent;

    return parent != XC_PAGE_NO_PARENT && (c->out->bits[parent] & XC_HTML_CAPTION) != 0;
}

/* What the elements are by themselves. */
static void
read_hints(struct cutting *c)
{
    const struct xc_page *page = c->out->page;
    unsigned *bits = c->out->bits;
    size_t next = page->n_elements; /* the first popup that was found */
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        bits[i] = xc_html_hints_of(c->out->hints, &page->elements[i]);
        /* A link's words are the sentence's, whatever it is called. */
        if (xc_str_is(page->elements[i].name, "a"))
            bits[i] &= ~(unsigned)XC_HTML_BY_CLASS;
        /* A span called so is laid out as a box of its own. */
        if (is_inline_box(&page->elements[i]) &&
            ((bits[i] & (XC_HTML_AROUND | XC_HTML_CAPTION)) != 0 ||
             ((bits[i] & XC_HTML_CREDIT) != 0 && is_in_caption(c, i))))
            bits[i] |= XC_HTML_BREAKS;
    }
    /* Of elements named as popups inside of one another the innermost is the popup, and
     * those around it hold the word that it belongs to. */
    for (i = page->n_elements; i-- > 0;) {
        if ((bits[i] & XC_HTML_POPUP) == 0)
            continue;
        if (next < page->elements[i].end)
            bits[i] &= ~(unsigned)XC_HTML_POPUP;
        next = i;
    }
}

/* The length of text in bytes, white space left out. */
static size_t
black_len(struct xc_str text)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < text.len; i++)
        n += (unsigned char)text.ptr[i] > ' ';
    return n;
}

/* Whether element is a link, and none to a note or heading of the page itself. */
static bool
leads_elsewhere(const struct xc_element *element)
{
    const struct xc_str href = xc_element_attribute(element, "href");

    return xc_str_is(element->name, "a") && href.len > 0 && href.ptr[0] != '#';
}

/*
 * Finds what is dead, hidden or in a link.  Where more than half of the text is hidden,
 * it isn't: a script was to show it, or a notice stood before it when the page was
 * saved.
 */
static bool
spread_bits(struct cutting *c)
{
    const struct xc_page *page = c->out->page;
    const unsigned *bits = c->out->bits;
    size_t *mass = xc_arena_array(c->arena, page->n_pieces + 1, sizeof *mass);
    size_t i;

    if (mass == NULL)
        return false;
    for (i = 0; i < page->n_elements; i++) {
        const uint32_t parent = page->elements[i].parent;

        c->under[i] = bits[i] & XC_HTML_DEAD;
        if (parent != XC_PAGE_NO_PARENT)
            c->under[i] |= c->under[parent];
    }
    for (i = 0; i < page->n_pieces; i++) {
        const bool dead = (c->under[page->pieces[i].element] & XC_HTML_DEAD) != 0;

        mass[i + 1] = mass[i] + (dead ? 0 : black_len(page->pieces[i].text));
    }
    for (i = 0; i < page->n_elements; i++) {
        const struct xc_element *element = &page->elements[i];
        const size_t inside = mass[element->end_piece] - mass[element->first_piece];

        if ((bits[i] & (XC_HTML_HIDDEN | XC_HTML_POPUP)) != 0 &&
            inside <= mass[page->n_pieces] / 2)
            c->under[i] |= XC_HTML_DEAD;
        if (leads_elsewhere(element))
            c->under[i] |= XC_HTML_LINK;
        if (element->parent != XC_PAGE_NO_PARENT)
            c->under[i] |= c->under[element->parent];
    }
    return true;
}

/* Finds each element's line element, and what stands between the pieces. */
static void
find_borders(struct cutting *c)
{
    const struct xc_page *page = c->out->page;
    uint32_t i;

    for (i = 0; i < page->n_elements; i++) {
        const struct xc_element *element = &page->elements[i];
        const unsigned bits = c->out->bits[i];
        const bool has_parent = element->parent != XC_PAGE_NO_PARENT;
        struct border *before = &c->borders[element->first_piece];

        c->lines[i] =
            (bits & XC_HTML_BREAKS) != 0 || !has_parent ? i : c->lines[element->parent];
        if ((c->under[i] & XC_HTML_LINK) != 0)
            c->out->bits[i] |= XC_HTML_LINK;
        if (xc_str_is(element->name, "br"))
            before->n_breaks++;
        /* What is dead is as if it weren't there. */
        if ((bits & XC_HTML_BREAKS) != 0 && (c->under[i] & XC_HTML_DEAD) == 0) {
            before->ends_block = true;
            c->borders[element->end_piece].ends_block = true;
        }
    }
}

/* Whether text ends a sentence, in whatever language. */
static bool
ends_sentence(struct xc_str text)
{
    /* Chinese and Japanese, Devanagari, Urdu and Arabic; and a quotation mark. */
    static const char *const ends[] = {
        "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xE3\x80\x8D",
        "\xE0\xA5\xA4", "\xDB\x94",     "\xD8\x9F",     "\xC2\xBB",
    };
    size_t i;

    for (i = 0; i < XC_COUNT(ends); i++) {
        if (xc_str_ends(text, ends[i]))
            return true;
    }
    return xc_line_ends_sentence(text);
}

/* Closes the block that is being made, if it has text. */
static bool
finish(struct cutting *c)
{
    struct xc_html_block *added;

    c->n_breaks = 0;
    c->space = false;
    if (!c->open)
        return true;
    c->open = false;
    c->block.text = (struct xc_str){c->bytes + c->begin, c->len - c->begin};
    c->block.marks = c->marks.items;
    c->block.n_marks = c->marks.n;
    c->marks = (struct mark_vec){NULL, 0, 0};
    c->block.n_words = xc_html_count_words(c->block.text);
    if (c->block.n_link_words > c->block.n_words)
        c->block.n_link_words = c->block.n_words;
    c->block.ends_sentence = ends_sentence(c->block.text);
    added = XC_VEC_ADD(&c->blocks, c->arena);
    if (added == NULL)
        return false;
    *added = c->block;
    return true;
}

/* Opens a block at the piece, or widens the open one so that it holds the piece. */
static void
take_in(struct cutting *c, uint32_t piece)
{
    const struct xc_page *page = c->out->page;
    uint32_t *inner = &c->block.inner;

    if (!c->open) {
        c->open = true;
        c->begin = c->len;
        c->block = (struct xc_html_block){.first_piece = piece,
                                          .inner = page->pieces[piece].element};
        c->block.element = c->lines[c->block.inner];
        return;
    }
    while (page->elements[*inner].end_piece <= piece && *inner != c->block.element)
        *inner = page->elements[*inner].parent;
}

static bool
mark(struct cutting *c, size_t line)
{
    const size_t off = c->len - c->begin;
    struct xc_html_mark *added;

    if (c->marks.n > 0 && c->marks.items[c->marks.n - 1].line == line)
        return true;
    added = XC_VEC_ADD(&c->marks, c->arena);
    if (added == NULL)
        return false;
    *added = (struct xc_html_mark){off, line};
    return true;
}

/* Whether the character at off is white space to a browser, or no-break space. */
static size_t
space_len(struct xc_str text, size_t off)
{
    const char ch = text.ptr[off];

    if (ch == ' ' || (ch >= '\t' && ch <= '\r'))
        return 1;
    return ch == '\xC2' && off + 1 < text.len && text.ptr[off + 1] == '\xA0' ? 2 : 0;
}

static bool
add_piece(struct cutting *c, uint32_t at)
{
    const struct xc_piece *piece = &c->out->page->pieces[at];
    size_t line = piece->line;
    size_t off = 0;

    while (off < piece->text.len) {
        const size_t space = space_len(piece->text, off);

        if (space > 0) {
            c->space = true;
            line += piece->text.ptr[off] == '\n';
            off += space;
            continue;
        }
        take_in(c, at);
        if (c->space && c->len > c->begin)
            c->bytes[c->len++] = ' ';
        c->space = false;
        c->n_breaks = 0;
        if (!mark(c, line))
            return false;
        while (off < piece->text.len && space_len(piece->text, off) == 0)
            c->bytes[c->len++] = piece->text.ptr[off++];
    }
    if (c->open && (c->under[piece->element] & XC_HTML_LINK) != 0)
        c->block.n_link_words += xc_html_count_words(piece->text);
    return true;
}

static bool
cut(struct cutting *c)
{
    const struct xc_page *page = c->out->page;
    uint32_t i;

    for (i = 0; i < page->n_pieces; i++) {
        const struct border *border = &c->borders[i];

        c->n_breaks += border->n_breaks;
        c->space = c->space || border->n_breaks > 0;
        if ((border->ends_block || c->n_breaks >= breaks_of_paragraph) && !finish(c))
            return false;
        c->out->block_at[i] = c->blocks.n + (c->open ? 1 : 0);
        if ((c->under[page->pieces[i].element] & XC_HTML_DEAD) == 0 && !add_piece(c, i))
            return false;
    }
    if (!finish(c))
        return false;
    c->out->block_at[i] = c->blocks.n;
    return true;
}

static bool
make_room(struct cutting *c)
{
    const struct xc_page *page = c->out->page;
    size_t len = page->n_pieces + 1;
    size_t i;

    for (i = 0; i < page->n_pieces; i++)
        len += page->pieces[i].text.len;
    c->bytes = xc_arena_alloc(c->arena, len);
    c->under = xc_arena_array(c->arena, page->n_elements, sizeof *c->under);
    c->lines = xc_arena_array(c->arena, page->n_elements, sizeof *c->lines);
    c->borders = xc_arena_array(c->arena, page->n_pieces + 1, sizeof *c->borders);
    c->out->bits = xc_arena_array(c->arena, page->n_elements, sizeof *c->out->bits);
    c->out->hosts = xc_arena_array(c->arena, page->n_elements, sizeof *c->out->hosts);
    c->out->block_at =
        xc_arena_array(c->arena, page->n_pieces + 1, sizeof *c->out->block_at);
    return c->bytes != NULL && c->under != NULL && c->lines != NULL &&
           c->borders != NULL && c->out->bits != NULL && c->out->hosts != NULL &&
           c->out->block_at != NULL;
}

enum xc_status
xc_html_blocks_cut(const struct xc_page *page, const struct xc_html_hints *hints,
                   struct xc_arena *arena, struct xc_html_blocks *out)
{
    struct xc_html_blocks made = {.page = page, .hints = hints};
    struct cutting c = {.out = &made, .arena = arena};

    if (!make_room(&c))
        return XC_NO_MEMORY;
    read_hints(&c);
    if (!spread_bits(&c))
        return XC_NO_MEMORY;
    find_borders(&c);
    if (!cut(&c))
        return XC_NO_MEMORY;
    made.items = c.blocks.items;
    made.n = c.blocks.n;
    if (xc_html_boxes_find(&made, arena) != XC_OK)
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}

struct xc_range
xc_html_blocks_of(const struct xc_html_blocks *blocks, size_t element)
{
    const struct xc_element *e = &blocks->page->elements[element];

    return (struct xc_range){blocks->block_at[e->first_piece],
                             blocks->block_at[e->end_piece]};
}

bool
xc_html_block_is_title(const struct xc_html_blocks *blocks,
                       const struct xc_html_block *block)
{
    return (blocks->bits[block->element] & XC_HTML_HEADING) != 0 &&
           block->n_words > 0 && block->n_link_words * 2 > block->n_words;
}

/* Whether c is part of a word: a letter or digit of any script, roughly. */
static bool
is_word_character(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && c != 0xFEFF;
}

/* Whether c is of a script that puts no spaces between words: kana, Chinese, Thai, Lao,
 * Burmese, Khmer. */
static bool
is_unspaced(uint32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x17FF);
}

size_t
xc_html_count_words(struct xc_str text)
{
    bool inside = false;
    size_t n_unspaced = 0;
    size_t off = 0;
    size_t n = 0;

    while (off < text.len) {
        uint32_t c = 0;
        const size_t len = xc_utf8_decode(text, off, &c);
        const bool word = len > 0 && is_word_character(c);

        if (word && is_unspaced(c))
            n += n_unspaced++ % characters_per_word == 0;
        else
            n += word && !inside;
        inside = word;
        off += len == 0 ? 1 : len;
    }
    return n;
}
