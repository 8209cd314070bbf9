/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/date.h"

static const int days_per_era = 146097;      /* 400 Gregorian years */
static const int days_before_epoch = 719468; /* from 0000-03-01 to 1970-01-01 */

int32_t
xc_date_day(struct xc_date date)
{
    /* The year begins in March, so that the leap day is its last; a month's first day
     * within such a year is (153 m + 2) / 5. */
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int month = date.month > 2 ? date.month - 3 : date.month + 9;
    int day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return (int32_t)(era * days_per_era + day_of_era - days_before_epoch);
}

struct xc_date
xc_date_of_day(int32_t day)
{
    int64_t z = (int64_t)day + days_before_epoch;
    int64_t era = (z >= 0 ? z : z - (days_per_era - 1)) / days_per_era;
    int day_of_era = (int)(z - era * days_per_era);
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
        365;
    int day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (5 * day_of_year + 2) / 153;
    struct xc_date date;

    date.day = day_of_year - (153 * month + 2) / 5 + 1;
    date.month = month < 10 ? month + 3 : month - 9;
    date.year = (int)(year_of_era + era * 400) + (date.month <= 2);
    return date;
}

static int
month_length(int year, int month)
{
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    if (month == 2)
        return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool
xc_date_is_valid(struct xc_date date)
{
    if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12)
        return false;
    if (date.month == 0)
        return date.day == 0;
    return date.day >= 0 && date.day <= month_length(date.year, date.month);
}

void
xc_date_days(struct xc_date date, int32_t *out_first, int32_t *out_last)
{
    struct xc_date first = date;
    struct xc_date last = date;

    if (date.month == 0) {
        first.month = 1;
        last.month = 12;
    }
    if (date.month == 0 || date.day == 0) {
        first.day = 1;
        last.day = month_length(last.year, last.month);
    }
    *out_first = xc_date_day(first);
    *out_last = xc_date_day(last);
}

/* Takes exactly n digits off the front of *text; false when they are not there. */
static bool
take_digits(struct xc_str *text, size_t n, int *out)
{
    int number = 0;
    size_t i;

    if (text->len < n)
        return false;
    for (i = 0; i < n; i++) {
        if (text->ptr[i] < '0' || text->ptr[i] > '9')
            return false;
        number = number * 10 + (text->ptr[i] - '0');
    }
    *text = xc_str_sub(*text, n, text->len - n);
    *out = number;
    return true;
}

static bool
take_hyphen(struct xc_str *text)
{
    if (text->len == 0 || text->ptr[0] != '-')
        return false;
    *text = xc_str_sub(*text, 1, text->len - 1);
    return true;
}

bool
xc_date_parse_iso(struct xc_str text, struct xc_date *out)
{
    struct xc_str rest = xc_str_trim(text);
    struct xc_date date = {0, 0, 0};

    if (!take_digits(&rest, 4, &date.year))
        return false;
    if (take_hyphen(&rest)) {
        /* A month or day of 00 is no way to say "unknown". */
        if (!take_digits(&rest, 2, &date.month) || date.month == 0)
            return false;
        if (take_hyphen(&rest)) {
            if (!take_digits(&rest, 2, &date.day) || date.day == 0)
                return false;
        }
    }
    if (rest.len > 0 && (date.day == 0 || (rest.ptr[0] != 'T' && rest.ptr[0] != 't' &&
                                           rest.ptr[0] != ' ')))
        return false;
    if (!xc_date_is_valid(date))
        return false;
    *out = date;
    return true;
}

struct xc_str
xc_date_text(struct xc_date date, struct xc_arena *arena)
{
    if (date.month == 0)
        return xc_arena_printf(arena, "%04d", date.year);
    if (date.day == 0)
        return xc_arena_printf(arena, "%04d-%02d", date.year, date.month);
    return xc_arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

int
xc_date_weekday(int32_t day)
{
    /* 1970-01-01 was a Thursday. */
    return (int)((((int64_t)day + 4) % 7 + 7) % 7);
}

int
xc_date_iso_weekday(int32_t day)
{
    return (xc_date_weekday(day) + 6) % 7 + 1;
}

void
xc_date_iso_week(int32_t day, int *out_year, int *out_week)
{
    int32_t thursday = day - xc_date_iso_weekday(day) + 4;
    int year = xc_date_of_day(thursday).year;

    *out_year = year;
    *out_week = (thursday - xc_date_day((struct xc_date){year, 1, 1})) / 7 + 1;
}

struct xc_date
xc_date_add_months(struct xc_date date, int64_t n)
{
    int64_t months = (int64_t)date.year * 12 + (date.month - 1) + n;
    struct xc_date shifted = {0, 0, 0};
    int length;

    if (months < 12 || months >= (int64_t)10000 * 12)
        return shifted;
    shifted.year = (int)(months / 12);
    shifted.month = (int)(months % 12) + 1;
    length = month_length(shifted.year, shifted.month);
    shifted.day = date.day > length ? length : date.day;
    return shifted;
}
