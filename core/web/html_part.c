/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_part.h"

#include "base/vec.h"
#include "source/line.h"

/* Longer ones are text, whatever they are called: whole articles stand in boxes named
 * after their author. */
static const size_t most_credit_words = 40;
static const size_t most_dek_words = 60;
static const size_t fewest_dek_words = 8;
/* A credit that is a link of more words than a name has leads to another article. */
static const size_t most_name_words = 4;
/* A notice of more words that ends like a sentence is text: "Click here to get more
 * information or download this game." */
static const size_t most_notice_words = 4;
/* A headline that is only the beginning of the title has at least so many words. */
static const size_t fewest_headline_words = 3;
/* So many words of the title are the title even where they are no heading. */
static const size_t fewest_title_words = 6;

const struct xc_html_block *
xc_html_parts_block(const struct xc_html_parts *parts, size_t i)
{
    return &parts->blocks->items[i];
}

unsigned
xc_html_parts_bits(const struct xc_html_parts *parts, size_t i)
{
    return parts->region->under[xc_html_parts_block(parts, i)->inner];
}

bool
xc_html_parts_is_text(const struct xc_html_parts *parts, size_t i)
{
    return parts->items[i] == XC_HTML_IS_TEXT;
}

bool
xc_html_parts_is_heading(const struct xc_html_parts *parts, size_t i)
{
    const struct xc_html_block *block = xc_html_parts_block(parts, i);

    return (parts->blocks->bits[block->element] & XC_HTML_HEADING) != 0;
}

/* Whether the block is the title or how it begins: "Title" of "Title | Site". */
static bool
says_title(const struct xc_html_parts *p, size_t i)
{
    const struct xc_html_block *block = xc_html_parts_block(p, i);
    struct xc_str title = p->title;
    size_t off = 0;
    size_t at = 0;

    if (title.len == 0 || block->n_words == 0)
        return false;
    while (at < title.len) {
        while (off < block->text.len && !xc_line_is_letter(block->text.ptr[off]) &&
               !xc_line_is_digit(block->text.ptr[off]))
            off++;
        if (off == block->text.len)
            break;
        if (!xc_line_is_letter(title.ptr[at]) && !xc_line_is_digit(title.ptr[at])) {
            at++;
            continue;
        }
        if (xc_line_lower(title.ptr[at++]) != xc_line_lower(block->text.ptr[off++]))
            return false;
    }
    return xc_line_says_the_same(block->text, title) ||
           (off == block->text.len && block->n_words >= fewest_headline_words);
}

/* Sets first_text to the first sentence of the region that stands where text may. */
static void
find_first_text(struct xc_html_parts *p)
{
    const unsigned out = XC_HTML_AROUND | XC_HTML_PERHAPS | XC_HTML_COMMENT |
                         XC_HTML_CAPTION | XC_HTML_CREDIT | XC_HTML_DEK |
                         XC_HTML_HEADING;
    size_t i = p->region->blocks.first;

    while (i < p->region->blocks.end &&
           ((xc_html_parts_bits(p, i) & out & ~p->unbelieved) != 0 ||
            says_title(p, i) || xc_html_block_weight(xc_html_parts_block(p, i)) == 0))
        i++;
    p->first_text = i < p->region->blocks.end ? i : p->blocks->n;
}

/*
 * The headline is what says the title before the text begins, an "h1" if there is one,
 * the nearest if several; else the last "h1" before the text.
 */
static void
find_headline(struct xc_html_parts *p)
{
    const struct xc_page *page = p->blocks->page;
    size_t end = p->first_text;
    int best = 0;
    size_t i;

    p->headline = p->blocks->n;
    for (i = 0; i < end && i < p->region->blocks.end; i++) {
        const struct xc_element *element =
            &page->elements[xc_html_parts_block(p, i)->element];
        const bool h1 = xc_str_is(element->name, "h1");
        const bool title = says_title(p, i);
        const bool around =
            (xc_html_parts_bits(p, i) & (XC_HTML_AROUND | XC_HTML_COMMENT)) != 0 &&
            !title;
        const int rank = title && h1                               ? 4
                         : title && xc_html_parts_is_heading(p, i) ? 3
                         : h1                                      ? 2
                                                                   : title;

        if (rank > 0 && rank >= best && !around &&
            xc_html_parts_block(p, i)->n_words > 0) {
            best = rank;
            p->headline = i;
        }
    }
}

static enum xc_html_part
part_of_line(const struct xc_html_parts *p, const struct xc_html_block *block)
{
    switch (xc_page_line_classify(p->rules, block->text)) {
    case XC_PAGE_PHOTO:
    case XC_PAGE_BYLINE:
        return XC_HTML_IS_CREDIT;
    case XC_PAGE_NOTICE:
        return block->n_words > most_notice_words && block->ends_sentence &&
                       block->n_link_words * 2 <= block->n_words
                   ? XC_HTML_IS_TEXT
                   : XC_HTML_IS_NOTICE;
    case XC_PAGE_TEXT:
    case XC_PAGE_POST:
        break;
    }
    return XC_HTML_IS_TEXT;
}

/* A caption, or the credit in one: "<figcaption>The bridge <span class=credit>…". */
static enum xc_html_part
part_of_caption(const struct xc_html_parts *p, const struct xc_html_block *block)
{
    const unsigned own = p->blocks->bits[block->inner];

    return (own & (XC_HTML_CREDIT | XC_HTML_CAPTION)) == XC_HTML_CREDIT ||
                   part_of_line(p, block) == XC_HTML_IS_CREDIT
               ? XC_HTML_IS_CREDIT
               : XC_HTML_IS_CAPTION;
}

/* A heading of many words right below the headline is no heading of what follows. */
static bool
is_heading_dek(const struct xc_html_parts *p, size_t i)
{
    return i == p->headline + 1 && xc_html_parts_is_heading(p, i) &&
           xc_html_parts_block(p, i)->n_words >= fewest_dek_words;
}

/* What a block is by what it is called and by what it says. */
static enum xc_html_part
part_alone(const struct xc_html_parts *p, size_t i)
{
    const struct xc_html_block *block = xc_html_parts_block(p, i);
    const unsigned bits = xc_html_parts_bits(p, i) & ~p->unbelieved;
    const bool before = i < p->first_text;

    if (i == p->headline)
        return XC_HTML_IS_HEADLINE;
    if ((bits & (XC_HTML_AROUND | XC_HTML_PERHAPS | XC_HTML_COMMENT)) != 0)
        return XC_HTML_IS_AROUND;
    if (block->n_words == 0)
        return XC_HTML_IS_EMPTY;
    if ((xc_html_parts_is_heading(p, i) || block->n_words >= fewest_title_words) &&
        says_title(p, i))
        return XC_HTML_IS_HEADLINE;
    if ((bits & XC_HTML_CAPTION) != 0)
        return part_of_caption(p, block);
    /* Who is quoted is named below the quotation. */
    if ((bits & XC_HTML_CREDIT) != 0 && (bits & (XC_HTML_QUOTE | XC_HTML_POST)) == 0 &&
        block->n_words <= most_credit_words)
        return block->n_link_words > most_name_words ? XC_HTML_IS_AROUND
                                                     : XC_HTML_IS_CREDIT;
    if (before && block->n_words <= most_dek_words &&
        ((bits & XC_HTML_DEK) != 0 || is_heading_dek(p, i)))
        return XC_HTML_IS_DEK;
    return part_of_line(p, block);
}

/* What stands between headline and region, or was put before both. */
static enum xc_html_part
part_before(const struct xc_html_parts *p, size_t i)
{
    const enum xc_html_part part = part_alone(p, i);

    if (part == XC_HTML_IS_TEXT || part == XC_HTML_IS_NOTICE)
        return XC_HTML_IS_OUTSIDE;
    return part;
}

static void
tell(struct xc_html_parts *p)
{
    size_t i;

    find_first_text(p);
    find_headline(p);
    for (i = 0; i < p->blocks->n; i++)
        p->items[i] = XC_HTML_IS_OUTSIDE;
    for (i = p->headline; i < p->region->blocks.first; i++)
        p->items[i] = part_before(p, i);
    for (i = p->region->blocks.first; i < p->region->blocks.end; i++)
        p->items[i] = part_alone(p, i);
}

/*
 * The bits that more of the region's sentences have than there are in its text: then it
 * is the text that is called so on this page.  What is around an article is often more
 * than a short one, but not twice as much and inside of it.
 */
static unsigned
doubt(const struct xc_html_parts *p)
{
    static const struct {
        unsigned bit;
        size_t share;
    } doubtful[] = {
        {XC_HTML_AROUND, 3}, {XC_HTML_PERHAPS, 2}, {XC_HTML_CAPTION, 3},
        {XC_HTML_CREDIT, 1}, {XC_HTML_DEK, 1},
    };
    unsigned unbelieved = 0;
    size_t text = 0;
    size_t i;
    size_t k;

    for (i = p->region->blocks.first; i < p->region->blocks.end; i++) {
        if (xc_html_parts_is_text(p, i))
            text += xc_html_block_weight(xc_html_parts_block(p, i));
    }
    for (k = 0; k < XC_COUNT(doubtful); k++) {
        size_t called = 0;

        for (i = p->region->blocks.first; i < p->region->blocks.end; i++) {
            const unsigned bits = xc_html_parts_bits(p, i);

            if (!xc_html_parts_is_text(p, i) && (bits & doubtful[k].bit) != 0 &&
                (bits & XC_HTML_COMMENT) == 0)
                called += xc_html_block_weight(xc_html_parts_block(p, i));
        }
        if (called > doubtful[k].share * text)
            unbelieved |= doubtful[k].bit;
    }
    return unbelieved;
}

enum xc_status
xc_html_parts_tell(const struct xc_html_blocks *blocks,
                   const struct xc_html_region *region, struct xc_str title,
                   const struct xc_page_rules *rules, struct xc_arena *arena,
                   struct xc_html_parts *out)
{
    struct xc_html_parts parts = {
        .blocks = blocks, .region = region, .rules = rules, .title = title};

    parts.items = xc_arena_array(arena, blocks->n, sizeof *parts.items);
    if (parts.items == NULL)
        return XC_NO_MEMORY;
    tell(&parts);
    parts.unbelieved = doubt(&parts);
    if (parts.unbelieved != 0)
        tell(&parts);
    *out = parts;
    return XC_OK;
}
