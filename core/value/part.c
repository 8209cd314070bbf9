/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/part.h"

static const struct xc_decimal zero = {0, 0};
static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};
static const struct xc_decimal hundred = {1, 2};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* The n-th parts that are written with a stroke; others are dates more often. */
static bool
is_denominator(struct xc_decimal number)
{
    return !below(ten, number) || xc_decimal_compare(number, hundred) == 0 ||
           xc_decimal_compare(number, (struct xc_decimal){16, 0}) == 0;
}

/* "1/2", "3/4" and the one-character "½", whose whole number stands glued before it
 * once it is folded ("2½" is 21⁄2). */
bool
xc_part_read_figures(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out,
                     size_t *end)
{
    const struct xc_atom *top = &atoms->items[i];
    const struct xc_atom *bottom = i + 1 < atoms->n ? top + 1 : NULL;
    struct xc_decimal whole = zero;
    struct xc_decimal part = top->number;
    bool vulgar;

    if (bottom == NULL || top->kind != XC_ATOM_NUMBER || bottom->kind != XC_ATOM_NUMBER)
        return false;
    vulgar = bottom->gap == XC_GAP_VULGAR;
    if (!vulgar && bottom->gap != XC_GAP_SLASH)
        return false;
    if (vulgar && top->text.len > 1) {
        struct xc_str figures = xc_str_sub(top->text, 0, top->text.len - 1);

        if (!xc_decimal_parse(figures, &whole))
            return false;
        part = xc_decimal_make(top->text.ptr[top->text.len - 1] - '0', 0);
    }
    /* 24/7 is no fraction, 01/02 a date, 9/11 a day. */
    if (part.mantissa <= 0 || !below(part, bottom->number) || top->text.ptr[0] == '0' ||
        bottom->text.ptr[0] == '0' || !is_denominator(bottom->number) ||
        (xc_atoms_gap(atoms, i + 2) & (XC_GAP_SLASH | XC_GAP_VULGAR)) != 0)
        return false;
    if (!xc_decimal_div(part, bottom->number, &part) ||
        !xc_decimal_add(whole, part, out))
        return false;
    *end = i + 2;
    return true;
}

/* "a third" is a part only where nothing else is counted: "a third of", not "a third
 * man". */
static bool
stands_alone(const struct xc_atoms *atoms, size_t end)
{
    return !xc_atoms_joined(atoms, end) || atoms->items[end].kind != XC_ATOM_WORD ||
           xc_atoms_form(atoms, end, XC_FORM_AFTER_PART, NULL) != NULL;
}

/* "half" is a part in "half of", "half a mile", "half-hour", not in "half-naked" or
 * "the second half". */
static bool
is_half_of_it(const struct xc_atoms *atoms, size_t i)
{
    const uint64_t measured = XC_CLASS(XC_FORM_UNIT) | XC_CLASS(XC_FORM_SCALE) |
                              XC_CLASS(XC_FORM_CURRENCY_AFTER);

    if (i > 0 && xc_atoms_joined(atoms, i) &&
        xc_atoms_has(atoms, i - 1, XC_CLASS(XC_FORM_ORDINAL)))
        return false;
    return xc_atoms_gap(atoms, i + 1) != XC_GAP_HYPHEN ||
           xc_atoms_has(atoms, i + 1, measured);
}

/* The part at atom i: "half", "a quarter", "one-third", "two thirds", "1/2". */
bool
xc_part_read(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out,
             size_t *end)
{
    const struct xc_form *count = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, NULL);
    bool article = xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL;
    bool single = article || xc_atoms_is(atoms, i, "one");
    struct xc_decimal number = one;
    const struct xc_form *part;
    const struct xc_form *unit;
    size_t at = i + 1;

    if (i >= atoms->n)
        return false;
    if (xc_part_read_figures(atoms, i, out, end))
        return true;
    if (xc_atoms_is(atoms, i, "half")) {
        if (!is_half_of_it(atoms, i))
            return false;
        part = xc_atoms_form(atoms, i, XC_FORM_PART, end);
        return part != NULL && xc_decimal_div(one, part->low, out);
    }
    if (count != NULL) {
        number = count->low;
        /* "fifty-four hundredths" */
        if (xc_atoms_joined(atoms, at) && !below(number, (struct xc_decimal){2, 1}) &&
            (unit = xc_atoms_form(atoms, at, XC_FORM_CARDINAL, NULL)) != NULL &&
            below(unit->low, ten) && xc_decimal_add(number, unit->low, &number))
            at++;
    } else if (xc_atoms_is_figures(atoms, i)) {
        number = atoms->items[i].number;
    } else if (!article) {
        return false;
    }
    if (!xc_atoms_joined(atoms, at))
        return false;
    part = xc_atoms_form(atoms, at, single ? XC_FORM_PART : XC_FORM_PARTS, end);
    if (part == NULL || number.exponent < 0 || number.mantissa <= 0)
        return false;
    if (xc_atoms_is(atoms, at, "half") && !is_half_of_it(atoms, at))
        return false;
    if (article && below((struct xc_decimal){2, 0}, part->low) &&
        xc_decimal_compare(part->low, (struct xc_decimal){4, 0}) != 0 &&
        !stands_alone(atoms, *end))
        return false;
    return xc_decimal_div(number, part->low, out);
}
