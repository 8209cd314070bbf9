/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The word lists that pages are read by, made once and shared by all of them.
 */
#ifndef XC_WEB_HTML_RULES_H
#define XC_WEB_HTML_RULES_H

#include "source/page_line.h"

struct xc_html_hints;

struct xc_html_rules {
    const struct xc_page_rules *lines;
    const struct xc_html_hints *hints;
};

/* Builds both from the embedded lexicon in arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_rules_load(struct xc_arena *arena,
                                                struct xc_html_rules *out);

#endif
