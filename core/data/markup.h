/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTML and XML into events, by libxml2's SAX parsers; the only file that knows libxml2.
 *
 *     "<P>Lace <br>up"  ->  open p, text "Lace ", open br, close br, text "up", close p
 *
 * No tree is built.  Before the library sees a byte, the markup is walked once and cleaned
 * (html_scan.h, xml_scan.h): a tag over XC_MAX_TAG_BYTES loses its attributes, one with
 * more than XC_MAX_TAG_ATTRIBUTES the rest of them, and elements nested deeper than
 * XC_MAX_MARKUP_DEPTH refuse the document; each is told.  No entity of the document's own
 * is expanded, and nothing outside of it is ever opened.
 */
#ifndef XC_DATA_MARKUP_H
#define XC_DATA_MARKUP_H

#include "base/status.h"

/* Name in lower case for HTML, with its prefix ("dc:creator") for XML; the value's
 * entities are resolved.  Borrowed during the call. */
struct xc_attribute {
    struct xc_str name;
    struct xc_str value;
};

/*
 * Called in the document's order; a false return ends the reading with XC_NO_MEMORY.
 * line counts from 1 in the bytes given: where the tag or the text begins.  open and
 * close are balanced: what the document leaves open is closed at its end, void elements
 * ("br") are closed at once.  text comes in pieces of any size, entities resolved, never
 * empty; the contents of script and style come through it too (comments don't).  Line
 * ends are '\n', and control characters, which no markup allows, are left out.
 */
struct xc_markup_handlers {
    bool (*open)(void *context, struct xc_str name,
                 const struct xc_attribute *attributes, size_t n_attributes,
                 size_t line);
    bool (*close)(void *context, struct xc_str name);
    bool (*text)(void *context, struct xc_str text, size_t line);
};

/* Call once before the first document, while there is one thread.  Can't fail. */
void xc_markup_prepare(void);

/*
 * Reads an HTML document or fragment (valid UTF-8, whatever it declares; borrowed).
 * HTML has no errors: whatever the bytes, there are events.  path names it in problems.
 * A comment, tag or raw element that never ends is told as malformed, and the rest of the
 * document is left out.  XC_BAD_INPUT, without events: nested too deep, or over
 * XC_MAX_MARKUP_NAMES; told as malformed.
 */
XC_MUST_CHECK enum xc_status xc_markup_html(struct xc_str bytes, struct xc_str path,
                                            const struct xc_markup_handlers *handlers,
                                            void *context,
                                            struct xc_problems *problems);

/*
 * Reads an XML document the same way; CDATA sections come as text, HTML's named
 * references are known, a bare '&' is text, and where elements are left open, they are
 * not closed.  XC_BAD_INPUT: not well formed (told once, with line and column), nested
 * too deep, or over XC_MAX_MARKUP_NAMES; events before that place were given.
 */
XC_MUST_CHECK enum xc_status xc_markup_xml(struct xc_str bytes, struct xc_str path,
                                           const struct xc_markup_handlers *handlers,
                                           void *context, struct xc_problems *problems);

#endif
