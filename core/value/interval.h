/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The intervals of values: which numbers they admit, one beside the other.
 *
 * Both must be in one unit (see level.h).  "at least 40" and "up to 50" share the numbers
 * from 40 to 50; "nearly 300" lies within "about 300".
 */
#ifndef XC_VALUE_INTERVAL_H
#define XC_VALUE_INTERVAL_H

#include "value/value.h"

/* Whether it admits one number alone. */
bool xc_interval_is_point(const struct xc_value *value);

/* Whether it has a bound on either side. */
bool xc_interval_is_bounded(const struct xc_value *value);

/* The numbers that both admit; false when there is none. */
bool xc_interval_overlap(const struct xc_value *a, const struct xc_value *b,
                         struct xc_bound *low, struct xc_bound *high);

bool xc_interval_same(const struct xc_value *a, const struct xc_value *b);

/* Whether every number that a admits is one of b's. */
bool xc_interval_within(const struct xc_value *a, const struct xc_value *b);

/*
 * Of two figures, whether one is the other told rounder: "300" of 312, "two decades" of 21
 * years.  *out_finer is the one that says more.
 */
bool xc_interval_rounds(const struct xc_value *a, const struct xc_value *b,
                        const struct xc_value **out_finer);

#endif
