/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that writes text of the input into GitHub-flavoured Markdown, inert:
 * no emphasis, link, image, code, HTML, table cell, list, mention or address comes of it.
 *
 *     *see* <b> @star http://a.b  ->  \*see\* &lt;b&gt; @<!-- -->star http\://a.b
 *
 * Hidden characters are shown as the text report shows them.  A line break becomes a
 * space, so a piece never begins a line of its own.
 */
#ifndef XC_REPORT_MARKDOWN_EMIT_H
#define XC_REPORT_MARKDOWN_EMIT_H

#include "base/sink.h"

/* Writes text so that it reads as it stands. */
void xc_markdown_put(struct xc_sink *sink, struct xc_str text);

/* The same, in bold.  Whatever stands on either side, it is bold. */
void xc_markdown_strong(struct xc_sink *sink, struct xc_str text);

/* A sink that escapes what it gets and sends it to sink (borrowed). */
struct xc_sink xc_markdown_pen(struct xc_sink *sink);

#endif
