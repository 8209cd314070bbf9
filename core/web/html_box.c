/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_box.h"

/* A cell of so many words is a column of the page, which is laid out as a table. */
static const size_t fewest_column_words = 100;

/* So many boxes of one block beside one another are paragraphs. */
static const size_t fewest_series_boxes = 2;

/*
 * A cell that is a column of the page is none of the text's markup.  What the other
 * parts of tables are called, they are called after what they list: a row "player", a
 * cell "rating".
 */
static bool
find_columns(struct xc_html_blocks *blocks, struct xc_arena *arena)
{
    const struct xc_page *page = blocks->page;
    size_t *words = xc_arena_array(arena, blocks->n + 1, sizeof *words);
    size_t i;

    if (words == NULL)
        return false;
    for (i = 0; i < blocks->n; i++)
        words[i + 1] = words[i] + blocks->items[i].n_words;
    for (i = 0; i < page->n_elements; i++) {
        const struct xc_range inside = xc_html_blocks_of(blocks, i);
        unsigned *bits = &blocks->bits[i];

        if ((*bits & XC_HTML_TABLE) == 0)
            continue;
        if (words[inside.end] - words[inside.first] < fewest_column_words)
            *bits &= ~(unsigned)(XC_HTML_AROUND | XC_HTML_PERHAPS);
        else if ((*bits & XC_HTML_CELL) != 0)
            *bits &= ~(unsigned)XC_HTML_CONTENT;
    }
    return true;
}

static bool
has_one_block(const struct xc_html_blocks *blocks, size_t element)
{
    const struct xc_range inside = xc_html_blocks_of(blocks, element);

    return inside.end - inside.first == 1;
}

/* Boxes of one block each beside one another are paragraphs, whatever they are called
 * and however deep they are boxed: "<div>One.</div><div><div>Two.</div></div>". */
static bool
find_paragraphs(struct xc_html_blocks *blocks, struct xc_arena *arena)
{
    const struct xc_page *page = blocks->page;
    const unsigned never = XC_HTML_WALL | XC_HTML_BODY | XC_HTML_PAGE;
    unsigned *bits = blocks->bits;
    size_t *n_single = xc_arena_array(arena, page->n_elements, sizeof *n_single);
    size_t i;

    if (n_single == NULL)
        return false;
    for (i = 0; i < page->n_elements; i++) {
        const uint32_t parent = page->elements[i].parent;

        if (parent != XC_PAGE_NO_PARENT && (bits[i] & XC_HTML_BREAKS) != 0)
            n_single[parent] += has_one_block(blocks, i);
    }
    for (i = 0; i < page->n_elements; i++) {
        const uint32_t parent = page->elements[i].parent;
        bool in_series = false;

        if (parent != XC_PAGE_NO_PARENT && (bits[i] & XC_HTML_BREAKS) != 0 &&
            (bits[i] & never) == 0 && has_one_block(blocks, i))
            in_series = has_one_block(blocks, parent)
                            ? (bits[parent] & XC_HTML_SERIES) != 0
                            : n_single[parent] >= fewest_series_boxes;
        if (in_series && (bits[i] & XC_HTML_CONTENT) == 0)
            bits[i] |= XC_HTML_CONTENT | XC_HTML_SERIES;
        blocks->hosts[i] =
            (bits[i] & XC_HTML_CONTENT) != 0 && parent != XC_PAGE_NO_PARENT
                ? blocks->hosts[parent]
                : (uint32_t)i;
    }
    return true;
}

enum xc_status
xc_html_boxes_find(struct xc_html_blocks *blocks, struct xc_arena *arena)
{
    return find_columns(blocks, arena) && find_paragraphs(blocks, arena) ? XC_OK
                                                                         : XC_NO_MEMORY;
}
