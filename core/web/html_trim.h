/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands in an article's region and is none of its text, by what is beside it.
 *
 *     <h3>Read more</h3><ul><li><a>…</a></ul>    a cue, and a list of links below it
 *     <p>(Reporting by Jane Doe)</p></div>       a closer
 *
 * The passes run in the order of enum xc_html_part, from XC_HTML_IS_CARD on; each looks
 * only at what those before it have left as text.
 */
#ifndef XC_WEB_HTML_TRIM_H
#define XC_WEB_HTML_TRIM_H

#include "web/html_part.h"

/* Changes the items of *parts that are text and shouldn't be.  XC_NO_MEMORY is the only
 * failure. */
XC_MUST_CHECK enum xc_status xc_html_trim(struct xc_html_parts *parts,
                                          struct xc_arena *arena);

#endif
