/* SPDX-License-Identifier: Apache-2.0 */
/* How two values stand to one another, and what both admit. */
#include "config.h"

#include "value/interval.h"
#include "value/level.h"
#include "value/person.h"
#include "value/value.h"

/* How two intervals stand that share a number but are not the same. */
static enum xc_value_relation
relation_of_overlap(const struct xc_value *a, const struct xc_value *b)
{
    /* A date that nothing could resolve is refined by none. */
    if (!xc_interval_is_bounded(a) || !xc_interval_is_bounded(b))
        return XC_VALUES_COMPATIBLE;
    return xc_interval_within(a, b) || xc_interval_within(b, a) ? XC_VALUES_REFINES
                                                                : XC_VALUES_COMPATIBLE;
}

/* "$5 million" beside "A$5 million": a bare $ may be any dollar, and the same one can't be
 * another number. */
static bool
is_any_dollar(const struct xc_value *a, const struct xc_value *b)
{
    return a->dollar && b->dollar && a->unit.len != b->unit.len &&
           (a->unit.len == 0 || b->unit.len == 0);
}

static enum xc_value_relation
compare_dollars(const struct xc_value *a, const struct xc_value *b)
{
    struct xc_bound low;
    struct xc_bound high;

    /* Two million of the one may be three of the other. */
    return xc_interval_overlap(a, b, &low, &high) ? XC_VALUES_COMPATIBLE
                                                  : XC_VALUES_INCOMPARABLE;
}

static enum xc_value_relation
compare_numbers(const struct xc_value *a, const struct xc_value *b)
{
    struct xc_value left = *a;
    struct xc_value right = *b;
    const struct xc_value *finer;
    struct xc_bound low;
    struct xc_bound high;
    bool converted;

    if (!xc_values_level(&left, &right))
        return XC_VALUES_INCOMPARABLE;
    /* Two dates that nothing could resolve are not known to be the same. */
    if (xc_interval_same(&left, &right) && xc_interval_is_bounded(&left))
        return XC_VALUES_EQUAL;
    converted = !xc_str_equal(a->unit, b->unit) && xc_values_cross_systems(a, b);
    if (xc_interval_overlap(&left, &right, &low, &high))
        return converted || a->converted || b->converted
                   ? XC_VALUES_COMPATIBLE
                   : relation_of_overlap(&left, &right);
    /* Rounding may have happened on either side: "40 lb" is 18.14 kg, and 18 kg is 39.7
     * lb; one of the two readings is enough. */
    if (converted) {
        left = *a;
        right = *b;
        if (xc_values_level(&right, &left) &&
            xc_interval_overlap(&left, &right, &low, &high))
            return XC_VALUES_COMPATIBLE;
        return XC_VALUES_CONFLICT;
    }
    return xc_interval_rounds(&left, &right, &finer) ? XC_VALUES_COMPATIBLE
                                                     : XC_VALUES_CONFLICT;
}

static enum xc_value_relation
compare_names(const struct xc_value *a, const struct xc_value *b)
{
    enum xc_value_relation relation;

    if (xc_str_equal(a->name, b->name))
        return XC_VALUES_EQUAL;
    if (a->kind == XC_VALUE_COLOUR)
        return XC_VALUES_CONFLICT;
    relation = xc_person_compare(a->name, b->name);
    /* Words that are no name differ without excluding one another. */
    if (a->kind == XC_VALUE_TEXT && relation != XC_VALUES_REFINES)
        return XC_VALUES_INCOMPARABLE;
    return relation;
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

/* "last" is a rank with a name and no number; of two that are counted from the end the
 * names tell all: "last" is not "second to last". */
static enum xc_value_relation
compare_named_ranks(const struct xc_value *a, const struct xc_value *b)
{
    if (xc_str_equal(a->name, b->name))
        return XC_VALUES_EQUAL;
    return a->name.len > 0 && b->name.len > 0 && xc_str_equal(a->unit, b->unit)
               ? XC_VALUES_CONFLICT
               : XC_VALUES_INCOMPARABLE;
}

enum xc_value_relation
xc_value_compare(const struct xc_value *a, const struct xc_value *b)
{
    if (a->kind != b->kind)
        return XC_VALUES_INCOMPARABLE;
    if (xc_value_kind_is_named(a->kind))
        return compare_names(a, b);
    if (a->kind == XC_VALUE_ORDINAL && (a->name.len > 0 || b->name.len > 0))
        return compare_named_ranks(a, b);
    if (is_yearless(a) || is_yearless(b))
        return compare_yearless(a, b);
    if (is_any_dollar(a, b))
        return compare_dollars(a, b);
    return compare_numbers(a, b);
}

bool
xc_value_is_narrower(const struct xc_value *a, const struct xc_value *b)
{
    struct xc_value left = *a;
    struct xc_value right = *b;

    if (xc_value_compare(a, b) != XC_VALUES_REFINES)
        return false;
    if (xc_value_kind_is_named(a->kind))
        return a->name.len > b->name.len;
    if (is_yearless(a) || is_yearless(b))
        return says_all_of(&a->date, &b->date);
    return xc_values_level(&left, &right) && xc_interval_within(&left, &right);
}

/* Of two readings that agree, the one that says more: its form stands for both. */
static bool
says_less(const struct xc_value *a, const struct xc_value *b)
{
    if (xc_value_kind_is_named(a->kind))
        return a->name.len < b->name.len;
    return a->date.year < b->date.year || a->date.month < b->date.month ||
           a->date.day < b->date.day;
}

/* What two admit whose intervals share no number: one was rounded (see
 * compare_numbers). */
static bool
intersect_rounded(const struct xc_value *a, const struct xc_value *b,
                  struct xc_value *out)
{
    struct xc_value left = *a;
    struct xc_value right = *b;
    struct xc_value other;
    const struct xc_value *finer;

    if (!xc_str_equal(a->unit, b->unit) && xc_values_cross_systems(a, b)) {
        if (!xc_value_convert(a, b->unit, &other) ||
            !xc_interval_overlap(&other, b, &other.low, &other.high) ||
            !xc_value_convert(&other, a->unit, &other))
            return false;
        out->low = other.low;
        out->high = other.high;
        out->approximation = XC_VALUE_APPROXIMATE;
        return true;
    }
    if (!xc_values_level(&left, &right) || !xc_interval_rounds(&left, &right, &finer))
        return false;
    return xc_value_convert(finer == &left ? a : b, a->unit, out);
}

static bool
intersect_numbers(const struct xc_value *a, const struct xc_value *b,
                  struct xc_value *out)
{
    struct xc_value result = *a;
    struct xc_value other;

    if (is_any_dollar(a, b)) {
        other = *b;
        result.unit = a->unit.len > 0 ? a->unit : b->unit;
    } else if (!xc_value_convert(b, a->unit, &other)) {
        return false;
    }
    if (!xc_interval_overlap(&result, &other, &result.low, &result.high)) {
        if (!intersect_rounded(a, b, &result))
            return false;
    } else if (xc_interval_is_point(&result)) {
        result.approximation = XC_VALUE_EXACT;
    } else if (!xc_interval_same(&result, a)) {
        result.approximation =
            xc_interval_same(&result, &other) ? b->approximation : XC_VALUE_BOUND;
    }
    if (a->kind == XC_VALUE_DATE && (!a->has_date || !xc_interval_same(&result, a))) {
        result.has_date = b->has_date && xc_interval_same(&result, b);
        result.date = b->date;
    }
    /* What only the one said is told in its words. */
    if (xc_interval_same(&result, &other) &&
        (!xc_interval_same(&result, a) || a->unit.len < b->unit.len))
        result.text = b->text;
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
        (xc_value_kind_is_named(a->kind) || is_yearless(a) || is_yearless(b))) {
        *out = says_less(a, b) ? *b : *a;
        return true;
    }
    if (xc_value_kind_is_named(a->kind) || a->name.len > 0 || is_yearless(a)) {
        *out = *a;
        return true;
    }
    return intersect_numbers(a, b, out);
}
