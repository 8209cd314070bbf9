/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_article.h"

#include <string.h>

#include "base/vec.h"
#include "source/line.h"
#include "web/html_told.h"
#include "web/html_trim.h"

static const struct xc_str block_gap = {"\n\n", 2};

/* What a page's data have of the text counts when it is more than a summary, and more
 * than so many times what was found. */
static const size_t fewest_told_words = 80;
static const size_t told_share = 2;

struct mark_vec {
    struct xc_line_mark *items;
    size_t n;
    size_t cap;
};

/* An article while its text is put together. */
struct writing {
    const struct xc_html_blocks *blocks;
    const struct xc_html_rules *rules;
    struct xc_arena *arena;
    char *bytes;
    size_t len;
    size_t *offs; /* of each block, where its text stands */
    struct mark_vec marks;
};

static bool
add_mark(struct writing *w, size_t off, size_t line)
{
    struct xc_line_mark *added;

    if (w->marks.n > 0 && w->marks.items[w->marks.n - 1].line == line)
        return true;
    added = XC_VEC_ADD(&w->marks, w->arena);
    if (added == NULL)
        return false;
    *added = (struct xc_line_mark){off, line};
    return true;
}

/* Appends text and the gap to what comes next. */
static void
add_text(struct writing *w, struct xc_str text)
{
    memcpy(w->bytes + w->len, text.ptr, text.len);
    w->len += text.len;
    memcpy(w->bytes + w->len, block_gap.ptr, block_gap.len);
    w->len += block_gap.len;
}

/* Appends the text of block i. */
static bool
write_block(struct writing *w, size_t i)
{
    const struct xc_html_block *block = &w->blocks->items[i];
    size_t k;

    w->offs[i] = w->len;
    for (k = 0; k < block->n_marks; k++) {
        if (!add_mark(w, w->len + block->marks[k].off_bytes, block->marks[k].line))
            return false;
    }
    add_text(w, block->text);
    return true;
}

/* Makes room for the text of all blocks, and more bytes besides. */
static bool
make_room(struct writing *w, size_t more)
{
    size_t len = more + 2 * block_gap.len + 1;
    size_t i;

    for (i = 0; i < w->blocks->n; i++)
        len += w->blocks->items[i].text.len + block_gap.len;
    w->bytes = xc_arena_alloc(w->arena, len);
    w->offs = xc_arena_array(w->arena, w->blocks->n, sizeof *w->offs);
    return w->bytes != NULL && w->offs != NULL;
}

/* Appends a block of the n bytes at off. */
static bool
add_block(struct writing *w, enum xc_block_kind kind, struct xc_span span, size_t line,
          struct xc_block_vec *out)
{
    struct xc_run_vec runs = {NULL, 0, 0};

    return xc_runs_add(&runs, span.off_bytes, span.off_bytes + span.len_bytes,
                       w->arena) &&
           xc_blocks_add(out, kind, &runs, line, w->arena);
}

/* What a block of the text is; under are the bits of its elements. */
static enum xc_block_kind
kind_of_text(const struct writing *w, const struct xc_html_block *block, unsigned under)
{
    if ((w->blocks->bits[block->element] & XC_HTML_HEADING) != 0)
        return XC_BLOCK_HEADLINE;
    if ((under & (XC_HTML_QUOTE | XC_HTML_POST)) != 0 ||
        xc_page_line_classify(w->rules->lines, block->text) == XC_PAGE_POST)
        return XC_BLOCK_QUOTATION;
    return XC_BLOCK_PARAGRAPH;
}

/* Whether a part is told apart from the text; *out is then what its block is. */
static bool
is_apart(enum xc_html_part part, enum xc_block_kind *out)
{
    switch (part) {
    case XC_HTML_IS_DEK:
        *out = XC_BLOCK_PARAGRAPH;
        return true;
    case XC_HTML_IS_CAPTION:
        *out = XC_BLOCK_CAPTION;
        return true;
    case XC_HTML_IS_CREDIT:
    case XC_HTML_IS_CLOSER:
        *out = XC_BLOCK_CREDIT;
        return true;
    case XC_HTML_IS_OUTSIDE:
    case XC_HTML_IS_TEXT:
    case XC_HTML_IS_HEADLINE:
    case XC_HTML_IS_AROUND:
    case XC_HTML_IS_NOTICE:
    case XC_HTML_IS_EMPTY:
    case XC_HTML_IS_CARD:
    case XC_HTML_IS_LINK:
    case XC_HTML_IS_LINK_LIST:
    case XC_HTML_IS_LABEL:
    case XC_HTML_IS_CUE:
    case XC_HTML_IS_BELOW_CUE:
        return false;
    }
    return false;
}

/* The line of the page's title element; 1 when it has none. */
static size_t
title_line(const struct xc_page *page)
{
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        if (xc_str_is(page->elements[i].name, "title"))
            return page->elements[i].line;
    }
    return 1;
}

/* Writes the headline, or title where the page shows none, and makes its block the
 * first. */
static bool
write_headline(struct writing *w, const struct xc_html_parts *parts,
               struct xc_str title, struct xc_block_vec *out)
{
    const size_t off = w->len;
    const size_t line = title_line(w->blocks->page);

    if (parts->headline < w->blocks->n) {
        const struct xc_html_block *block = &w->blocks->items[parts->headline];

        return write_block(w, parts->headline) &&
               add_block(w, XC_BLOCK_HEADLINE, (struct xc_span){off, block->text.len},
                         block->marks[0].line, out);
    }
    if (title.len == 0)
        return true;
    add_text(w, title);
    return add_mark(w, off, line) &&
           add_block(w, XC_BLOCK_HEADLINE, (struct xc_span){off, title.len}, line, out);
}

/* Writes the article's own text as the page shows it. */
static bool
write_body(struct writing *w, const struct xc_html_parts *parts)
{
    size_t i;

    for (i = 0; i < w->blocks->n; i++) {
        if (parts->items[i] == XC_HTML_IS_TEXT && !write_block(w, i))
            return false;
    }
    return true;
}

/* Writes what stands apart from the text. */
static bool
write_apart(struct writing *w, const struct xc_html_parts *parts)
{
    enum xc_block_kind kind;
    size_t i;

    for (i = 0; i < w->blocks->n; i++) {
        if (is_apart(parts->items[i], &kind) && !write_block(w, i))
            return false;
    }
    return true;
}

/* Makes the blocks but for the headline. */
static bool
make_blocks(struct writing *w, const struct xc_html_parts *parts, const unsigned *under,
            struct xc_block_vec *out)
{
    size_t i;

    for (i = 0; i < w->blocks->n; i++) {
        const struct xc_html_block *block = &w->blocks->items[i];
        const struct xc_span span = {w->offs[i], block->text.len};
        enum xc_block_kind kind;

        if (parts->items[i] == XC_HTML_IS_TEXT)
            kind = kind_of_text(w, block, under[block->inner]);
        else if (!is_apart(parts->items[i], &kind))
            continue;
        if (!add_block(w, kind, span, block->marks[0].line, out))
            return false;
    }
    return true;
}

static bool
finish(struct writing *w, struct xc_html_article *made)
{
    if (w->len > 0)
        w->len -= block_gap.len;
    w->bytes[w->len] = '\0';
    made->text = (struct xc_str){w->bytes, w->len};
    if (w->marks.n == 0 && !add_mark(w, 0, 1))
        return false;
    made->marks = w->marks.items;
    made->n_marks = w->marks.n;
    return true;
}

/* What was found in a page. */
struct finding {
    struct xc_html_blocks blocks;
    struct xc_html_region region;
    struct xc_html_parts parts;
    struct xc_html_told told;
    bool by_told; /* the text is not in the blocks */
};

static size_t
count_text(const struct finding *found)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < found->blocks.n; i++) {
        if (found->parts.items[i] == XC_HTML_IS_TEXT)
            n += found->blocks.items[i].n_words;
    }
    return n;
}

/* Finds the text in those of found's blocks that only is true of. */
static enum xc_status
look(struct finding *found, const bool *only, struct xc_str title,
     const struct xc_html_rules *rules, struct xc_arena *arena)
{
    if (xc_html_region_find(&found->blocks, only, arena, &found->region) != XC_OK ||
        xc_html_parts_tell(&found->blocks, &found->region, title, rules->lines, arena,
                           &found->parts) != XC_OK)
        return XC_NO_MEMORY;
    return xc_html_trim(&found->parts, arena);
}

/*
 * Finds the article in the blocks.  Where that is less than half of what the page's data
 * say, it is looked for once more among the blocks that are in those; where they are not
 * there, the data are all there is of it.
 */
static enum xc_status
find(const struct xc_page *page, struct xc_str title, const struct xc_html_rules *rules,
     struct xc_arena *arena, struct finding *out)
{
    bool *told = NULL;

    if (xc_html_blocks_cut(page, rules->hints, arena, &out->blocks) != XC_OK ||
        look(out, NULL, title, rules, arena) != XC_OK ||
        xc_html_told_find(page, rules->hints, arena, &out->told) != XC_OK)
        return XC_NO_MEMORY;
    if (out->told.n_words < fewest_told_words ||
        count_text(out) * told_share >= out->told.n_words)
        return XC_OK;
    if (xc_html_told_match(&out->told, &out->blocks, arena, &told) != XC_OK)
        return XC_NO_MEMORY;
    out->by_told = told == NULL;
    return told == NULL ? XC_OK : look(out, told, title, rules, arena);
}

/* Writes the text that the page's data have, and makes its blocks. */
static bool
write_told(struct writing *w, const struct xc_html_told *told, struct xc_block_vec *out)
{
    struct xc_str rest = told->text;
    struct xc_str line;

    while (xc_str_split(&rest, '\n', &line)) {
        const size_t off = w->len;

        line = xc_line_trim(line);
        if (line.len == 0)
            continue;
        add_text(w, line);
        if (!add_mark(w, off, told->line) ||
            !add_block(w, XC_BLOCK_PARAGRAPH, (struct xc_span){off, line.len},
                       told->line, out))
            return false;
    }
    return true;
}

/* Writes the text and makes the blocks of what was found. */
static bool
write_found(struct writing *w, const struct finding *found, struct xc_str title,
            struct xc_html_article *made)
{
    struct xc_block_vec paragraphs = {NULL, 0, 0};
    struct xc_block *added;
    size_t i;

    if (found->by_told ? !write_told(w, &found->told, &paragraphs)
                       : !write_body(w, &found->parts))
        return false;
    made->body_len_bytes = w->len == 0 ? 0 : w->len - block_gap.len;
    if (!write_headline(w, &found->parts, title, &made->blocks))
        return false;
    if (!found->by_told)
        return write_apart(w, &found->parts) &&
               make_blocks(w, &found->parts, found->region.under, &made->blocks);
    for (i = 0; i < paragraphs.n; i++) {
        added = XC_VEC_ADD(&made->blocks, w->arena);
        if (added == NULL)
            return false;
        *added = paragraphs.items[i];
    }
    return true;
}

enum xc_status
xc_html_article_find(const struct xc_page *page, struct xc_str title,
                     const struct xc_html_rules *rules, struct xc_arena *arena,
                     struct xc_html_article *out)
{
    struct finding found = {.by_told = false};
    struct xc_html_article made = {.text = {NULL, 0}};
    struct writing w = {.blocks = &found.blocks, .rules = rules, .arena = arena};

    if (find(page, title, rules, arena, &found) != XC_OK ||
        !make_room(&w, title.len + found.told.text.len * 2) ||
        !write_found(&w, &found, title, &made) || !finish(&w, &made))
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}

/* What a block is where nothing is left out. */
static enum xc_block_kind
kind_of_any(const struct writing *w, const struct xc_html_block *block, unsigned under)
{
    const enum xc_page_line line = xc_page_line_classify(w->rules->lines, block->text);

    if (line == XC_PAGE_PHOTO || line == XC_PAGE_BYLINE || line == XC_PAGE_NOTICE)
        return XC_BLOCK_CREDIT;
    if ((under & XC_HTML_CAPTION) != 0)
        return XC_BLOCK_CAPTION;
    return kind_of_text(w, block, under);
}

enum xc_status
xc_html_article_whole(const struct xc_page *page, const struct xc_html_rules *rules,
                      struct xc_arena *arena, struct xc_html_article *out)
{
    struct xc_html_blocks blocks;
    struct xc_html_article made = {.text = {NULL, 0}};
    struct writing w = {.blocks = &blocks, .rules = rules, .arena = arena};
    unsigned *under = xc_arena_array(arena, page->n_elements, sizeof *under);
    size_t i;

    if (under == NULL ||
        xc_html_blocks_cut(page, rules->hints, arena, &blocks) != XC_OK ||
        !make_room(&w, 0))
        return XC_NO_MEMORY;
    for (i = 0; i < page->n_elements; i++) {
        under[i] = blocks.bits[i];
        if (page->elements[i].parent != XC_PAGE_NO_PARENT)
            under[i] |= under[page->elements[i].parent];
    }
    for (i = 0; i < blocks.n; i++) {
        const struct xc_html_block *block = &blocks.items[i];
        const struct xc_span span = {w.len, block->text.len};
        const enum xc_block_kind kind = kind_of_any(&w, block, under[block->inner]);

        if (!write_block(&w, i) ||
            !add_block(&w, kind, span, block->marks[0].line, &made.blocks))
            return XC_NO_MEMORY;
    }
    made.body_len_bytes = w.len == 0 ? 0 : w.len - block_gap.len;
    if (!finish(&w, &made))
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}
