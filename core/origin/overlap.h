/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Overlap: how much of a text stands in another, for text that was rewritten so far that
 * no passage is left.
 *
 *     The old bridge fell down during the storms of last winter.
 *     During the storms of last winter, a bridge fell down.
 *         8 of 11 words: "during the storms of last winter", "bridge fell down" …
 *
 * It is a measure, and joins nothing: two texts about one matter share such runs too.
 */
#ifndef XC_ORIGIN_OVERLAP_H
#define XC_ORIGIN_OVERLAP_H

#include "origin/compared.h"

struct xc_overlap {
    size_t n_words;
    size_t n_shared; /* those that stand in runs of three or more that b has too */
    bool is_reuse;   /* a fifth of the words, and eight of them at least */
};

/* Measures how much of a stands in b.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_overlap_measure(const struct xc_compared *a,
                                                const struct xc_compared *b,
                                                struct xc_arena *arena,
                                                struct xc_overlap *out);

#endif
