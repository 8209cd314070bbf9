/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Characters: UTF-8 in and out, and those that folding treats by hand.
 *
 * NFKC leaves curly quotes and dashes alone and says nothing of hidden characters; the
 * lists here do.  What needs the Unicode database is in fold.h.
 */
#ifndef XC_TEXT_CHARACTER_H
#define XC_TEXT_CHARACTER_H

#include <stdint.h>

#include "base/span.h"

/* What xc_character_decode stores for bytes that are not UTF-8. */
#define XC_CHARACTER_INVALID UINT32_MAX
#define XC_CHARACTER_REPLACEMENT ((uint32_t)0xFFFD)

/*
 * Decodes the character at byte at of text (at < text.len) and returns its length in
 * bytes, at least 1.  Bytes that are not UTF-8 give XC_CHARACTER_INVALID and the length
 * of the maximal bad piece (Unicode 15, section 3.9, "maximal subpart").
 */
size_t xc_character_decode(struct xc_str text, size_t at, uint32_t *out_code);

/* Writes code (a Unicode scalar value) as UTF-8; returns the number of bytes. */
size_t xc_character_encode(uint32_t code, char out[4]);

/*
 * The plain spelling of a quotation mark, prime, guillemet, hyphen, dash, white-space
 * or control character: `'`, `"`, `-`, `--`, `...` or a space; NULL for every other.
 */
const char *xc_character_plain(uint32_t code);

/*
 * Whether code can't be seen and is dropped: zero-width and bidirectional controls,
 * soft hyphen, byte order mark, variation selectors, tags, fillers.
 */
bool xc_character_is_hidden(uint32_t code);

/*
 * Whether the hidden character code is innocent between previous and next (0: none):
 * a soft hyphen, a variation selector or tag after an emoji (or a keycap's digit), a
 * joiner between two emoji, and what a script other than Latin needs beside its own
 * letters: joiners in Arabic and Indian scripts, zero-width spaces in Thai, the fillers
 * of Hangul.
 */
bool xc_character_is_innocent(uint32_t code, uint32_t previous, uint32_t next);

/* Whether code is a control character that is no white space (nor one of the C1 codes
 * that stand for quotation marks and dashes in mislabelled windows-1252): dropped. */
bool xc_character_is_control(uint32_t code);

/* Whether the hidden character code rules the direction of the text around it. */
bool xc_character_is_direction(uint32_t code);

/* Whether code is of a script written from right to left. */
bool xc_character_is_right_to_left(uint32_t code);

/*
 * What must be written before code when a digit stands before it, so that the number
 * is not misread once code is decomposed: ' ' for a fraction ("2½" is 2 1/2, not
 * 21/2), '^' for a superscript digit ("10²" is not 102); '\0': nothing.
 */
char xc_character_joint(uint32_t code);

#endif
