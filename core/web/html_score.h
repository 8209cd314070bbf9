/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which blocks of a web page the article lies in.
 *
 * Blocks that look like sentences outside of links count for the element that holds
 * them, half for its parent, a quarter for the next; the element with most is the core.
 * What stands beside the core and is built like it, or is bare paragraphs, belongs to it:
 * texts are cut into several containers to let advertisements in.
 *
 *     div.body > p p p, div.ad, div.body > p p    ->   all five paragraphs
 *
 * The idea of scoring containers by their paragraphs is that of Readability (Arc90,
 * 2009); link density and sentence length as measures, that of boilerplate detection by
 * shallow text features (Kohlschuetter et al., 2010).
 */
#ifndef XC_WEB_HTML_SCORE_H
#define XC_WEB_HTML_SCORE_H

#include "web/html_block.h"

struct xc_html_region {
    struct xc_range blocks; /* empty: the page has no text */
    uint32_t core;          /* element; what it is called says nothing of its text */
    unsigned *under;        /* bits of each element and its ancestors, those of core and
                               its ancestors left out */
};

/* Words of the block that count as an article's: those of a sentence or a long line,
 * when no more than half of it is links; else 0. */
size_t xc_html_block_weight(const struct xc_html_block *block);

/* Finds the region in *blocks by those that only is true of, by all when it is NULL;
 * *out lives in arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_region_find(const struct xc_html_blocks *blocks,
                                                 const bool *only,
                                                 struct xc_arena *arena,
                                                 struct xc_html_region *out);

#endif
