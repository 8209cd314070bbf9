/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/power.h"

#include "value/year.h"

/* Larger exponents give no number that anybody counts with. */
static const int most = 99;

static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};

/* The exponent at atom i and the sign before it: "-4". */
static bool
exponent_at(const struct xc_atoms *atoms, size_t i, int *out)
{
    const unsigned minus = XC_GAP_HYPHEN | XC_GAP_MINUS;
    unsigned gap = xc_atoms_gap(atoms, i);

    if (i >= atoms->n || atoms->items[i].kind != XC_ATOM_NUMBER ||
        (gap & ~minus) != 0 || !xc_year_whole(atoms->items[i].number, most, out))
        return false;
    if (gap != 0)
        *out = -*out;
    return true;
}

/* base to the exponent, by repeated products, and one over it below 0. */
static bool
raise(struct xc_decimal base, int exponent, struct xc_decimal *out)
{
    struct xc_decimal power = one;
    int n = exponent < 0 ? -exponent : exponent;

    while (n-- > 0) {
        if (!xc_decimal_mul_near(power, base, &power))
            return false;
    }
    if (exponent < 0)
        return xc_decimal_div(one, power, out);
    *out = power;
    return true;
}

/* Whether atom i is that letter or sign, glued to what stands before it. */
static bool
is_glued(const struct xc_atoms *atoms, size_t i, const char *sign)
{
    return i < atoms->n && atoms->items[i].gap == 0 && xc_atoms_is(atoms, i, sign);
}

bool
xc_power_read(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out,
              size_t *end)
{
    struct xc_decimal power;
    struct xc_decimal base;
    int exponent;
    size_t at = i + 1;
    bool scientific;

    if (i >= atoms->n || atoms->items[i].kind != XC_ATOM_NUMBER)
        return false;
    base = atoms->items[i].number;
    scientific = is_glued(atoms, at, "e");
    if ((is_glued(atoms, at, "x") || is_glued(atoms, at, "\xc3\x97")) &&
        at + 2 < atoms->n && atoms->items[at + 1].gap == 0 &&
        atoms->items[at + 1].kind == XC_ATOM_NUMBER &&
        xc_decimal_compare(atoms->items[at + 1].number, ten) == 0) {
        scientific = true;
        at += 2;
    }
    if ((!is_glued(atoms, at, "e") &&
         (!is_glued(atoms, at, "^") ||
          !xc_atoms_has(atoms, at, XC_CLASS(XC_FORM_POWER)))) ||
        !exponent_at(atoms, at + 1, &exponent) ||
        !raise(scientific ? ten : base, exponent, &power))
        return false;
    if (scientific && !xc_decimal_mul_near(base, power, &power))
        return false;
    *out = power;
    *end = at + 2;
    return true;
}
