/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that writes text of the input into XML, inert and well-formed: what XML
 * has no place for (controls, pieces that are not UTF-8) is shown as the text report
 * shows it, and so are bidirectional and other hidden characters.
 *
 *     xc_xml_put(sink, XC_STR("a < \"b\""))  ->  a &lt; &quot;b&quot;
 */
#ifndef XC_REPORT_XML_EMIT_H
#define XC_REPORT_XML_EMIT_H

#include "base/sink.h"

/* Writes text as the content of an element or between the quotes of an attribute; a
 * line break stays one (in an attribute: as a reference). */
void xc_xml_put(struct xc_sink *sink, struct xc_str text);

/* ` name="text"`. */
void xc_xml_attribute(struct xc_sink *sink, const char *name, struct xc_str text);

/* A sink that escapes what it gets and sends it to sink (borrowed).  A piece must not
 * end within a character. */
struct xc_sink xc_xml_pen(struct xc_sink *sink);

#endif
