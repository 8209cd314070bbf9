/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/rank.h"

#include "value/tally.h"

static const struct xc_decimal hundred = {1, 2};

static bool
is_rank_suffix(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n && atoms->items[i].gap == 0 &&
           (xc_atoms_is(atoms, i, "st") || xc_atoms_is(atoms, i, "nd") ||
            xc_atoms_is(atoms, i, "rd") || xc_atoms_is(atoms, i, "th"));
}

/* "twenty-first", "one hundred and third", "two hundredth". */
static bool
read_long_rank(const struct xc_atoms *atoms, size_t i, struct xc_rank *out)
{
    struct xc_tally tally;
    const struct xc_form *form;
    struct xc_decimal value;
    size_t at;

    if (xc_atoms_form(atoms, i, XC_FORM_CARDINAL, NULL) == NULL ||
        !xc_tally_read(atoms, i, atoms->n, &tally) || !xc_tally_sum(&tally, &value))
        return false;
    at = tally.end;
    if (xc_atoms_is(atoms, at, "and") && tally.scale.mantissa != 0 &&
        xc_atoms_joined(atoms, at))
        at++;
    if (!xc_atoms_joined(atoms, at))
        return false;
    form = xc_atoms_form(atoms, at, XC_FORM_ORDINAL, &out->end);
    if (form == NULL || form->name.len > 0)
        return false;
    if (xc_tally_add_rank(&tally, form->low, &out->number))
        return true;
    return xc_decimal_compare(form->low, hundred) >= 0 &&
           xc_decimal_mul(value, form->low, &out->number);
}

bool
xc_rank_read(const struct xc_atoms *atoms, size_t i, struct xc_rank *out)
{
    struct xc_rank rank = {.from = XC_STR(""), .name = XC_STR("")};
    const struct xc_form *form;

    if (i >= atoms->n)
        return false;
    if (atoms->items[i].kind == XC_ATOM_NUMBER && is_rank_suffix(atoms, i + 1) &&
        atoms->items[i].number.exponent >= 0) {
        rank.number = atoms->items[i].number;
        rank.end = i + 2;
        *out = rank;
        return true;
    }
    form = xc_atoms_form(atoms, i, XC_FORM_ORDINAL, &rank.end);
    if (form != NULL) {
        rank.number = form->low;
        rank.name = form->name;
        if (form->name.len > 0)
            rank.from =
                form->code == XC_RANK_FROM_END ? XC_STR("end") : XC_STR("current");
    } else if (!read_long_rank(atoms, i, &rank)) {
        return false;
    }
    *out = rank;
    return true;
}
