/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/money.h"

static const struct xc_decimal one = {1, 0};
static const struct xc_decimal hundred = {1, 2};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* Whether a number behind the whole may be its hundredths without their name: "fifteen
 * dollars and fifty.", but not "15 dollars and 20 men". */
static bool
are_bare_cents(const struct xc_atoms *atoms, const struct xc_number *cents)
{
    return !xc_atoms_joined(atoms, cents->end) &&
           xc_atoms_gap(atoms, cents->end) != 0 &&
           !below(cents->low, (struct xc_decimal){1, 1}) && cents->low.exponent >= 0;
}

/* "thirteen dollars and forty-five cents", "five pounds fifty" */
static void
take_cents(const struct xc_atoms *atoms, struct xc_amount *money,
           const struct xc_form *whole)
{
    size_t at = money->end;
    struct xc_number cents;
    const struct xc_form *form;
    struct xc_decimal factor = {1, -2};
    struct xc_decimal sum;

    if (!xc_amount_is_point(money) || whole->low.exponent < 0 ||
        (money->first > 0 &&
         xc_atoms_has(atoms, money->first - 1, XC_CLASS(XC_FORM_OPENER))))
        return;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "and"))
        at++;
    if (!xc_atoms_joined(atoms, at) || !xc_number_read(atoms, at, &cents) ||
        cents.vague || !below(cents.low, hundred))
        return;
    if (!are_bare_cents(atoms, &cents)) {
        if (!xc_atoms_joined(atoms, cents.end))
            return;
        form = xc_atoms_form(atoms, cents.end, XC_FORM_CURRENCY_AFTER, &cents.end);
        if (form == NULL || form->low.exponent >= 0 ||
            (form->name.len > 0 && !xc_str_equal(form->name, whole->name)))
            return;
        factor = form->low;
    }
    if (!xc_decimal_mul(cents.low, factor, &sum) ||
        !xc_decimal_add(money->low.at, sum, &sum))
        return;
    money->low.at = sum;
    money->high.at = sum;
    money->end = cents.end;
}

void
xc_money_read(const struct xc_value_words *words, const struct xc_atoms *atoms,
              const struct xc_amount *amount, struct xc_quantity *out)
{
    struct xc_amount money = *amount;
    const struct xc_form *form = NULL;
    size_t end;

    if (amount->unit != NULL && amount->unit->class == XC_FORM_CURRENCY_AFTER)
        form = amount->unit;
    else if (amount->unit == NULL && xc_atoms_joined(atoms, amount->end))
        form = xc_atoms_form(atoms, amount->end, XC_FORM_CURRENCY_AFTER, &end);
    if (form != NULL && form->code != 0 && atoms->items[amount->end].gap != 0)
        form = NULL;
    /* A second name must say more than the sign did. */
    if (amount->sign != NULL && (amount->sign->name.len > 0 || form == NULL ||
                                 form->name.len == 0 || form->low.mantissa != 1))
        form = amount->sign;
    if (form == NULL)
        return;
    if (form != amount->sign && form != amount->unit) {
        money.end = end;
        money.stated_end = 0;
        take_cents(atoms, &money, form);
    }
    xc_amount_take_afterthought(atoms, &money);
    if (!xc_quantity_store(out, XC_VALUE_MONEY, &money, form->low, one))
        return;
    out[XC_VALUE_MONEY].value.unit = form->name;
    out[XC_VALUE_MONEY].value.dollar = xc_value_words_is_dollar(words, form->name);
    if (amount->sign == NULL || amount->is_range)
        return;
    (void)xc_atoms_form(atoms, amount->at, XC_FORM_CURRENCY_BEFORE,
                        &out[XC_VALUE_MONEY].figure_first);
    out[XC_VALUE_MONEY].figure_end = amount->number.end;
}
