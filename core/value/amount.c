/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/amount.h"

/* How far before a range a verb of change may stand: "rose sharply, from 3 to 5". */
static const size_t change_reach = 3;

static const struct xc_decimal five_percent = {5, -2};
static const struct xc_decimal fifteen_percent = {15, -2};
static const struct xc_decimal half = {5, -1};

static struct xc_decimal
magnitude(struct xc_decimal x)
{
    struct xc_decimal negated = {-x.mantissa, x.exponent};

    return x.mantissa < 0 && x.mantissa != INT64_MIN ? negated : x;
}

/* How far "about x" reaches: see the header. */
static bool
delta_of(struct xc_decimal x, struct xc_decimal scale, struct xc_decimal *out)
{
    struct xc_decimal size = magnitude(x);
    struct xc_decimal unit = {1, x.exponent};
    struct xc_decimal least;
    struct xc_decimal most;
    struct xc_decimal delta;

    /* "about two dozen" is no more exact than to the dozen. */
    if (scale.mantissa != 1)
        unit = scale;
    if (!xc_decimal_mul(unit, half, &delta) ||
        !xc_decimal_mul(size, five_percent, &least) ||
        !xc_decimal_mul(size, fifteen_percent, &most))
        return false;
    if (xc_decimal_compare(delta, least) < 0)
        delta = least;
    if (xc_decimal_compare(delta, most) > 0)
        delta = most;
    *out = delta;
    return true;
}

static struct xc_bound
closed(struct xc_decimal at)
{
    return (struct xc_bound){true, false, at};
}

static struct xc_bound
open_at(struct xc_decimal at)
{
    return (struct xc_bound){true, true, at};
}

bool
xc_amount_is_point(const struct xc_amount *amount)
{
    return !amount->is_range && amount->low.finite && amount->high.finite &&
           xc_decimal_compare(amount->low.at, amount->high.at) == 0;
}

/* The interval of an approximator over what the amount has. */
static bool
approximate(struct xc_amount *amount, enum xc_approximator approximator)
{
    const struct xc_bound unbounded = {false, false, {0, 0}};
    struct xc_bound low = amount->low;
    struct xc_bound high = amount->high;
    struct xc_decimal scale = amount->number.scale;
    struct xc_decimal below;
    struct xc_decimal above;

    if (!delta_of(low.at, scale, &below) || !xc_decimal_sub(low.at, below, &below) ||
        !delta_of(high.at, scale, &above) || !xc_decimal_add(high.at, above, &above))
        return false;
    amount->approximation = XC_VALUE_BOUND;
    switch (approximator) {
    case XC_ABOUT:
        low = closed(below);
        high = closed(above);
        amount->approximation = XC_VALUE_APPROXIMATE;
        break;
    case XC_NEARLY:
        low = closed(below);
        high = open_at(high.at);
        amount->approximation = XC_VALUE_APPROXIMATE;
        break;
    case XC_JUST_OVER:
        low = open_at(low.at);
        high = closed(above);
        amount->approximation = XC_VALUE_APPROXIMATE;
        break;
    case XC_AT_LEAST:
        high = unbounded;
        break;
    case XC_OVER:
    case XC_MORE_THAN:
        low = open_at(low.at);
        high = unbounded;
        break;
    case XC_AT_MOST:
        low = unbounded;
        break;
    case XC_LESS_THAN:
        low = unbounded;
        high = open_at(high.at);
        break;
    case XC_EXACTLY:
        amount->approximation =
            amount->is_range
                ? XC_VALUE_BOUND
                : (amount->number.vague ? XC_VALUE_APPROXIMATE : XC_VALUE_EXACT);
        break;
    }
    amount->low = low;
    amount->high = high;
    return true;
}

bool
xc_amount_settle(struct xc_amount *amount)
{
    return amount->about == NULL ||
           approximate(amount, (enum xc_approximator)amount->about->code);
}

/* "$5", "5": a number with the currency that may stand before it. */
static bool
read_signed(const struct xc_atoms *atoms, size_t i, const struct xc_form **sign,
            struct xc_number *number)
{
    size_t at = i;

    *sign = xc_atoms_form(atoms, i, XC_FORM_CURRENCY_BEFORE, &at);
    if (*sign != NULL &&
        (!xc_atoms_joined(atoms, at) || (atoms->items[at].gap & XC_GAP_HYPHEN) != 0))
        return false;
    return xc_number_read(atoms, at, number);
}

bool
xc_amount_follows_change(const struct xc_atoms *atoms, size_t i)
{
    size_t n;

    for (n = 1; n <= change_reach && n <= i; n++) {
        if (xc_atoms_form(atoms, i - n, XC_FORM_CHANGE, NULL) != NULL)
            return true;
    }
    return false;
}

/* What joins the two numbers of a range. */
enum joint { JOINT_NONE, JOINT_TO, JOINT_HYPHEN, JOINT_OR, JOINT_AND };

static enum joint
read_joint(const struct xc_atoms *atoms, size_t *at)
{
    size_t i = *at;
    unsigned gap = xc_atoms_gap(atoms, i);

    if (i >= atoms->n)
        return JOINT_NONE;
    if ((gap & XC_GAP_HYPHEN) != 0 && (gap & XC_GAP_MINUS) == 0 &&
        (gap & ~(unsigned)(XC_GAP_HYPHEN | XC_GAP_SPACE)) == 0)
        return JOINT_HYPHEN;
    if (!xc_atoms_joined(atoms, i) || !xc_atoms_joined(atoms, i + 1))
        return JOINT_NONE;
    *at = i + 1;
    if (xc_atoms_is(atoms, i, "to") || xc_atoms_is(atoms, i, "through") ||
        xc_atoms_is(atoms, i, "until"))
        return JOINT_TO;
    if (xc_atoms_is(atoms, i, "or"))
        return JOINT_OR;
    if (xc_atoms_is(atoms, i, "and"))
        return JOINT_AND;
    return JOINT_NONE;
}

/* "3 to $5 million" is no range, "$3 to 5 million" and "$3 to $5 million" are one. */
static bool
signs_agree(const struct xc_form *first, const struct xc_form *second)
{
    if (second == NULL)
        return true;
    return first != NULL && xc_str_equal(first->name, second->name);
}

/* "3 to 5 million": the scale of the second belongs to the first too, unless that is the
 * larger figure ("from 300 to 5 million"). */
static bool
lends_scale(const struct xc_number *first, const struct xc_number *second)
{
    return !first->scaled && second->scaled && !first->vague &&
           xc_decimal_compare(first->low, second->head) < 0;
}

static bool
distribute_scale(struct xc_number *first, const struct xc_number *second)
{
    struct xc_decimal low;

    if (!lends_scale(first, second))
        return true;
    if (!xc_decimal_mul(first->low, second->scale, &low))
        return false;
    first->low = low;
    first->high = low;
    first->scale = second->scale;
    return true;
}

static bool
joint_fits(enum joint joint, const struct xc_form *opener,
           const struct xc_number *first, const struct xc_number *second)
{
    struct xc_decimal most;

    /* "between 15 to 18" is common, if no good English. */
    if (opener != NULL && opener->code == XC_BETWEEN)
        return joint == JOINT_AND || joint == JOINT_TO;
    if (opener != NULL)
        return joint == JOINT_TO || joint == JOINT_HYPHEN;
    if (joint == JOINT_HYPHEN)
        return first->figures && second->figures;
    /* "two or three" is vague, "two or three hundred" too, "one or a hundred" are two
     * numbers. */
    if (joint == JOINT_OR)
        return xc_decimal_mul(first->low, (struct xc_decimal){2, 0}, &most) &&
               xc_decimal_compare(
                   lends_scale(first, second) ? second->head : second->low, most) <= 0;
    return joint == JOINT_TO;
}

/* The unit at *at, if the second number must carry the same. */
static const struct xc_form *
inner_unit(const struct xc_atoms *atoms, size_t *at)
{
    const struct xc_form *form = NULL;

    if (xc_atoms_joined(atoms, *at))
        form = xc_atoms_form(atoms, *at, XC_FORM_UNIT, at);
    if (form == NULL && xc_atoms_joined(atoms, *at))
        form = xc_atoms_form(atoms, *at, XC_FORM_CURRENCY_AFTER, at);
    return form;
}

static bool
same_unit(const struct xc_form *a, const struct xc_form *b)
{
    return b != NULL && a->class == b->class && a->unit == b->unit &&
           xc_decimal_compare(a->low, b->low) == 0 && xc_str_equal(a->name, b->name);
}

/* Tries to go on from the amount's number to the second one of a range. */
static bool
read_range(const struct xc_atoms *atoms, const struct xc_form *opener,
           const struct xc_form *unit, size_t at, struct xc_amount *amount)
{
    struct xc_number first = amount->number;
    struct xc_number second;
    const struct xc_form *sign;
    enum joint joint = read_joint(atoms, &at);
    size_t end;

    if (joint == JOINT_NONE || !read_signed(atoms, at, &sign, &second) ||
        !signs_agree(amount->sign, sign) || first.vague || second.vague ||
        !joint_fits(joint, opener, &first, &second) ||
        !distribute_scale(&first, &second) ||
        xc_decimal_compare(first.low, second.low) >= 0)
        return false;
    if (joint == JOINT_TO && xc_amount_follows_change(atoms, amount->at))
        return false;
    end = second.end;
    if (unit != NULL && !same_unit(unit, inner_unit(atoms, &end)))
        return false;
    if (xc_atoms_form(atoms, end, XC_FORM_CLOCK, NULL) != NULL)
        return false;
    amount->number = first;
    amount->low = closed(first.low);
    amount->high = closed(second.low);
    amount->is_range = true;
    amount->approximation = XC_VALUE_BOUND;
    amount->unit = unit;
    amount->end = end;
    return true;
}

static bool
read_second(const struct xc_atoms *atoms, const struct xc_form *opener, bool with_units,
            struct xc_amount *amount)
{
    size_t at = amount->end;
    const struct xc_form *unit;

    if (read_range(atoms, opener, NULL, at, amount))
        return true;
    if (!with_units)
        return false;
    unit = inner_unit(atoms, &at);
    return unit != NULL && read_range(atoms, opener, unit, at, amount);
}

void
xc_amount_take_afterthought(const struct xc_atoms *atoms, struct xc_amount *amount)
{
    size_t after;
    const struct xc_form *form;

    if (amount->is_range || amount->number.vague || amount->about != NULL ||
        !xc_atoms_joined(atoms, amount->end))
        return;
    form = xc_atoms_form(atoms, amount->end, XC_FORM_AFTERTHOUGHT, &after);
    /* "20 plus 30", "he was 20 at least 5 times". */
    if (form == NULL ||
        (after < atoms->n && atoms->items[after].kind == XC_ATOM_NUMBER))
        return;
    amount->about = form;
    amount->stated_end = amount->end;
    amount->end = after;
}

const struct xc_form *
xc_amount_opener(const struct xc_atoms *atoms, size_t i, size_t *out_end)
{
    size_t end;
    const struct xc_form *opener = xc_atoms_form(atoms, i, XC_FORM_OPENER, &end);

    if (opener == NULL ||
        (opener->code == XC_FROM && xc_amount_follows_change(atoms, i)))
        return NULL;
    *out_end = end;
    return opener;
}

bool
xc_amount_read(const struct xc_atoms *atoms, size_t i, bool with_units,
               struct xc_amount *out)
{
    struct xc_amount amount = {.at = i};
    const struct xc_form *opener = NULL;

    amount.about = xc_atoms_form(atoms, i, XC_FORM_APPROXIMATOR, &amount.at);
    amount.first = amount.at;
    if (amount.about == NULL)
        opener = xc_amount_opener(atoms, i, &amount.at);
    if (amount.at > i && !xc_atoms_joined(atoms, amount.at))
        return false;
    if (!read_signed(atoms, amount.at, &amount.sign, &amount.number))
        return false;
    amount.low = closed(amount.number.low);
    amount.high = closed(amount.number.high);
    amount.high.open = amount.number.open_high;
    amount.approximation = amount.number.vague ? XC_VALUE_APPROXIMATE : XC_VALUE_EXACT;
    amount.end = amount.number.end;
    if (!read_second(atoms, opener, with_units, &amount) && opener != NULL)
        return false;
    xc_amount_take_afterthought(atoms, &amount);
    *out = amount;
    return true;
}
