/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A line of plain text and the words in it, by white space.
 *
 *     xc_line_ends_in(XC_STR("He said \"no.\""), ".") -> true
 */
#ifndef XC_SOURCE_LINE_H
#define XC_SOURCE_LINE_H

#include "base/span.h"

/* c in lower case when it is an ASCII letter, else its value as unsigned char. */
int xc_line_lower(char c);

/* Whether c is an ASCII letter or a byte of a longer character; digit; capital. */
bool xc_line_is_letter(char c);
bool xc_line_is_digit(char c);
bool xc_line_is_upper(char c);

/* text without the white space at both ends, Unicode's included. */
struct xc_str xc_line_trim(struct xc_str text);

/* Takes the next word (a piece without white space) from *rest; false at the end. */
bool xc_line_next_word(struct xc_str *rest, struct xc_str *out_word);

/* The number of words of line, counted up to most + 1. */
size_t xc_line_count_words(struct xc_str line, size_t most);

/* Whether a and b have the same letters and digits, ASCII case and all else ignored. */
bool xc_line_says_the_same(struct xc_str a, struct xc_str b);

/* Whether line ends in . ! ? … : or ;, closing quotes and brackets after it or not. */
bool xc_line_ends_sentence(struct xc_str line);

/* Whether line ends in one of the ASCII characters of marks, as above. */
bool xc_line_ends_in(struct xc_str line, const char *marks);

#endif
