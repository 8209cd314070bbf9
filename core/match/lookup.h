/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Look-up: the words of an article, by their numbers in the index.  For scan.c alone.
 */
#ifndef XC_MATCH_LOOKUP_H
#define XC_MATCH_LOOKUP_H

#include "match/index.h"
#include "text/word.h"

/*
 * Stores the number of each word of words[0..n) in numbers[0..n), XC_INDEX_NONE for one
 * that is in no pattern.  Can't fail.
 *
 * Some dozen words are looked up together, a step of all of them before the next step of
 * any: with ten thousand patterns each step is a wait for memory, and so they wait
 * together.
 */
void xc_lookup_words(const struct xc_index *index, const struct xc_word *words,
                     size_t n, uint32_t *numbers);

#endif
