/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An XML document cleaned for libxml2: one walk over its bytes.
 *
 * Comments, processing instructions and the DOCTYPE are left out, and with it every
 * entity that the document declares, so that none is ever expanded or fetched; HTML's
 * entities become characters; a bare '&' becomes text.  What else is not well formed is
 * left for the library to say.
 */
#ifndef XC_DATA_XML_SCAN_H
#define XC_DATA_XML_SCAN_H

#include "data/markup_out.h"
#include "data/markup_reference.h"

/*
 * Writes the cleaned document to out.  Tags over the caps and entities that the document
 * declares are told.  XC_BAD_INPUT, told as malformed: elements nested too deep, or a
 * comment, tag or section that never ends.
 */
XC_MUST_CHECK enum xc_status xc_xml_scan(struct xc_str xml, struct xc_str path,
                                         xc_markup_entity entity,
                                         struct xc_markup_out *out,
                                         struct xc_problems *problems);

#endif
