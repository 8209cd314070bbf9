/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/quantity.h"

#include "value/age.h"

static const struct xc_decimal one = {1, 0};
static const struct xc_decimal hundred = {1, 2};

static bool
below(struct xc_decimal a, struct xc_decimal b)
{
    return xc_decimal_compare(a, b) < 0;
}

static bool
is_point(const struct xc_amount *amount)
{
    return !amount->is_range && amount->low.finite && amount->high.finite &&
           xc_decimal_compare(amount->low.at, amount->high.at) == 0;
}

static bool
scale_bound(struct xc_bound *bound, struct xc_decimal factor, struct xc_decimal divisor)
{
    if (!bound->finite)
        return true;
    return xc_decimal_mul(bound->at, factor, &bound->at) &&
           xc_decimal_div(bound->at, divisor, &bound->at);
}

/* Stores the amount as a quantity of kind, times factor / divisor. */
static bool
store(struct xc_quantity *out, enum xc_value_kind kind, const struct xc_amount *amount,
      struct xc_decimal factor, struct xc_decimal divisor)
{
    struct xc_quantity quantity = {.end = amount->end};

    quantity.value.kind = kind;
    quantity.value.unit = XC_STR("");
    quantity.value.name = XC_STR("");
    quantity.value.low = amount->low;
    quantity.value.high = amount->high;
    quantity.value.approximation = amount->approximation;
    if (!scale_bound(&quantity.value.low, factor, divisor) ||
        !scale_bound(&quantity.value.high, factor, divisor))
        return false;
    if (out[kind].end >= quantity.end)
        return false;
    out[kind] = quantity;
    return true;
}

/* A unit at atom i as kind; the shortest forms count only when glued to figures. */
static const struct xc_form *
unit_at(const struct xc_atoms *atoms, size_t i, enum xc_value_kind kind, size_t *end)
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

/* Stores an amount with a unit; *factor is how many of the unit one of the form is. */
static bool
store_unit(struct xc_quantity *out, enum xc_value_kind kind,
           const struct xc_amount *amount, const struct xc_form *form)
{
    if (!store(out, kind, amount, form->low, form->unit->factor))
        return false;
    out[kind].value.unit = form->unit->name;
    out[kind].value.rate = form->unit;
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
    if (!store(out, XC_VALUE_COUNT, &amount, one, one))
        return;
    /* A part of one is nothing that could conflict with a number of things. */
    if (amount.number.fraction && below(amount.number.high, one))
        out[XC_VALUE_COUNT].value.unit = XC_STR("share");
}

static void
read_rank(const struct xc_atoms *atoms, size_t i, struct xc_quantity *out)
{
    struct xc_decimal rank;
    struct xc_amount amount = {.approximation = XC_VALUE_EXACT};
    struct xc_str name;
    struct xc_number part;

    /* "two-thirds", "20 seconds" */
    if (i > 0 && xc_atoms_joined(atoms, i) &&
        atoms->items[i - 1].kind == XC_ATOM_NUMBER)
        return;
    if (!xc_rank_read(atoms, i, &rank, &name, &amount.end))
        return;
    if (i > 0 && xc_atoms_joined(atoms, i) && xc_number_read(atoms, i - 1, &part) &&
        part.fraction && part.end == amount.end)
        return;
    amount.low.finite = name.len == 0;
    amount.low.at = rank;
    amount.high = amount.low;
    if (store(out, XC_VALUE_ORDINAL, &amount, one, one))
        out[XC_VALUE_ORDINAL].value.name = name;
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

    if (!is_point(amount) || amount->sign != NULL || !xc_atoms_joined(atoms, at) ||
        amount->number.low.mantissa <= 0)
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
        unit_at(atoms, whole.end, XC_VALUE_DURATION, &at) != NULL)
        return;
    if (!xc_decimal_div(amount->number.low, whole.low, &share.at))
        return;
    share.finite = true;
    ratio.low = share;
    ratio.high = share;
    ratio.end = whole.end;
    (void)store(out, XC_VALUE_PERCENT, &ratio, hundred, one);
}

static void
read_percent(const struct xc_atoms *atoms, const struct xc_amount *amount,
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
        form = unit_at(atoms, amount->end, XC_VALUE_PERCENT, &share.end);
    if (form == NULL) {
        if (amount->number.fraction && amount->unit == NULL)
            (void)store(out, XC_VALUE_PERCENT, amount, hundred, one);
        read_ratio(atoms, amount, out);
        return;
    }
    xc_amount_take_afterthought(atoms, &share, &share.end);
    if (store(out, XC_VALUE_PERCENT, &share, one, one) &&
        !xc_str_is(form->unit->name, "percent"))
        out[XC_VALUE_PERCENT].value.unit = form->unit->name;
}

/* "thirteen dollars and forty-five cents" */
static void
take_cents(const struct xc_atoms *atoms, struct xc_amount *money,
           const struct xc_form *whole)
{
    size_t at = money->end;
    struct xc_number cents;
    const struct xc_form *form;
    struct xc_decimal sum;
    size_t end;

    if (!is_point(money) || whole->low.exponent < 0)
        return;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "and"))
        at++;
    if (!xc_atoms_joined(atoms, at) || !xc_number_read(atoms, at, &cents) ||
        cents.vague || !below(cents.low, hundred) || !xc_atoms_joined(atoms, cents.end))
        return;
    form = xc_atoms_form(atoms, cents.end, XC_FORM_CURRENCY_AFTER, &end);
    if (form == NULL || form->low.exponent >= 0 ||
        (form->name.len > 0 && !xc_str_equal(form->name, whole->name)) ||
        !xc_decimal_mul(cents.low, form->low, &sum) ||
        !xc_decimal_add(money->low.at, sum, &sum))
        return;
    money->low.at = sum;
    money->high.at = sum;
    money->end = end;
}

/* "$3.5m", "20 quid", "US$5", "3 million pounds", "$5 CAD", "50p". */
static void
read_money(const struct xc_atoms *atoms, const struct xc_amount *amount,
           struct xc_quantity *out)
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
        take_cents(atoms, &money, form);
    }
    xc_amount_take_afterthought(atoms, &money, &money.end);
    if (store(out, XC_VALUE_MONEY, &money, form->low, one))
        out[XC_VALUE_MONEY].value.unit = form->name;
}

/* "and a half" after the unit: "two years and a half". */
static void
take_half(const struct xc_atoms *atoms, struct xc_amount *amount, size_t *end)
{
    struct xc_number part;
    struct xc_decimal sum;

    if (!is_point(amount) || !xc_atoms_joined(atoms, *end) ||
        !xc_atoms_is(atoms, *end, "and") || !xc_atoms_joined(atoms, *end + 1) ||
        !xc_number_read(atoms, *end + 1, &part) || !part.fraction || part.vague ||
        !xc_decimal_add(amount->low.at, part.low, &sum))
        return;
    amount->low.at = sum;
    amount->high.at = sum;
    *end = part.end;
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

    if (!is_point(amount))
        return form;
    if (xc_atoms_joined(atoms, at) && xc_atoms_is(atoms, at, "and"))
        at++;
    if (!xc_atoms_joined(atoms, at) || !xc_number_read(atoms, at, &more) ||
        more.vague || more.fraction)
        return form;
    smaller = unit_at(atoms, more.end, form->unit->kind, &after);
    if (smaller == NULL && form->then != NULL && at == *end &&
        (!xc_atoms_joined(atoms, more.end) || xc_atoms_is(atoms, more.end, "tall"))) {
        *bare = (struct xc_form){.class = XC_FORM_UNIT, .unit = form->then};
        bare->low = form->then->factor;
        smaller = bare;
        after = more.end;
    }
    if (smaller == NULL || smaller->unit->family != form->unit->family ||
        !below(smaller->low, form->low) ||
        !xc_decimal_div(form->low, smaller->low, &factor) || !below(more.low, factor) ||
        !xc_decimal_mul(amount->low.at, factor, &first) ||
        !xc_decimal_add(first, more.low, &first))
        return form;
    amount->low.at = first;
    amount->high.at = first;
    *end = after;
    return smaller;
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
    size_t old;

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
        form = unit_at(atoms, at, kind, &measured.end);
    }
    if (form == NULL)
        return;
    take_half(atoms, &measured, &measured.end);
    if (amount->unit == NULL)
        form = take_smaller(atoms, &measured, form, &measured.end, &bare);
    /* "43-year-old" is an age and no duration. */
    if (kind == XC_VALUE_DURATION && xc_atoms_joined(atoms, measured.end) &&
        xc_atoms_form(atoms, measured.end, XC_FORM_OLD, &old) != NULL) {
        measured.end = old;
        (void)store_unit(out, XC_VALUE_AGE, &measured, form);
        return;
    }
    xc_amount_take_afterthought(atoms, &measured, &measured.end);
    /* "over 12 months" may be all of them. */
    if (measured.is_over && kind == XC_VALUE_DURATION)
        measured.low.open = false;
    (void)store_unit(out, kind, &measured, form);
}

/* "3m" has been read as 3 million; as a measure it is 3 metres. */
static void
read_scale_as_unit(const struct xc_atoms *atoms, const struct xc_amount *amount,
                   struct xc_quantity *out)
{
    struct xc_amount measured = *amount;
    const struct xc_form *form;
    size_t last = amount->end - 1;

    if (!is_point(amount) || amount->sign != NULL || !amount->number.scaled ||
        last == amount->at || atoms->items[last].gap != 0 ||
        atoms->items[last].kind != XC_ATOM_WORD)
        return;
    form = unit_at(atoms, last, XC_VALUE_MEASURE, &measured.end);
    if (form == NULL)
        return;
    measured.low.at = amount->number.head;
    measured.high.at = amount->number.head;
    (void)store_unit(out, XC_VALUE_MEASURE, &measured, form);
}

/*
 * "a year and a half", "for a week": the article is a one, but in "six days a week" it
 * is "each", so that something must say that a stretch of time is meant.
 */
static void
read_article_unit(const struct xc_atoms *atoms, size_t i, struct xc_quantity *out)
{
    static const enum xc_value_kind kinds[] = {XC_VALUE_DURATION, XC_VALUE_MEASURE};
    struct xc_amount amount = {.at = i, .is_plain = true, .number = {.scale = one}};
    const struct xc_form *before =
        xc_atoms_form(atoms, i, XC_FORM_APPROXIMATOR, &amount.at);
    bool stretch =
        before != NULL ||
        (i > 0 && xc_atoms_form(atoms, i - 1, XC_FORM_STRETCH, NULL) != NULL);
    size_t k;

    if (xc_atoms_form(atoms, amount.at, XC_FORM_ARTICLE, NULL) == NULL ||
        (before != NULL && !xc_atoms_joined(atoms, amount.at)))
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

        form = unit_at(atoms, amount.at + 1, kinds[k], &unit_end);
        if (form == NULL)
            continue;
        measured.end = unit_end;
        take_half(atoms, &measured, &measured.end);
        form = take_smaller(atoms, &measured, form, &measured.end, &bare);
        if (!stretch && measured.end == unit_end &&
            xc_atoms_form(atoms, measured.end, XC_FORM_AGO, NULL) == NULL)
            continue;
        if (before != NULL &&
            !xc_amount_approximate(&measured, (enum xc_approximator)before->code))
            continue;
        (void)store_unit(out, kinds[k], &measured, form);
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
    struct xc_amount amount = {.at = i, .end = i + 2};

    if (inches == NULL || feet->kind != XC_ATOM_NUMBER ||
        inches->kind != XC_ATOM_NUMBER || inches->gap != XC_GAP_APOSTROPHE ||
        !below(feet->number, (struct xc_decimal){9, 0}) ||
        !below(inches->number, twelve) ||
        !xc_decimal_mul(feet->number, twelve, &amount.low.at) ||
        !xc_decimal_add(amount.low.at, inches->number, &amount.low.at))
        return;
    inch = xc_value_words_unit(words, "in");
    amount.low.finite = true;
    amount.high = amount.low;
    if (inch != NULL && store(out, XC_VALUE_MEASURE, &amount, one, one)) {
        out[XC_VALUE_MEASURE].value.unit = inch->name;
        out[XC_VALUE_MEASURE].value.rate = inch;
    }
}

static void
store_age(const struct xc_value_words *words, const struct xc_amount *amount,
          struct xc_quantity *out)
{
    const struct xc_unit *year = xc_value_words_unit(words, "year");

    if (year == NULL || !store(out, XC_VALUE_AGE, amount, one, one))
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
    read_article_unit(atoms, i, out);
    read_feet_and_inches(words, atoms, i, out);
    if (xc_age_read_decade(atoms, i, &amount))
        store_age(words, &amount, out);
    if (!xc_amount_read(atoms, i, true, &amount))
        return;
    read_percent(atoms, &amount, out);
    read_money(atoms, &amount, out);
    read_with_unit(atoms, &amount, XC_VALUE_DURATION, out);
    read_with_unit(atoms, &amount, XC_VALUE_MEASURE, out);
    read_scale_as_unit(atoms, &amount, out);
    if (xc_age_is_bare(atoms, &amount))
        store_age(words, &amount, out);
}
