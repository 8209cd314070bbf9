/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/interval.h"

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

bool
xc_interval_is_point(const struct xc_value *value)
{
    return value->low.finite && value->high.finite && !value->low.open &&
           !value->high.open && xc_decimal_compare(value->low.at, value->high.at) == 0;
}

bool
xc_interval_overlap(const struct xc_value *a, const struct xc_value *b,
                    struct xc_bound *low, struct xc_bound *high)
{
    *low = compare_low(&a->low, &b->low) >= 0 ? a->low : b->low;
    *high = compare_high(&a->high, &b->high) <= 0 ? a->high : b->high;
    return !is_empty(low, high);
}

bool
xc_interval_same(const struct xc_value *a, const struct xc_value *b)
{
    return compare_low(&a->low, &b->low) == 0 && compare_high(&a->high, &b->high) == 0;
}

bool
xc_interval_is_bounded(const struct xc_value *value)
{
    return value->low.finite || value->high.finite;
}

bool
xc_interval_within(const struct xc_value *a, const struct xc_value *b)
{
    return compare_low(&a->low, &b->low) >= 0 && compare_high(&a->high, &b->high) <= 0;
}

static bool
is_figure(const struct xc_value *value)
{
    return value->approximation == XC_VALUE_EXACT && xc_interval_is_point(value);
}

bool
xc_interval_rounds(const struct xc_value *a, const struct xc_value *b,
                   const struct xc_value **out_finer)
{
    int order = xc_decimal_compare(a->rounding, b->rounding);
    const struct xc_value *rounder = order > 0 ? a : b;
    const struct xc_value *finer = order > 0 ? b : a;
    struct xc_decimal least;
    struct xc_decimal most;

    /* Two that are as round as one another are two figures: 300 and 400. */
    if (order == 0 || !is_figure(a) || !is_figure(b) ||
        !xc_decimal_sub(rounder->low.at, rounder->rounding, &least) ||
        !xc_decimal_add(rounder->low.at, rounder->rounding, &most))
        return false;
    if (xc_decimal_compare(finer->low.at, least) <= 0 ||
        xc_decimal_compare(finer->low.at, most) >= 0)
        return false;
    *out_finer = finer;
    return true;
}
