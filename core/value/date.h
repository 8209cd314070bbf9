/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calendar dates as day numbers and intervals of days (proleptic Gregorian).
 *
 * Never the clock: a relative date counts from a published date that is handed in.
 */
#ifndef XC_VALUE_DATE_H
#define XC_VALUE_DATE_H

#include <stdint.h>

#include "base/arena.h"

struct xc_date {
    int year;  /* 1..9999 */
    int month; /* 1..12, 0: unknown */
    int day;   /* 1..31, 0: unknown */
};

/* Days since 1970-01-01 of a full date. */
int32_t xc_date_day(struct xc_date date);

/* The full date of a day number. */
struct xc_date xc_date_of_day(int32_t day);

/* Whether the (full or partial) date exists. */
bool xc_date_is_valid(struct xc_date date);

/* First and last day of a date that may lack day or month: 2019 -> Jan 1..Dec 31. */
void xc_date_days(struct xc_date date, int32_t *out_first, int32_t *out_last);

/* Reads "YYYY", "YYYY-MM", "YYYY-MM-DD" (a time after T or a space is ignored);
 * false when it is none of these or does not exist. */
bool xc_date_parse_iso(struct xc_str text, struct xc_date *out);

/* "2019-05-06", "2019-05" or "2019"; ptr NULL when memory is short. */
struct xc_str xc_date_text(struct xc_date date, struct xc_arena *arena);

/* 0 Sunday .. 6 Saturday. */
int xc_date_weekday(int32_t day);

/* 1 Monday .. 7 Sunday, as ISO 8601 counts. */
int xc_date_iso_weekday(int32_t day);

/* The week of ISO 8601 that a day lies in: it begins on Monday, and the year's first is
 * the one with its first Thursday. */
void xc_date_iso_week(int32_t day, int *out_year, int *out_week);

/* The full date n months later (earlier: below 0), on the same day of the month or on the
 * month's last; all 0 when it lies outside the years that a date may have. */
struct xc_date xc_date_add_months(struct xc_date date, int64_t n);

#endif
