/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clitics: words written together with the word before them by an apostrophe.  For
 * word.c alone.
 *
 *     couldn't've -> could + n't (not) + 've (have)
 */
#ifndef XC_TEXT_CLITIC_H
#define XC_TEXT_CLITIC_H

#include "text/word.h"

/* The clitics that are taken off one word; y'all'd've has two. */
#define XC_CLITICS_OF_A_WORD 3

struct xc_clitic {
    struct xc_span bytes; /* in the token */
    struct xc_str key;
};

struct xc_clitics {
    struct xc_clitic items[XC_CLITICS_OF_A_WORD]; /* in reading order */
    size_t n;
    size_t host_len;        /* bytes of the token that are left to the host */
    struct xc_str host_key; /* where n't has cut the host short ("wo"); else empty */
    bool is_possessive;     /* a possessive 's was taken off */
};

/* Takes the clitics and a possessive 's off token, a folded word with an apostrophe. */
void xc_clitics_split(const struct xc_word_rules *rules, struct xc_str token,
                      struct xc_clitics *out);

/* Whether 's after these digits makes the plural of a decade (the 1990's, the 90's)
 * and not a possessive (2019's, 2020's). */
bool xc_clitic_makes_decade(struct xc_str digits);

#endif
