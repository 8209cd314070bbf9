/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of one: "half", "a quarter", "one-third", "fifty-four hundredths", "one hundred
 * and twenty-three thousandths", "3/4", "one over three".
 */
#ifndef XC_VALUE_PART_H
#define XC_VALUE_PART_H

#include "value/atom.h"

struct xc_part {
    struct xc_decimal whole; /* of "2½"; else 0 */
    struct xc_decimal top;
    struct xc_decimal bottom; /* above 0 */
    size_t end;               /* the atom after it */
};

/* The part that begins at atom i.  "a third" only where nothing is counted by it ("a third
 * of", not "a third man"). */
bool xc_part_read(const struct xc_atoms *atoms, size_t i, struct xc_part *out);

/* The same in figures only: "1/2", and "2½" with the whole number before it. */
bool xc_part_read_figures(const struct xc_atoms *atoms, size_t i, struct xc_part *out);

/* whole + (part.whole + part.top / part.bottom) * scale, to 15 digits where no decimal says
 * it; false when that is too large. */
bool xc_part_add(struct xc_decimal whole, const struct xc_part *part,
                 struct xc_decimal scale, struct xc_decimal *out);

#endif
