/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact decimals: the number is mantissa * 10^exponent, normalised so that equal
 * numbers have equal members.  No floating point, so every machine agrees.
 */
#ifndef XC_VALUE_DECIMAL_H
#define XC_VALUE_DECIMAL_H

#include <stdint.h>

#include "base/arena.h"

struct xc_decimal {
    int64_t mantissa;
    int exponent;
};

/* mantissa * 10^exponent, normalised. */
struct xc_decimal xc_decimal_make(int64_t mantissa, int exponent);

/* Reads "-1234.50" (digits, one point, a sign); false when malformed or too long. */
bool xc_decimal_parse(struct xc_str text, struct xc_decimal *out);

/* <0, 0, >0 as a is below, equal to, above b; exact for all values. */
int xc_decimal_compare(struct xc_decimal a, struct xc_decimal b);

/* Sum, difference, product; false when the result does not fit exactly. */
bool xc_decimal_add(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out);
bool xc_decimal_sub(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out);
bool xc_decimal_mul(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out);

/* The product, rounded to 15 significant digits, half to even, where it does not fit;
 * false when it is out of range. */
bool xc_decimal_mul_near(struct xc_decimal a, struct xc_decimal b,
                         struct xc_decimal *out);

/* a / b: exactly where a decimal can say it, else rounded to 15 significant digits, half
 * to even; false when b is 0 or the result is out of range. */
bool xc_decimal_div(struct xc_decimal a, struct xc_decimal b, struct xc_decimal *out);

/* Plain decimal text: "20", "0.5", "-3000000"; ptr NULL when memory is short. */
struct xc_str xc_decimal_text(struct xc_decimal a, struct xc_arena *arena);

#endif
