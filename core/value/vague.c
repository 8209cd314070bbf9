/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/vague.h"

static const struct xc_decimal one = {1, 0};

/* "dozens of", "hundreds of thousands of": a hearer takes no exact number from it. */
static bool
read_many(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.vague = true, .open_high = true, .scale = one};
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_MANY, &number.end);
    size_t end;

    if (form == NULL)
        return false;
    number.low = form->low;
    number.high = form->high;
    while (xc_atoms_joined(atoms, number.end) && xc_atoms_is(atoms, number.end, "of") &&
           xc_atoms_joined(atoms, number.end + 1)) {
        form = xc_atoms_form(atoms, number.end + 1, XC_FORM_MANY, &end);
        if (form == NULL || !xc_decimal_mul(number.low, form->low, &number.low) ||
            !xc_decimal_mul(number.high, form->low, &number.high))
            break;
        number.end = end;
    }
    *out = number;
    return true;
}

/* "several", "a few hundred", "a couple of million", "a pair of". */
static bool
read_vague(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.scale = one};
    const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_VAGUE, &number.end);
    const struct xc_form *scale;
    size_t at;
    size_t end;

    if (form == NULL)
        return false;
    number.low = form->low;
    number.high = form->high;
    at = number.end;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "of"))
        at++;
    while (xc_atoms_joined(atoms, at)) {
        scale = xc_atoms_form(atoms, at, XC_FORM_SCALE, &end);
        if (scale == NULL || !xc_decimal_mul(number.low, scale->low, &number.low) ||
            !xc_decimal_mul(number.high, scale->low, &number.high))
            break;
        number.end = end;
        at = end;
    }
    number.vague = xc_decimal_compare(number.low, number.high) != 0;
    *out = number;
    return true;
}

/* "of" between a noun of number and what is counted is part of the number, so that
 * "dozens of men" has its men next to it. */
static void
take_of(const struct xc_atoms *atoms, struct xc_number *number)
{
    if (xc_atoms_joined(atoms, number->end) && xc_atoms_is(atoms, number->end, "of"))
        number->end++;
}

bool
xc_vague_read(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number;

    if (!read_many(atoms, i, &number) && !read_vague(atoms, i, &number))
        return false;
    number.head = number.low;
    take_of(atoms, &number);
    *out = number;
    return true;
}
