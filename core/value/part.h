/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of one: "half", "a quarter", "one-third", "fifty-four hundredths", "3/4".
 */
#ifndef XC_VALUE_PART_H
#define XC_VALUE_PART_H

#include "value/atom.h"

/* The part that begins at atom i, to 12 digits where no decimal says it; *out_end is the
 * atom after it.  "a third" only where nothing is counted by it ("a third of", not "a
 * third man"). */
bool xc_part_read(const struct xc_atoms *atoms, size_t i, struct xc_decimal *out,
                  size_t *out_end);

/* The same in figures only: "1/2", and "2Â½" with the whole number before it. */
bool xc_part_read_figures(const struct xc_atoms *atoms, size_t i,
                          struct xc_decimal *out, size_t *out_end);

#endif
