/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantities: amounts with what they are amounts of.
 *
 * Counts ("about 20", "one in five" is none), ranks, percentages, money, durations,
 * ages and measures.  One expression may be several of them: "20 years" is a duration
 * and, without its unit, a count; "3m" is a count and a length.
 */
#ifndef XC_VALUE_QUANTITY_H
#define XC_VALUE_QUANTITY_H

#include "value/amount.h"

/* What an expression is as one kind: its value but for the text, and where it ends. */
struct xc_quantity {
    size_t end; /* the atom after it; 0: it is none of this kind */
    struct xc_value value;
};

/*
 * Reads the longest quantity of every kind that begins at atom i into out, which has
 * XC_N_VALUE_KINDS places, by kind; those that it does not read are left alone.
 */
void xc_quantities_read(const struct xc_value_words *words,
                        const struct xc_atoms *atoms, size_t i,
                        struct xc_quantity *out);

#endif
