/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers in figures and words: "1.5 million", "twenty-one thousand three hundred and
 * five", "two and a half", "half a dozen", "several hundred", "6.23x10^-4".
 *
 * Approximators, ranges and units are the business of amount.h and quantity.h.
 */
#ifndef XC_VALUE_NUMBER_H
#define XC_VALUE_NUMBER_H

#include "value/atom.h"

struct xc_number {
    struct xc_decimal low; /* equal to high unless vague */
    struct xc_decimal high;
    bool vague;
    bool open_high;          /* high itself is excluded: "hundreds" */
    bool fraction;           /* a bare part of one: "two-thirds", "half" */
    bool figures;            /* begins with a digit */
    bool scaled;             /* ends with a scale: "$5 million", "two dozen" */
    struct xc_decimal scale; /* that scale, else 1 */
    struct xc_decimal head;  /* what the scale multiplies */
    size_t end;              /* the atom after it; the "of" of "dozens of" is inside */
};

/* The longest number that begins at atom i; false when none does, or when it is too
 * large for a decimal. */
bool xc_number_read(const struct xc_atoms *atoms, size_t i, struct xc_number *out);

#endif
