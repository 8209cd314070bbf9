/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/year.h"

#include "value/number.h"
#include "value/rank.h"

/* Numbers that may be years, and those that are one by their looks alone. */
static const int first_plain_year = 1900;
static const int last_year = 2100;

bool
xc_year_whole(struct xc_decimal number, int limit, int *out)
{
    int64_t n = number.mantissa;
    int exponent = number.exponent;

    if (exponent < 0 || n < 0)
        return false;
    for (; exponent > 0 && n <= limit; exponent--)
        n *= 10;
    if (n > limit)
        return false;
    *out = (int)n;
    return true;
}

/* Figures as they stand in a date: at most so many digits, no comma, no point. */
bool
xc_year_figures(const struct xc_atoms *atoms, size_t i, size_t max_digits, int *out)
{
    const struct xc_atom *atom;

    if (i >= atoms->n)
        return false;
    atom = &atoms->items[i];
    return atom->kind == XC_ATOM_NUMBER && atom->text.len <= max_digits &&
           (atom->flags & (XC_ATOM_ODD | XC_ATOM_GROUPED)) == 0 &&
           xc_str_find(atom->text, 0, '.') == atom->text.len &&
           xc_year_whole(atom->number, 9999, out);
}

bool
xc_year_at(const struct xc_atoms *atoms, size_t i, int *out)
{
    return xc_year_figures(atoms, i, 4, out) && atoms->items[i].text.len == 4 &&
           *out >= XC_FIRST_YEAR && *out <= last_year;
}

/* Whether something that is counted stands after the number: "2000 people". */
bool
xc_year_counts(const struct xc_atoms *atoms, size_t end)
{
    const struct xc_atom *next;

    if (xc_atoms_is(atoms, end, "~")) /* "2014~2018" */
        return false;
    if (end < atoms->n && atoms->items[end].gap == 0)
        return true;
    if (!xc_atoms_joined(atoms, end))
        return false;
    next = &atoms->items[end];
    if (xc_atoms_form(atoms, end, XC_FORM_UNIT, NULL) != NULL ||
        xc_atoms_form(atoms, end, XC_FORM_CURRENCY_AFTER, NULL) != NULL ||
        xc_atoms_form(atoms, end, XC_FORM_CLOCK, NULL) != NULL ||
        xc_atoms_form(atoms, end, XC_FORM_SCALE, NULL) != NULL ||
        xc_atoms_form(atoms, end, XC_FORM_COUNTED, NULL) != NULL)
        return true;
    return next->kind == XC_ATOM_WORD && (next->flags & XC_ATOM_CAPITAL) == 0 &&
           next->text.len > 3 && xc_str_ends(next->text, "s") &&
           !xc_str_ends(next->text, "ss") &&
           xc_atoms_form(atoms, end, XC_FORM_NO_NAME, NULL) == NULL;
}

bool
xc_year_words(const struct xc_atoms *atoms, size_t i, int *out, size_t *end)
{
    const struct xc_form *century = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, end);
    struct xc_number number;
    struct xc_number years;
    int first;
    int second;

    if (century == NULL || !xc_number_read(atoms, i, &number) || number.figures ||
        number.vague || number.fraction ||
        !xc_year_whole(number.low, last_year, &first))
        return false;
    if (first >= XC_FIRST_YEAR) {
        *end = number.end;
        *out = first;
        return first % 100 != 0;
    }
    if (first < XC_FIRST_YEAR / 100 || first > 20 ||
        !xc_atoms_joined(atoms, number.end) ||
        !xc_number_read(atoms, number.end, &years) || years.figures || years.vague ||
        years.fraction || years.scaled || !xc_year_whole(years.low, 99, &second) ||
        second < 10)
        return false;
    *end = years.end;
    *out = first * 100 + second;
    return true;
}

/* Whether the neighbours let a number in the range of years be one. */
static bool
year_fits(const struct xc_atoms *atoms, size_t i, size_t end, int year)
{
    const struct xc_atom *atom = &atoms->items[i];
    const unsigned bad =
        XC_GAP_SLASH | XC_GAP_POINT | XC_GAP_COLON | XC_GAP_OTHER | XC_GAP_MINUS;
    const struct xc_form *before =
        i > 0 ? xc_atoms_form(atoms, i - 1, XC_FORM_DATED, NULL) : NULL;
    bool bracketed = (atom->gap & XC_GAP_OPEN) != 0 &&
                     (xc_atoms_gap(atoms, end) & XC_GAP_CLOSE) != 0;
    bool strong = before != NULL && before->code != 0 && xc_atoms_joined(atoms, i);

    /* Glued to something by a mark: an address or a number of another kind. */
    if ((atom->gap & bad) != 0 && (atom->gap & (XC_GAP_SPACE | XC_GAP_EDGE)) == 0)
        return false;
    if (xc_atoms_is(atoms, end, "~") || (i > 0 && xc_atoms_is(atoms, i - 1, "~")))
        return year >= first_plain_year;
    if ((atom->gap & XC_GAP_MINUS) != 0 || (i > 0 && atom->gap == 0))
        return false;
    if (i > 0 && (atoms->items[i - 1].kind == XC_ATOM_SIGN ||
                  (atoms->items[i - 1].kind == XC_ATOM_NUMBER &&
                   (atom->gap & XC_GAP_HYPHEN) != 0)))
        return false;
    if ((xc_atoms_gap(atoms, end) & XC_GAP_SLASH) != 0)
        return false;
    if (bracketed)
        return true;
    if (xc_year_counts(atoms, end) && !strong)
        return false;
    if (end < atoms->n && atoms->items[end].gap == 0)
        return false;
    if (i > 0 && before == NULL && xc_atoms_joined(atoms, i) &&
        xc_atoms_form(atoms, i - 1, XC_FORM_APPROXIMATOR, NULL) != NULL)
        return false;
    return year >= first_plain_year || strong;
}

/* "2011-2024", "2018-19", and the month "2015-11". */
static bool
read_hyphened_year(const struct xc_atoms *atoms, size_t i, int year,
                   struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = i + 2, .absorbs = true};
    size_t n_figures;
    int second;

    if (xc_atoms_gap(atoms, i + 1) != XC_GAP_HYPHEN ||
        !xc_year_figures(atoms, i + 1, 4, &second) || !year_fits(atoms, i, i + 2, year))
        return false;
    n_figures = atoms->items[i + 1].text.len;
    if (n_figures == 2 && second >= 1 && second <= 12 && second != year % 100 + 1) {
        xc_stamp_set(&stamp, (struct xc_date){year, second, 0});
        *out = stamp;
        return true;
    }
    if (n_figures == 2)
        second += year / 100 * 100;
    if (second <= year || second > last_year || (n_figures != 2 && n_figures != 4))
        return false;
    xc_stamp_set(&stamp, (struct xc_date){year, 0, 0});
    xc_stamp_say_range(&stamp, stamp.first, xc_date_day((struct xc_date){second, 1, 1}),
                       second - year, 'Y');
    stamp.last = xc_date_day((struct xc_date){second, 12, 31});
    stamp.has_date = false;
    *out = stamp;
    return true;
}

/* "in nineteen ninety-six" */
static bool
read_year_words(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.absorbs = true};
    const struct xc_form *before =
        i > 0 ? xc_atoms_form(atoms, i - 1, XC_FORM_DATED, NULL) : NULL;
    int year;

    if (before == NULL || before->code == 0 || !xc_atoms_joined(atoms, i) ||
        !xc_year_words(atoms, i, &year, &stamp.end) || xc_year_counts(atoms, stamp.end))
        return false;
    xc_stamp_set(&stamp, (struct xc_date){year, 0, 0});
    *out = stamp;
    return true;
}

bool
xc_year_read(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = i + 1};
    int year;

    if (read_year_words(atoms, i, out))
        return true;
    if (!xc_year_at(atoms, i, &year))
        return false;
    if (read_hyphened_year(atoms, i, year, out))
        return true;
    if (!year_fits(atoms, i, i + 1, year) ||
        (xc_atoms_gap(atoms, i + 1) == XC_GAP_HYPHEN && i + 1 < atoms->n &&
         atoms->items[i + 1].kind == XC_ATOM_NUMBER))
        return false;
    xc_stamp_set(&stamp, (struct xc_date){year, 0, 0});
    /* "a crowd of 2000" may be a number of people, "a gala of 2019" hardly. */
    stamp.absorbs = year % 100 != 0;
    *out = stamp;
    return true;
}

/* The years from first on, as many as said; a century begins with its year 1, and is said
 * to begin with its year 0. */
static void
set_years(struct xc_stamp *stamp, int first, int n, int first_said)
{
    struct xc_date from = {first, 1, 1};
    struct xc_date said = {first_said, 1, 1};

    stamp->bounded = true;
    stamp->first = xc_date_day(from);
    stamp->last = xc_date_day((struct xc_date){first + n - 1, 12, 31});
    stamp->absorbs = true;
    xc_stamp_say_range(stamp, xc_date_day(said),
                       xc_date_day((struct xc_date){first_said + n, 1, 1}), n, 'Y');
}

/* "the 90s" names no century, though one is meant. */
static void
forget_century(struct xc_timex_point *point)
{
    point->year = (int16_t)(point->year % 100);
    point->no_century = true;
}

/* "the 90s", "'90s", "the early nineties", but "in her mid-20s" is an age. */
static bool
is_decade_of_century(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_form *before;
    size_t at = i;

    if ((xc_atoms_gap(atoms, i) & XC_GAP_APOSTROPHE) != 0)
        return true;
    if (at > 1 && xc_atoms_has(atoms, at - 1, XC_CLASS(XC_FORM_PART_OF_DATE)))
        at--;
    if (at == 0)
        return false;
    before = xc_atoms_form(atoms, at - 1, XC_FORM_DATED, NULL);
    return xc_atoms_is(atoms, at - 1, "the") || (before != NULL && before->code != 0);
}

/* "the 1990s", "the '90s", "the nineties", "the 19th century". */
bool
xc_era_read(const struct xc_atoms *atoms, size_t i, struct xc_stamp *out)
{
    struct xc_stamp stamp = {.end = i + 2};
    const struct xc_form *decade = xc_atoms_form(atoms, i, XC_FORM_DECADE, &stamp.end);
    const struct xc_form *period = NULL;
    struct xc_rank rank;
    bool short_form = false;
    int year = 0;

    if (xc_rank_read(atoms, i, &rank) && rank.name.len == 0 &&
        xc_atoms_joined(atoms, rank.end))
        period = xc_atoms_form(atoms, rank.end, XC_FORM_PERIOD, &stamp.end);
    if (period != NULL && period->code == XC_PERIOD_CENTURY) {
        if (!xc_year_whole(rank.number, last_year / 100, &year) || year < 1)
            return false;
        set_years(&stamp, (year - 1) * 100 + 1, 100, (year - 1) * 100);
        *out = stamp;
        return true;
    }
    if (decade != NULL) {
        year = decade->code;
    } else if (!xc_year_figures(atoms, i, 4, &year) || year % 10 != 0 ||
               !xc_atoms_is(atoms, i + 1, "s") ||
               (atoms->items[i + 1].gap & ~(unsigned)XC_GAP_SPACE) != 0 ||
               atoms->items[i].text.len % 2 != 0) {
        return false;
    }
    if (year < 100) {
        if (!is_decade_of_century(atoms, i))
            return false;
        year += year < 20 ? 2000 : 1900;
        short_form = true;
    }
    if (year < XC_FIRST_YEAR || year > last_year)
        return false;
    set_years(&stamp, year, 10, year);
    if (short_form) {
        forget_century(&stamp.said.from);
        forget_century(&stamp.said.to);
    }
    *out = stamp;
    return true;
}
