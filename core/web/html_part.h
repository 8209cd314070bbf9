/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each block of a web page is to the article, by what it is called and says itself.
 *
 *     <p>By Jane Doe</p>                  XC_HTML_IS_CREDIT
 *     <p>The council met on Monday …</p>  XC_HTML_IS_TEXT
 *
 * What its neighbours make of it comes after that: html_trim.h.
 */
#ifndef XC_WEB_HTML_PART_H
#define XC_WEB_HTML_PART_H

#include "source/page_line.h"
#include "web/html_score.h"

enum xc_html_part {
    XC_HTML_IS_OUTSIDE, /* not in the article's region */
    XC_HTML_IS_TEXT,
    XC_HTML_IS_HEADLINE,
    XC_HTML_IS_DEK, /* between headline and text */
    XC_HTML_IS_CAPTION,
    XC_HTML_IS_CREDIT,
    XC_HTML_IS_AROUND,    /* of the page, by what it is called */
    XC_HTML_IS_NOTICE,    /* "Advertisement" */
    XC_HTML_IS_EMPTY,     /* no word in it */
    XC_HTML_IS_LINK,      /* nothing but a link */
    XC_HTML_IS_CARD,      /* another article's title and summary */
    XC_HTML_IS_LINK_LIST, /* a list of little but links */
    XC_HTML_IS_LABEL,     /* over something that was left out */
    XC_HTML_IS_CUE,       /* "More from …" */
    XC_HTML_IS_BELOW_CUE,
    XC_HTML_IS_CLOSER, /* "Reporting by …" */
};

struct xc_html_parts {
    const struct xc_html_blocks *blocks;
    const struct xc_html_region *region;
    const struct xc_page_rules *rules;
    struct xc_str title;      /* what the metadata call the page; "" when unknown */
    enum xc_html_part *items; /* of each block */
    unsigned unbelieved;      /* bits of which more is said than there would be text */
    size_t headline;          /* the block that is; the number of blocks: none */
    size_t first_text;        /* the first sentence of the text, or so */
};

/* Tells what the blocks are by themselves; *out lives in arena and borrows the rest.
 * XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_parts_tell(const struct xc_html_blocks *blocks,
                                                const struct xc_html_region *region,
                                                struct xc_str title,
                                                const struct xc_page_rules *rules,
                                                struct xc_arena *arena,
                                                struct xc_html_parts *out);

/* Block i, and the bits of the elements that hold all of it (html_score.h). */
const struct xc_html_block *xc_html_parts_block(const struct xc_html_parts *parts,
                                                size_t i);
unsigned xc_html_parts_bits(const struct xc_html_parts *parts, size_t i);

/* Whether block i is text so far; whether it is a heading. */
bool xc_html_parts_is_text(const struct xc_html_parts *parts, size_t i);
bool xc_html_parts_is_heading(const struct xc_html_parts *parts, size_t i);

#endif
