/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole numbers in words and figures, one word after the other: "two hundred and five
 * thousand", "3 million", "fifty-two".
 *
 * While one is read, current is 205 when "thousand" multiplies it into total.
 */
#ifndef XC_VALUE_TALLY_H
#define XC_VALUE_TALLY_H

#include "value/atom.h"

struct xc_tally {
    struct xc_decimal total;
    struct xc_decimal current;
    struct xc_decimal room;  /* the next number word must be below it to be added */
    struct xc_decimal limit; /* the next scale must be below it */
    struct xc_decimal scale; /* of the last word, if that was a scale; else 0 */
    bool has_current;
    bool has_limit;
    bool open; /* room: no number word read since the start or the last scale */
    size_t n_scales;
    size_t end; /* the atom after it */
};

/* The longest number of whole words that begins at atom i and ends at atom `stop` at most. */
bool xc_tally_read(const struct xc_atoms *atoms, size_t i, size_t stop,
                   struct xc_tally *out);

/* What it has come to; false when that is too large for a decimal. */
bool xc_tally_sum(const struct xc_tally *tally, struct xc_decimal *out);

/* Whether an ordinal word goes on with the tally ("twenty" and "first"): then *out is the
 * two together. */
bool xc_tally_add_rank(const struct xc_tally *tally, struct xc_decimal rank,
                       struct xc_decimal *out);

#endif
