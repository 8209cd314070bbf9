/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stamps: dates as they were read, with the days they may lie on and with what the words
 * say of them.
 *
 * "6 May" says neither year nor century; the published date and the words around it
 * suggest one, so that its stamp has days, while what is said keeps the year open.
 */
#ifndef XC_VALUE_STAMP_H
#define XC_VALUE_STAMP_H

#include "value/atom.h"
#include "value/date.h"
#include "value/timex.h"

struct xc_stamp {
    struct xc_date date; /* year 0: not said */
    bool has_date;
    bool bounded; /* first and last are known */
    int32_t first;
    int32_t last;
    bool no_first; /* "before 2018": the days before last */
    bool no_last;  /* "since May" */
    bool approximate;
    bool absorbs; /* its numbers count nothing by themselves ("6 May", not "2000") */
    bool at_end;  /* "the end of May" */
    bool is_now;
    bool with_article; /* "the" before it belongs to it: "the week of May 6" */
    struct xc_timex said;
    size_t end;        /* the atom after it */
    size_t said_first; /* the atom where it begins without "about", or with "since" */
};

/* What dates are read from. */
struct xc_calendar {
    const struct xc_atoms *atoms;
    const struct xc_date *published; /* NULL: unknown */
};

/* Gives the stamp the days that its date spans, and says that date. */
void xc_stamp_set(struct xc_stamp *stamp, struct xc_date date);

/* Gives the stamp the days from first to last, and says the first when it is all. */
void xc_stamp_set_days(struct xc_stamp *stamp, int32_t first, int32_t last);

/* Says a month, a day or both without a year; 0: not said. */
void xc_stamp_say_yearless(struct xc_stamp *stamp, int month, int day);

/* Says the ISO week that the day lies in, or its weekend. */
void xc_stamp_say_week(struct xc_stamp *stamp, int32_t day, bool weekend);

/* Says a range of n units (D, W, M or Y) from the one day to the other, which is the first
 * after it. */
void xc_stamp_say_range(struct xc_stamp *stamp, int32_t from, int32_t to, int32_t n,
                        char unit);

/* Gives the stamp the days from the first of a date to the day before another one that
 * lies n units later, and says that range. */
void xc_stamp_set_range(struct xc_stamp *stamp, struct xc_date from, int32_t n,
                        char unit);

/* The stamp that goes from one to the other: "from 6 May to 3 June"; false when that is no
 * range.  Either takes the year from the other where only one says it. */
bool xc_stamp_join(const struct xc_calendar *calendar, const struct xc_stamp *first,
                   const struct xc_stamp *second, struct xc_stamp *out);

#endif
