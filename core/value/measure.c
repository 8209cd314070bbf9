/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/measure.h"

static const struct xc_decimal one = {1, 0};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

/* "and a half" after the unit: "two years and a half". */
static void
take_half(const struct xc_atoms *atoms, struct xc_amount *amount, size_t *end)
{
    struct xc_number part;
    struct xc_decimal sum;

    if (!xc_amount_is_point(amount) || !xc_atoms_joined(atoms, *end) ||
        !xc_atoms_is(atoms, *end, "and") || !xc_atoms_joined(atoms, *end + 1) ||
        !xc_number_read(atoms, *end + 1, &part) || !part.fraction || part.vague ||
        !xc_decimal_add(amount->low.at, part.low, &sum))
        return;
    amount->low.at = sum;
    amount->high.at = sum;
    *end = part.end;
}

/* A unit of the family at atom i; behind a larger one "in" needs no figures glued to it,
 * but "5 ft 2 in London" are five feet. */
static const struct xc_form *
smaller_unit_at(const struct xc_atoms *atoms, size_t i, const struct xc_form *larger,
                size_t *end)
{
    const struct xc_atom *atom;
    size_t k;

    if (!xc_atoms_joined(atoms, i))
        return NULL;
    atom = &atoms->items[i];
    for (k = atom->n_phrases; k-- > 0;) {
        const struct xc_form *form = atom->phrases[k].forms;

        for (; form != NULL; form = form->next) {
            if (form->class != XC_FORM_UNIT ||
                form->unit->family != larger->unit->family ||
                (form->code != 0 && atom->gap != 0 &&
                 xc_atoms_joined(atoms, atom->phrases[k].end) &&
                 (atoms->items[atom->phrases[k].end].flags & XC_ATOM_CAPITAL) != 0))
                continue;
            *end = atom->phrases[k].end;
            return form;
        }
    }
    return NULL;
}

/*
 * A smaller unit of the same family that goes on: "six feet two inches", "5ft 2in",
 * "an hour and 20 minutes"; after some units a bare number will do.  The sum is in the
 * smaller unit, where it is exact.
 */
static const struct xc_form *
take_smaller(const struct xc_atoms *atoms, struct xc_amount *amount,
             const struct xc_form *form, size_t *end, struct xc_form *bare)
{
    size_t at = *end;
    struct xc_number more;
    const struct xc_form *smaller;
    struct xc_decimal first;
    struct xc_decimal factor;
    size_t after;

    if (!xc_amount_is_point(amount))
        return form;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "and"))
        at++;
    if (!xc_atoms_joined(atoms, at) || !xc_number_read(atoms, at, &more) ||
        more.vague || more.fraction)
        return form;
    smaller = smaller_unit_at(atoms, more.end, form, &after);
    if (smaller == NULL && form->then != NULL && at == *end &&
        (!xc_atoms_joined(atoms, more.end) || xc_atoms_is(atoms, more.end, "tall"))) {
        *bare = (struct xc_form){.class = XC_FORM_UNIT, .unit = form->then};
        bare->low = form->then->factor;
        smaller = bare;
        after = more.end;
    }
    if (smaller == NULL || !below(smaller->low, form->low) ||
        !xc_decimal_div(form->low, smaller->low, &factor) || !below(more.low, factor) ||
        !xc_decimal_mul(amount->low.at, factor, &first) ||
        !xc_decimal_add(first, more.low, &first))
        return form;
    amount->larger =
        form->low.mantissa == form->unit->factor.mantissa ? form->unit : NULL;
    amount->n_larger = amount->low.at;
    amount->low.at = first;
    amount->high.at = first;
    *end = after;
    return smaller;
}

/* "a second wave" is the next one, "twenty second" a rank. */
static bool
is_rank_too(const struct xc_atoms *atoms, size_t i)
{
    return xc_atoms_has(atoms, i, XC_CLASS(XC_FORM_ORDINAL)) &&
           (xc_atoms_gap(atoms, i) & XC_GAP_HYPHEN) == 0;
}

/* "43-year-old" and "a year old" are ages and no durations. */
static bool
store_age(const struct xc_atoms *atoms, struct xc_amount *measured,
          enum xc_value_kind kind, const struct xc_form *form, struct xc_quantity *out)
{
    size_t old;

    if (kind != XC_VALUE_DURATION || !xc_atoms_joined(atoms, measured->end) ||
        xc_atoms_form(atoms, measured->end, XC_FORM_OLD, &old) == NULL)
        return false;
    measured->end = old;
    (void)xc_quantity_store_unit(out, XC_VALUE_AGE, measured, form);
    return true;
}

/* "20 years", "two-year", "half an hour", "6 to 8 weeks", "20 years or more". */
static void
read_with_unit(const struct xc_atoms *atoms, const struct xc_amount *amount,
               enum xc_value_kind kind, struct xc_quantity *out)
{
    struct xc_amount measured = *amount;
    size_t at = amount->end;
    const struct xc_form *form;
    struct xc_form bare;

    if (amount->sign != NULL)
        return;
    if (amount->unit != NULL) {
        form = amount->unit;
        if (form->class != XC_FORM_UNIT || form->unit->kind != kind)
            return;
    } else {
        if (amount->number.fraction && xc_atoms_joined(atoms, at)) {
            at += xc_atoms_is(atoms, at, "of") ? 1 : 0;
            at += xc_atoms_form(atoms, at, XC_FORM_ARTICLE, NULL) != NULL ? 1 : 0;
        }
        form = xc_quantity_unit_at(atoms, at, kind, &measured.end);
    }
    if (form == NULL ||
        (amount->unit == NULL && !amount->number.figures && is_rank_too(atoms, at) &&
         xc_decimal_compare(amount->number.low, one) != 0))
        return;
    measured.stated_end = 0;
    take_half(atoms, &measured, &measured.end);
    if (amount->unit == NULL)
        form = take_smaller(atoms, &measured, form, &measured.end, &bare);
    if (store_age(atoms, &measured, kind, form, out))
        return;
    xc_amount_take_afterthought(atoms, &measured);
    (void)xc_quantity_store_unit(out, kind, &measured, form);
}

/* "3m" has been read as 3 million; as a measure it is 3 metres. */
static void
read_scale_as_unit(const struct xc_atoms *atoms, const struct xc_amount *amount,
                   struct xc_quantity *out)
{
    struct xc_amount measured = *amount;
    const struct xc_form *form;
    size_t last = amount->end - 1;

    if (!xc_amount_is_point(amount) || amount->sign != NULL || !amount->number.scaled ||
        last == amount->at || atoms->items[last].gap != 0 ||
        atoms->items[last].kind != XC_ATOM_WORD)
        return;
    form = xc_quantity_unit_at(atoms, last, XC_VALUE_MEASURE, &measured.end);
    if (form == NULL)
        return;
    measured.low.at = amount->number.head;
    measured.high.at = amount->number.head;
    measured.stated_end = 0;
    (void)xc_quantity_store_unit(out, XC_VALUE_MEASURE, &measured, form);
}

/*
 * "a year and a half", "for a week": the article is a one, but in "six days a week" it
 * is "each", so that something must say that a stretch of time is meant.
 */
static void
read_article_unit(const struct xc_atoms *atoms, size_t i, struct xc_quantity *out)
{
    static const enum xc_value_kind kinds[] = {XC_VALUE_DURATION, XC_VALUE_MEASURE};
    struct xc_amount amount = {.at = i, .number = {.scale = one}};
    bool stretch;
    size_t k;

    amount.about = xc_atoms_form(atoms, i, XC_FORM_APPROXIMATOR, &amount.at);
    stretch = amount.about != NULL ||
              (i > 0 && xc_atoms_form(atoms, i - 1, XC_FORM_STRETCH, NULL) != NULL);
    amount.first = amount.at;
    if (xc_atoms_form(atoms, amount.at, XC_FORM_ARTICLE, NULL) == NULL ||
        (amount.about != NULL && !xc_atoms_joined(atoms, amount.at)))
        return;
    amount.low = (struct xc_bound){true, false, one};
    amount.high = amount.low;
    amount.number.low = one;
    amount.number.high = one;
    for (k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        struct xc_amount measured = amount;
        struct xc_form bare;
        const struct xc_form *form;
        size_t unit_end;

        form = xc_quantity_unit_at(atoms, amount.at + 1, kinds[k], &unit_end);
        if (form == NULL)
            continue;
        measured.end = unit_end;
        take_half(atoms, &measured, &measured.end);
        form = take_smaller(atoms, &measured, form, &measured.end, &bare);
        if (store_age(atoms, &measured, kinds[k], form, out))
            continue;
        /* All there is: a rule's "a decade". */
        if (!stretch && measured.end == unit_end && (i > 0 || unit_end < atoms->n) &&
            xc_atoms_form(atoms, measured.end, XC_FORM_AGO, NULL) == NULL)
            continue;
        if (is_rank_too(atoms, amount.at + 1) && xc_atoms_joined(atoms, measured.end))
            continue;
        (void)xc_quantity_store_unit(out, kinds[k], &measured, form);
    }
}

/* 6'2" */
static void
read_feet_and_inches(const struct xc_value_words *words, const struct xc_atoms *atoms,
                     size_t i, struct xc_quantity *out)
{
    const struct xc_unit *inch;
    const struct xc_atom *feet = &atoms->items[i];
    const struct xc_atom *inches = i + 1 < atoms->n ? feet + 1 : NULL;
    const struct xc_decimal twelve = {12, 0};
    struct xc_amount amount = {.first = i, .at = i, .end = i + 2};

    if (inches == NULL || feet->kind != XC_ATOM_NUMBER ||
        inches->kind != XC_ATOM_NUMBER || inches->gap != XC_GAP_APOSTROPHE ||
        !below(feet->number, (struct xc_decimal){9, 0}) ||
        !below(inches->number, twelve) ||
        !xc_decimal_mul(feet->number, twelve, &amount.low.at) ||
        !xc_decimal_add(amount.low.at, inches->number, &amount.low.at))
        return;
    inch = xc_value_words_unit(words, XC_STR("in"));
    amount.low.finite = true;
    amount.high = amount.low;
    if (inch != NULL && xc_quantity_store(out, XC_VALUE_MEASURE, &amount, one, one)) {
        out[XC_VALUE_MEASURE].value.unit = inch->name;
        out[XC_VALUE_MEASURE].value.rate = inch;
    }
}

void
xc_measure_read(const struct xc_atoms *atoms, const struct xc_amount *amount,
                struct xc_quantity *out)
{
    read_with_unit(atoms, amount, XC_VALUE_DURATION, out);
    read_with_unit(atoms, amount, XC_VALUE_MEASURE, out);
    read_scale_as_unit(atoms, amount, out);
}

void
xc_measure_read_unnumbered(const struct xc_value_words *words,
                           const struct xc_atoms *atoms, size_t i,
                           struct xc_quantity *out)
{
    read_article_unit(atoms, i, out);
    read_feet_and_inches(words, atoms, i, out);
}
