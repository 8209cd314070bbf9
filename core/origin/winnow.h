/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fingerprints of a text: word 5-grams, winnowed in windows of four (Schleimer, Wilkerson
 * & Aiken, 2003).
 *
 * Two texts that share eight words in a row share a fingerprint; of fewer than five they
 * share none.
 */
#ifndef XC_ORIGIN_WINNOW_H
#define XC_ORIGIN_WINNOW_H

#include <stddef.h>
#include <stdint.h>

/* Words of one fingerprint. */
#define XC_GRAM_WORDS 5

/*
 * Turns hashes[0..n) of words into those of the 5-grams that begin there (the last four
 * are left alone), and puts the places of the fingerprints, ascending, into out (room
 * for n): the rightmost smallest of each window; of fewer grams than a window, the
 * smallest of all.  Returns how many there are.
 */
size_t xc_winnow(uint64_t *hashes, size_t n, size_t *out);

#endif
