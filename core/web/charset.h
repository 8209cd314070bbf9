/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which charset a document's bytes are in: what it declares, read as browsers read it.
 *
 *     <meta charset="iso-8859-1">  ->  "CP1252", as every browser takes it
 *
 * The bytes are only looked at here; io/charset.h converts them.
 */
#ifndef XC_WEB_CHARSET_H
#define XC_WEB_CHARSET_H

#include "base/span.h"

struct xc_charset {
    const char *name;      /* for iconv: "UTF-8", "CP1252"; static */
    const char *label;     /* for people: "UTF-8", "windows-1252"; static */
    bool guessed;          /* not declared, and not UTF-8 without a fault */
    struct xc_str unknown; /* a declared label that nobody knows; borrowed, or "" */
};

/*
 * The charset of an HTML document: what a byte-order mark says, a meta element within the
 * first XC_MAX_CHARSET_SCAN_BYTES (read by the HTML standard's rules) or an XML declaration.
 * Without any of them it is UTF-8 when the bytes are valid UTF-8 or mostly so, else
 * windows-1252.
 */
struct xc_charset xc_charset_html(struct xc_str bytes);

/* The same for an XML document, by its mark or XML declaration. */
struct xc_charset xc_charset_xml(struct xc_str bytes);

/* The charset that label names to browsers (case and white space at its ends ignored):
 * "latin1" is windows-1252.  False: nobody knows it; *out is then untouched. */
bool xc_charset_named(struct xc_str label, struct xc_charset *out);

/*
 * The name of an encoding of 2 or 4 bytes a character ("UTF-16") that the bytes seem to
 * be in without having been turned into UTF-8, or NULL: in such text every other byte
 * of plain English is NUL.
 */
const char *xc_charset_wide(struct xc_str bytes);

#endif
