/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates that name a month: "6 May 2019", "May 6-8", "the 6th of May", "in May", "Oct/2",
 * "2019-Aug-01".
 *
 * What lacks its year lies in the past, unless a word of the future stands nearer to it
 * than one of the past (HeidelTime's rule for news).
 */
#ifndef XC_VALUE_MONTH_H
#define XC_VALUE_MONTH_H

#include "value/stamp.h"

/* The date with a month that begins at atom i.  A month alone is one only where something
 * says so ("in May"), unless bare: as in "May to March". */
bool xc_month_read(const struct xc_calendar *calendar, size_t i, bool bare,
                   struct xc_stamp *out);

/* The day of a month at atom i: "6", "6th", "sixth", "thirty-first". */
bool xc_month_day_at(const struct xc_atoms *atoms, size_t i, int *out, size_t *out_end);

/* The month at atom i, NULL when none is; *is_word for one that is also another word
 * ("may"). */
const struct xc_form *xc_month_at(const struct xc_atoms *atoms, size_t i, size_t *end,
                                  bool *is_word);

/* The year of a date at atom i, after its month or period: "2019", "of 2019", "in 2019",
 * "nineteen eighty six". */
bool xc_month_year_at(const struct xc_atoms *atoms, size_t i, int *out,
                      size_t *out_end);

/* The stamp's date of month and perhaps day without a year gets the one that the published
 * date and the words of the sentence suggest. */
void xc_month_suggest_year(const struct xc_calendar *calendar, size_t i,
                           struct xc_stamp *stamp);

/* Whether what is said at atom i lies ahead: see above. */
bool xc_month_is_ahead(const struct xc_atoms *atoms, size_t i);

#endif
