/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Character references of HTML and XML, made fit for the library.
 *
 *     "&#146;" -> U+2019      a Windows-1252 number, as browsers read it
 *     "AT&T"   -> "AT&amp;T"  no reference at all
 */
#ifndef XC_DATA_MARKUP_REFERENCE_H
#define XC_DATA_MARKUP_REFERENCE_H

#include "data/markup_out.h"

/*
 * Writes the HTML reference whose '&' stands at off of bytes and gives the number of
 * bytes that were read, 1 when it is a bare '&'.  The named ones are left to the
 * library.  in_value: in an attribute, where "&copy=" is no reference.
 */
size_t xc_markup_reference_html(struct xc_str bytes, size_t off, bool in_value,
                                struct xc_markup_out *out);

/* Gives the character that HTML calls name, 0 when there is none. */
typedef uint32_t (*xc_markup_entity)(struct xc_str name);

/* The same for XML: beside its own five names HTML's are known, since feeds have them;
 * a name that the document itself may declare stays as it stands ("&lol;"). */
size_t xc_markup_reference_xml(struct xc_str bytes, size_t off, xc_markup_entity entity,
                               struct xc_markup_out *out);

#endif
