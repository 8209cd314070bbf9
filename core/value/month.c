/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/month.h"

#include "value/number.h"
#include "value/rank.h"
#include "value/year.h"

/* How many words before a date may tell whether it lies ahead. */
static const size_t tense_reach = 12;
/* A year of two figures is of the last century from here on: "April of 87". */
static const int first_of_last_century = 50;

bool
xc_month_is_ahead(const struct xc_atoms *atoms, size_t i)
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

/* "of 87", "'87" */
static bool
short_year_at(const struct xc_atoms *atoms, size_t i, bool after_of, int *out)
{
    if (!xc_year_figures(atoms, i, 2, out) || atoms->items[i].text.len != 2 ||
        !(after_of || (atoms->items[i].gap & XC_GAP_APOSTROPHE) != 0))
        return false;
    *out += *out < first_of_last_century ? 2000 : 1900;
    return true;
}

/* Four figures behind a month: beside the plain ways "05-Aug-2016" and "Dec/2018", not "On
 * May 6, 2000 people", but "the April 2017 bonus". */
static bool
long_year_at(const struct xc_atoms *atoms, size_t i, int *out)
{
    const unsigned between = XC_GAP_SPACE | XC_GAP_COMMA | XC_GAP_POINT;
    unsigned gap = xc_atoms_gap(atoms, i);

    if (!xc_year_at(atoms, i, out))
        return false;
    if (gap != XC_GAP_HYPHEN && gap != XC_GAP_SLASH &&
        ((gap & ~between) != 0 || (gap & XC_GAP_SPACE) == 0))
        return false;
    return (gap & XC_GAP_COMMA) == 0 || !xc_year_counts(atoms, i + 1);
}

bool
xc_month_year_at(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    bool after_of = false;
    size_t at = i;
    size_t words_end;

    if (xc_atoms_joined(atoms, at) &&
        (xc_atoms_is(atoms, at, "of") || xc_atoms_is(atoms, at, "in"))) {
        after_of = xc_atoms_is(atoms, at, "of");
        at++;
    }
    if (xc_atoms_joined(atoms, at) && xc_year_words(atoms, at, out, &words_end)) {
        *end = words_end;
        return true;
    }
    if (!short_year_at(atoms, at, after_of, out) && !long_year_at(atoms, at, out))
        return false;
    *end = at + 1;
    return true;
}

bool
xc_month_day_at(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    struct xc_rank rank;

    if (i >= atoms->n)
        return false;
    if (xc_rank_read(atoms, i, &rank)) {
        *end = rank.end;
        return rank.name.len == 0 && xc_year_whole(rank.number, 31, out) && *out > 0;
    }
    if (!xc_year_figures(atoms, i, 2, out) || *out < 1 || *out > 31)
        return false;
    *end = i + 1;
    /* "6m", "6%": something else than a day. */
    return *end >= atoms->n || atoms->items[*end].gap != 0;
}

/* The day in words: "twenty five January", "May twenty nine". */
static bool
day_in_words(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    struct xc_number number;

    if (!xc_number_read(atoms, i, &number) || number.figures || number.vague ||
        number.scaled || !xc_year_whole(number.low, 31, out) || *out < 1)
        return false;
    *end = number.end;
    return true;
}

/* The day behind a month: "May 6", "Sept. 11", "Oct/2", "June the 28th", "Dec31". */
static bool
day_after_month(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    const unsigned between = XC_GAP_SPACE | XC_GAP_HYPHEN | XC_GAP_POINT;
    size_t at = i;
    bool glued;

    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "the"))
        at++;
    if (at >= atoms->n)
        return false;
    glued = atoms->items[at].gap == 0 || atoms->items[at].gap == XC_GAP_SLASH;
    if (!glued && ((atoms->items[at].gap & ~between) != 0 ||
                   (atoms->items[at].gap & (XC_GAP_SPACE | XC_GAP_HYPHEN)) == 0))
        return false;
    /* "Oct/2/x" is no date. */
    if (xc_month_day_at(atoms, at, out, end))
        return (xc_atoms_gap(atoms, *end) & XC_GAP_SLASH) == 0;
    return at == i && !glued && day_in_words(atoms, at, out, end);
}

const struct xc_form *
xc_month_at(const struct xc_atoms *atoms, size_t i, size_t *end, bool *is_word)
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

    if (before != NULL && !is_word)
        return true;
    if (!is_capital(atoms, i))
        return false;
    if (before != NULL && before->code != 0)
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
    int day;
    size_t after;

    if (i >= atoms->n)
        return false;
    if (xc_atoms_joined(atoms, i) &&
        (xc_atoms_is(atoms, i, "to") || xc_atoms_is(atoms, i, "and") ||
         xc_atoms_is(atoms, i, "through")))
        at++;
    else if (gap != XC_GAP_HYPHEN && gap != (XC_GAP_HYPHEN | XC_GAP_SPACE))
        return false;
    if (at >= atoms->n || !xc_month_day_at(atoms, at, &day, &after) || day <= first)
        return false;
    *out = day;
    *end = after;
    return true;
}

/* Makes the stamp of a date the one from its day to a later one of the month. */
static void
extend_to_day(const struct xc_calendar *calendar, struct xc_stamp *stamp, int last_day)
{
    struct xc_stamp last = *stamp;
    struct xc_stamp joined;
    struct xc_date date = stamp->date;

    date.day = last_day;
    last.said.from.day = (int8_t)last_day;
    last.date = date;
    if (stamp->bounded && xc_date_is_valid(date))
        last.first = last.last = xc_date_day(date);
    if (xc_stamp_join(calendar, stamp, &last, &joined))
        *stamp = joined;
}

void
xc_month_suggest_year(const struct xc_calendar *calendar, size_t i,
                      struct xc_stamp *stamp)
{
    struct xc_date date = stamp->date;
    int32_t today;
    int32_t first;
    int32_t last;

    stamp->has_date = true;
    xc_stamp_say_yearless(stamp, date.month, date.day);
    if (calendar->published == NULL)
        return;
    today = xc_date_day(*calendar->published);
    date.year = calendar->published->year;
    if (!xc_date_is_valid(date))
        return;
    xc_date_days(date, &first, &last);
    if (xc_month_is_ahead(calendar->atoms, i))
        date.year += last < today ? 1 : 0;
    else
        date.year -= first > today ? 1 : 0;
    if (!xc_date_is_valid(date))
        return;
    stamp->date = date;
    xc_date_days(date, &stamp->first, &stamp->last);
    stamp->bounded = true;
}

/* The year of the stamp's month and day, said or suggested, and the day it goes on to. */
static bool
finish(const struct xc_calendar *calendar, size_t i, int last_day,
       struct xc_stamp *stamp)
{
    int year;
    struct xc_date date = stamp->date;

    /* 2020 is a leap year: a 29 February exists somewhere, a 31 June nowhere. */
    date.year = 2020;
    if (!xc_date_is_valid(date))
        return false;
    stamp->absorbs = true;
    if (xc_month_year_at(calendar->atoms, stamp->end, &year, &stamp->end)) {
        date.year = year;
        if (!xc_date_is_valid(date))
            return false;
        xc_stamp_set(stamp, date);
    } else {
        xc_month_suggest_year(calendar, i, stamp);
    }
    if (last_day > 0)
        extend_to_day(calendar, stamp, last_day);
    return true;
}

/* "May 6, 2019", "May 6-8", "May 2019", "May". */
static bool
read_month_first(const struct xc_calendar *calendar, size_t i, bool bare,
                 struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.end = 0};
    bool is_word;
    const struct xc_form *month = xc_month_at(atoms, i, &stamp.end, &is_word);
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
    } else if (!xc_month_year_at(atoms, stamp.end, &year, &end) &&
               !(bare && (!is_word || is_capital(atoms, i))) &&
               !month_alone_fits(atoms, i, is_word)) {
        return false;
    }
    /* "may 20 years" in a text without capitals; with the year it is sure. */
    if (is_word && !is_capital(atoms, i) &&
        !xc_month_year_at(atoms, stamp.end, &year, &end))
        return false;
    if (!finish(calendar, i, last_day, &stamp))
        return false;
    *out = stamp;
    return true;
}

/* "6 May 2019", "6th of May", "6-8 May", "the 15th day of June". */
static bool
read_day_first(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.end = 0};
    const struct xc_form *month;
    int last_day = 0;
    int year;
    size_t at;
    size_t end;
    bool is_word;
    bool in_words = !xc_month_day_at(atoms, i, &stamp.date.day, &at);

    if (in_words && !day_in_words(atoms, i, &stamp.date.day, &at))
        return false;
    /* "for $12 December 27" */
    if (i > 0 && atoms->items[i - 1].kind == XC_ATOM_SIGN && atoms->items[i].gap == 0)
        return false;
    (void)second_day(atoms, at, stamp.date.day, &last_day, &at);
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "day") &&
        xc_atoms_is(atoms, at + 1, "of"))
        at++;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "of"))
        at++;
    if (!xc_atoms_joined(atoms, at))
        return false;
    month = xc_month_at(atoms, at, &stamp.end, &is_word);
    /* "two May marches": words for the day, or letters without a capital, only with a year. */
    if (month == NULL || ((in_words || (is_word && !is_capital(atoms, at))) &&
                          !xc_month_year_at(atoms, stamp.end, &year, &end)))
        return false;
    stamp.date.month = month->code;
    if (!finish(calendar, i, last_day, &stamp))
        return false;
    stamp.with_article = true;
    *out = stamp;
    return true;
}

/* The day, month and year of "2019-Aug-01", "Sep-23-2020", "23/Sep/2020", whatever their
 * order: only the year has four figures, and only the month a name. */
static bool
read_three(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true, .end = i + 3};
    unsigned gap = xc_atoms_gap(atoms, i + 1);
    struct xc_date date = {0, 0, 0};
    size_t k;

    if ((gap != XC_GAP_HYPHEN && gap != XC_GAP_SLASH) ||
        xc_atoms_gap(atoms, i + 2) != gap || i + 3 > atoms->n ||
        xc_atoms_gap(atoms, i + 3) == gap)
        return false;
    for (k = i; k < i + 3; k++) {
        bool is_word;
        size_t end;
        int number;
        const struct xc_form *month = xc_month_at(atoms, k, &end, &is_word);

        if (month != NULL)
            date.month = month->code;
        else if (xc_year_at(atoms, k, &number))
            date.year = number;
        else if (xc_year_figures(atoms, k, 2, &number))
            date.day = number;
    }
    if (date.month == 0 || date.day == 0 || !xc_date_is_valid(date))
        return false;
    xc_stamp_set(&stamp, date);
    *out = stamp;
    return true;
}

/* "Christmas Day", "Halloween 2018" */
static bool
read_holiday(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = 0};
    const struct xc_form *holiday =
        xc_atoms_form(calendar->atoms, i, XC_FORM_HOLIDAY, &stamp.end);

    if (holiday == NULL)
        return false;
    stamp.date.month = holiday->code / 100;
    stamp.date.day = holiday->code % 100;
    if (!finish(calendar, i, 0, &stamp))
        return false;
    *out = stamp;
    return true;
}

bool
xc_month_read(const struct xc_calendar *calendar, size_t i, bool bare,
              struct xc_stamp *out)
{
    return i < calendar->atoms->n &&
           (read_three(calendar, i, out) || read_day_first(calendar, i, out) ||
            read_month_first(calendar, i, bare, out) || read_holiday(calendar, i, out));
}
