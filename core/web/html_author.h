/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who wrote a page: "By JANE DOE and John Roe" is "JANE DOE, John Roe".
 */
#ifndef XC_WEB_HTML_AUTHOR_H
#define XC_WEB_HTML_AUTHOR_H

#include "web/html_facts.h"
#include "web/html_json_ld.h"

/* The names, joined by ", ", in *out; "" when the page has none.  Lives in the facts'
 * arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_author_find(const struct xc_html_facts *facts,
                                                 const struct xc_html_json_ld *json_ld,
                                                 struct xc_str *out);

#endif
