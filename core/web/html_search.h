/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page's blocks while the article among them is looked for: the measures that
 * html_score.c and html_range.c go by.  Sums over blocks and elements are kept as what
 * comes before each, so that any subtree's is one subtraction.
 */
#ifndef XC_WEB_HTML_SEARCH_H
#define XC_WEB_HTML_SEARCH_H

#include "web/html_score.h"

/* What one word counts for the element that holds it, so that it can be halved. */
#define XC_HTML_POINTS_PER_WORD ((size_t)16)

struct xc_html_search {
    const struct xc_html_blocks *blocks;
    const struct xc_page *page;
    const bool *only;  /* the blocks that count; NULL: all */
    size_t *points[2]; /* of each element; [1]: by what is called something else */
    size_t *weight;    /* of the blocks before each; 0 for what is not the article's */
    size_t *words;     /* of the blocks before each, those of links too */
    size_t *titles;    /* the headings before each block that are links */
    size_t *n_h1;      /* the "h1" before each element */
    size_t *n_bodies;  /* those before each element that say they are the text */
    unsigned *under;   /* bits of each element and what holds it */
    uint32_t *outer;   /* of each element: the outermost that holds the same blocks */
    bool live_blog;    /* the page says that it is one */
};

/* Makes *out; it lives in arena.  points are 0, under and weight still to be set (both
 * have room).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_search_init(const struct xc_html_blocks *blocks,
                                                 const bool *only,
                                                 struct xc_arena *arena,
                                                 struct xc_html_search *out);

/* The weight of the blocks of element's subtree. */
size_t xc_html_search_weight(const struct xc_html_search *s, size_t element);

/* Whether element's subtree has an "h1". */
bool xc_html_search_has_h1(const struct xc_html_search *s, size_t element);

/* Whether what stands outside of element is another text than what is inside: an
 * article, the page's main part, what is marked as the text.  A live blog's posts are
 * articles of their own to the page's builder, and no walls. */
bool xc_html_search_is_wall(const struct xc_html_search *s, size_t element);

/* Whether a and b are built alike: the same element, and half of its classes.  Builders
 * of pages give each box a class of its own beside those that say what it is. */
bool xc_html_search_is_alike(const struct xc_html_search *s, size_t a, size_t b);

#endif
