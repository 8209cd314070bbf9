/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/level.h"

#include "value/interval.h"

static const struct xc_decimal fifteen_percent = {15, -2};

static bool
convert_bound(const struct xc_unit *from, const struct xc_unit *to,
              struct xc_bound *bound)
{
    struct xc_decimal at;

    if (!bound->finite)
        return true;
    if (!xc_decimal_mul_near(bound->at, from->factor, &at) ||
        !xc_decimal_add(at, from->offset, &at) || !xc_decimal_sub(at, to->offset, &at))
        return false;
    return xc_decimal_div(at, to->factor, &bound->at);
}

/* The bounds of value, which is in from, and how far it is rounded. */
static bool
convert_interval(const struct xc_unit *from, const struct xc_unit *to,
                 struct xc_value *value)
{
    return convert_bound(from, to, &value->low) &&
           convert_bound(from, to, &value->high) &&
           xc_decimal_mul_near(value->rounding, from->factor, &value->rounding) &&
           xc_decimal_div(value->rounding, to->factor, &value->rounding);
}

/*
 * Half of the last digit to either side, at most 15 %: "18 kg" is [17.5, 18.5], "5,000
 * feet" is [4,500, 5,500], "10 miles" is [8.5, 11.5].
 */
static bool
widen(struct xc_value *value)
{
    struct xc_decimal half = {5, value->low.at.exponent - 1};
    struct xc_decimal size = value->low.at;
    struct xc_decimal most;
    struct xc_decimal low;
    struct xc_decimal high;

    if (size.mantissa < 0)
        size.mantissa = size.mantissa == INT64_MIN ? INT64_MAX : -size.mantissa;
    if (!xc_decimal_mul_near(size, fifteen_percent, &most))
        return false;
    if (xc_decimal_compare(half, most) > 0)
        half = most;
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
    if (crosses_systems(value->rate, to) && xc_interval_is_point(value) &&
        value->approximation == XC_VALUE_EXACT && value->low.at.mantissa != 0 &&
        !widen(&result))
        return false;
    if (!convert_interval(value->rate, to, &result))
        return false;
    result.unit = to->name;
    result.rate = to;
    result.converted = value->converted || crosses_systems(value->rate, to);
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

bool
xc_values_level(struct xc_value *a, struct xc_value *b)
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
    return convert_interval(a->rate, &base, a) && convert_interval(b->rate, &base, b);
}

bool
xc_values_cross_systems(const struct xc_value *a, const struct xc_value *b)
{
    return a->rate != NULL && b->rate != NULL && crosses_systems(a->rate, b->rate);
}
