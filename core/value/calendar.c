/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/calendar.h"

#include "value/amount.h"
#include "value/figures.h"
#include "value/month.h"
#include "value/period.h"
#include "value/relative.h"
#include "value/shift.h"
#include "value/year.h"

/* What a date may begin with, beside figures and "in". */
static const uint64_t beginnings =
    XC_CLASS(XC_FORM_CARDINAL) | XC_CLASS(XC_FORM_ORDINAL) | XC_CLASS(XC_FORM_VAGUE) |
    XC_CLASS(XC_FORM_ARTICLE) | XC_CLASS(XC_FORM_APPROXIMATOR) |
    XC_CLASS(XC_FORM_MONTH) | XC_CLASS(XC_FORM_MONTH_WORD) | XC_CLASS(XC_FORM_WEEKDAY) |
    XC_CLASS(XC_FORM_WEEKDAY_WORD) | XC_CLASS(XC_FORM_DAY) | XC_CLASS(XC_FORM_WHICH) |
    XC_CLASS(XC_FORM_PART_OF_DATE) | XC_CLASS(XC_FORM_DECADE) |
    XC_CLASS(XC_FORM_SEASON) | XC_CLASS(XC_FORM_WEEK_OF) | XC_CLASS(XC_FORM_QUARTER) |
    XC_CLASS(XC_FORM_SHIFT) | XC_CLASS(XC_FORM_HOLIDAY);

static void
keep_longer(bool found, const struct xc_stamp *candidate, bool *any,
            struct xc_stamp *best)
{
    if (!found || (*any && candidate->end <= best->end))
        return;
    *best = *candidate;
    *any = true;
}

/* "Monday, May 6, 2019", "Sat 14 May", "this Friday 5/12" */
static bool
read_weekday_first(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    const unsigned between = XC_GAP_SPACE | XC_GAP_COMMA | XC_GAP_POINT;
    struct xc_stamp stamp;
    size_t at;

    if (xc_atoms_form(atoms, i, XC_FORM_WHICH, &at) == NULL ||
        !xc_atoms_joined(atoms, at))
        at = i;
    if ((xc_atoms_form(atoms, at, XC_FORM_WEEKDAY, &at) == NULL &&
         ((atoms->items[at].flags & XC_ATOM_CAPITAL) == 0 ||
          xc_atoms_form(atoms, at, XC_FORM_WEEKDAY_WORD, &at) == NULL)) ||
        at >= atoms->n || (atoms->items[at].gap & ~between) != 0)
        return false;
    if (xc_atoms_is(atoms, at, "the"))
        at++;
    if (!xc_month_read(calendar, at, false, &stamp) &&
        !xc_figures_read(calendar, at, true, &stamp))
        return false;
    *out = stamp;
    return stamp.said.form == XC_TIMEX_RANGE || stamp.said.from.day != 0;
}

/* The longest date at atom i that is one by itself.  bare: a month or "5/12" is enough. */
static bool
read_single(const struct xc_calendar *calendar, size_t i, bool bare,
            struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp;
    struct xc_stamp best = {.end = 0};
    bool any = false;

    if (i >= atoms->n ||
        (atoms->items[i].kind != XC_ATOM_NUMBER && !xc_atoms_has(atoms, i, beginnings)))
        return false;
    keep_longer(read_weekday_first(calendar, i, &stamp), &stamp, &any, &best);
    keep_longer(xc_period_read(calendar, i, &stamp), &stamp, &any, &best);
    keep_longer(xc_figures_read(calendar, i, bare, &stamp), &stamp, &any, &best);
    keep_longer(xc_month_read(calendar, i, bare, &stamp), &stamp, &any, &best);
    keep_longer(xc_era_read(atoms, i, &stamp), &stamp, &any, &best);
    keep_longer(xc_year_read(atoms, i, &stamp), &stamp, &any, &best);
    keep_longer(xc_relative_read(calendar, i, &stamp), &stamp, &any, &best);
    keep_longer(xc_shift_read(calendar, i, &stamp), &stamp, &any, &best);
    if (any)
        *out = best;
    return any;
}

/* "early 2019", "mid-May", "the end of June", and "the end of the year" ahead: the same
 * with a doubt. */
static bool
read_part(const struct xc_calendar *calendar, size_t i, bool bare, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp;
    size_t at;
    const struct xc_form *part = xc_atoms_form(atoms, i, XC_FORM_PART_OF_DATE, &at);

    if (part == NULL || !xc_atoms_joined(atoms, at))
        return false;
    if (!read_single(calendar, at, bare, &stamp) &&
        !(part->code != 0 && xc_month_is_ahead(atoms, i) &&
          xc_relative_read_current(calendar, at, &stamp)))
        return false;
    stamp.approximate = true;
    stamp.at_end = part->code != 0;
    *out = stamp;
    return true;
}

static bool
read_edge(const struct xc_calendar *calendar, size_t i, bool bare, struct xc_stamp *out)
{
    if (xc_atoms_is(calendar->atoms, i, "the") && read_part(calendar, i, bare, out))
        return true;
    if (xc_atoms_is(calendar->atoms, i, "the"))
        i++;
    return read_part(calendar, i, bare, out) || read_single(calendar, i, bare, out);
}

/* "now", which no date is but in a range. */
static bool
read_now(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = i + 1, .absorbs = true, .is_now = true};

    if (!xc_atoms_is(calendar->atoms, i, "now") || calendar->published == NULL)
        return false;
    xc_stamp_set(&stamp, *calendar->published);
    *out = stamp;
    return true;
}

/* A day without its month, beside a date that has one: "April 9 through 17". */
static bool
read_bare_day(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true};
    int day;

    if (xc_atoms_is(atoms, i, "the"))
        i++;
    if (!xc_month_day_at(atoms, i, &day, &stamp.end) ||
        xc_year_counts(atoms, stamp.end))
        return false;
    xc_stamp_say_yearless(&stamp, 0, day);
    *out = stamp;
    return true;
}

/* Gives a bare day the month of the date beside it; the second of the two may lie in the
 * month after ("from April 27 to the third"). */
static bool
lend_month(const struct xc_stamp *lender, bool is_second, struct xc_stamp *day)
{
    struct xc_date date = {lender->said.from.year, lender->said.from.month,
                           day->said.from.day};
    struct xc_date resolved = {lender->date.year, date.month, date.day};

    if (date.month == 0 || lender->said.from.day == 0 ||
        lender->said.form != XC_TIMEX_POINT)
        return false;
    if ((date.day <= lender->said.from.day) == is_second) {
        if (!is_second || date.month == 12)
            return false;
        date.month++;
        resolved.month++;
    }
    day->said.from.year = (int16_t)date.year;
    day->said.from.month = (int8_t)date.month;
    if (lender->bounded && xc_date_is_valid(resolved)) {
        day->bounded = true;
        day->first = day->last = xc_date_day(resolved);
    }
    return true;
}

/* The weekday of a range's end is the next one after its beginning. */
static void
follow_weekday(const struct xc_stamp *first, struct xc_stamp *second)
{
    int32_t day;

    if (second->said.from.weekday == 0 || !first->bounded ||
        first->said.from.weekday != 0)
        return;
    day = first->first +
          (second->said.from.weekday - xc_date_iso_weekday(first->first) + 7) % 7;
    xc_stamp_set_days(second, day, day);
}

/* What stands between the dates of a range; *at moves past it. */
static bool
read_joint(const struct xc_atoms *atoms, bool between, bool opened, size_t *at)
{
    unsigned gap = xc_atoms_gap(atoms, *at);
    bool hyphen = (gap & XC_GAP_HYPHEN) != 0 && (gap & XC_GAP_MINUS) == 0;

    if (*at >= atoms->n)
        return false;
    if (xc_atoms_is(atoms, *at, "~")) {
        *at += 1;
        return *at < atoms->n;
    }
    if (hyphen && (gap & ~(unsigned)(XC_GAP_HYPHEN | XC_GAP_SPACE)) == 0)
        return true;
    if (!xc_atoms_joined(atoms, *at) || !xc_atoms_joined(atoms, *at + 1))
        return false;
    if (!(between && xc_atoms_is(atoms, *at, "and")) &&
        !xc_atoms_is(atoms, *at, "to") && !xc_atoms_is(atoms, *at, "through") &&
        !(opened &&
          (xc_atoms_is(atoms, *at, "until") || xc_atoms_is(atoms, *at, "till"))))
        return false;
    *at += 1;
    return true;
}

static bool
read_end_of_range(const struct xc_calendar *calendar, size_t i, bool bare,
                  struct xc_stamp *first, bool first_is_day, struct xc_stamp *out)
{
    struct xc_stamp second;

    if (read_now(calendar, i, &second) || read_edge(calendar, i, bare, &second)) {
        if (first_is_day && !lend_month(&second, false, first))
            return false;
    } else if (first_is_day || !read_bare_day(calendar, i, &second) ||
               !lend_month(first, true, &second)) {
        return false;
    }
    follow_weekday(first, &second);
    return xc_stamp_join(calendar, first, &second, out);
}

/* "from May 6 to June 3", "between 2011 and 2024", "Nov-Feb 2017", "3 to 12 of Sept" */
static bool
read_span(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    size_t at = i;
    const struct xc_form *opener = xc_amount_opener(atoms, i, &at);
    bool between = opener != NULL && opener->code == XC_BETWEEN;
    bool in_words = xc_atoms_is(atoms, i, "in");
    bool first_is_day = false;
    struct xc_stamp first;

    if (in_words)
        at = i + 1;
    if (at > i && !xc_atoms_joined(atoms, at))
        return false;
    if (!read_now(calendar, at, &first) && !read_edge(calendar, at, true, &first)) {
        first_is_day = opener != NULL && read_bare_day(calendar, at, &first);
        if (!first_is_day)
            return false;
    }
    /* "between 3 and 12 of Sept" */
    if (opener != NULL && !first_is_day && first.said.form == XC_TIMEX_RANGE &&
        first.said.unit == 'D') {
        *out = first;
        return true;
    }
    at = first.end;
    if (!read_joint(atoms, between, opener != NULL || in_words, &at) ||
        (opener == NULL && xc_amount_follows_change(atoms, i)))
        return false;
    return read_end_of_range(calendar, at, true, &first, first_is_day, out);
}

/* "around 1990": a wider interval. */
static bool
read_about(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp;
    size_t at;
    const struct xc_form *about = xc_atoms_form(atoms, i, XC_FORM_APPROXIMATOR, &at);
    int32_t length;

    if (about == NULL || about->code != XC_ABOUT || !xc_atoms_joined(atoms, at) ||
        !read_single(calendar, at, false, &stamp))
        return false;
    if (stamp.bounded) {
        length = stamp.last - stamp.first + 1;
        length = length < 3 ? 3 : length;
        stamp.first -= length;
        stamp.last += length;
        stamp.has_date = false;
    }
    stamp.approximate = true;
    stamp.said_first = at;
    *out = stamp;
    return true;
}

/* The word of a bound that ends just before atom i: "since", "no later than". */
static const struct xc_form *
bound_before(const struct xc_atoms *atoms, size_t i, size_t *first)
{
    size_t end;
    size_t k;

    for (k = XC_ATOM_PHRASES; k >= 1; k--) {
        const struct xc_form *form;

        if (k > i || !xc_atoms_joined(atoms, i))
            continue;
        form = xc_atoms_form(atoms, i - k, XC_FORM_BOUND, &end);
        if (form == NULL || end != i)
            continue;
        *first = i - k;
        return form;
    }
    return NULL;
}

/* Opens the stamp's interval: "before 2018" is every day up to the last of 2017. */
static void
open_interval(struct xc_stamp *stamp, enum xc_date_bound bound)
{
    switch (bound) {
    case XC_BOUND_BEFORE:
        stamp->last = stamp->approximate ? stamp->last : stamp->first - 1;
        stamp->no_first = true;
        break;
    case XC_BOUND_UNTIL:
        stamp->no_first = true;
        break;
    case XC_BOUND_AFTER:
        stamp->first = stamp->approximate ? stamp->first : stamp->last + 1;
        stamp->no_last = true;
        break;
    case XC_BOUND_SINCE:
        stamp->no_last = true;
        break;
    }
}

/* Takes what stands around the date at atom i into it: "the year" before 2008, "since"
 * before all of that, or "or later" behind. */
static void
take_around(const struct xc_atoms *atoms, size_t i, struct xc_stamp *stamp)
{
    const struct xc_form *bound;
    size_t first = i;
    size_t end;
    int year;

    if (first > 0 && xc_atoms_joined(atoms, first) && xc_year_at(atoms, i, &year) &&
        stamp->end == i + 1 && xc_atoms_is(atoms, first - 1, "year")) {
        first--;
        stamp->said_first = first;
    }
    if (first > 0 && xc_atoms_joined(atoms, first) &&
        xc_atoms_is(atoms, first - 1, "the")) {
        first--;
        stamp->said_first = stamp->with_article ? first : stamp->said_first;
    }
    bound = bound_before(atoms, first, &stamp->said_first);
    if (bound == NULL && xc_atoms_joined(atoms, stamp->end)) {
        bound = xc_atoms_form(atoms, stamp->end, XC_FORM_AFTER_BOUND, &end);
        /* "2016 and after my work is done" */
        if (bound != NULL && xc_atoms_joined(atoms, end))
            bound = NULL;
        stamp->end = bound != NULL ? end : stamp->end;
    }
    if (bound == NULL)
        return;
    if (stamp->bounded)
        open_interval(stamp, (enum xc_date_bound)bound->code);
    else
        stamp->has_date = false;
}

bool
xc_calendar_read(const struct xc_atoms *atoms, const struct xc_date *published,
                 size_t i, struct xc_stamp *out)
{
    struct xc_calendar calendar = {atoms, published};
    struct xc_stamp stamp = {.end = 0};
    struct xc_stamp best = {.end = 0};
    bool any = false;

    stamp.said_first = i;
    keep_longer(read_span(&calendar, i, &stamp), &stamp, &any, &best);
    keep_longer(read_about(&calendar, i, &stamp), &stamp, &any, &best);
    keep_longer(read_part(&calendar, i, false, &stamp), &stamp, &any, &best);
    keep_longer(read_single(&calendar, i, false, &stamp), &stamp, &any, &best);
    if (!any)
        return false;
    if (best.said_first < i || best.said_first >= best.end)
        best.said_first = i;
    take_around(atoms, i, &best);
    *out = best;
    return true;
}
