/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shares: "20%", "three percentage points", "one in five", "nine out of 10", "half".
 */
#ifndef XC_VALUE_SHARE_H
#define XC_VALUE_SHARE_H

#include "value/quantity.h"

/* Stores the amount as a percentage in out (see quantity.h) when it is one. */
void xc_share_read(const struct xc_atoms *atoms, const struct xc_amount *amount,
                   struct xc_quantity *out);

/*
 * Takes the whole behind a count into it: "half of the 20" is 10, "two of the three" is two.
 * The amount is left alone where no whole follows.
 */
void xc_share_take_whole(const struct xc_atoms *atoms, struct xc_amount *amount);

#endif
