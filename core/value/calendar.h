/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates in words and figures: "6 May 2019", "in May", "the 1990s", "05/06/2019",
 * "on Monday", "two years ago", "last week".
 *
 * A relative date counts from the published date; without one it keeps only what is
 * sure.  What lacks its year lies in the past, unless a word of the future stands
 * nearer to it than one of the past (HeidelTime's rule for news).
 */
#ifndef XC_VALUE_CALENDAR_H
#define XC_VALUE_CALENDAR_H

#include "value/atom.h"

/* A date as it was read, and where it ends. */
struct xc_stamp {
    struct xc_date date; /* year 0: not said */
    bool has_date;
    bool bounded; /* first and last are known */
    int32_t first;
    int32_t last;
    bool approximate;
    bool absorbs; /* its numbers count nothing by themselves ("6 May", not "2000") */
    size_t end;
};

/* The longest date that begins at atom i; published may be NULL. */
bool xc_calendar_read(const struct xc_atoms *atoms, const struct xc_date *published,
                      size_t i, struct xc_stamp *out);

/* The same for dates that count from the published one: "on Monday", "yesterday",
 * "last year", "two years ago" (relative.c). */
bool xc_calendar_read_relative(const struct xc_atoms *atoms,
                               const struct xc_date *published, size_t i,
                               struct xc_stamp *out);

/* Whether what is said at atom i lies ahead: see above. */
bool xc_calendar_is_ahead(const struct xc_atoms *atoms, size_t i);

/* Gives the stamp the days that its date spans. */
void xc_stamp_set(struct xc_stamp *stamp, struct xc_date date);

#endif
