/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A value as machines exchange it: a decimal string, or for times TIMEX3.
 *
 *     "some 3,000"             "3000"
 *     "6 May 2019"             "2019-05-06"
 *     "6 May"                  "XXXX-05-06"
 *     "on Friday"              "XXXX-WXX-5"
 *     "this week"              "2019-W19"
 *     "two weeks"              "P2W"
 *     "an hour and 20 minutes" "PT1H20M"
 *     "from 1 to 5 May 2019"   "(2019-05-01,2019-05-05,P4D)"
 *
 * The days that a date may lie on are the business of the value's bounds; TIMEX3 keeps
 * what the words say, as the Recognizers of Microsoft write it: the end of a range is
 * the first day of its second date.
 */
#ifndef XC_VALUE_TIMEX_H
#define XC_VALUE_TIMEX_H

#include <stdint.h>

#include "base/arena.h"

struct xc_value;

enum xc_timex_form {
    XC_TIMEX_NONE,
    XC_TIMEX_POINT, /* from: a day, week, month, season or year */
    XC_TIMEX_RANGE, /* from one day to another, a length apart */
    XC_TIMEX_SUM,   /* of a DURATION: length of its units are larger ones, named unit */
};

enum xc_season {
    XC_NO_SEASON,
    XC_SPRING,
    XC_SUMMER,
    XC_AUTUMN,
    XC_WINTER,
};

/* What is not said of it is 0. */
struct xc_timex_point {
    int16_t year;
    int8_t month;
    int8_t day;
    int8_t week;    /* of the month, where that is said, else of the year (ISO 8601) */
    int8_t weekday; /* 1 Monday .. 7 Sunday */
    int8_t season;  /* of xc_season */
    bool weekend;
    bool no_century; /* year is its last two figures: "the 90s" */
};

struct xc_timex {
    enum xc_timex_form form;
    struct xc_timex_point from;
    struct xc_timex_point to; /* of a RANGE */
    int32_t length;           /* the same, in … */
    char unit; /* … D, W, M or Y; of a SUM the first letter of its name */
};

/* The number that the words state, whatever approximates it, or the TIMEX3 of a DATE or
 * DURATION; "" when they state none ("dozens", "pink").  Arena; ptr NULL when memory is
 * short. */
struct xc_str xc_value_stated(const struct xc_value *value, struct xc_arena *arena);

#endif
