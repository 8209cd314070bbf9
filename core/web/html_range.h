/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which blocks belong to an article whose core is known.
 */
#ifndef XC_WEB_HTML_RANGE_H
#define XC_WEB_HTML_RANGE_H

#include "web/html_search.h"

/*
 * The blocks of core and of what stands beside it and is the same text: texts are cut
 * into several containers to let advertisements in, or begin outside of them.  The
 * weights of *s leave out what is not the article's.
 */
struct xc_range xc_html_range_find(const struct xc_html_search *s, uint32_t core);

#endif
