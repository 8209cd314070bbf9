/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/value.h"

#include "base/vec.h"

static const char *const kind_names[XC_N_VALUE_KINDS] = {
    "count", "ordinal", "percent", "money", "duration", "date",
    "age",   "measure", "colour",  "name",  "text",
};

const char *
xc_value_kind_name(enum xc_value_kind kind)
{
    return kind_names[kind];
}

bool
xc_value_kind_parse(struct xc_str word, enum xc_value_kind *out)
{
    size_t i;

    for (i = 0; i < XC_COUNT(kind_names); i++) {
        if (xc_str_is(word, kind_names[i])) {
            *out = (enum xc_value_kind)i;
            return true;
        }
    }
    return false;
}

static const char *const relation_names[XC_N_VALUE_RELATIONS] = {
    "equal", "compatible", "refines", "conflict", "incomparable",
};

const char *
xc_value_relation_name(enum xc_value_relation relation)
{
    return relation_names[relation];
}

static bool
is_named(enum xc_value_kind kind)
{
    return kind == XC_VALUE_COLOUR || kind == XC_VALUE_NAME || kind == XC_VALUE_TEXT;
}

/* Order of two lower bounds: <0 when a admits smaller numbers than b. */
static int
compare_low(const struct xc_bound *a, const struct xc_bound *b)
{
    int order;

    if (!a->finite || !b->finite)
        return (int)a->finite - (int)b->finite;
    order = xc_decimal_compare(a->at, b->at);
    return order != 0 ? order : (int)a->open - (int)b->open;
}

/* Order of two upper bounds: <0 when b admits larger numbers than a. */
static int
compare_high(const struct xc_bound *a, const struct xc_bound *b)
{
    int order;

    if (!a->finite || !b->finite)
        return (int)b->finite - (int)a->finite;
    order = xc_decimal_compare(a->at, b->at);
    return order != 0 ? order : (int)b->open - (int)a->open;
}

static bool
is_empty(const struct xc_bound *low, const struct xc_bound *high)
{
    int order;

    if (!low->finite || !high->finite)
        return false;
    order = xc_decimal_compare(low->at, high->at);
    return order > 0 || (order == 0 && (low->open || high->open));
}

static bool
is_point(const struct xc_value *value)
{
    return value->low.finite && value->high.finite && !value->low.open &&
           !value->high.open && xc_decimal_compare(value->low.at, value->high.at) == 0;
}

/* The numbers that both admit; false when there is none. */
static bool
overlap(const struct xc_value *a, const struct xc_value *b, struct xc_bound *low,
        struct xc_bound *high)
{
    *low = compare_low(&a->low, &b->low) >= 0 ? a->low : b->low;
    *high = compare_high(&a->high, &b->high) <= 0 ? a->high : b->high;
    return !is_empty(low, high);
}

static bool
same_interval(const struct xc_value *a, const struct xc_value *b)
{
    return compare_low(&a->low, &b->low) == 0 && compare_high(&a->high, &b->high) == 0;
}

static bool
is_bounded(const struct xc_value *value)
{
    return value->low.finite || value->high.finite;
}

/* How two intervals stand that share a number but are not the same. */
static enum xc_value_relation
relation_of_overlap(const struct xc_value *a, const struct xc_value *b)
{
    int low = compare_low(&a->low, &b->low);
    int high = compare_high(&a->high, &b->high);

    /* A date that nothing could resolve is refined by none. */
    if (!is_bounded(a) || !is_bounded(b))
        return XC_VALUES_COMPATIBLE;
    return (low >= 0 && high <= 0) || (low <= 0 && high >= 0) ? XC_VALUES_REFINES
                                                              : XC_VALUES_COMPATIBLE;
}

static bool
convert_bound(const struct xc_unit *from, const struct xc_unit *to,
              const struct xc_bound *bound, struct xc_bound *out)
{
    struct xc_decimal at;

    *out = *bound;
    if (!bound->finite)
        return true;
    if (!xc_decimal_mul_near(bound->at, from->factor, &at) ||
        !xc_decimal_add(at, from->offset, &at) || !xc_decimal_sub(at, to->offset, &at))
        return false;
    if (!xc_decimal_div(at, to->factor, &at))
        return false;
    out->at = at;
    return true;
}

/*
 * Half of the last digit to either side: "18 kg" is [17.5, 18.5], "5,000 feet" is
 * [4,500, 5,500].
 */
static bool
widen(struct xc_value *value)
{
    struct xc_decimal half = {5, value->low.at.exponent - 1};
    struct xc_decimal low;
    struct xc_decimal high;

    if (!xc_decimal_sub(value->low.at, half, &low) ||
        !xc_decimal_add(value->high.at, half, &high))
        return false;
    value->low.at = low;
    value->high.at = high;
    value->approximation = XC_VALUE_APPROXIMATE;
    return true;
}

static bool
crosses_systems(const struct xc_unit *a, const struct xc_unit *b)
{
    return a->kind == XC_VALUE_MEASURE && !xc_str_equal(a->system, b->system);
}

static bool
convert_to(const struct xc_value *value, const struct xc_unit *to, struct xc_value *out)
{
    struct xc_value result = *value;

    /* A zero has no last digit worth halving. */
    if (crosses_systems(value->rate, to) && is_point(value) &&
        value->approximation == XC_VALUE_EXACT && value->low.at.mantissa != 0 &&
        !widen(&result))
        return false;
    if (!convert_bound(value->rate, to, &result.low, &result.low) ||
        !convert_bound(value->rate, to, &result.high, &result.high))
        return false;
    result.unit = to->name;
    result.rate = to;
    result.has_stated = false; /* the words state it in another unit */
    *out = result;
    return true;
}

bool
xc_value_convert(const struct xc_value *value, struct xc_str unit, struct xc_value *out)
{
    const struct xc_unit *to;

    if (xc_str_equal(value->unit, unit)) {
        *out = *value;
        return true;
    }
    if (value->rate == NULL)
        return false;
    for (to = value->rate->family; to != NULL; to = to->next) {
        if (xc_str_equal(to->name, unit))
            return convert_to(value, to, out);
    }
    return false;
}

/*
 * The two over the same unit, for comparing.  Exact products alone decide where both
 * lie in one system, so *a and *b are brought to the family's base; otherwise b is
 * brought to a's unit.
 */
static bool
level(struct xc_value *a, struct xc_value *b)
{
    struct xc_unit base;

    if (xc_str_equal(a->unit, b->unit))
        return true;
    if (a->rate == NULL || b->rate == NULL || a->rate->family != b->rate->family)
        return false;
    if (crosses_systems(a->rate, b->rate))
        return convert_to(b, a->rate, b);
    base = *a->rate;
    base.factor = (struct xc_decimal){1, 0};
    base.offset = (struct xc_decimal){0, 0};
    return convert_bound(a->rate, &base, &a->low, &a->low) &&
           convert_bound(a->rate, &base, &a->high, &a->high) &&
           convert_bound(b->rate, &base, &b->low, &b->low) &&
           convert_bound(b->rate, &base, &b->high, &b->high);
}

static enum xc_value_relation
compare_numbers(const struct xc_value *a, const struct xc_value *b)
{
    struct xc_value left = *a;
    struct xc_value right = *b;
    struct xc_bound low;
    struct xc_bound high;
    bool rounded;

    if (!level(&left, &right))
        return XC_VALUES_INCOMPARABLE;
    /* Two dates that nothing could resolve are not known to be the same. */
    if (same_interval(&left, &right) && is_bounded(&left))
        return XC_VALUES_EQUAL;
    rounded = !xc_str_equal(a->unit, b->unit) && crosses_systems(a->rate, b->rate);
    if (overlap(&left, &right, &low, &high))
        return rounded ? XC_VALUES_COMPATIBLE : relation_of_overlap(&left, &right);
    /* Rounding may have happened on either side: "40 lb" is 18.14 kg, and 18 kg is 39.7
     * lb; one of the two readings is enough. */
    if (rounded) {
        left = *a;
        right = *b;
        if (level(&right, &left) && overlap(&left, &right, &low, &high))
            return XC_VALUES_COMPATIBLE;
    }
    return XC_VALUES_CONFLICT;
}

/* Whether every word of the one (single spaces between) is a word of the other. */
static bool
holds_words(struct xc_str whole, struct xc_str part)
{
    struct xc_str word;

    while (xc_str_split(&part, ' ', &word)) {
        struct xc_str rest = whole;
        struct xc_str candidate;
        bool found = false;

        while (!found && xc_str_split(&rest, ' ', &candidate))
            found = xc_str_equal(word, candidate);
        if (!found)
            return false;
    }
    return true;
}

static enum xc_value_relation
compare_names(const struct xc_value *a, const struct xc_value *b)
{
    if (xc_str_equal(a->name, b->name))
        return XC_VALUES_EQUAL;
    if (a->kind == XC_VALUE_COLOUR)
        return XC_VALUES_CONFLICT;
    if (holds_words(a->name, b->name) || holds_words(b->name, a->name))
        return XC_VALUES_REFINES;
    return a->kind == XC_VALUE_NAME ? XC_VALUES_CONFLICT : XC_VALUES_INCOMPARABLE;
}

static bool
is_yearless(const struct xc_value *value)
{
    return value->kind == XC_VALUE_DATE && value->has_date && value->date.year == 0;
}

/* Whether a says every field that b says. */
static bool
says_all_of(const struct xc_date *a, const struct xc_date *b)
{
    return (a->year != 0 || b->year == 0) && (a->month != 0 || b->month == 0) &&
           (a->day != 0 || b->day == 0);
}

/* Dates of which one lacks the year agree or differ on the fields that both have. */
static enum xc_value_relation
compare_yearless(const struct xc_value *a, const struct xc_value *b)
{
    if (!a->has_date || !b->has_date)
        return XC_VALUES_INCOMPARABLE;
    if (a->date.year == b->date.year && a->date.month == b->date.month &&
        a->date.day == b->date.day)
        return XC_VALUES_EQUAL;
    if ((a->date.month != 0 && b->date.month != 0 && a->date.month != b->date.month) ||
        (a->date.day != 0 && b->date.day != 0 && a->date.day != b->date.day))
        return XC_VALUES_CONFLICT;
    return says_all_of(&a->date, &b->date) || says_all_of(&b->date, &a->date)
               ? XC_VALUES_REFINES
               : XC_VALUES_COMPATIBLE;
}

enum xc_value_relation
xc_value_compare(const struct xc_value *a, const struct xc_value *b)
{
    if (a->kind != b->kind)
        return XC_VALUES_INCOMPARABLE;
    if (is_named(a->kind))
        return compare_names(a, b);
    /* "last" has a name and no number. */
    if (a->kind == XC_VALUE_ORDINAL && (a->name.len > 0 || b->name.len > 0))
        return xc_str_equal(a->name, b->name) ? XC_VALUES_EQUAL
                                              : XC_VALUES_INCOMPARABLE;
    if (is_yearless(a) || is_yearless(b))
        return compare_yearless(a, b);
    return compare_numbers(a, b);
}

/* Of two readings that agree, the one that says more: its form stands for both. */
static bool
says_less(const struct xc_value *a, const struct xc_value *b)
{
    if (is_named(a->kind))
        return a->name.len < b->name.len;
    return a->date.year < b->date.year || a->date.month < b->date.month ||
           a->date.day < b->date.day;
}

static bool
intersect_numbers(const struct xc_value *a, const struct xc_value *b,
                  struct xc_value *out)
{
    struct xc_value result = *a;
    struct xc_value other;

    if (!xc_value_convert(b, a->unit, &other))
        return false;
    if (!overlap(&result, &other, &result.low, &result.high)) {
        /* Rounded on a's side, then (see compare_numbers). */
        if (b->rate == NULL || !xc_value_convert(a, b->unit, &other) ||
            !overlap(&other, b, &other.low, &other.high) ||
            !xc_value_convert(&other, a->unit, &other))
            return false;
        result.low = other.low;
        result.high = other.high;
        result.approximation = XC_VALUE_APPROXIMATE;
    } else if (is_point(&result)) {
        result.approximation = XC_VALUE_EXACT;
    } else if (!same_interval(&result, a)) {
        result.approximation =
            same_interval(&result, &other) ? b->approximation : XC_VALUE_BOUND;
    }
    if (a->kind == XC_VALUE_DATE && (!a->has_date || !same_interval(&result, a))) {
        result.has_date = b->has_date && same_interval(&result, b);
        result.date = b->date;
    }
    *out = result;
    return true;
}

bool
xc_value_intersect(const struct xc_value *a, const struct xc_value *b,
                   struct xc_value *out)
{
    enum xc_value_relation relation = xc_value_compare(a, b);

    if (relation == XC_VALUES_CONFLICT || relation == XC_VALUES_INCOMPARABLE)
        return false;
    if (relation != XC_VALUES_EQUAL &&
        (is_named(a->kind) || is_yearless(a) || is_yearless(b))) {
        *out = says_less(a, b) ? *b : *a;
        return true;
    }
    if (is_named(a->kind) || a->name.len > 0 || is_yearless(a)) {
        *out = *a;
        return true;
    }
    return intersect_numbers(a, b, out);
}
