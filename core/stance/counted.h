/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that were counted, not put in order, and what such a sentence may say of the claim.
 *
 *     2 of (club|ferry|sold|dealer|winter)
 *     "The club has not sold the ferry."                    ->  denied
 *     "The club that sold it has not named a price."        ->  unresolved
 *     "The club's ferry is painted white."                  ->  unresolved
 *
 * Such a pattern does not say which of its words is said of which.  So a negator denies the
 * claim only when what it turns round is one of the claim's words, and a sentence asserts
 * it only when it has half of them, or four.
 */
#ifndef XC_STANCE_COUNTED_H
#define XC_STANCE_COUNTED_H

#include "rule/topic.h"
#include "stance/stance.h"

/* The words of one claim's patterns.  What stands for one thing, as the branch of a
 * choice does, is one unit. */
struct xc_counted {
    struct xc_table units; /* word key → number of its unit */
    size_t n_units;
};

/* Whether the pattern only counts words, wherever they stand: "2 of (gull|bridge|shut)". */
bool xc_counted_is(const struct xc_pattern *pattern);

/* Gathers the claim's words into *out (arena); none when no pattern counts.  XC_NO_MEMORY
 * is the only failure, here and below. */
XC_MUST_CHECK enum xc_status xc_counted_of(const struct xc_claim *claim,
                                           struct xc_arena *arena,
                                           struct xc_counted *out);

/* Makes the reading of a mention in the sentence, found by a counting pattern of the
 * claim, unresolved when the sentence does not say enough.  A new trace is in arena. */
XC_MUST_CHECK enum xc_status
xc_counted_settle(const struct xc_lexicon *lexicon, const struct xc_text *text,
                  size_t sentence, const struct xc_counted *counted,
                  struct xc_arena *arena, struct xc_stance_reading *reading);

#endif
