/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Candidates: which texts share a word sequence, found through an inverted index.
 *
 * Only pairs to look at: whoever uses them compares the words.
 */
#ifndef XC_ORIGIN_CANDIDATE_H
#define XC_ORIGIN_CANDIDATE_H

#include <stdint.h>

#include "base/status.h"

/* One sequence of one text. */
struct xc_posting {
    uint64_t hash;
    size_t item; /* number of the text */
    size_t pos;  /* where in it */
};

struct xc_posting_vec {
    struct xc_posting *items;
    size_t n;
    size_t cap;
};

/* Order of two struct xc_posting, by hash, item, then pos: for qsort. */
int xc_posting_compare(const void *left, const void *right);

/*
 * Appends the fingerprints (origin/winnow.h) of a text to *out (arena): hashes[0..n) are
 * those of its words, which are used up; item is its number.
 */
XC_MUST_CHECK enum xc_status xc_postings_of_words(uint64_t *hashes, size_t n,
                                                  size_t item, struct xc_arena *arena,
                                                  struct xc_posting_vec *out);

struct xc_candidate {
    size_t a; /* a < b */
    size_t b;
    size_t pos_a; /* where the shared sequence stands */
    size_t pos_b;
};

struct xc_candidate_vec {
    struct xc_candidate *items;
    size_t n;
    size_t cap;
};

/*
 * Appends the pairs of texts that share a hash to *out (arena), ordered by a, b, then
 * the offset pos_b - pos_a, then pos_a; a pair may occur once for each offset that a
 * shared sequence has.  A hash that XC_MAX_SHARED_POSTINGS texts share at most pairs
 * all of them, a more frequent one only neighbours, so the number of pairs is linear.
 * Sorts postings.
 */
XC_MUST_CHECK enum xc_status xc_candidates_find(struct xc_posting_vec *postings,
                                                struct xc_arena *arena,
                                                struct xc_candidate_vec *out);

#endif
