/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text reuse: every passage that two whole texts share.
 *
 * Fingerprints (origin/winnow.h) that both have are chained along diagonals, and each
 * chain is verified by an alignment.  A sentence in which a number or a negator differs
 * takes no part in a passage, nor do names alone make one:
 *
 *     [divers found the ropes that night] and counted three hundred of them
 *     [divers found the ropes that night] and counted nine hundred of them     nothing
 */
#ifndef XC_ORIGIN_REUSE_H
#define XC_ORIGIN_REUSE_H

#include "origin/compared.h"
#include "origin/passage.h"
#include "origin/seed.h"

struct xc_passage_vec {
    struct xc_passage *items;
    size_t n;
    size_t cap;
};

/* Two sentences with words of one passage. */
struct xc_sentence_pair {
    size_t a;
    size_t b;
    size_t n_equal;
    struct xc_range words; /* of a, from an equal word to one */
};

struct xc_sentence_pair_vec {
    struct xc_sentence_pair *items;
    size_t n;
    size_t cap;
};

/* What is wanted of xc_reuse_passages. */
struct xc_reuse_wish {
    size_t least;       /* equal words that a passage needs … */
    size_t least_plain; /* … of which so many are content words and no names */
    struct xc_sentence_pair_vec *pairs;
};

/* What a passage needs between two texts that somebody holds side by side, and among all
 * those of a corpus, where "Alpha Beta, the leader of the Party of …" is found too. */
#define XC_REUSE_LEAST_WORDS 8
#define XC_REUSE_LEAST_PLAIN 3
#define XC_REUSE_CORPUS_WORDS 12
#define XC_REUSE_CORPUS_PLAIN 5

/*
 * The verified passages along seeds (sorted by a, then b) as *out (arena), ascending by
 * a, no two of them with half of a's words in common: at least wish.least equal words, 6
 * of them content words, wish.least_plain of these no names, and at most a fifth of the
 * words differing.  Places count in the words of xc_compared.  wish.pairs (may be NULL)
 * gets the sentences that they join, of each pair each time how many words are equal.
 */
XC_MUST_CHECK enum xc_status
xc_reuse_passages(const struct xc_compared *a, const struct xc_compared *b,
                  const struct xc_seed_vec *seeds, struct xc_reuse_wish wish,
                  struct xc_arena *arena, struct xc_passage_vec *out);

#endif
