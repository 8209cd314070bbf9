/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTF-16 and UTF-32 that begin with a byte-order mark, into UTF-8, piece by piece.
 *
 * The mark becomes UTF-8's, which every reader passes over.  What is no character (half
 * of a surrogate pair, an odd byte at the end) becomes U+FFFD.
 */
#ifndef XC_DATA_WIDE_H
#define XC_DATA_WIDE_H

#include "base/span.h"

enum xc_wide {
    XC_WIDE_NONE,
    XC_WIDE_UTF16_LE,
    XC_WIDE_UTF16_BE,
    XC_WIDE_UTF32_LE,
    XC_WIDE_UTF32_BE,
};

/* What the mark at the start of bytes says; four bytes tell. */
enum xc_wide xc_wide_by_mark(struct xc_str bytes);

/* "UTF-16" or "UTF-32"; NULL for none. */
const char *xc_wide_name(enum xc_wide wide);

/*
 * Converts characters of *in, which is moved on, to out until less than 4 of its room
 * bytes are left or *in holds only part of a character; when last, that part is a bad
 * character.  Adds the bad characters to *n_bad; returns the number of bytes at out.
 */
size_t xc_wide_convert(enum xc_wide wide, struct xc_str *in, bool last, char *out,
                       size_t room, size_t *n_bad);

#endif
