/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Seeds: the places where two texts have one fingerprint (origin/winnow.h), from which
 * shared passages are looked for.
 */
#ifndef XC_ORIGIN_SEED_H
#define XC_ORIGIN_SEED_H

#include "origin/compared.h"

/* A place where both texts have the same fingerprint. */
struct xc_seed {
    size_t a; /* words */
    size_t b;
};

struct xc_seed_vec {
    struct xc_seed *items;
    size_t n;
    size_t cap;
};

/* Order of two struct xc_seed, by a, then b: for qsort. */
int xc_seed_compare(const void *left, const void *right);

/* Appends the fingerprints that a and b share to *out (arena), by a, then b.  One that
 * stands more than XC_MAX_SHARED_POSTINGS times in a text is a refrain and left out. */
XC_MUST_CHECK enum xc_status xc_seeds_find(const struct xc_compared *a,
                                           const struct xc_compared *b,
                                           struct xc_arena *arena,
                                           struct xc_seed_vec *out);

#endif
