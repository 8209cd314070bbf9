/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/quantity.h"

#include "value/age.h"
#include "value/measure.h"
#include "value/money.h"
#include "value/rank.h"
#include "value/share.h"
#include "value/year.h"

static const struct xc_decimal one = {1, 0};
static const struct xc_decimal ten = {1, 1};

/* No figure is rounded by more than this part of it, or of a stretch of time. */
static const struct xc_decimal most_of_count = {5, -2};
static const struct xc_decimal most_of_stretch = {25, -2};
static const struct xc_decimal half = {5, -1};

static bool
scale_bound(struct xc_bound *bound, struct xc_decimal factor, struct xc_decimal divisor)
{
    /* Counts, and whatever is told in a unit itself, need no arithmetic. */
    return !bound->finite || xc_decimal_compare(factor, divisor) == 0 ||
           (xc_decimal_mul_near(bound->at, factor, &bound->at) &&
            xc_decimal_div(bound->at, divisor, &bound->at));
}

bool
xc_quantity_store(struct xc_quantity *out, enum xc_value_kind kind,
                  const struct xc_amount *amount, struct xc_decimal factor,
                  struct xc_decimal divisor)
{
    struct xc_quantity quantity = {.first = amount->first, .end = amount->end};
    struct xc_amount settled = *amount;
    struct xc_value *value = &quantity.value;
    struct xc_bound stated = amount->low;

    if (out[kind].end >= quantity.end || !xc_amount_settle(&settled))
        return false;
    /* "over 12 months" may be all of them. */
    if (kind == XC_VALUE_DURATION && amount->about != NULL &&
        amount->about->code == XC_OVER)
        settled.low.open = false;
    quantity.stated_end = amount->stated_end != 0 ? amount->stated_end : amount->end;
    value->kind = kind;
    value->unit = XC_STR("");
    value->name = XC_STR("");
    value->low = settled.low;
    value->high = settled.high;
    value->approximation = settled.approximation;
    value->has_stated = xc_amount_is_point(amount) && !amount->number.vague;
    if (!scale_bound(&value->low, factor, divisor) ||
        !scale_bound(&value->high, factor, divisor) ||
        !scale_bound(&stated, factor, divisor))
        return false;
    value->stated = stated.at;
    out[kind] = quantity;
    return true;
}

/* Whether one figure is stated, and nothing that approximates or insists on it. */
static bool
is_plain(const struct xc_amount *amount)
{
    return amount->about == NULL && xc_amount_is_point(amount) &&
           amount->approximation == XC_VALUE_EXACT && amount->low.at.mantissa > 0;
}

/* Half the step to which a figure is told, at most so much of the figure itself. */
static void
note_rounding(struct xc_value *value, struct xc_decimal step, struct xc_decimal most)
{
    struct xc_decimal rounding;
    struct xc_decimal cap;

    if (!xc_decimal_mul(step, half, &rounding) ||
        !xc_decimal_mul_near(value->low.at, most, &cap))
        return;
    value->rounding = xc_decimal_compare(rounding, cap) > 0 ? cap : rounding;
}

const struct xc_form *
xc_quantity_unit_at(const struct xc_atoms *atoms, size_t i, enum xc_value_kind kind,
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
            if (form->class != XC_FORM_UNIT || form->unit->kind != kind ||
                (form->code != 0 && atom->gap != 0))
                continue;
            *end = atom->phrases[k].end;
            return form;
        }
    }
    return NULL;
}

bool
xc_quantity_store_unit(struct xc_quantity *out, enum xc_value_kind kind,
                       const struct xc_amount *amount, const struct xc_form *form)
{
    struct xc_decimal step;
    int n_larger;

    if (!xc_quantity_store(out, kind, amount, form->low, form->unit->factor))
        return false;
    out[kind].value.unit = form->unit->name;
    out[kind].value.rate = form->unit;
    /* "two decades" is told to the decade; "a decade and a half" is not. */
    if (kind == XC_VALUE_DURATION && is_plain(amount) && amount->low.at.exponent >= 0 &&
        xc_decimal_div(form->low, form->unit->factor, &step) &&
        xc_decimal_compare(step, ten) >= 0)
        note_rounding(&out[kind].value, step, most_of_stretch);
    if (amount->larger != NULL && amount->n_larger.exponent >= 0 &&
        xc_year_whole(amount->n_larger, INT16_MAX, &n_larger)) {
        out[kind].value.timex.form = XC_TIMEX_SUM;
        out[kind].value.timex.length = n_larger;
        out[kind].value.timex.unit = amount->larger->name.ptr[0];
    }
    return true;
}

/* "no one", "the one who", "one another": a pronoun, no number. */
static bool
is_pronoun_one(const struct xc_atoms *atoms, size_t i, size_t end)
{
    const struct xc_form *form;

    if (!xc_atoms_is(atoms, i, "one") || end != i + 1)
        return false;
    if (i > 0 && xc_atoms_joined(atoms, i)) {
        form = xc_atoms_form(atoms, i - 1, XC_FORM_NO_ONE, NULL);
        if (form != NULL && form->code == XC_BEFORE_ONE)
            return true;
    }
    for (form = xc_atoms_joined(atoms, end) && atoms->items[end].n_phrases > 0
                    ? atoms->items[end].phrases[0].forms
                    : NULL;
         form != NULL; form = form->next) {
        if (form->class == XC_FORM_NO_ONE && form->code == XC_AFTER_ONE)
            return true;
    }
    return false;
}

/* "2. Tie the corset": the number of an item of a list. */
static bool
is_list_number(const struct xc_atoms *atoms, size_t first, size_t end)
{
    return first == 0 && (xc_atoms_gap(atoms, first) & XC_GAP_EDGE) != 0 &&
           end < atoms->n && atoms->items[first].kind == XC_ATOM_NUMBER &&
           (xc_atoms_gap(atoms, end) & (XC_GAP_POINT | XC_GAP_CLOSE)) != 0;
}

/* A number that stands in a time, a score, a date with strokes, or before a unit that
 * is glued to it, counts nothing by itself: "10:30", "5ft", "20%", "'90s". */
static bool
is_bound_up(const struct xc_atoms *atoms, size_t first, size_t end)
{
    const struct xc_atom *before = first > 0 ? &atoms->items[first - 1] : NULL;
    const struct xc_atom *at = &atoms->items[first];
    const struct xc_atom *after = end < atoms->n ? &atoms->items[end] : NULL;
    const unsigned binding = XC_GAP_COLON | XC_GAP_SLASH | XC_GAP_APOSTROPHE;

    if (xc_atoms_form(atoms, end, XC_FORM_CLOCK, NULL) != NULL &&
        xc_atoms_joined(atoms, end))
        return true;
    if (before != NULL && (at->gap & binding) != 0 && (at->gap & ~binding) == 0 &&
        before->kind == XC_ATOM_NUMBER)
        return true;
    if (before != NULL && before->kind == XC_ATOM_NUMBER && at->gap == 0)
        return true;
    if (is_list_number(atoms, first, end))
        return true;
    if (after == NULL)
        return false;
    if (after->kind == XC_ATOM_NUMBER && (after->gap & binding) != 0 &&
        (after->gap & ~binding) == 0)
        return true;
    if (after->kind == XC_ATOM_SIGN &&
        (after->gap == 0 || (after->gap == XC_GAP_SPACE &&
                             xc_atoms_form(atoms, end, XC_FORM_UNIT, NULL) != NULL)))
        return true;
    return after->kind == XC_ATOM_WORD && after->gap == 0 &&
           (after->flags & XC_ATOM_CLITIC) == 0;
}

static void
read_count(const struct xc_atoms *atoms, size_t i, struct xc_quantity *out)
{
    struct xc_amount amount;

    if (!xc_amount_read(atoms, i, false, &amount) || amount.sign != NULL ||
        is_pronoun_one(atoms, amount.at, amount.end) ||
        is_bound_up(atoms, amount.at, amount.end))
        return;
    xc_share_take_whole(atoms, &amount);
    if (!xc_quantity_store(out, XC_VALUE_COUNT, &amount, one, one))
        return;
    /* "300" may be 312; "310" is what somebody counted. */
    if (is_plain(&amount) && amount.low.at.exponent >= 2)
        note_rounding(&out[XC_VALUE_COUNT].value,
                      (struct xc_decimal){1, amount.low.at.exponent}, most_of_count);
    /* A part of one is nothing that could conflict with a number of things. */
    if (amount.number.fraction)
        out[XC_VALUE_COUNT].value.unit = XC_STR("share");
}

static void
read_rank(const struct xc_atoms *atoms, size_t i, struct xc_quantity *out)
{
    struct xc_rank rank;
    struct xc_amount amount = {.first = i, .at = i};
    struct xc_number part;

    /* "two-thirds", "20 seconds" */
    if (i > 0 && xc_atoms_joined(atoms, i) &&
        atoms->items[i - 1].kind == XC_ATOM_NUMBER)
        return;
    if (!xc_rank_read(atoms, i, &rank))
        return;
    if (i > 0 && xc_atoms_joined(atoms, i) && xc_number_read(atoms, i - 1, &part) &&
        part.fraction && part.end == rank.end)
        return;
    amount.end = rank.end;
    amount.low.finite = true;
    amount.low.at = rank.number;
    amount.high = amount.low;
    if (!xc_quantity_store(out, XC_VALUE_ORDINAL, &amount, one, one))
        return;
    out[XC_VALUE_ORDINAL].value.name = rank.name;
    out[XC_VALUE_ORDINAL].value.unit = rank.from;
    out[XC_VALUE_ORDINAL].value.low.finite = rank.name.len == 0;
    out[XC_VALUE_ORDINAL].value.high.finite = rank.name.len == 0;
}

static void
store_age(const struct xc_value_words *words, const struct xc_amount *amount,
          struct xc_quantity *out)
{
    const struct xc_unit *year = xc_value_words_unit(words, XC_STR("year"));

    if (year == NULL || !xc_quantity_store(out, XC_VALUE_AGE, amount, one, one))
        return;
    out[XC_VALUE_AGE].value.unit = year->name;
    out[XC_VALUE_AGE].value.rate = year;
}

void
xc_quantities_read(const struct xc_value_words *words, const struct xc_atoms *atoms,
                   size_t i, struct xc_quantity *out)
{
    struct xc_amount amount;

    read_rank(atoms, i, out);
    read_count(atoms, i, out);
    xc_measure_read_unnumbered(words, atoms, i, out);
    if (xc_age_read_decade(atoms, i, &amount))
        store_age(words, &amount, out);
    if (!xc_amount_read(atoms, i, true, &amount))
        return;
    xc_share_read(atoms, &amount, out);
    xc_money_read(words, atoms, &amount, out);
    xc_measure_read(atoms, &amount, out);
    if (xc_age_take_bare(atoms, &amount))
        store_age(words, &amount, out);
}
