/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values of two units brought to one, for comparing.
 */
#ifndef XC_VALUE_LEVEL_H
#define XC_VALUE_LEVEL_H

#include "value/value.h"

/*
 * Brings the two to one unit; false when there is none.  Exact products alone decide where
 * both lie in one system, so both then go to the family's base; otherwise b goes to a's
 * unit, rounded as newsrooms do (see xc_value_compare).
 */
bool xc_values_level(struct xc_value *a, struct xc_value *b);

/* Whether the two are measures of two systems: pounds and kilograms. */
bool xc_values_cross_systems(const struct xc_value *a, const struct xc_value *b);

#endif
