/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/stamp.h"

/* A year to count days in when none is known; it has a 29 February. */
static const int any_year = 2020;

static struct xc_timex_point
point_of(struct xc_date date)
{
    struct xc_timex_point point = {.year = (int16_t)date.year,
                                   .month = (int8_t)date.month,
                                   .day = (int8_t)date.day};

    return point;
}

static struct xc_date
date_of(const struct xc_timex_point *point)
{
    return (struct xc_date){point->year, point->month, point->day};
}

void
xc_stamp_set(struct xc_stamp *stamp, struct xc_date date)
{
    stamp->date = date;
    stamp->has_date = true;
    stamp->said = (struct xc_timex){.form = XC_TIMEX_POINT, .from = point_of(date)};
    if (!xc_date_is_valid(date))
        return;
    xc_date_days(date, &stamp->first, &stamp->last);
    stamp->bounded = true;
}

void
xc_stamp_set_days(struct xc_stamp *stamp, int32_t first, int32_t last)
{
    if (first == last)
        xc_stamp_set(stamp, xc_date_of_day(first));
    stamp->bounded = true;
    stamp->first = first;
    stamp->last = last;
}

void
xc_stamp_say_yearless(struct xc_stamp *stamp, int month, int day)
{
    stamp->said = (struct xc_timex){.form = XC_TIMEX_POINT};
    stamp->said.from.month = (int8_t)month;
    stamp->said.from.day = (int8_t)day;
}

void
xc_stamp_say_week(struct xc_stamp *stamp, int32_t day, bool weekend)
{
    int year;
    int week;

    xc_date_iso_week(day, &year, &week);
    stamp->said = (struct xc_timex){.form = XC_TIMEX_POINT};
    stamp->said.from.year = (int16_t)year;
    stamp->said.from.week = (int8_t)week;
    stamp->said.from.weekend = weekend;
}

void
xc_stamp_say_range(struct xc_stamp *stamp, int32_t from, int32_t to, int32_t n,
                   char unit)
{
    stamp->said = (struct xc_timex){.form = XC_TIMEX_RANGE, .length = n, .unit = unit};
    stamp->said.from = point_of(xc_date_of_day(from));
    stamp->said.to = point_of(xc_date_of_day(to));
}

void
xc_stamp_set_range(struct xc_stamp *stamp, struct xc_date from, int32_t n, char unit)
{
    int32_t first;
    int32_t to;
    int32_t unused;

    xc_date_days(from, &first, &unused);
    if (unit == 'D' || unit == 'W')
        to = first + (unit == 'W' ? 7 : 1) * n;
    else
        to = xc_date_day(xc_date_add_months(xc_date_of_day(first),
                                            unit == 'Y' ? (int64_t)12 * n : n));
    xc_stamp_set_days(stamp, first, to - 1);
    stamp->has_date = false;
    xc_stamp_say_range(stamp, first, to, n, unit);
}

/* How exact a date is: to the day, the month or the year. */
static char
grain_of(const struct xc_stamp *stamp)
{
    const struct xc_timex_point *from = &stamp->said.from;

    if (stamp->said.form == XC_TIMEX_RANGE && stamp->said.unit != 'W')
        return stamp->said.unit;
    if (stamp->said.form == XC_TIMEX_RANGE)
        return 'D';
    if (from->day != 0 || from->week != 0 || from->weekday != 0)
        return 'D';
    return from->month != 0 ? 'M' : 'Y';
}

/* The day where a range begins or ends that names the stamp: its first day, or the one
 * after its last for "the end of May".  What is not said stays open. */
static struct xc_timex_point
edge_of(const struct xc_stamp *stamp)
{
    struct xc_timex_point edge = stamp->said.from;
    struct xc_date date;
    bool open = edge.year == 0;

    /* A week or a resolved weekday is known by its days. */
    if (edge.week != 0 && stamp->bounded)
        return point_of(xc_date_of_day(stamp->first));
    if (edge.month == 0 && edge.weekday == 0)
        edge.month = 1;
    if (edge.day == 0 && edge.weekday == 0)
        edge.day = 1;
    if (!stamp->at_end)
        return edge;
    date = date_of(&edge);
    date.year = open ? any_year : date.year;
    if (grain_of(stamp) == 'D')
        date = xc_date_of_day(xc_date_day(date) + 1);
    else
        date = xc_date_add_months(date, grain_of(stamp) == 'M' ? 1 : 12);
    edge = point_of(date);
    if (open)
        edge.year = 0;
    return edge;
}

/* The years that a range may be counted in: of each edge that lacks one, the one that lies
 * nearest to the other and in order. */
static void
assume_years(const struct xc_calendar *calendar, struct xc_date *from,
             struct xc_date *to)
{
    bool wraps =
        to->month < from->month || (to->month == from->month && to->day < from->day);

    if (from->year == 0 && to->year == 0) {
        from->year = calendar->published != NULL ? calendar->published->year : any_year;
        if (!xc_date_is_valid(*from))
            from->year = any_year;
    }
    if (to->year == 0)
        to->year = from->year + (wraps ? 1 : 0);
    else if (from->year == 0)
        from->year = to->year - (wraps ? 1 : 0);
}

/* Weekdays that nothing resolved: "from Monday to Friday". */
static bool
say_weekdays(const struct xc_timex_point *from, const struct xc_timex_point *to,
             struct xc_timex *said)
{
    said->from = *from;
    said->to = *to;
    said->unit = 'D';
    said->length = (to->weekday - from->weekday + 7) % 7;
    return from->weekday != 0 && to->weekday != 0;
}

static char
finer(char a, char b)
{
    if (a == 'D' || b == 'D')
        return 'D';
    return a == 'M' || b == 'M' ? (char)'M' : (char)'Y';
}

static bool
say_join(const struct xc_calendar *calendar, const struct xc_stamp *first,
         const struct xc_stamp *second, struct xc_timex *out)
{
    struct xc_timex said = {.form = XC_TIMEX_RANGE};
    struct xc_timex_point edges[2] = {edge_of(first), edge_of(second)};
    struct xc_date from = date_of(&edges[0]);
    struct xc_date to = date_of(&edges[1]);
    char a = grain_of(first);
    char b = grain_of(second);

    *out = said;
    if (edges[0].weekday != 0 || edges[1].weekday != 0)
        return say_weekdays(&edges[0], &edges[1], out);
    assume_years(calendar, &from, &to);
    if (!xc_date_is_valid(from) || !xc_date_is_valid(to) ||
        xc_date_day(to) <= xc_date_day(from))
        return false;
    said.from = edges[0];
    said.to = edges[1];
    /* "from the end of 2007" begins with a month. */
    if (a == 'Y' && first->at_end)
        a = 'M';
    said.unit = finer(a, b);
    if (said.unit == 'D')
        said.length = xc_date_day(to) - xc_date_day(from);
    else
        said.length = (to.year - from.year) * 12 + to.month - from.month;
    if (said.unit == 'Y')
        said.length /= 12;
    *out = said;
    return true;
}

/* Gives a stamp without a year the other one's; as the first of the two it lies before it:
 * "Nov-Feb 2017". */
static struct xc_stamp
lend_year(const struct xc_stamp *stamp, const struct xc_timex_point *lender,
          bool is_first)
{
    struct xc_stamp lent = *stamp;
    struct xc_date date = date_of(&stamp->said.from);
    bool wraps;

    if (stamp->said.form != XC_TIMEX_POINT || stamp->said.from.year != 0 ||
        stamp->said.from.month == 0 || lender->year == 0 || lender->month == 0)
        return lent;
    wraps = is_first ? date.month > lender->month : date.month < lender->month;
    date.year = lender->year + (wraps ? (is_first ? -1 : 1) : 0);
    if (xc_date_is_valid(date))
        xc_stamp_set(&lent, date);
    return lent;
}

bool
xc_stamp_join(const struct xc_calendar *calendar, const struct xc_stamp *first,
              const struct xc_stamp *second, struct xc_stamp *out)
{
    struct xc_stamp from = *first;
    struct xc_stamp to = *second;
    struct xc_stamp joined = {.absorbs = true, .end = second->end};

    if (!first->is_now && !second->is_now) {
        from = lend_year(first, &second->said.from, true);
        to = lend_year(second, &first->said.from, false);
    }
    if (!say_join(calendar, &from, &to, &joined.said))
        return false;
    joined.approximate = from.approximate || to.approximate;
    if (from.bounded && to.bounded && to.last > from.first) {
        joined.bounded = true;
        joined.first = from.at_end ? from.last : from.first;
        joined.last = to.last;
    }
    *out = joined;
    return true;
}
