/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The article in a web page: headline, paragraphs, quotations, captions, credits;
 * without navigation, menus, share buttons, related links, comments, cookie notices.
 */
#ifndef XC_WEB_HTML_ARTICLE_H
#define XC_WEB_HTML_ARTICLE_H

#include "source/blocks.h"
#include "source/source.h"
#include "web/html_rules.h"
#include "web/page.h"

/* The text begins with the article's own, in reading order; what stands apart from it,
 * as the headline, captions and credits, comes behind that, so that spans in the
 * article's own text count in it alone.  blocks are in reading order all the same. */
struct xc_html_article {
    struct xc_str text;    /* the blocks' text, "\n\n" between two of them */
    size_t body_len_bytes; /* of the article's own */
    struct xc_block_vec blocks;
    struct xc_line_mark *marks; /* ascending by off_bytes; the first is at 0 */
    size_t n_marks;
};

/*
 * Finds the article in page; title is what the metadata call it ("" when unknown), by
 * which the headline is known.  *out lives in arena.  A page without an article gives
 * the best there is, or no blocks.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_html_article_find(const struct xc_page *page,
                                                  struct xc_str title,
                                                  const struct xc_html_rules *rules,
                                                  struct xc_arena *arena,
                                                  struct xc_html_article *out);

/* The same for markup that is all article, as an item of a feed: nothing is left out
 * but what is never text. */
XC_MUST_CHECK enum xc_status xc_html_article_whole(const struct xc_page *page,
                                                   const struct xc_html_rules *rules,
                                                   struct xc_arena *arena,
                                                   struct xc_html_article *out);

#endif
