/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/number.h"

#include "value/part.h"
#include "value/power.h"
#include "value/tally.h"
#include "value/vague.h"

static const struct xc_decimal zero = {0, 0};
static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};
static const struct xc_decimal thousand = {1, 3};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* The figures behind a point, one word each but for a last one of two: "three point one
 * four", "nought point eleven". */
static bool
take_point(const struct xc_atoms *atoms, size_t *end, struct xc_decimal *value)
{
    const struct xc_decimal hundred = {1, 2};
    size_t i = *end + 1;
    int exponent = 0;
    bool last = false;

    if (!xc_atoms_joined(atoms, *end) || !xc_atoms_is(atoms, *end, "point") ||
        value->exponent < 0)
        return false;
    while (!last && xc_atoms_joined(atoms, i) && exponent > -9) {
        const struct xc_form *form = xc_atoms_form(atoms, i, XC_FORM_CARDINAL, NULL);
        struct xc_decimal figures;

        if (form == NULL || !below(form->low, hundred))
            break;
        last = !below(form->low, ten);
        exponent -= last ? 2 : 1;
        if (!xc_decimal_mul(form->low, (struct xc_decimal){1, exponent}, &figures) ||
            !xc_decimal_add(*value, figures, value))
            return false;
        i++;
    }
    if (exponent == 0)
        return false;
    *end = i;
    return true;
}

/* "half a million", "half a dozen", "a quarter of a million", "half a billion". */
static void
take_scale_of_part(const struct xc_atoms *atoms, const struct xc_part *part,
                   struct xc_number *number)
{
    size_t i = number->end;
    const struct xc_form *form;
    size_t end;

    if (xc_atoms_joined(atoms, i) && xc_atoms_is(atoms, i, "of"))
        i++;
    if (!xc_atoms_joined(atoms, i))
        return;
    /* "half million" is said for "half a million", but not "half of million". */
    if (xc_atoms_form(atoms, i, XC_FORM_ARTICLE, NULL) != NULL)
        i++;
    else if (i != number->end)
        return;
    if (!xc_atoms_joined(atoms, i))
        return;
    form = xc_atoms_form(atoms, i, XC_FORM_SCALE, &end);
    if (form == NULL || !xc_part_add(zero, part, form->low, &number->low))
        return;
    number->head = number->low;
    number->high = number->low;
    number->fraction = false;
    number->end = end;
}

static bool
is_negative(const struct xc_atoms *atoms, size_t i)
{
    return i < atoms->n && atoms->items[i].kind == XC_ATOM_NUMBER &&
           (atoms->items[i].gap & XC_GAP_MINUS) != 0;
}

static bool
read_bare_part(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.fraction = true, .scale = one};
    struct xc_part part;

    if (!xc_part_read(atoms, i, &part) || !xc_part_add(zero, &part, one, &number.low))
        return false;
    number.end = part.end;
    number.figures = atoms->items[i].kind == XC_ATOM_NUMBER;
    number.fraction = below(number.low, one);
    if (is_negative(atoms, i) && !xc_decimal_sub(zero, number.low, &number.low))
        return false;
    number.high = number.low;
    number.head = number.low;
    take_scale_of_part(atoms, &part, &number);
    *out = number;
    return true;
}

/* A scale that goes on behind a part: the half of "a billion and a half million" are half a
 * million, and all of "two and a half million" are millions. */
static const struct xc_form *
scale_after_part(const struct xc_atoms *atoms, size_t i, size_t *end)
{
    return xc_atoms_joined(atoms, i) ? xc_atoms_form(atoms, i, XC_FORM_SCALE, end)
                                     : NULL;
}

/* "two and a half", "a million and a half", "one hundred and three and two thirds". */
static bool
take_part_after_and(const struct xc_atoms *atoms, struct xc_tally *tally,
                    struct xc_decimal *value)
{
    struct xc_part part;
    struct xc_decimal scale = below(tally->scale, thousand) ? one : tally->scale;
    const struct xc_form *form;
    size_t end;

    if (!xc_atoms_joined(atoms, tally->end) || !xc_atoms_is(atoms, tally->end, "and") ||
        !xc_atoms_joined(atoms, tally->end + 1) ||
        !xc_part_read(atoms, tally->end + 1, &part) || part.whole.mantissa != 0 ||
        !below(part.top, part.bottom))
        return false;
    form = scale_after_part(atoms, part.end, &end);
    if (form != NULL && tally->has_limit && below(form->low, tally->limit)) {
        scale = form->low;
        part.end = end;
    }
    if (!xc_part_add(*value, &part, scale, value))
        return false;
    tally->end = part.end;
    return true;
}

/* "1 1/2" */
static bool
take_part_after_whole(const struct xc_atoms *atoms, struct xc_tally *tally,
                      struct xc_decimal *value)
{
    struct xc_part part;

    if (!xc_atoms_joined(atoms, tally->end) || value->exponent < 0 ||
        !xc_part_read_figures(atoms, tally->end, &part) || part.whole.mantissa != 0 ||
        !below(part.top, part.bottom) || !xc_part_add(*value, &part, one, value))
        return false;
    tally->end = part.end;
    return true;
}

/* "two and a half million", "three point five billion". */
static void
take_scale_after_part(const struct xc_atoms *atoms, struct xc_tally *tally,
                      struct xc_decimal *value)
{
    size_t end;
    const struct xc_form *form = scale_after_part(atoms, tally->end, &end);
    struct xc_decimal product;

    if (form == NULL || tally->has_limit ||
        !xc_decimal_mul(*value, form->low, &product))
        return;
    *value = product;
    tally->scale = form->low;
    tally->n_scales = 1;
    tally->end = end;
}

static bool
read_exact(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_tally tally;
    struct xc_decimal value;

    if (!xc_tally_read(atoms, i, atoms->n, &tally) || !xc_tally_sum(&tally, &value))
        return false;
    if (take_part_after_whole(atoms, &tally, &value) ||
        take_point(atoms, &tally.end, &value) ||
        take_part_after_and(atoms, &tally, &value))
        take_scale_after_part(atoms, &tally, &value);
    if (is_negative(atoms, i) && !xc_decimal_sub(zero, value, &value))
        return false;
    *out = (struct xc_number){.low = value, .high = value, .scale = one, .head = value};
    out->figures = atoms->items[i].kind == XC_ATOM_NUMBER;
    out->end = tally.end;
    if (tally.scale.mantissa != 0) {
        out->scaled = true;
        if (tally.n_scales == 1 && xc_decimal_div(value, tally.scale, &out->head))
            out->scale = tally.scale;
    }
    return true;
}

static bool
read_power(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    struct xc_number number = {.scale = one, .figures = true};

    if (!xc_power_read(atoms, i, &number.low, &number.end) ||
        (is_negative(atoms, i) && !xc_decimal_sub(zero, number.low, &number.low)))
        return false;
    number.high = number.low;
    number.head = number.low;
    *out = number;
    return true;
}

bool
xc_number_read(const struct xc_atoms *atoms, size_t i, struct xc_number *out)
{
    size_t negative;
    struct xc_number number;

    if (i >= atoms->n)
        return false;
    if (xc_atoms_form(atoms, i, XC_FORM_NEGATIVE, &negative) != NULL) {
        if (!xc_atoms_joined(atoms, negative))
            return false;
        if ((!read_bare_part(atoms, negative, &number) &&
             !read_exact(atoms, negative, &number)) ||
            !xc_decimal_sub(zero, number.low, &number.low))
            return false;
        number.high = number.low;
        number.head = number.low;
        *out = number;
        return true;
    }
    return xc_vague_read(atoms, i, out) || read_power(atoms, i, out) ||
           read_bare_part(atoms, i, out) || read_exact(atoms, i, out);
}
