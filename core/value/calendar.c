/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/calendar.h"

#include "value/number.h"
#include "value/year.h"

/* A year that follows a month, or that its neighbours make one. */
static bool
year_after_month(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    const unsigned between = XC_GAP_SPACE | XC_GAP_COMMA | XC_GAP_POINT;
    size_t at = i;
    unsigned gap;

    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "of"))
        at++;
    if (at >= atoms->n || !xc_year_at(atoms, at, out))
        return false;
    gap = atoms->items[at].gap;
    /* Beside the plain ways "05-Aug-2016" and "Dec/2018". */
    if (gap != XC_GAP_HYPHEN && gap != XC_GAP_SLASH &&
        ((gap & ~between) != 0 || (gap & XC_GAP_SPACE) == 0))
        return false;
    /* "On May 6, 2000 people", but "the April 2017 bonus". */
    if ((gap & XC_GAP_COMMA) != 0 && xc_year_counts(atoms, at + 1))
        return false;
    *end = at + 1;
    return true;
}

/* The day of a month: "6", "6th", "sixth". */
static bool
day_at(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    struct xc_decimal rank;
    struct xc_str name;

    if (i >= atoms->n)
        return false;
    if (xc_rank_read(atoms, i, &rank, &name, end))
        return name.len == 0 && xc_year_whole(rank, 31, out) && *out > 0;
    if (!xc_year_figures(atoms, i, 2, out) || *out < 1 || *out > 31)
        return false;
    *end = i + 1;
    /* "6m", "6%": something else than a day. */
    return *end >= atoms->n || atoms->items[*end].gap != 0;
}

/* "May twenty nine" */
static bool
day_after_month(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    struct xc_number number;
    const unsigned between = XC_GAP_SPACE | XC_GAP_HYPHEN | XC_GAP_POINT;

    /* "Sept. 11" */
    if (i >= atoms->n || (atoms->items[i].gap & ~between) != 0 ||
        (atoms->items[i].gap & (XC_GAP_SPACE | XC_GAP_HYPHEN)) == 0)
        return false;
    if (day_at(atoms, i, out, end))
        return true;
    if (!xc_number_read(atoms, i, &number) || number.figures || number.vague ||
        number.scaled || !xc_year_whole(number.low, 31, out) || *out < 1)
        return false;
    *end = number.end;
    return true;
}

/* *sure is false for a word that is also something else, and not written as a name. */
static const struct xc_form *
month_at(const struct xc_atoms *atoms, size_t i, size_t *end, bool *is_word)
{
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_MONTH, end);

    *is_word = form == NULL;
    return form != NULL ? form : xc_atoms_form(atoms, i, XC_FORM_MONTH_WORD, end);
}

static bool
is_capital(const struct xc_atoms *atoms, size_t i)
{
    return (atoms->items[i].flags & XC_ATOM_CAPITAL) != 0;
}

/* Whether the month alone at atom i is a date: "in May", "early May", not "may",
 * "Theresa May", nor a sentence's first "May". */
static bool
month_alone_fits(const struct xc_atoms *atoms, size_t i, bool is_word)
{
    const struct xc_form *before =
        i > 0 && xc_atoms_joined(atoms, i)
            ? xc_atoms_form(atoms, i - 1, XC_FORM_DATED, NULL)
            : NULL;
    size_t k;

    if (!is_capital(atoms, i))
        return false;
    if (before != NULL && (!is_word || before->code != 0))
        return true;
    for (k = 1; k <= 3 && k <= i; k++) {
        size_t end;

        if (xc_atoms_form(atoms, i - k, XC_FORM_PART_OF_DATE, &end) != NULL && end == i)
            return true;
    }
    return false;
}

/* The days of "6-8 May" and "May 6 to 8": the second of them. */
static bool
second_day(const struct xc_atoms *atoms, size_t i, int first, int *out, size_t *end)
{
    size_t at = i;
    unsigned gap = xc_atoms_gap(atoms, i);

    if (i >= atoms->n)
        return false;
    if (xc_atoms_joined(atoms, i) &&
        (xc_atoms_is(atoms, i, "to") || xc_atoms_is(atoms, i, "and")))
        at++;
    else if (gap != XC_GAP_HYPHEN && gap != (XC_GAP_HYPHEN | XC_GAP_SPACE))
        return false;
    return at < atoms->n && day_at(atoms, at, out, end) && *out > first;
}

static void
set_day_range(struct xc_stamp *stamp, struct xc_date date, int last_day)
{
    struct xc_date last = date;

    last.day = last_day;
    xc_stamp_set(stamp, date);
    if (last_day == 0 || !stamp->bounded || !xc_date_is_valid(last))
        return;
    stamp->last = xc_date_day(last);
    stamp->has_date = false;
}

/* Gives a month and perhaps day without a year the year that the published date and
 * the words of the sentence suggest; without a published date it stays unknown. */
static void
set_yearless(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
             int last_day, struct xc_stamp *stamp)
{
    struct xc_date date = stamp->date;
    int32_t today;
    int32_t first;
    int32_t last;

    stamp->has_date = true;
    if (published == NULL)
        return;
    today = xc_date_day(*published);
    date.year = published->year;
    if (!xc_date_is_valid(date))
        return;
    xc_date_days(date, &first, &last);
    if (xc_calendar_is_ahead(atoms, i))
        date.year += last < today ? 1 : 0;
    else
        date.year -= first > today ? 1 : 0;
    if (xc_date_is_valid(date))
        set_day_range(stamp, date, last_day);
}

static bool
finish_month(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
             int last_day, struct xc_stamp *stamp)
{
    int year;
    struct xc_date date = stamp->date;

    /* 2020 is a leap year: a 29 February exists somewhere, a 31 June nowhere. */
    date.year = 2020;
    if (!xc_date_is_valid(date))
        return false;
    stamp->absorbs = true;
    if (year_after_month(atoms, stamp->end, &year, &stamp->end)) {
        date.year = year;
        if (!xc_date_is_valid(date))
            return false;
        set_day_range(stamp, date, last_day);
        return true;
    }
    set_yearless(atoms, published, i, last_day, stamp);
    return true;
}

/* "May 6, 2019", "May 6-8", "May 2019", "May". */
static bool
read_month_first(const struct xc_atoms *atoms, const struct xc_date *published,
                 size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = 0};
    bool is_word;
    const struct xc_form *month = month_at(atoms, i, &stamp.end, &is_word);
    int day = 0;
    int last_day = 0;
    int year;
    size_t end = 0;

    if (month == NULL)
        return false;
    stamp.date.month = month->code;
    if (day_after_month(atoms, stamp.end, &day, &end) && !xc_year_counts(atoms, end)) {
        stamp.date.day = day;
        stamp.end = end;
        (void)second_day(atoms, stamp.end, day, &last_day, &stamp.end);
    } else if (!year_after_month(atoms, stamp.end, &year, &end) &&
               !month_alone_fits(atoms, i, is_word)) {
        return false;
    }
    /* "may 20 years" in a text without capitals; with the year it is sure. */
    if (is_word && !is_capital(atoms, i) &&
        !year_after_month(atoms, stamp.end, &year, &end))
        return false;
    if (!finish_month(atoms, published, i, last_day, &stamp))
        return false;
    *out = stamp;
    return true;
}

/* "6 May 2019", "6th of May", "6-8 May". */
static bool
read_day_first(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
               struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = 0};
    const struct xc_form *month;
    int last_day = 0;
    int year;
    size_t at;
    size_t end;
    bool is_word;

    if (!day_at(atoms, i, &stamp.date.day, &at))
        return false;
    (void)second_day(atoms, at, stamp.date.day, &last_day, &at);
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "of"))
        at++;
    if (!xc_atoms_joined(atoms, at))
        return false;
    month = month_at(atoms, at, &stamp.end, &is_word);
    if (month == NULL || (is_word && !is_capital(atoms, at) &&
                          !year_after_month(atoms, stamp.end, &year, &end)))
        return false;
    stamp.date.month = month->code;
    if (!finish_month(atoms, published, i, last_day, &stamp))
        return false;
    *out = stamp;
    return true;
}

/* "Monday, May 6, 2019" */
static bool
read_weekday_first(const struct xc_atoms *atoms, const struct xc_date *published,
                   size_t i, struct xc_stamp *out)
{
    size_t at;
    const unsigned between = XC_GAP_SPACE | XC_GAP_COMMA;

    if (xc_atoms_form(atoms, i, XC_FORM_WEEKDAY, &at) == NULL || at >= atoms->n ||
        (atoms->items[at].gap & ~between) != 0)
        return false;
    if (xc_atoms_is(atoms, at, "the"))
        at++;
    if (read_day_first(atoms, published, at, out))
        return true;
    return read_month_first(atoms, published, at, out) && out->date.day != 0;
}

/* The three numbers of "2019-05-06" or "6/5/2019". */
static bool
three_numbers(const struct xc_atoms *atoms, size_t i, int numbers[3])
{
    unsigned gap = xc_atoms_gap(atoms, i + 1);
    size_t k;

    if (gap != XC_GAP_HYPHEN && gap != XC_GAP_SLASH)
        return false;
    for (k = 0; k < 3; k++) {
        if (!xc_year_figures(atoms, i + k, 4, &numbers[k]) ||
            (k > 0 && atoms->items[i + k].gap != gap))
            return false;
    }
    return (xc_atoms_gap(atoms, i) & XC_GAP_SLASH) == 0 &&
           (xc_atoms_gap(atoms, i + 3) & XC_GAP_SLASH) == 0 &&
           xc_atoms_gap(atoms, i + 3) != XC_GAP_HYPHEN;
}

/* "05/06/2019" is 5 June or May 6: nothing is sure but the year and that it is one of
 * the two, unless one number can only be a day. */
static bool
read_day_month_year(const int numbers[3], int year, struct xc_stamp *stamp)
{
    struct xc_date british = {year, numbers[1], numbers[0]};
    struct xc_date american = {year, numbers[0], numbers[1]};
    bool is_british = numbers[1] >= 1 && xc_date_is_valid(british);
    bool is_american = numbers[0] >= 1 && xc_date_is_valid(american);
    int32_t a;
    int32_t b;

    if (numbers[0] < 1 || numbers[1] < 1 || (!is_british && !is_american))
        return false;
    if (!is_british || !is_american || numbers[0] == numbers[1]) {
        xc_stamp_set(stamp, is_british ? british : american);
        return true;
    }
    a = xc_date_day(british);
    b = xc_date_day(american);
    stamp->date = (struct xc_date){year, 0, 0};
    stamp->has_date = true;
    stamp->bounded = true;
    stamp->first = a < b ? a : b;
    stamp->last = a < b ? b : a;
    return true;
}

static bool
read_figures(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true, .end = i + 3};
    int numbers[3];
    int year;

    if (!three_numbers(atoms, i, numbers))
        return false;
    if (atoms->items[i].text.len == 4 && numbers[0] >= XC_FIRST_YEAR) {
        struct xc_date date = {numbers[0], numbers[1], numbers[2]};

        if (numbers[1] < 1 || numbers[2] < 1 || !xc_date_is_valid(date))
            return false;
        xc_stamp_set(&stamp, date);
        *out = stamp;
        return true;
    }
    if (atoms->items[i].text.len > 2 || atoms->items[i + 1].text.len > 2)
        return false;
    year = numbers[2];
    if (atoms->items[i + 2].text.len == 2)
        year += year < 50 ? 2000 : 1900;
    else if (atoms->items[i + 2].text.len != 4)
        return false;
    if (!read_day_month_year(numbers, year, &stamp))
        return false;
    *out = stamp;
    return true;
}

/* "summer 2019", "the spring of 2019": half the world has its summer in January. */
static bool
read_season(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = 0};
    int year;

    if (xc_atoms_form(atoms, i, XC_FORM_SEASON, &stamp.end) == NULL ||
        !year_after_month(atoms, stamp.end, &year, &stamp.end))
        return false;
    xc_stamp_set(&stamp, (struct xc_date){year, 0, 0});
    stamp.approximate = true;
    stamp.absorbs = true;
    *out = stamp;
    return true;
}

static bool
read_plain(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
           struct xc_stamp *out)
{
    return read_figures(atoms, i, out) ||
           read_weekday_first(atoms, published, i, out) ||
           read_day_first(atoms, published, i, out) ||
           read_month_first(atoms, published, i, out) || xc_era_read(atoms, i, out) ||
           read_season(atoms, i, out) || xc_year_read(atoms, i, out);
}

/* "from May 6 to June 3", "between 2011 and 2024". */
static bool
read_span(const struct xc_atoms *atoms, const struct xc_date *published, size_t i,
          struct xc_stamp *out)
{
    size_t at;
    const struct xc_form *opener = xc_atoms_form(atoms, i, XC_FORM_OPENER, &at);
    bool between = opener != NULL && opener->code == XC_BETWEEN;
    struct xc_stamp first;
    struct xc_stamp second;

    if (opener == NULL || !xc_atoms_joined(atoms, at) ||
        !read_plain(atoms, published, at, &first) || !xc_atoms_joined(atoms, first.end))
        return false;
    at = first.end;
    if (!(between ? xc_atoms_is(atoms, at, "and")
                  : xc_atoms_is(atoms, at, "to") || xc_atoms_is(atoms, at, "until") ||
                        xc_atoms_is(atoms, at, "through")) ||
        !xc_atoms_joined(atoms, at + 1) ||
        !read_plain(atoms, published, at + 1, &second) || !first.bounded ||
        !second.bounded || second.last <= first.first)
        return false;
    first.last = second.last;
    first.has_date = false;
    first.end = second.end;
    first.absorbs = true;
    *out = first;
    return true;
}

/* "around 1990", "early 2019", "mid-May": a wider interval, or the same with a doubt. */
static bool
read_approximate(const struct xc_atoms *atoms, const struct xc_date *published,
                 size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp;
    size_t at;
    const struct xc_form *about = xc_atoms_form(atoms, i, XC_FORM_APPROXIMATOR, &at);
    int32_t length;

    if (about != NULL && about->code != XC_ABOUT)
        return false;
    if (about == NULL && xc_atoms_form(atoms, i, XC_FORM_PART_OF_DATE, &at) == NULL)
        return false;
    if (!xc_atoms_joined(atoms, at) || !read_plain(atoms, published, at, &stamp))
        return false;
    stamp.approximate = true;
    if (about != NULL && stamp.bounded) {
        length = stamp.last - stamp.first + 1;
        length = length < 3 ? 3 : length;
        stamp.first -= length;
        stamp.last += length;
        stamp.has_date = false;
    }
    *out = stamp;
    return true;
}

bool
xc_calendar_read(const struct xc_atoms *atoms, const struct xc_date *published,
                 size_t i, struct xc_stamp *out)
{
    struct xc_stamp relative;
    bool found = read_span(atoms, published, i, out) ||
                 read_approximate(atoms, published, i, out) ||
                 read_plain(atoms, published, i, out);

    if (!xc_calendar_read_relative(atoms, published, i, &relative))
        return found;
    if (!found || relative.end > out->end)
        *out = relative;
    return true;
}
