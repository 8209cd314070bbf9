/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/share.h"

#include "value/part.h"
#include "value/year.h"

static const struct xc_decimal one = {1, 0};
static const struct xc_decimal hundred = {1, 2};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* A part of all, as a percentage.  Whoever says "a third" may have read 33 or 34 %. */
static void
store_part(const struct xc_amount *amount, struct xc_quantity *out)
{
    if (xc_quantity_store(out, XC_VALUE_PERCENT, amount, hundred, one) &&
        amount->about == NULL)
        out[XC_VALUE_PERCENT].value.rounding = one;
}

/* "one in five", "nine out of 10", "3 in 4": that many of each hundred. */
static void
read_ratio(const struct xc_atoms *atoms, const struct xc_amount *amount,
           struct xc_quantity *out)
{
    size_t at = amount->end;
    struct xc_amount ratio = *amount;
    struct xc_number whole;
    struct xc_bound share = amount->low;
    bool out_of;

    if (!xc_amount_is_point(amount) || amount->sign != NULL ||
        !xc_atoms_joined(atoms, at) || amount->number.low.mantissa <= 0)
        return;
    out_of = xc_atoms_is(atoms, at, "out") && xc_atoms_is(atoms, at + 1, "of");
    if (!out_of && !xc_atoms_is(atoms, at, "in"))
        return;
    at += out_of ? 2 : 1;
    if (xc_atoms_is(atoms, at, "every"))
        at++;
    if (!xc_atoms_joined(atoms, at) || !xc_number_read(atoms, at, &whole) ||
        whole.vague || whole.fraction || !below(amount->number.low, whole.low))
        return;
    /* "two in 2019" and "three in 40 countries" are none. */
    if (!out_of && !below(whole.low, (struct xc_decimal){1001, 0}) && !whole.scaled)
        return;
    if (!out_of && xc_atoms_joined(atoms, whole.end) &&
        xc_quantity_unit_at(atoms, whole.end, XC_VALUE_DURATION, &at) != NULL)
        return;
    if (!xc_decimal_div(amount->number.low, whole.low, &share.at))
        return;
    share.finite = true;
    ratio.low = share;
    ratio.high = share;
    ratio.end = whole.end;
    ratio.stated_end = 0;
    store_part(&ratio, out);
    /* "one in five" counts no one; "two in three cities" may count two. */
    if (!out_of && xc_decimal_compare(amount->number.low, one) != 0)
        return;
    if (xc_quantity_store(out, XC_VALUE_COUNT, &ratio, one, one))
        out[XC_VALUE_COUNT].value.unit = XC_STR("share");
}

void
xc_share_read(const struct xc_atoms *atoms, const struct xc_amount *amount,
              struct xc_quantity *out)
{
    struct xc_amount share = *amount;
    const struct xc_form *form;

    if (amount->sign != NULL)
        return;
    if (amount->unit != NULL && amount->unit->class == XC_FORM_UNIT &&
        amount->unit->unit->kind == XC_VALUE_PERCENT)
        form = amount->unit;
    else
        form = xc_quantity_unit_at(atoms, amount->end, XC_VALUE_PERCENT, &share.end);
    if (form == NULL) {
        if (amount->number.fraction && amount->unit == NULL)
            store_part(amount, out);
        read_ratio(atoms, amount, out);
        return;
    }
    share.stated_end = 0;
    xc_amount_take_afterthought(atoms, &share);
    if (xc_quantity_store(out, XC_VALUE_PERCENT, &share, one, one) &&
        !xc_str_is(form->unit->name, "percent"))
        out[XC_VALUE_PERCENT].value.unit = form->unit->name;
}

/* The number of the whole behind "of the", "of its", "of"; but "one of the 2019 winners" and
 * "half of the 20 years" have none. */
static bool
read_whole(const struct xc_atoms *atoms, size_t at, struct xc_number *out)
{
    int year;

    if (!xc_atoms_joined(atoms, at) || !xc_atoms_is(atoms, at, "of"))
        return false;
    at++;
    if (xc_atoms_joined(atoms, at) &&
        (xc_atoms_is(atoms, at, "the") ||
         xc_atoms_form(atoms, at, XC_FORM_OWNER, NULL) != NULL))
        at++;
    if (!xc_atoms_joined(atoms, at) || !xc_number_read(atoms, at, out) || out->vague ||
        out->fraction || xc_year_at(atoms, at, &year))
        return false;
    return xc_atoms_gap(atoms, out->end) != 0 &&
           (!xc_atoms_joined(atoms, out->end) ||
            !xc_atoms_has(atoms, out->end,
                          XC_CLASS(XC_FORM_UNIT) | XC_CLASS(XC_FORM_CURRENCY_AFTER)));
}

void
xc_share_take_whole(const struct xc_atoms *atoms, struct xc_amount *amount)
{
    struct xc_number whole;
    struct xc_part part;
    struct xc_decimal number;

    if (!xc_amount_is_point(amount) || amount->sign != NULL || amount->number.vague ||
        !read_whole(atoms, amount->end, &whole) || below(whole.low, amount->low.at))
        return;
    if (amount->number.fraction) {
        /* Not by the fraction, which no decimal may say: a third of 30 is ten. */
        if (!xc_part_read(atoms, amount->at, &part) || part.end != amount->number.end ||
            !xc_decimal_mul(part.top, whole.low, &number) ||
            !xc_decimal_div(number, part.bottom, &number))
            return;
        amount->low.at = number;
        amount->high.at = number;
        amount->number.scale = one;
        amount->number.fraction = false;
    }
    amount->end = whole.end;
    amount->stated_end = 0;
}
