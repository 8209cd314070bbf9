/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Chains: the matches of a pattern of words, read off the places of its words.
 *
 * "tie .. corset" in "they tie and tie the corset" is the second word and the sixth.  Every
 * element of such a pattern takes one word, so its places say all that PCRE2 would: the
 * first place from which the rest can follow, then each time the nearest one.  Patterns
 * with slots, optional parts, "n of" or branches of several words are left to PCRE2.
 */
#ifndef XC_MATCH_CHAIN_H
#define XC_MATCH_CHAIN_H

#include "base/limits.h"
#include "match/index.h"

/* What one worker keeps while it looks for the chains of one pattern in one sentence. */
struct xc_chain {
    /* Per word: bit k is set where step k of the sequence can stand with all behind it. */
    uint64_t fits[XC_MAX_SENTENCE_WORDS];
    uint16_t places[XC_MAX_CHAIN_WORDS]; /* of each step, in the last chain found */
    size_t n_places;
};

/* A sentence's words, as the index numbers them. */
struct xc_chain_words {
    const uint32_t *items;
    size_t n;
};

/*
 * Finds the first chain of pattern that begins at or behind place `from`, its places into
 * chain->places; several sequences each have their own first one, and from is 0.  A
 * `from` above 0 goes on with the pattern and sentence that were asked about last.  Takes
 * time linear in the sentence for from 0, and over all calls that go on.
 */
bool xc_chain_next(const struct xc_index *index, struct xc_chain *chain,
                   uint32_t pattern, struct xc_chain_words words, size_t from);

#endif
