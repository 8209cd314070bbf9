/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers with an exponent: "1e10", "2.5^-1", "6.23x10^-4".
 */
#ifndef XC_VALUE_POWER_H
#define XC_VALUE_POWER_H

#include "value/atom.h"

/* The one that begins at atom i, in figures without space between, to 15 digits where no
 * decimal says it; *out_end is the atom after it. */
bool xc_power_read(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out,
                   size_t *out_end);

#endif
