/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/birth.h"

/* Ages are not followed back further than this. */
static const int64_t most_months = 12000;

/* The whole months of a bound, rounded down. */
static bool
months_of(const struct xc_value *age, const struct xc_bound *bound, int64_t *out)
{
    struct xc_decimal months;
    int64_t n;
    int exponent;

    if (!xc_decimal_mul_near(bound->at, age->rate->factor, &months) ||
        months.mantissa < 0)
        return false;
    n = months.mantissa;
    for (exponent = months.exponent; exponent > 0 && n <= most_months; exponent--)
        n *= 10;
    for (exponent = months.exponent; exponent < 0; exponent++)
        n /= 10;
    *out = n;
    return n <= most_months;
}

static struct xc_bound
day_bound(int32_t day)
{
    return (struct xc_bound){true, false, xc_decimal_make(day, 0)};
}

bool
xc_birth_of_age(const struct xc_value *age, int32_t day, struct xc_value *out)
{
    struct xc_value birth = {.kind = XC_VALUE_DATE, .unit = XC_STR("")};
    struct xc_date told = xc_date_of_day(day);
    struct xc_date date;
    int64_t months = 0;
    int64_t step;

    if (age->kind != XC_VALUE_AGE || age->rate == NULL ||
        !xc_str_is(age->rate->base, "month") || age->rate->factor.exponent < 0)
        return false;
    birth.name = XC_STR("");
    birth.text = age->text;
    birth.approximation = XC_VALUE_APPROXIMATE;
    if (age->low.finite) {
        if (!months_of(age, &age->low, &months))
            return false;
        date = xc_date_add_months(told, -months);
        if (date.year == 0)
            return false;
        birth.high = day_bound(xc_date_day(date));
    }
    if (age->high.finite) {
        /* One is 35 until the day before one is 36. */
        step = xc_str_is(age->rate->name, "year") ? 12 : 1;
        if (!months_of(age, &age->high, &months))
            return false;
        if (!age->high.open)
            months += step;
        date = xc_date_add_months(told, -months);
        if (date.year == 0)
            return false;
        birth.low = day_bound(xc_date_day(date) + 1);
    }
    *out = birth;
    return true;
}
