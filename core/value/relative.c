/* SPDX-License-Identifier: Apache-2.0 */
/* Dates that count from the published one. */
#include "config.h"

#include "value/calendar.h"

#include "value/amount.h"

/* How many words before a date may tell whether it lies ahead. */
static const size_t tense_reach = 12;
/* Dates are not followed further than this from the published one. */
static const int64_t most_units = 5000;

void
xc_stamp_set(struct xc_stamp *stamp, struct xc_date date)
{
    stamp->date = date;
    stamp->has_date = true;
    if (!xc_date_is_valid(date))
        return;
    xc_date_days(date, &stamp->first, &stamp->last);
    stamp->bounded = true;
}

bool
xc_calendar_is_ahead(const struct xc_atoms *atoms, size_t i)
{
    size_t n;

    for (n = 1; n <= tense_reach && n <= i; n++) {
        if (xc_atoms_form(atoms, i - n, XC_FORM_PAST, NULL) != NULL)
            return false;
        if (xc_atoms_form(atoms, i - n, XC_FORM_FUTURE, NULL) != NULL)
            return true;
    }
    return false;
}

static struct xc_date
shift_months(struct xc_date date, int64_t n)
{
    int64_t months = (int64_t)date.year * 12 + (date.month - 1) + n;
    struct xc_date shifted = {0, 0, 0};

    if (months < 12)
        return shifted;
    shifted.year = (int)(months / 12);
    shifted.month = (int)(months % 12) + 1;
    return shifted;
}

static void
set_days(struct xc_stamp *stamp, int32_t first, int32_t last)
{
    stamp->bounded = true;
    stamp->first = first;
    stamp->last = last;
    if (first == last)
        xc_stamp_set(stamp, xc_date_of_day(first));
}

/* "on Monday", "last Monday", "next Monday"; by default the latest one, the published
 * day itself included, since wire copy says "on Monday" on Monday. */
static bool
read_weekday(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
             struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true};
    size_t at = i;
    const struct xc_form *which = xc_atoms_form(atoms, i, XC_FORM_WHICH, &at);
    const struct xc_form *weekday;
    int32_t today;
    int back;

    if (which != NULL && !xc_atoms_joined(atoms, at))
        return false;
    weekday = xc_atoms_form(atoms, at, XC_FORM_WEEKDAY, &stamp.end);
    if (weekday == NULL || (atoms->items[at].flags & XC_ATOM_CAPITAL) == 0)
        return false;
    if (published != NULL) {
        today = xc_date_day(*published);
        back = (xc_date_weekday(today) - weekday->code + 7) % 7;
        if (which != NULL && which->code < 0)
            back = back == 0 ? 7 : back;
        else if (which != NULL ? which->code > 0 : xc_calendar_is_ahead(atoms, i))
            back -= 7;
        else if (which != NULL) /* "this Monday": of the week from Monday to Sunday */
            back = (xc_date_weekday(today) + 6) % 7 - (weekday->code + 6) % 7;
        set_days(&stamp, today - back, today - back);
    }
    *out = stamp;
    return true;
}

static bool
read_day(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
         struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true};
    const struct xc_form *day = xc_atoms_form(atoms, i, XC_FORM_DAY, &stamp.end);

    if (day == NULL)
        return false;
    if (published != NULL)
        set_days(&stamp, xc_date_day(*published) + day->code,
                 xc_date_day(*published) + day->code);
    *out = stamp;
    return true;
}

/* The calendar week, month or year that lies n from the published one. */
static bool
set_period(struct xc_stamp *stamp, const struct xc_date *published,
           enum xc_period period, int n)
{
    int32_t today = xc_date_day(*published);
    int32_t monday;

    switch (period) {
    case XC_PERIOD_DAY:
    case XC_PERIOD_DECADE:
    case XC_PERIOD_CENTURY:
        return false;
    case XC_PERIOD_WEEK:
        monday = today - (xc_date_weekday(today) + 6) % 7 + 7 * n;
        set_days(stamp, monday, monday + 6);
        return true;
    case XC_PERIOD_MONTH:
        xc_stamp_set(stamp, shift_months(*published, n));
        return true;
    case XC_PERIOD_YEAR:
        xc_stamp_set(stamp, (struct xc_date){published->year + n, 0, 0});
        return true;
    }
    return false;
}

/* "last year", "this week", "next month"; "the last year" is a duration. */
static bool
read_which_period(const struct xc_atoms *atoms, const struct xc_date *published,
                  size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true};
    size_t at;
    const struct xc_form *which = xc_atoms_form(atoms, i, XC_FORM_WHICH, &at);
    const struct xc_form *period;

    if (which == NULL || !xc_atoms_joined(atoms, at) ||
        (i > 0 && xc_atoms_joined(atoms, i) && xc_atoms_is(atoms, i - 1, "the")))
        return false;
    period = xc_atoms_form(atoms, at, XC_FORM_PERIOD, &stamp.end);
    if (period == NULL || period->code == XC_PERIOD_DAY)
        return false;
    if (published != NULL &&
        !set_period(&stamp, published, (enum xc_period)period->code, which->code))
        return false;
    *out = stamp;
    return true;
}

/* "last May", "this May", "next May", "last summer". */
static bool
read_which_month(const struct xc_atoms *atoms, const struct xc_date *published,
                 size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true};
    size_t at;
    const struct xc_form *which = xc_atoms_form(atoms, i, XC_FORM_WHICH, &at);
    const struct xc_form *month;
    int year;

    if (which == NULL || !xc_atoms_joined(atoms, at))
        return false;
    month = xc_atoms_form(atoms, at, XC_FORM_MONTH, &stamp.end);
    if (month == NULL && (atoms->items[at].flags & XC_ATOM_CAPITAL) != 0)
        month = xc_atoms_form(atoms, at, XC_FORM_MONTH_WORD, &stamp.end);
    if (month == NULL) {
        if (xc_atoms_form(atoms, at, XC_FORM_SEASON, &stamp.end) == NULL)
            return false;
        /* Summers of the two hemispheres lie half a year apart. */
        if (published != NULL) {
            set_days(&stamp, xc_date_day((struct xc_date){published->year - 1, 1, 1}),
                     xc_date_day((struct xc_date){published->year + 1, 12, 31}));
            stamp.approximate = true;
        }
        *out = stamp;
        return true;
    }
    stamp.date.month = month->code;
    stamp.has_date = true;
    if (published != NULL) {
        year = published->year;
        if (which->code < 0 && month->code >= published->month)
            year--;
        if (which->code > 0 && month->code <= published->month)
            year++;
        xc_stamp_set(&stamp, (struct xc_date){year, month->code, 0});
    }
    *out = stamp;
    return true;
}

/* n units before the published date: the days it may mean. */
static bool
days_ago(const struct xc_date *published, enum xc_period period, int64_t n,
         struct xc_stamp *out)
{
    int32_t today = xc_date_day(*published);

    switch (period) {
    case XC_PERIOD_DAY:
        set_days(out, today - (int32_t)n, today - (int32_t)n);
        return true;
    case XC_PERIOD_WEEK:
        set_days(out, today - (int32_t)(7 * n) - 3, today - (int32_t)(7 * n) + 3);
        break;
    case XC_PERIOD_MONTH:
        xc_stamp_set(out, shift_months(*published, -n));
        break;
    case XC_PERIOD_YEAR:
        if (n >= published->year)
            return false;
        xc_stamp_set(out, (struct xc_date){published->year - (int)n, 0, 0});
        break;
    case XC_PERIOD_DECADE:
    case XC_PERIOD_CENTURY:
        n *= period == XC_PERIOD_DECADE ? 10 : 100;
        if (n + 5 >= published->year)
            return false;
        set_days(out, xc_date_day((struct xc_date){published->year - (int)n - 5, 1, 1}),
                 xc_date_day((struct xc_date){published->year - (int)n + 5, 12, 31}));
        break;
    }
    out->approximate = true;
    return out->bounded;
}

static bool
whole_units(struct xc_decimal number, int64_t *out)
{
    int64_t n = number.mantissa;
    int exponent = number.exponent;

    if (n < 0)
        return false;
    for (; exponent > 0 && n < most_units; exponent--)
        n *= 10;
    for (; exponent < 0 && n > 0; exponent++)
        n /= 10;
    *out = n;
    return n < most_units;
}

/* "two years ago", "a month ago", "about 20 years ago", "several weeks ago". */
static bool
read_ago(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
         struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = 0};
    struct xc_amount amount = {.end = i + 1};
    struct xc_stamp near = {.end = 0};
    struct xc_stamp far = {.end = 0};
    const struct xc_form *period;
    int64_t least = 1;
    int64_t most = 1;
    size_t at;

    if (xc_amount_read(atoms, i, false, &amount)) {
        if (amount.sign != NULL || !amount.low.finite || !amount.high.finite ||
            !whole_units(amount.low.at, &least) || !whole_units(amount.high.at, &most))
            return false;
    } else if (xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) == NULL) {
        return false;
    }
    if (!xc_atoms_joined(atoms, amount.end))
        return false;
    period = xc_atoms_form(atoms, amount.end, XC_FORM_PERIOD, &at);
    if (period == NULL || !xc_atoms_joined(atoms, at) ||
        xc_atoms_form(atoms, at, XC_FORM_AGO, &stamp.end) == NULL)
        return false;
    if (published != NULL) {
        if (!days_ago(published, (enum xc_period)period->code, least, &near) ||
            !days_ago(published, (enum xc_period)period->code, most, &far))
            return false;
        near.end = stamp.end;
        if (least != most) {
            near.has_date = false;
            near.approximate = true;
            near.first = far.first;
        }
        stamp = near;
    }
    *out = stamp;
    return true;
}

bool
xc_calendar_read_relative(const struct xc_atoms *atoms, const struct xc_date *published,
                          size_t i, struct xc_stamp *out)
{
    return read_ago(atoms, published, i, out) || read_day(atoms, published, i, out) ||
           read_which_month(atoms, published, i, out) ||
           read_which_period(atoms, published, i, out) ||
           read_weekday(atoms, published, i, out);
}
