/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of the article that a page's data tell: "articleBody" of its JSON-LD.
 *
 * Many pages have none, some only the beginning, some more than what is shown; so it only
 * helps where the blocks of the page gave too little.
 */
#ifndef XC_WEB_HTML_TOLD_H
#define XC_WEB_HTML_TOLD_H

#include "web/html_block.h"

struct xc_html_told {
    struct xc_str text; /* paragraphs on lines of their own; "" when none is told */
    size_t n_words;
    size_t line; /* of the script */
};

/* Finds the longest text that page's data tell; what can't be parsed is passed over.
 * *out lives in arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_told_find(const struct xc_page *page,
                                               const struct xc_html_hints *hints,
                                               struct xc_arena *arena,
                                               struct xc_html_told *out);

/*
 * Tells which of the blocks are in the text, by their beginnings and ends.  *out_told
 * has a value for each block, in arena; NULL when they have less than half of its
 * words.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_html_told_match(const struct xc_html_told *told,
                                                const struct xc_html_blocks *blocks,
                                                struct xc_arena *arena,
                                                bool **out_told);

#endif
