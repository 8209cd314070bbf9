/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a line of plain text is: text, or part of the page around it.
 *
 *     "John Doe/Getty Images"           a photo credit
 *     "By Jane Doe"                     a byline
 *     "Published May 8, 2019, 6.55 pm"  a stamp, counted as a byline
 *     "Advertisement"                   a notice
 *
 * Knows only one line at a time and the word lists of lexicon "page-lines".  In doubt a
 * line is text: a claim in a caption that is read too often does less harm than one
 * that is never read.
 */
#ifndef XC_SOURCE_PAGE_LINE_H
#define XC_SOURCE_PAGE_LINE_H

#include "base/status.h"

enum xc_page_line {
    XC_PAGE_TEXT,
    XC_PAGE_PHOTO,
    XC_PAGE_NOTICE,
    XC_PAGE_BYLINE,
    XC_PAGE_POST, /* an embedded post */
};

struct xc_page_rules; /* the word lists, read-only */

/* Builds the rules from the embedded lexicon; *out lives in arena. */
XC_MUST_CHECK enum xc_status xc_page_rules_new(struct xc_arena *arena,
                                               const struct xc_page_rules **out);

/* What line is; it has no white space at its ends. */
enum xc_page_line xc_page_line_classify(const struct xc_page_rules *rules,
                                        struct xc_str line);

#endif
