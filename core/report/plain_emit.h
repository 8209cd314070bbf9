/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that makes plain text of the input's: hidden characters are shown as the
 * text report shows them, what is not UTF-8 becomes U+FFFD, and runs of white space one
 * space.  What comes out still has to be escaped for the language that it stands in.
 *
 *     xc_plain_put(sink, XC_STR("a\n b\x1b"))  ->  a b\x1b
 */
#ifndef XC_REPORT_PLAIN_EMIT_H
#define XC_REPORT_PLAIN_EMIT_H

#include "base/sink.h"

/* Writes prose. */
void xc_plain_put(struct xc_sink *sink, struct xc_str text);

/* Writes a name or path, whose tabs and line ends are shown, too. */
void xc_plain_name(struct xc_sink *sink, struct xc_str name);

/* Sinks that do the same with what they get and send it to sink (borrowed). */
struct xc_sink xc_plain_pen(struct xc_sink *sink);
struct xc_sink xc_plain_name_pen(struct xc_sink *sink);

#endif
