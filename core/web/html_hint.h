/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the elements of a web page are called, and what that says of their text.
 *
 *     <div class="article__share-bar">    XC_HTML_AROUND, by the word "share"
 *     <figcaption>                        XC_HTML_BREAKS | XC_HTML_CAPTION
 *
 * Knows one element at a time, by the lists "page-elements" and "page-classes" of the
 * lexicon.  A name is a hint and no more: who uses it (html_score.h, html_trim.h) sets
 * it against what the text looks like.
 */
#ifndef XC_WEB_HTML_HINT_H
#define XC_WEB_HTML_HINT_H

#include "web/page.h"

enum xc_html_hint {
    /* By the element's name alone. */
    XC_HTML_BREAKS = 1 << 0,  /* words do not run across its ends */
    XC_HTML_CONTENT = 1 << 1, /* of the text's own markup, not of the page's */
    XC_HTML_DEAD = 1 << 2,    /* nobody reads it */
    XC_HTML_HEADING = 1 << 3,
    XC_HTML_LIST = 1 << 4,
    XC_HTML_TABLE = 1 << 5, /* a part of a table */
    XC_HTML_CELL = 1 << 6,
    XC_HTML_WALL = 1 << 7,   /* an article, or the page's main part */
    XC_HTML_PAGE = 1 << 8,   /* html, body, main */
    XC_HTML_HIDDEN = 1 << 9, /* by its attributes */
    /* By its name, its class, id, role or itemprop. */
    XC_HTML_AROUND = 1 << 10,  /* the page around the article */
    XC_HTML_PERHAPS = 1 << 11, /* the same, unless much text is inside */
    XC_HTML_COMMENT = 1 << 12, /* what readers wrote */
    XC_HTML_POPUP = 1 << 13,   /* shown when the pointer rests on a word */
    XC_HTML_CAPTION = 1 << 14,
    XC_HTML_CREDIT = 1 << 15,
    XC_HTML_DEK = 1 << 16, /* between headline and text */
    XC_HTML_QUOTE = 1 << 17,
    XC_HTML_POST = 1 << 18, /* of a social network */
    XC_HTML_BODY = 1 << 19, /* says that it is the article's text */
    /* By where it stands; set by html_block.c and html_score.c. */
    XC_HTML_LINK = 1 << 20,
    XC_HTML_SERIES = 1 << 21, /* CONTENT by standing among others of its kind */
    XC_HTML_PROVEN = 1 << 22, /* it or what holds it is PERHAPS, and isn't after all */
};

/* What an element's class and the like may say. */
#define XC_HTML_BY_CLASS                                                               \
    (XC_HTML_AROUND | XC_HTML_PERHAPS | XC_HTML_COMMENT | XC_HTML_POPUP |              \
     XC_HTML_CAPTION | XC_HTML_CREDIT | XC_HTML_DEK | XC_HTML_QUOTE | XC_HTML_POST)

enum xc_html_phrase {
    XC_HTML_CUE,    /* "More from …": other articles are listed below */
    XC_HTML_LABEL,  /* "Related": the same, as a whole line */
    XC_HTML_CLOSER, /* "Reporting by …": below the article */
    XC_HTML_WITHIN, /* "… contributed to this report" */
    XC_HTML_N_PHRASES,
};

struct xc_html_hints; /* the lists, read-only */

/* Builds the lists from the embedded lexicon; *out lives in arena.  XC_NO_MEMORY is the
 * only failure. */
XC_MUST_CHECK enum xc_status xc_html_hints_new(struct xc_arena *arena,
                                               const struct xc_html_hints **out);

/* What element's name and attributes say of it: bits of xc_html_hint.  A post is never
 * AROUND, though the box that it is embedded in may say "social". */
unsigned xc_html_hints_of(const struct xc_html_hints *hints,
                          const struct xc_element *element);

/* Whether text begins with a phrase of the kind (XC_HTML_WITHIN: has one anywhere;
 * XC_HTML_LABEL: is one, punctuation aside), ASCII case and what precedes the first
 * letter ignored. */
bool xc_html_hints_phrase(const struct xc_html_hints *hints, enum xc_html_phrase kind,
                          struct xc_str text);

#endif
