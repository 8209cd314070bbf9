/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/tally.h"

static const struct xc_decimal zero = {0, 0};
static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};
static const struct xc_decimal hundred = {1, 2};
static const struct xc_decimal thousand = {1, 3};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* Takes a number word or figures: "twenty", "one" after it, "300". */
static bool
take_cardinal(struct xc_tally *tally, struct xc_decimal number, bool figures)
{
    if (tally->open) {
        if (tally->has_limit && !below(number, tally->limit))
            return false;
        tally->current = number;
    } else {
        bool added = !figures || tally->scale.mantissa != 0;

        if (!added || number.mantissa == 0 || !below(number, tally->room) ||
            !xc_decimal_add(tally->current, number, &tally->current))
            return false;
    }
    /* Only a round number of tens leaves room for a unit: "twenty-one". */
    tally->room =
        !figures && !below(number, (struct xc_decimal){2, 1}) && below(number, hundred)
            ? ten
            : zero;
    tally->has_current = true;
    tally->open = false;
    tally->scale = zero;
    return true;
}

/* Takes "hundred", "dozen": they multiply what stands right before them; "322 hundred" is
 * said, "1,200 hundred" is not. */
static bool
take_small_scale(struct xc_tally *tally, struct xc_decimal scale)
{
    if (!tally->has_current || !below(tally->current, thousand) ||
        tally->scale.mantissa != 0 ||
        !xc_decimal_mul(tally->current, scale, &tally->current))
        return false;
    tally->room = xc_decimal_compare(scale, hundred) == 0 ? hundred : zero;
    tally->scale = scale;
    tally->n_scales++;
    return true;
}

/* Takes "thousand", "million": they close a group. */
static bool
take_large_scale(struct xc_tally *tally, struct xc_decimal scale)
{
    struct xc_decimal group;

    if (!tally->has_current || (tally->has_limit && !below(scale, tally->limit)) ||
        !xc_decimal_mul(tally->current, scale, &group) ||
        !xc_decimal_add(tally->total, group, &tally->total))
        return false;
    tally->current = zero;
    tally->has_current = false;
    tally->open = true;
    tally->has_limit = true;
    tally->limit = scale;
    tally->scale = scale;
    tally->n_scales++;
    return true;
}

/* "2.33 k", where nothing follows that the letter could belong to. */
static bool
is_last_k(const struct xc_atoms *atoms, size_t i)
{
    return xc_atoms_is(atoms, i, "k") && atoms->items[i].gap == XC_GAP_SPACE &&
           !xc_atoms_joined(atoms, i + 1);
}

/* Takes the scale at atom i, if one stands there. */
static bool
take_scale(const struct xc_atoms *atoms, struct xc_tally *tally, size_t i)
{
    size_t end;
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_SCALE, &end);

    if (form == NULL && i > 0 && atoms->items[i - 1].kind == XC_ATOM_NUMBER &&
        (atoms->items[i].gap == 0 || is_last_k(atoms, i)))
        form = xc_atoms_form(atoms, i, XC_FORM_SUFFIX, &end);
    if (form == NULL)
        return false;
    if (!(below(form->low, thousand) ? take_small_scale(tally, form->low)
                                     : take_large_scale(tally, form->low)))
        return false;
    tally->end = end;
    return true;
}

/* The figures at atom i, with the groups ("1 234 567") and decimals ("5,00") that the
 * splitter left apart. */
static bool
take_figures(const struct xc_atoms *atoms, struct xc_tally *tally, size_t i)
{
    struct xc_decimal number = atoms->items[i].number;
    struct xc_decimal decimals;
    size_t at = i + 1;

    while (at < atoms->n && (atoms->items[at].flags & XC_ATOM_GROUP) != 0 &&
           xc_decimal_mul(number, thousand, &number) &&
           xc_decimal_add(number, atoms->items[at].number, &number))
        at++;
    if (at < atoms->n && (atoms->items[at].flags & XC_ATOM_DECIMALS) != 0 &&
        xc_decimal_mul(atoms->items[at].number,
                       (struct xc_decimal){1, -(int)atoms->items[at].text.len},
                       &decimals) &&
        xc_decimal_add(number, decimals, &number))
        at++;
    if (!take_cardinal(tally, number, true))
        return false;
    tally->end = at;
    return true;
}

static bool
take_word(const struct xc_atoms *atoms, struct xc_tally *tally, size_t i)
{
    size_t end;
    const struct xc_form *form;

    if (xc_atoms_is_figures(atoms, i))
        return take_figures(atoms, tally, i);
    form = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, &end);
    if (form == NULL || !take_cardinal(tally, form->low, false))
        return false;
    tally->end = end;
    return true;
}

/* "a hundred", "a dozen": the article is a one, but only before a scale. */
static bool
begin_with_article(const struct xc_atoms *atoms, struct xc_tally *tally, size_t i)
{
    return xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL &&
           xc_atoms_joined(atoms, i + 1) &&
           xc_atoms_form(atoms, i + 1, XC_FORM_SCALE, NULL) != NULL &&
           take_cardinal(tally, one, true) && take_scale(atoms, tally, i + 1);
}

/* Whether a part of one stands at atom i: "one hundred and three quarters" is 100.75, but
 * "one hundred and thirty fifths" are 26. */
static bool
is_proper_part(const struct xc_atoms *atoms, size_t i)
{
    const struct xc_form *top = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, NULL);
    struct xc_decimal number = top != NULL ? top->low : atoms->items[i].number;
    const struct xc_form *more;
    const struct xc_form *bottom;
    size_t at = i + 1;

    if (!xc_atoms_joined(atoms, at))
        return false;
    more = xc_atoms_form(atoms, at, XC_FORM_CARDINAL, NULL);
    if (more != NULL && below(more->low, ten) && xc_atoms_joined(atoms, at + 1) &&
        xc_decimal_add(number, more->low, &number))
        at++;
    bottom = xc_atoms_form(
        atoms, at, xc_decimal_compare(number, one) == 0 ? XC_FORM_PART : XC_FORM_PARTS,
        NULL);
    return bottom != NULL && below(number, bottom->low);
}

/* "one hundred and five", "two thousand and nineteen", not "a hundred and a half"; "3
 * hundred and 2.5" are two numbers. */
static bool
take_after_and(const struct xc_atoms *atoms, struct xc_tally *tally, size_t i)
{
    return tally->scale.mantissa != 0 && xc_atoms_is(atoms, i, "and") &&
           xc_atoms_joined(atoms, i + 1) && !is_proper_part(atoms, i + 1) &&
           (atoms->items[i + 1].kind != XC_ATOM_NUMBER ||
            atoms->items[i + 1].number.exponent >= 0) &&
           take_word(atoms, tally, i + 1);
}

bool
xc_tally_read(const struct xc_atoms *atoms, size_t i, size_t stop, struct xc_tally *out)
{
    struct xc_tally tally = {.room = zero, .open = true, .end = i};

    if (i >= stop ||
        (!begin_with_article(atoms, &tally, i) && !take_word(atoms, &tally, i)))
        return false;
    while (tally.end < stop && xc_atoms_joined(atoms, tally.end) &&
           (take_scale(atoms, &tally, tally.end) ||
            take_word(atoms, &tally, tally.end) ||
            take_after_and(atoms, &tally, tally.end)))
        continue;
    *out = tally;
    return tally.end <= stop;
}

bool
xc_tally_sum(const struct xc_tally *tally, struct xc_decimal *out)
{
    return xc_decimal_add(tally->total, tally->current, out);
}

bool
xc_tally_add_rank(const struct xc_tally *tally, struct xc_decimal rank,
                  struct xc_decimal *out)
{
    struct xc_decimal sum;

    return (below(rank, tally->room) ||
            (tally->open && tally->has_limit && below(rank, tally->limit))) &&
           xc_tally_sum(tally, &sum) && xc_decimal_add(sum, rank, out);
}
