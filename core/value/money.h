/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Money: "$3.5m", "20 quid", "US$5", "3 million pounds", "$5 CAD", "50p",
 * "thirteen dollars and forty-five cents".
 */
#ifndef XC_VALUE_MONEY_H
#define XC_VALUE_MONEY_H

#include "value/quantity.h"

/* Stores the amount as money in out (see quantity.h) when a currency stands with it. */
void xc_money_read(const struct xc_value_words *words, const struct xc_atoms *atoms,
                   const struct xc_amount *amount, struct xc_quantity *out);

#endif
