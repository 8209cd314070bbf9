/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/period.h"

#include "value/figures.h"
#include "value/month.h"
#include "value/rank.h"
#include "value/weekday.h"
#include "value/year.h"

/* No year has more weeks, no quarter more than a year, … */
static const int most_weeks = 53;
static const int most_quarters = 4;

struct xc_date
xc_period_quarter(int year, int quarter)
{
    return (struct xc_date){year, (quarter - 1) * 3 + 1, 1};
}

/* Which one of several: "first", "3rd", "last" (0). */
static bool
rank_at(const struct xc_atoms *atoms, size_t i, int most, int *out, size_t *end)
{
    struct xc_rank rank;

    if (!xc_rank_read(atoms, i, &rank) || !xc_atoms_joined(atoms, rank.end))
        return false;
    *out = 0;
    *end = rank.end;
    if (rank.name.len > 0)
        return xc_str_is(rank.name, "last");
    return xc_year_whole(rank.number, most, out) && *out > 0;
}

static bool
period_at(const struct xc_atoms *atoms, size_t i, enum xc_period period, size_t *end)
{
    const struct xc_form *form =
        xc_atoms_joined(atoms, i) ? xc_atoms_form(atoms, i, XC_FORM_PERIOD, end) : NULL;

    return form != NULL && form->code == (int)period;
}

/* "the week of April 10", "the week commencing February 4", "w/c Feb 4": seven days from
 * that day, or those from Monday to Sunday around it. */
static bool
read_week_of(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    size_t at;
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_WEEK_OF, &at);
    struct xc_stamp stamp;

    if (form == NULL || !xc_atoms_joined(atoms, at))
        return false;
    if (xc_atoms_is(atoms, at, "the"))
        at++;
    if (!xc_month_read(calendar, at, false, &stamp) &&
        !xc_figures_read(calendar, at, true, &stamp))
        return false;
    if (stamp.said.form != XC_TIMEX_POINT || stamp.said.from.day == 0)
        return false;
    if (stamp.bounded) {
        stamp.first = form->code == 0 ? xc_weekday_monday(stamp.first) : stamp.first;
        stamp.last = stamp.first + 6;
    }
    stamp.has_date = false;
    stamp.with_article = true;
    *out = stamp;
    return true;
}

/* The n-th week of a month: the first is the one with the month's first Thursday. */
static void
set_week_of_month(struct xc_stamp *stamp, int year, int month, int n)
{
    int32_t first = xc_date_day((struct xc_date){year, month, 1});
    int32_t thursday = first + (4 - xc_date_iso_weekday(first) + 7) % 7;

    xc_stamp_set_days(stamp, thursday - 3 + 7 * (n - 1), thursday + 3 + 7 * (n - 1));
}

/* The n-th week of a year, or the last for 0. */
static void
set_week_of_year(struct xc_stamp *stamp, int year, int n)
{
    int32_t thursday = xc_date_day((struct xc_date){year, 1, 4});
    int32_t last = xc_date_day((struct xc_date){year, 12, 28});
    int32_t monday =
        n == 0 ? xc_weekday_monday(last) : xc_weekday_monday(thursday) + 7 * (n - 1);

    xc_stamp_set_days(stamp, monday, monday + 6);
    xc_stamp_say_week(stamp, monday, false);
}

static bool
say_week_of_month(const struct xc_calendar *calendar, size_t i, int n,
                  struct xc_stamp *out)
{
    struct xc_stamp month;
    int year;

    if (!xc_month_read(calendar, i, true, &month) || month.said.from.day != 0 ||
        month.said.form != XC_TIMEX_POINT)
        return false;
    year = month.said.from.year != 0 ? month.said.from.year : month.date.year;
    /* The last one is the fifth, where a month has as many. */
    n = n == 0 ? 5 : n;
    out->said = month.said;
    if (year != 0)
        set_week_of_month(out, year, month.said.from.month, n);
    out->said.from.week = (int8_t)n;
    out->end = month.end;
    return true;
}

/* "first week of 2019", "3rd week of Jan", "last week of Dec 2016" */
static bool
read_nth_week(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true, .with_article = true};
    size_t at;
    int n;
    int year;

    if (!rank_at(atoms, i, most_weeks, &n, &at) ||
        !period_at(atoms, at, XC_PERIOD_WEEK, &at) || !xc_atoms_joined(atoms, at) ||
        !(xc_atoms_is(atoms, at, "of") || xc_atoms_is(atoms, at, "in")))
        return false;
    at++;
    if (xc_atoms_joined(atoms, at) && xc_year_at(atoms, at, &year) &&
        !xc_year_counts(atoms, at + 1)) {
        set_week_of_year(&stamp, year, n);
        stamp.end = at + 1;
    } else if (n > 5 || !say_week_of_month(calendar, at, n, &stamp)) {
        return false;
    }
    *out = stamp;
    return true;
}

/* "third quarter", "first half", "Q3": the months of one, and which it is. */
static bool
quarter_at(const struct xc_atoms *atoms, size_t i, int *n, int *months, size_t *end)
{
    const struct xc_form *name = xc_atoms_form(atoms, i, XC_FORM_QUARTER, end);
    size_t at;

    *months = 3;
    if (name != NULL) {
        *n = name->code;
        return true;
    }
    if (!rank_at(atoms, i, most_quarters, n, &at))
        return false;
    if (xc_atoms_is(atoms, at, "half") && *n <= 2) {
        *months = 6;
        *n = *n == 0 ? 2 : *n;
        *end = at + 1;
        return true;
    }
    *n = *n == 0 ? most_quarters : *n;
    return period_at(atoms, at, XC_PERIOD_QUARTER, end);
}

/* "the third quarter of 2013", "Q1 2019", "2019-Q1", "the first half of 2019" */
static bool
read_quarter(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    struct xc_date first;
    int months;
    int year;
    int n;

    if (xc_year_at(atoms, i, &year)) {
        if (!xc_atoms_joined(atoms, i + 1) ||
            !xc_atoms_has(atoms, i + 1, XC_CLASS(XC_FORM_QUARTER)) ||
            !quarter_at(atoms, i + 1, &n, &months, &stamp.end))
            return false;
    } else if (!quarter_at(atoms, i, &n, &months, &stamp.end) ||
               !xc_month_year_at(atoms, stamp.end, &year, &stamp.end)) {
        return false;
    }
    first = xc_period_quarter(year, months == 3 ? n : 2 * n - 1);
    xc_stamp_set_range(&stamp, first, months, 'M');
    *out = stamp;
    return true;
}

/* "summer 2019", "the spring of 2019": half the world has its summer in January. */
static bool
read_season(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = 0};
    const struct xc_form *season = xc_atoms_form(atoms, i, XC_FORM_SEASON, &stamp.end);
    int year;

    if (season == NULL || !xc_month_year_at(atoms, stamp.end, &year, &stamp.end))
        return false;
    xc_stamp_set(&stamp, (struct xc_date){year, 0, 0});
    stamp.said.from.season = (int8_t)season->code;
    stamp.approximate = true;
    stamp.absorbs = true;
    *out = stamp;
    return true;
}

bool
xc_period_read(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    return read_week_of(calendar, i, out) || read_nth_week(calendar, i, out) ||
           read_quarter(calendar, i, out) || read_season(calendar->atoms, i, out);
}
