/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/shift.h"

#include "value/amount.h"
#include "value/figures.h"
#include "value/month.h"
#include "value/period.h"
#include "value/relative.h"

/* Dates are not followed further than this from the one they count from. */
static const int64_t most_units = 5000;

/* How far: from least to most of a period. */
struct distance {
    int64_t least;
    int64_t most;
    int64_t said; /* without what approximates it; 0: no one number */
    enum xc_period period;
    bool exact;
    size_t said_first;
};

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

/* "two years", "a month", "about 20 years", "several weeks" */
static bool
distance_at(const struct xc_atoms *atoms, size_t i, struct distance *out, size_t *end)
{
    struct xc_amount amount = {.first = i, .end = i + 1};
    struct distance distance = {.least = 1, .most = 1, .said = 1, .exact = true};
    const struct xc_form *period;

    if (xc_amount_read(atoms, i, false, &amount)) {
        distance.exact = xc_amount_is_point(&amount) && !amount.number.vague &&
                         amount.low.at.exponent >= 0;
        if (!distance.exact || !whole_units(amount.low.at, &distance.said))
            distance.said = 0;
        if (amount.sign != NULL || !xc_amount_settle(&amount) || !amount.low.finite ||
            !amount.high.finite || !whole_units(amount.low.at, &distance.least) ||
            !whole_units(amount.high.at, &distance.most))
            return false;
        distance.exact = distance.exact && distance.least == distance.most;
    } else if (xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) == NULL) {
        return false;
    }
    if (!xc_atoms_joined(atoms, amount.end))
        return false;
    period = xc_atoms_form(atoms, amount.end, XC_FORM_PERIOD, end);
    if (period == NULL)
        return false;
    distance.said_first = amount.first;
    distance.period = (enum xc_period)period->code;
    *out = distance;
    return true;
}

/* The day n periods before (n below 0) or after another; all 0 when there is none. */
static struct xc_date
shifted(int32_t day, enum xc_period period, int64_t n)
{
    static const int days[] = {[XC_PERIOD_DAY] = 1,
                               [XC_PERIOD_WEEK] = 7,
                               [XC_PERIOD_WEEKEND] = 7,
                               [XC_PERIOD_FORTNIGHT] = 14,
                               [XC_PERIOD_CENTURY] = 0};
    static const int months[] = {[XC_PERIOD_MONTH] = 1,
                                 [XC_PERIOD_QUARTER] = 3,
                                 [XC_PERIOD_YEAR] = 12,
                                 [XC_PERIOD_DECADE] = 120,
                                 [XC_PERIOD_CENTURY] = 1200};

    if (days[period] != 0)
        return xc_date_of_day(day + (int32_t)(n * days[period]));
    return xc_date_add_months(xc_date_of_day(day), n * months[period]);
}

/* The days that n periods from a day may mean: "two months ago" is some day of that
 * month, "two years ago" one of that year. */
static bool
set_vaguely(int32_t day, enum xc_period period, int64_t n, struct xc_stamp *out)
{
    struct xc_date date = shifted(day, period, n);

    if (!xc_date_is_valid(date))
        return false;
    switch (period) {
    case XC_PERIOD_DAY:
        xc_stamp_set(out, date);
        return true;
    case XC_PERIOD_WEEK:
    case XC_PERIOD_WEEKEND:
    case XC_PERIOD_FORTNIGHT:
        xc_stamp_set_days(out, xc_date_day(date) - 3, xc_date_day(date) + 3);
        break;
    case XC_PERIOD_MONTH:
    case XC_PERIOD_QUARTER:
        xc_stamp_set(out, (struct xc_date){date.year, date.month, 0});
        break;
    case XC_PERIOD_YEAR:
        xc_stamp_set(out, (struct xc_date){date.year, 0, 0});
        break;
    case XC_PERIOD_DECADE:
    case XC_PERIOD_CENTURY:
        if (date.year <= 5)
            return false;
        xc_stamp_set_days(out, xc_date_day((struct xc_date){date.year - 5, 1, 1}),
                          xc_date_day((struct xc_date){date.year + 5, 12, 31}));
        break;
    }
    out->approximate = true;
    return true;
}

/* The stamp that lies the distance after (sign 1) or before (-1) a day. */
static bool
set_distance(int32_t day, const struct distance *distance, int sign,
             struct xc_stamp *out)
{
    struct xc_stamp near = {.end = out->end};
    struct xc_stamp far = {.end = 0};
    struct xc_date said;

    if (!set_vaguely(day, distance->period, sign * distance->least, &near) ||
        !set_vaguely(day, distance->period, sign * distance->most, &far))
        return false;
    if (distance->least != distance->most) {
        near.has_date = false;
        near.approximate = true;
        near.first = near.first < far.first ? near.first : far.first;
        near.last = near.last > far.last ? near.last : far.last;
    }
    near.said = (struct xc_timex){.form = XC_TIMEX_NONE};
    said = shifted(day, distance->period, sign * distance->said);
    if (distance->said != 0 && xc_date_is_valid(said)) {
        struct xc_stamp exact = {.end = 0};

        xc_stamp_set(&exact, said);
        near.said = exact.said;
    }
    near.absorbs = false;
    *out = near;
    return true;
}

/* What a distance counts from: "now", "tomorrow", "May 13", "next Friday". */
static bool
base_at(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    return xc_figures_read(calendar, i, true, out) ||
           xc_month_read(calendar, i, false, out) || xc_relative_read(calendar, i, out);
}

/* "from now", "after May 13", "before yesterday" */
static bool
read_from_base(const struct xc_calendar *calendar, const struct distance *distance,
               size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp base;
    struct xc_stamp stamp = {.end = 0};
    int32_t day;
    int sign = 1;

    if (!xc_atoms_joined(atoms, i) || !xc_atoms_joined(atoms, i + 1))
        return false;
    if (xc_atoms_is(atoms, i, "before"))
        sign = -1;
    else if (!xc_atoms_is(atoms, i, "from") && !xc_atoms_is(atoms, i, "after"))
        return false;
    if (!base_at(calendar, i + 1, &base))
        return false;
    stamp.end = base.end;
    if (base.bounded && base.said.form == XC_TIMEX_POINT) {
        /* "next Friday" by the weeks, whatever else it may be. */
        struct xc_date said = {base.said.from.year, base.said.from.month,
                               base.said.from.day};

        day = said.day != 0 && xc_date_is_valid(said) ? xc_date_day(said) : base.first;
        if (!set_distance(day, distance, sign, &stamp))
            return false;
    }
    stamp.approximate = stamp.approximate || base.approximate;
    *out = stamp;
    return true;
}

/* "two years ago", "three weeks from now", "2 weeks before May 13 1999" */
static bool
read_distance(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.end = 0};
    struct distance distance;
    const struct xc_form *form;
    size_t at;

    if (!distance_at(atoms, i, &distance, &at) || !xc_atoms_joined(atoms, at))
        return false;
    form = xc_atoms_form(atoms, at, XC_FORM_AGO, &stamp.end);
    if (form != NULL) {
        if (calendar->published != NULL &&
            !set_distance(xc_date_day(*calendar->published), &distance,
                          form->code < 0 ? -1 : 1, &stamp))
            return false;
    } else if (!read_from_base(calendar, &distance, at, &stamp)) {
        return false;
    }
    stamp.said_first = distance.said_first;
    *out = stamp;
    return true;
}

/* "I will leave in two weeks"; but "his first in 20 years" */
static bool
read_in(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.end = 0};
    struct distance distance;

    if (!xc_atoms_is(atoms, i, "in") || !xc_atoms_joined(atoms, i + 1) ||
        !distance_at(atoms, i + 1, &distance, &stamp.end) ||
        !xc_month_is_ahead(atoms, i))
        return false;
    if (calendar->published != NULL &&
        !set_distance(xc_date_day(*calendar->published), &distance, 1, &stamp))
        return false;
    stamp.said_first = i;
    *out = stamp;
    return true;
}

bool
xc_shift_read(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    return read_distance(calendar, i, out) || read_in(calendar, i, out);
}
