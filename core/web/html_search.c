/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_search.h"

#include <string.h>

#include "source/line.h"

/* Classes of one element that are compared with another's. */
enum { MOST_CLASS_WORDS = 16 };

size_t
xc_html_search_weight(const struct xc_html_search *s, size_t element)
{
    const struct xc_range range = xc_html_blocks_of(s->blocks, element);

    return s->weight[range.end] - s->weight[range.first];
}

bool
xc_html_search_has_h1(const struct xc_html_search *s, size_t element)
{
    return s->n_h1[s->page->elements[element].end] > s->n_h1[element];
}

bool
xc_html_search_is_wall(const struct xc_html_search *s, size_t element)
{
    const unsigned bits = s->blocks->bits[element];

    if ((bits & (XC_HTML_PAGE | XC_HTML_BODY)) != 0)
        return true;
    return (bits & XC_HTML_WALL) != 0 &&
           !(s->live_blog && xc_str_is(s->page->elements[element].name, "article"));
}

/* The number of words of a that are among those of b, and of all of a; what is beyond
 * the first few dozen is not looked at. */
static size_t
count_shared(struct xc_str a, struct xc_str b, size_t *out_all)
{
    struct xc_str words[MOST_CLASS_WORDS];
    struct xc_str word;
    size_t n_words = 0;
    size_t shared = 0;
    size_t all = 0;
    size_t i;

    while (n_words < MOST_CLASS_WORDS && xc_line_next_word(&b, &words[n_words]))
        n_words++;
    while (all < MOST_CLASS_WORDS && xc_line_next_word(&a, &word)) {
        all++;
        for (i = 0; i < n_words && !xc_str_equal(words[i], word); i++)
            ;
        shared += i < n_words;
    }
    *out_all = all > n_words ? all : n_words;
    return shared;
}

bool
xc_html_search_is_alike(const struct xc_html_search *s, size_t a, size_t b)
{
    const struct xc_element *x = &s->page->elements[a];
    const struct xc_element *y = &s->page->elements[b];
    const struct xc_str class = xc_element_attribute(x, "class");
    const struct xc_str other = xc_element_attribute(y, "class");
    size_t all = 0;
    size_t shared;

    if (!xc_str_equal(x->name, y->name))
        return false;
    if (xc_str_equal(class, other))
        return true;
    shared = count_shared(class, other, &all);
    return shared > 0 && shared * 2 >= all;
}

/* Counts headings and the like, up to each element and block. */
static void
count_before(struct xc_html_search *s)
{
    const struct xc_page *page = s->page;
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        const bool h1 = xc_str_is(page->elements[i].name, "h1");
        const bool body = (s->blocks->bits[i] & XC_HTML_BODY) != 0;

        s->n_h1[i + 1] = s->n_h1[i] + (h1 ? 1 : 0);
        s->n_bodies[i + 1] = s->n_bodies[i] + (body ? 1 : 0);
    }
    for (i = 0; i < s->blocks->n; i++) {
        const struct xc_html_block *block = &s->blocks->items[i];
        const bool title = xc_html_block_is_title(s->blocks, block);

        s->words[i + 1] = s->words[i] + block->n_words;
        s->titles[i + 1] = s->titles[i] + (title ? 1 : 0);
    }
}

/* Finds the outermost element with the same blocks as each: boxes in boxes are one. */
static void
find_outer(struct xc_html_search *s)
{
    size_t i;

    for (i = 0; i < s->page->n_elements; i++) {
        const uint32_t parent = s->page->elements[i].parent;
        const struct xc_range own = xc_html_blocks_of(s->blocks, i);
        struct xc_range above;

        s->outer[i] = (uint32_t)i;
        if (parent == XC_PAGE_NO_PARENT)
            continue;
        above = xc_html_blocks_of(s->blocks, parent);
        if (above.first == own.first && above.end == own.end)
            s->outer[i] = s->outer[parent];
    }
}

static bool
contains(struct xc_str text, struct xc_str word)
{
    size_t at = 0;

    while ((at = xc_str_find(text, at, word.ptr[0])) + word.len <= text.len) {
        if (memcmp(text.ptr + at, word.ptr, word.len) == 0)
            return true;
        at++;
    }
    return false;
}

/* Whether the page says that it is a live blog: "LiveBlogPosting", schema.org's word. */
static bool
is_live_blog(const struct xc_page *page)
{
    const struct xc_str word = XC_STR("LiveBlogPosting");
    size_t i;

    for (i = 0; i < page->n_elements; i++) {
        if (xc_str_ends(xc_element_attribute(&page->elements[i], "itemtype"), word.ptr))
            return true;
    }
    for (i = 0; i < page->n_pieces; i++) {
        const struct xc_piece *piece = &page->pieces[i];

        if (xc_str_is(page->elements[piece->element].name, "script") &&
            contains(piece->text, word))
            return true;
    }
    return false;
}

static bool
make_room(struct xc_html_search *s, struct xc_arena *arena)
{
    const size_t n = s->page->n_elements;

    s->points[0] = xc_arena_array(arena, n + 1, sizeof *s->points[0]);
    s->points[1] = xc_arena_array(arena, n + 1, sizeof *s->points[1]);
    s->n_h1 = xc_arena_array(arena, n + 1, sizeof *s->n_h1);
    s->n_bodies = xc_arena_array(arena, n + 1, sizeof *s->n_bodies);
    s->under = xc_arena_array(arena, n, sizeof *s->under);
    s->outer = xc_arena_array(arena, n, sizeof *s->outer);
    s->weight = xc_arena_array(arena, s->blocks->n + 1, sizeof *s->weight);
    s->titles = xc_arena_array(arena, s->blocks->n + 1, sizeof *s->titles);
    s->words = xc_arena_array(arena, s->blocks->n + 1, sizeof *s->words);
    return s->points[0] != NULL && s->points[1] != NULL && s->n_h1 != NULL &&
           s->n_bodies != NULL && s->under != NULL && s->outer != NULL &&
           s->weight != NULL && s->titles != NULL && s->words != NULL;
}

enum xc_status
xc_html_search_init(const struct xc_html_blocks *blocks, const bool *only,
                    struct xc_arena *arena, struct xc_html_search *out)
{
    struct xc_html_search s = {.blocks = blocks, .page = blocks->page, .only = only};

    if (!make_room(&s, arena))
        return XC_NO_MEMORY;
    count_before(&s);
    find_outer(&s);
    s.live_blog = is_live_blog(blocks->page);
    *out = s;
    return XC_OK;
}
