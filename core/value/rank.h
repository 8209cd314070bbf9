/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Places in a row: "first", "21st", "twenty-first", "one hundred and third", "runner-up",
 * "last", "next".
 */
#ifndef XC_VALUE_RANK_H
#define XC_VALUE_RANK_H

#include "value/atom.h"

struct xc_rank {
    struct xc_decimal number; /* from the first, which is 1; or from … */
    struct xc_str from;       /* … "end" or "current", which are 0; else "" */
    struct xc_str name;       /* "last", "next" where from is said; else "" */
    size_t end;               /* the atom after it */
};

/* The rank that begins at atom i. */
bool xc_rank_read(const struct xc_atoms *atoms, size_t i, struct xc_rank *out);

#endif
