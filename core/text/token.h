/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tokens: where in the folded text a word begins and ends, before clitics are split.
 *
 *     don't   3,000.5   u.s.   f**king   https://a.example/2019   20th
 *
 * Shapes only; what a token's words and keys are is word.c's affair, and for it alone.
 */
#ifndef XC_TEXT_TOKEN_H
#define XC_TEXT_TOKEN_H

#include "base/span.h"

enum xc_token_shape {
    XC_TOKEN_WORD,    /* letters and digits, inner apostrophes and masks */
    XC_TOKEN_NUMBER,  /* begins with a digit or with a point and a digit */
    XC_TOKEN_ACRONYM, /* single letters with points: two or more */
    XC_TOKEN_URL,
};

struct xc_token {
    enum xc_token_shape shape;
    size_t end;          /* offset after it */
    bool is_plain;       /* only a-z, 0-9, '*' and the points of a number */
    bool has_apostrophe; /* between two letters */
};

/* Whether a letter or digit stands at offset at (a character begins there). */
bool xc_token_begins(struct xc_str text, size_t at);

/* Whether a letter, digit or combining mark stands at offset at; false at the end. */
bool xc_token_goes_on(struct xc_str text, size_t at);

/*
 * Whether a number begins at offset at with its point: ".5", but not in "1.5".
 */
bool xc_token_begins_with_point(struct xc_str text, size_t at);

/*
 * The token that begins at offset at, where xc_token_begins or
 * xc_token_begins_with_point holds.  stars_open: a "*" before the token is waiting for
 * one behind it (emphasis), so stars at its end mask nothing.  Only a URL is longer than
 * XC_MAX_WORD_BYTES.
 */
void xc_token_scan(struct xc_str text, size_t at, bool stars_open,
                   struct xc_token *out);

/* The bytes at the end of url that belong to the sentence around it: ".", ")" … */
size_t xc_token_url_tail(struct xc_str url);

#endif
