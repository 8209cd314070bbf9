/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Years and longer: "2019", "2018-19", "the 1990s", "the 19th century"; and whether a
 * number is a year at all ("2000 people" are none).
 */
#ifndef XC_VALUE_YEAR_H
#define XC_VALUE_YEAR_H

#include "value/stamp.h"

/* The first number that may be a year. */
#define XC_FIRST_YEAR 1400

/* The number as an int when it is whole, not negative and at most limit. */
bool xc_year_whole(struct xc_decimal number, int limit, int *out);

/* Figures as they stand in a date: at most so many digits, no comma, no point. */
bool xc_year_figures(const struct xc_atoms *atoms, size_t i, size_t max_digits,
                     int *out);

/* Four figures that may be a year by their value. */
bool xc_year_at(const struct xc_atoms *atoms, size_t i, int *out);

/* A year in words: "nineteen eighty-six", "two thousand and five", "seventeen hundred
 * thirty-three". */
bool xc_year_words(const struct xc_atoms *atoms, size_t i, int *out, size_t *out_end);

/* Whether something that is counted stands at atom end, after the number: "2000
 * people", "2000 metres". */
bool xc_year_counts(const struct xc_atoms *atoms, size_t end);

/* The year or years that begin at atom i, where the neighbours allow it. */
bool xc_year_read(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out);

/* The decade or century that begins at atom i. */
bool xc_era_read(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out);

#endif
