/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/figures.h"

#include "value/month.h"
#include "value/year.h"

/* A year of two figures is of the last century from here on. */
static const int first_of_last_century = 50;

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
           (xc_atoms_gap(atoms, i + 3) != XC_GAP_HYPHEN || gap != XC_GAP_HYPHEN);
}

/* "05/06/2019" is 5 June or May 6: nothing is sure but the year and that it is one of
 * the two, unless one number can only be a day. */
static bool
set_day_month_year(int one, int two, int year, struct xc_stamp *stamp)
{
    struct xc_date british = {year, two, one};
    struct xc_date american = {year, one, two};
    bool is_british = two >= 1 && xc_date_is_valid(british);
    bool is_american = one >= 1 && xc_date_is_valid(american);
    int32_t a;
    int32_t b;

    if (one < 1 || two < 1 || (!is_british && !is_american))
        return false;
    xc_stamp_set(stamp, is_american ? american : british);
    if (!is_british || !is_american || one == two)
        return true;
    a = xc_date_day(british);
    b = xc_date_day(american);
    stamp->date = (struct xc_date){year, 0, 0};
    stamp->first = a < b ? a : b;
    stamp->last = a < b ? b : a;
    stamp->approximate = true;
    return true;
}

static bool
read_three(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
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
        year += year < first_of_last_century ? 2000 : 1900;
    else if (atoms->items[i + 2].text.len != 4)
        return false;
    if (!set_day_month_year(numbers[0], numbers[1], year, &stamp))
        return false;
    *out = stamp;
    return true;
}

/* "12/2015", "12-2015" */
static bool
read_month_and_year(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true, .end = i + 2};
    unsigned gap = xc_atoms_gap(atoms, i + 1);
    const unsigned binding = XC_GAP_SLASH | XC_GAP_HYPHEN;
    int month;
    int year;

    if ((gap != XC_GAP_HYPHEN && gap != XC_GAP_SLASH) ||
        !xc_year_figures(atoms, i, 2, &month) || !xc_year_at(atoms, i + 1, &year) ||
        month < 1 || month > 12 || (xc_atoms_gap(atoms, i) & binding) != 0 ||
        (xc_atoms_gap(atoms, i + 2) & binding) != 0 || xc_year_counts(atoms, i + 2))
        return false;
    xc_stamp_set(&stamp, (struct xc_date){year, month, 0});
    *out = stamp;
    return true;
}

/* Whether the words before atom i ask for a date: "on 22/04", "Friday 5/12". */
static bool
is_asked_for(const struct xc_atoms *atoms, size_t i)
{
    const uint64_t asking =
        XC_CLASS(XC_FORM_BOUND) | XC_CLASS(XC_FORM_WEEKDAY) | XC_CLASS(XC_FORM_WHICH);

    return i > 0 && xc_atoms_joined(atoms, i) &&
           (xc_atoms_is(atoms, i - 1, "on") || xc_atoms_has(atoms, i - 1, asking));
}

/* "on 22/04", "5/1, 2020" */
static bool
read_two(const struct xc_calendar *calendar, size_t i, bool bare, struct xc_stamp *out)
{
    const struct xc_atoms *atoms = calendar->atoms;
    struct xc_stamp stamp = {.absorbs = true, .end = i + 2};
    int one;
    int two;
    int year;
    bool ambiguous;

    if (xc_atoms_gap(atoms, i + 1) != XC_GAP_SLASH ||
        !(bare || is_asked_for(atoms, i)) || !xc_year_figures(atoms, i, 2, &one) ||
        !xc_year_figures(atoms, i + 1, 2, &two) || one < 1 || two < 1 ||
        (one > 12 && two > 12) || one > 31 || two > 31 ||
        (xc_atoms_gap(atoms, i) & XC_GAP_SLASH) != 0 ||
        (xc_atoms_gap(atoms, i + 2) & XC_GAP_SLASH) != 0)
        return false;
    if (xc_month_year_at(atoms, i + 2, &year, &stamp.end)) {
        if (!set_day_month_year(one, two, year, &stamp))
            return false;
        *out = stamp;
        return true;
    }
    stamp.end = i + 2;
    ambiguous = one <= 12 && two <= 12 && one != two;
    stamp.date.month = one <= 12 ? one : two;
    stamp.date.day = one <= 12 ? two : one;
    stamp.date.year = 2020;
    if (!xc_date_is_valid(stamp.date))
        return false;
    stamp.date.year = 0;
    if (ambiguous)
        xc_stamp_say_yearless(&stamp, stamp.date.month, stamp.date.day);
    else
        xc_month_suggest_year(calendar, i, &stamp);
    *out = stamp;
    return true;
}

bool
xc_figures_read(const struct xc_calendar *calendar, size_t i, bool bare,
                struct xc_stamp *out)
{
    return read_three(calendar->atoms, i, out) ||
           read_month_and_year(calendar->atoms, i, out) ||
           read_two(calendar, i, bare, out);
}
