/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/decimal.h"

#include "base/limits.h"

/*
 * Results are worked out in 128 bits, wide enough for the product of two mantissas and
 * for one shifted by 19 digits, so that "does it fit?" is asked once, of the exact
 * result.
 */

/* 10^19 is the first power of ten that is above every mantissa. */
static const int max_shift = 19;
/* 10^38 is the last power of ten below 2^127. */
static const int wide_digits = 38;
static const int rounded_digits = 15;

static __int128
wide_power(int n)
{
    __int128 power = 1;

    while (n-- > 0)
        power *= 10;
    return power;
}

/* Stores mantissa * 10^exponent when, without trailing zeros, it fits. */
static bool
fit(__int128 mantissa, int exponent, struct xc_decimal *out)
{
    struct xc_decimal normal;

    /* Wide divisions are slow, and seldom needed. */
    while ((mantissa > INT64_MAX || mantissa < INT64_MIN) && mantissa % 10 == 0) {
        mantissa /= 10;
        exponent++;
    }
    if (mantissa > INT64_MAX || mantissa < INT64_MIN)
        return false;
    normal = xc_decimal_make((int64_t)mantissa, exponent);
    if (normal.exponent > XC_MAX_DECIMAL_EXPONENT ||
        normal.exponent < -XC_MAX_DECIMAL_EXPONENT)
        return false;
    *out = normal;
    return true;
}

struct xc_decimal
xc_decimal_make(int64_t mantissa, int exponent)
{
    if (mantissa == 0)
        return (struct xc_decimal){0, 0};
    while (mantissa % 10 == 0) {
        mantissa /= 10;
        exponent++;
    }
    return (struct xc_decimal){mantissa, exponent};
}

bool
xc_decimal_parse(struct xc_str text, struct xc_decimal *out)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    size_t i = negative || (text.len > 0 && text.ptr[0] == '+') ? 1 : 0;
    __int128 mantissa = 0;
    int exponent = 0;
    size_t n_digits = 0;
    bool point = false;

    for (; i < text.len; i++) {
        char c = text.ptr[i];

        if (c == '.' && !point) {
            point = true;
            continue;
        }
        /* 36 digits with leading and trailing zeros still fit the wide integer. */
        if (c < '0' || c > '9' || mantissa > wide_power(wide_digits - 2))
            return false;
        mantissa = mantissa * 10 + (c - '0');
        n_digits++;
        if (point && exponent-- < -XC_MAX_DECIMAL_EXPONENT)
            return false;
    }
    /* "5." is the end of a sentence, not a number. */
    if (n_digits == 0 || text.ptr[text.len - 1] == '.')
        return false;
    return fit(negative ? -mantissa : mantissa, exponent, out);
}

static int
count_digits(uint64_t n)
{
    int digits = 0;

    for (; n != 0; n /= 10)
        digits++;
    return digits;
}

static uint64_t
magnitude_of(int64_t mantissa)
{
    return mantissa < 0 ? (uint64_t)0 - (uint64_t)mantissa : (uint64_t)mantissa;
}

/* Compares the sizes of two numbers other than zero, their signs left aside. */
static int
compare_magnitude(struct xc_decimal a, struct xc_decimal b)
{
    uint64_t m = magnitude_of(a.mantissa);
    uint64_t n = magnitude_of(b.mantissa);
    int64_t a_digits = count_digits(m);
    int64_t b_digits = count_digits(n);

    if (a_digits + a.exponent != b_digits + b.exponent)
        return a_digits + a.exponent < b_digits + b.exponent ? -1 : 1;
    /* As many digits before the point: level the mantissas, at most 19 digits. */
    for (; a_digits < b_digits; a_digits++)
        m *= 10;
    for (; b_digits < a_digits; b_digits++)
        n *= 10;
    return m < n ? -1 : m > n;
}

int
xc_decimal_compare(struct xc_decimal a, struct xc_decimal b)
{
    int sign_a = a.mantissa < 0 ? -1 : a.mantissa > 0;
    int sign_b = b.mantissa < 0 ? -1 : b.mantissa > 0;

    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    if (sign_a == 0)
        return 0;
    return sign_a * compare_magnitude(a, b);
}

/* a plus sign * b. */
static bool
add_signed(struct xc_decimal a, struct xc_decimal b, int sign, struct xc_decimal *out)
{
    bool a_is_high = a.exponent >= b.exponent;
    __int128 high = a_is_high ? a.mantissa : (__int128)sign * b.mantissa;
    __int128 low = a_is_high ? (__int128)sign * b.mantissa : a.mantissa;
    int high_exponent = a_is_high ? a.exponent : b.exponent;
    int low_exponent = a_is_high ? b.exponent : a.exponent;

    if (high == 0)
        return fit(low, low_exponent, out);
    if (low == 0)
        return fit(high, high_exponent, out);
    /* Shifted further, no other mantissa could bring the sum back into range. */
    if (high_exponent - low_exponent > max_shift)
        return false;
    return fit(high * wide_power(high_exponent - low_exponent) + low, low_exponent,
               out);
}

bool
xc_decimal_add(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out)
{
    return add_signed(a, b, 1, out);
}

bool
xc_decimal_sub(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out)
{
    return add_signed(a, b, -1, out);
}

bool
xc_decimal_mul(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out)
{
    return fit((__int128)a.mantissa * b.mantissa, a.exponent + b.exponent, out);
}

/* number (a remainder sticking to it when inexact) rounded to rounded_digits, half to even;
 * *exponent follows. */
static unsigned __int128
round_wide(unsigned __int128 number, bool inexact, int *exponent)
{
    const unsigned __int128 limit = (unsigned __int128)wide_power(rounded_digits);
    unsigned __int128 unit = 1;
    unsigned __int128 rest;

    while (number / unit >= limit) {
        unit *= 10;
        (*exponent)++;
    }
    if (unit == 1)
        return number;
    rest = number % unit;
    number /= unit;
    if (rest > unit / 2 || (rest == unit / 2 && (inexact || number % 2 == 1)))
        number++;
    return number;
}

bool
xc_decimal_mul_near(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out)
{
    unsigned __int128 product =
        (unsigned __int128)magnitude_of(a.mantissa) * magnitude_of(b.mantissa);
    bool negative = (a.mantissa < 0) != (b.mantissa < 0);
    int exponent = a.exponent + b.exponent;

    if (xc_decimal_mul(a, b, out))
        return true;
    product = round_wide(product, false, &exponent);
    return fit(negative ? -(__int128)product : (__int128)product, exponent, out);
}

bool
xc_decimal_div(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out)
{
    uint64_t m = magnitude_of(a.mantissa);
    uint64_t n = magnitude_of(b.mantissa);
    int shift = wide_digits - count_digits(m);
    int exponent = a.exponent - b.exponent - shift;
    bool negative = (a.mantissa < 0) != (b.mantissa < 0);
    unsigned __int128 scaled;
    unsigned __int128 quotient;

    if (n == 0)
        return false;
    if (m == 0) {
        *out = a;
        return true;
    }
    /* At least 19 digits of quotient: as many as an exact one may have. */
    scaled = (unsigned __int128)m * (unsigned __int128)wide_power(shift);
    quotient = scaled / n;
    if (scaled % n == 0 &&
        fit(negative ? -(__int128)quotient : (__int128)quotient, exponent, out))
        return true;
    quotient = round_wide(quotient, scaled % n != 0, &exponent);
    return fit(negative ? -(__int128)quotient : (__int128)quotient, exponent, out);
}

struct xc_str
xc_decimal_text(struct xc_decimal a, struct xc_arena *arena)
{
    struct xc_str none = {NULL, 0};
    uint64_t magnitude = magnitude_of(a.mantissa);
    size_t n_digits = a.mantissa == 0 ? 1 : (size_t)count_digits(magnitude);
    size_t n_fraction = a.exponent < 0 ? (size_t)(-(int64_t)a.exponent) : 0;
    size_t n_zeros = a.exponent > 0 ? (size_t)a.exponent : 0;
    size_t n_figures =
        n_digits + n_zeros > n_fraction ? n_digits + n_zeros : n_fraction + 1;
    size_t len = (a.mantissa < 0) + n_figures + (n_fraction > 0);
    char *text;
    size_t at;
    size_t i;

    text = xc_arena_alloc(arena, len);
    if (text == NULL)
        return none;
    /* Backwards, from the last figure. */
    at = len;
    for (i = 0; i < n_figures; i++) {
        if (n_fraction > 0 && i == n_fraction)
            text[--at] = '.';
        if (i < n_zeros) {
            text[--at] = '0';
            continue;
        }
        text[--at] = (char)('0' + (int)(magnitude % 10));
        magnitude /= 10;
    }
    if (a.mantissa < 0)
        text[--at] = '-';
    return (struct xc_str){text, len};
}
