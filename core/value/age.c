/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/age.h"

/* A larger number is no age. */
static const struct xc_decimal oldest = {125, 0};

bool
xc_age_take_bare(const struct xc_atoms *atoms, struct xc_amount *amount)
{
    size_t first = amount->at;
    const struct xc_number *number = &amount->number;
    const struct xc_form *form;
    size_t end;
    size_t k;
    unsigned gap = xc_atoms_gap(atoms, first);
    unsigned after = xc_atoms_gap(atoms, amount->end);

    if (amount->sign != NULL || amount->unit != NULL || number->low.exponent < 0 ||
        number->scaled || number->low.mantissa <= 0 ||
        xc_decimal_compare(number->high, oldest) > 0)
        return false;
    if (xc_atoms_joined(atoms, amount->end)) {
        form = xc_atoms_form(atoms, amount->end, XC_FORM_YEARS_OLD, &end);
        if (form != NULL) {
            amount->end = end;
            amount->stated_end = 0;
            return true;
        }
    }
    for (k = 1; k <= XC_ATOM_PHRASES && k <= first; k++) {
        form = xc_atoms_form(atoms, first - k, XC_FORM_AGED, &end);
        /* "turned 43" may go on "… people away", "aged 43" may not. */
        if (form == NULL || end != first || !xc_atoms_joined(atoms, first) ||
            (form->low.mantissa == 0 && xc_atoms_joined(atoms, amount->end)))
            continue;
        /* "aged 43" is said as a whole. */
        if (form->low.mantissa != 0)
            amount->first = first - k;
        return true;
    }
    if (first == 0 || (atoms->items[first - 1].flags & XC_ATOM_CAPITAL) == 0 ||
        atoms->items[first - 1].kind != XC_ATOM_WORD || !number->figures ||
        xc_atoms_form(atoms, first - 1, XC_FORM_MONTH, NULL) != NULL ||
        xc_atoms_form(atoms, first - 1, XC_FORM_MONTH_WORD, NULL) != NULL)
        return false;
    if (gap == (XC_GAP_COMMA | XC_GAP_SPACE))
        return (after & (XC_GAP_COMMA | XC_GAP_EDGE)) != 0 &&
               (after & XC_GAP_HYPHEN) == 0;
    return gap == (XC_GAP_OPEN | XC_GAP_SPACE) && (after & XC_GAP_CLOSE) != 0;
}

bool
xc_age_read_decade(const struct xc_atoms *atoms, size_t i, struct xc_amount *out)
{
    const struct xc_atom *atom = &atoms->items[i];
    const struct xc_form *decade = xc_atoms_form(atoms, i, XC_FORM_DECADE, NULL);
    struct xc_amount amount = {
        .first = i, .at = i, .is_range = true, .approximation = XC_VALUE_APPROXIMATE};
    size_t owner = i;

    if (i == 0)
        return false;
    if (decade != NULL) {
        amount.low.at = xc_decimal_make(decade->code, 0);
        amount.end = i + 1;
    } else if (atom->kind == XC_ATOM_NUMBER && xc_atoms_is(atoms, i + 1, "s") &&
               atoms->items[i + 1].gap == 0 && atom->number.exponent == 1 &&
               atom->number.mantissa < 10) {
        amount.low.at = atom->number;
        amount.end = i + 2;
    } else {
        return false;
    }
    if (xc_atoms_form(atoms, i - 1, XC_FORM_PART_OF_DATE, NULL) != NULL && i > 1)
        owner--;
    if (xc_atoms_form(atoms, owner - 1, XC_FORM_OWNER, NULL) == NULL ||
        !xc_decimal_add(amount.low.at, (struct xc_decimal){9, 0}, &amount.high.at))
        return false;
    amount.low.finite = true;
    amount.high.finite = true;
    *out = amount;
    return true;
}
