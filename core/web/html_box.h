/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which elements of a web page are boxes of its layout, and which are the text's markup
 * whatever they are called.
 *
 *     <td>…a hundred words…</td>                    a column: a box
 *     <div>One.</div><div><div>Two.</div></div>     paragraphs: markup
 */
#ifndef XC_WEB_HTML_BOX_H
#define XC_WEB_HTML_BOX_H

#include "web/html_block.h"

/* Sets the hosts of *blocks, and its bits CONTENT and SERIES by what the elements hold.
 * XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_html_boxes_find(struct xc_html_blocks *blocks,
                                                struct xc_arena *arena);

#endif
