/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/relative.h"

#include "value/month.h"
#include "value/period.h"
#include "value/weekday.h"
#include "value/year.h"

/* Periods are not followed further than this from the published date. */
static const int most_units = 1000;

static int32_t
today_of(const struct xc_calendar *calendar)
{
    return xc_date_day(*calendar->published);
}

/* "yesterday", "last night" */
static bool
read_day(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true};
    const struct xc_form *day =
        xc_atoms_form(calendar->atoms, i, XC_FORM_DAY, &stamp.end);
    int32_t at;

    if (day == NULL)
        return false;
    if (calendar->published != NULL) {
        at = today_of(calendar) + day->code;
        xc_stamp_set_days(&stamp, at, at);
    }
    *out = stamp;
    return true;
}

static int
sign_of(int n)
{
    return n > 0 ? 1 : n < 0 ? -1 : 0;
}

/* The calendar period that lies n from the published date's; false for one that has no
 * place in the calendar ("the next decade"). */
static bool
set_period(const struct xc_calendar *calendar, enum xc_period period, int n,
           struct xc_stamp *stamp)
{
    struct xc_date date = *calendar->published;
    int32_t monday = xc_weekday_monday(today_of(calendar)) + 7 * n;

    switch (period) {
    case XC_PERIOD_DAY:
    case XC_PERIOD_DECADE:
    case XC_PERIOD_CENTURY:
        return false;
    case XC_PERIOD_WEEK:
        xc_stamp_set_days(stamp, monday, monday + 6);
        xc_stamp_say_week(stamp, monday, false);
        return true;
    case XC_PERIOD_WEEKEND:
        xc_stamp_set_days(stamp, monday + 5, monday + 6);
        xc_stamp_say_week(stamp, monday, true);
        return true;
    case XC_PERIOD_FORTNIGHT:
        monday += 7 * n;
        xc_stamp_set_range(stamp, xc_date_of_day(monday), 2, 'W');
        return true;
    case XC_PERIOD_MONTH:
        date = xc_date_add_months(date, n);
        xc_stamp_set(stamp, (struct xc_date){date.year, date.month, 0});
        return date.year != 0;
    case XC_PERIOD_QUARTER:
        date = xc_period_quarter(date.year, (date.month - 1) / 3 + 1);
        date = xc_date_add_months(date, (int64_t)3 * n);
        if (date.year == 0)
            return false;
        xc_stamp_set_range(stamp, date, 3, 'M');
        return true;
    case XC_PERIOD_YEAR:
        xc_stamp_set(stamp, (struct xc_date){date.year + n, 0, 0});
        return stamp->bounded;
    }
    return false;
}

/* "the last year" is a duration, "the next day" tells a story; "the coming quarter" and
 * what is said to lie ahead count from the published date. */
static bool
article_fits(const struct xc_calendar *calendar, size_t i, const struct xc_form *which,
             enum xc_period period)
{
    if (i == 0 || !xc_atoms_joined(calendar->atoms, i) ||
        !xc_atoms_is(calendar->atoms, i - 1, "the"))
        return true;
    if (which->code < 0)
        return false;
    return period == XC_PERIOD_QUARTER || period == XC_PERIOD_WEEKEND ||
           which->code == 0 || xc_month_is_ahead(calendar->atoms, i);
}

/* "Tuesday" after "next week", or "of next week" after "Tuesday": that week's. */
static void
set_weekday_of_week(const struct xc_form *weekday, struct xc_stamp *stamp)
{
    int iso = weekday->code == 0 ? 7 : weekday->code;

    if (stamp->bounded)
        xc_stamp_set_days(stamp, stamp->first + iso - 1, stamp->first + iso - 1);
}

/* "last year", "this week", "next week on Tuesday"; but "the last year" is a duration. */
static bool
read_which_period(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    size_t at;
    const struct xc_form *which = xc_weekday_which_at(atoms, i, &at);
    const struct xc_form *period;
    const struct xc_form *weekday;

    if (which == NULL)
        return false;
    if (xc_atoms_is(atoms, at, "calendar") && xc_atoms_joined(atoms, at + 1))
        at++;
    period = xc_atoms_form(atoms, at, XC_FORM_PERIOD, &stamp.end);
    if (period == NULL || period->code == XC_PERIOD_DAY ||
        !article_fits(calendar, i, which, (enum xc_period)period->code))
        return false;
    if (calendar->published != NULL &&
        !set_period(calendar, (enum xc_period)period->code, sign_of(which->code),
                    &stamp))
        return false;
    at = stamp.end;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "on"))
        at++;
    weekday = period->code == XC_PERIOD_WEEK && xc_atoms_joined(atoms, at)
                  ? xc_weekday_at(atoms, at, &at)
                  : NULL;
    if (weekday != NULL) {
        set_weekday_of_week(weekday, &stamp);
        stamp.end = at;
    }
    *out = stamp;
    return true;
}

/* "Tuesday of next week", "Tuesday next week" */
static bool
read_weekday_of_week(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp;
    size_t at;
    const struct xc_form *weekday = xc_weekday_at(atoms, i, &at);

    if (weekday == NULL || !xc_atoms_joined(atoms, at))
        return false;
    if (xc_atoms_is(atoms, at, "of"))
        at++;
    if (!xc_atoms_joined(atoms, at) || !read_which_period(calendar, at, &stamp) ||
        (stamp.bounded && stamp.said.from.week == 0))
        return false;
    set_weekday_of_week(weekday, &stamp);
    *out = stamp;
    return true;
}

/* Summers of the two hemispheres lie half a year apart. */
static void
set_season(const struct xc_calendar *calendar, int season, int which,
           struct xc_stamp *stamp)
{
    int year;

    if (calendar->published == NULL)
        return;
    year = calendar->published->year;
    stamp->bounded = true;
    stamp->first = xc_date_day((struct xc_date){year - 1, 1, 1});
    stamp->last = xc_date_day((struct xc_date){year + 1, 12, 31});
    stamp->approximate = true;
    stamp->said = (struct xc_timex){.form = XC_TIMEX_POINT};
    stamp->said.from.year = (int16_t)(year + which);
    stamp->said.from.season = (int8_t)season;
}

/* "last May", "this May", "next May", "last summer". */
static bool
read_which_month(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    size_t at;
    bool is_word;
    const struct xc_form *which = xc_weekday_which_at(atoms, i, &at);
    const struct xc_form *form;
    int year;

    if (which == NULL)
        return false;
    form = xc_month_at(atoms, at, &stamp.end, &is_word);
    if (form == NULL || (is_word && (atoms->items[at].flags & XC_ATOM_CAPITAL) == 0)) {
        form = xc_atoms_form(atoms, at, XC_FORM_SEASON, &stamp.end);
        if (form == NULL)
            return false;
        set_season(calendar, form->code, sign_of(which->code), &stamp);
        *out = stamp;
        return true;
    }
    stamp.date.month = form->code;
    stamp.has_date = true;
    if (calendar->published != NULL) {
        year = calendar->published->year;
        if (which->code < 0 && form->code >= calendar->published->month)
            year--;
        if (which->code > 0 && form->code <= calendar->published->month)
            year++;
        xc_stamp_set(&stamp, (struct xc_date){year, form->code, 0});
    }
    *out = stamp;
    return true;
}

/* How many periods: "3", "three", "two". */
static bool
count_at(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    const struct xc_form *word = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, end);

    if (word != NULL)
        return xc_year_whole(word->low, most_units, out) && *out > 0;
    *end = i + 1;
    return xc_year_figures(atoms, i, 3, out) && *out > 0;
}

/* n units up to the published date, or from it on. */
static bool
set_count(const struct xc_calendar *calendar, enum xc_period period, int n,
          bool is_ahead, struct xc_stamp *stamp)
{
    static const struct {
        char unit;
        int times;
    } units[] = {
        [XC_PERIOD_DAY] = {'D', 1},       [XC_PERIOD_WEEK] = {'W', 1},
        [XC_PERIOD_WEEKEND] = {'W', 0},   [XC_PERIOD_FORTNIGHT] = {'W', 2},
        [XC_PERIOD_MONTH] = {'M', 1},     [XC_PERIOD_QUARTER] = {'M', 3},
        [XC_PERIOD_YEAR] = {'Y', 1},      [XC_PERIOD_DECADE] = {'Y', 10},
        [XC_PERIOD_CENTURY] = {'Y', 100},
    };
    int times = n * units[period].times;
    struct xc_date from = *calendar->published;
    struct xc_date start;

    if (times == 0 || times > most_units)
        return false;
    if (units[period].unit == 'D' || units[period].unit == 'W') {
        int32_t days = times * (units[period].unit == 'W' ? 7 : 1);

        /* "the next two days" begin tomorrow, "the last two" ended today. */
        from = xc_date_of_day(today_of(calendar) + (is_ahead ? 1 : -days));
    } else {
        int months = times * (units[period].unit == 'Y' ? 12 : 1);

        if (period == XC_PERIOD_QUARTER)
            from = xc_date_add_months(
                xc_period_quarter(from.year, (from.month - 1) / 3 + 1),
                is_ahead ? 3 : 0);
        else if (is_ahead)
            from = xc_date_of_day(today_of(calendar) + 1);
        start = xc_date_add_months(from, is_ahead ? 0 : -months);
        if (start.year == 0 || xc_date_add_months(start, months).year == 0)
            return false;
        from = start;
    }
    xc_stamp_set_range(stamp, from, times, units[period].unit);
    stamp->approximate = true;
    return true;
}

/* "last 3 months", "the next two weeks", "2 upcoming months" */
static bool
read_which_count(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    size_t at;
    int n;
    const struct xc_form *which = xc_weekday_which_at(atoms, i, &at);
    const struct xc_form *period;

    if (which != NULL) {
        if (!count_at(atoms, at, &n, &at))
            return false;
    } else {
        if (!count_at(atoms, i, &n, &at) || !xc_atoms_joined(atoms, at))
            return false;
        which = xc_weekday_which_at(atoms, at, &at);
    }
    if (which == NULL || which->code == 0 || !xc_atoms_joined(atoms, at))
        return false;
    period = xc_atoms_form(atoms, at, XC_FORM_PERIOD, &stamp.end);
    if (period == NULL)
        return false;
    if (calendar->published != NULL &&
        !set_count(calendar, (enum xc_period)period->code, n, which->code > 0, &stamp))
        return false;
    *out = stamp;
    return true;
}

bool
xc_relative_read_current(const struct xc_calendar *calendar, size_t i,
                         struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    size_t at = xc_atoms_is(atoms, i, "the") ? i + 1 : i;
    const struct xc_form *period;

    period = xc_atoms_joined(atoms, at)
                 ? xc_atoms_form(atoms, at, XC_FORM_PERIOD, &stamp.end)
                 : NULL;
    if (period == NULL ||
        (period->code != XC_PERIOD_WEEK && period->code != XC_PERIOD_MONTH &&
         period->code != XC_PERIOD_YEAR))
        return false;
    if (calendar->published != NULL &&
        !set_period(calendar, (enum xc_period)period->code, 0, &stamp))
        return false;
    *out = stamp;
    return true;
}

bool
xc_relative_read(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    return read_day(calendar, i, out) || read_which_count(calendar, i, out) ||
           read_which_month(calendar, i, out) || read_which_period(calendar, i, out) ||
           read_weekday_of_week(calendar, i, out) || xc_weekday_read(calendar, i, out);
}
