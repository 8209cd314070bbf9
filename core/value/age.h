/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ages that carry no unit: "aged 35", "Jane Doe, 43, said", "in his 40s".
 */
#ifndef XC_VALUE_AGE_H
#define XC_VALUE_AGE_H

#include "value/amount.h"

/* Whether the amount, a bare number, is an age by what stands around it: "aged 35", "87
 * yo", "turned 43", in apposition to a name ("Jane Doe, 43,"), in brackets after one.  Then
 * the words that say so become part of what is stated. */
bool xc_age_take_bare(const struct xc_atoms *atoms, struct xc_amount *amount);

/* "40s" or "forties" at atom i when it is somebody's: from 40 to 49. */
bool xc_age_read_decade(const struct xc_atoms *atoms, size_t i, struct xc_amount *out);

#endif
