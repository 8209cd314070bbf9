/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTF-8, byte by byte: what is valid and what is not.
 *
 *     xc_utf8_decode(XC_STR("é"), 0, &c) -> 2, c = U+00E9
 */
#ifndef XC_DATA_UTF8_H
#define XC_DATA_UTF8_H

#include <stdint.h>

#include "base/span.h"

/*
 * The length in bytes (1 to 4) of the character at byte off of text, and the character
 * in *out; 0 when there is none: past the end, a stray or missing continuation byte, an
 * overlong form, a surrogate, over U+10FFFF.  *out is then untouched.
 */
size_t xc_utf8_decode(struct xc_str text, size_t off, uint32_t *out);

/*
 * The offset of the first byte at or after from that is not part of valid UTF-8 or is
 * a NUL byte; text.len when there is none.
 */
size_t xc_utf8_first_bad(struct xc_str text, size_t from);

/* The number of characters of text; a byte that is no continuation byte counts one. */
size_t xc_utf8_count(struct xc_str text);

/* Whether c is white space: ASCII's, U+00A0, U+2000..U+200B, U+2028, U+2029, U+202F,
 * U+3000, and the byte order mark. */
bool xc_utf8_is_space(uint32_t c);

#endif
