/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a finding says, in one sentence for people.
 *
 *     denies “The pier was closed”; 2 origins assert it (a.md, b.md)
 *     gives men as four; one origin gives three (a.md): “Three men tied the corset”
 */
#ifndef XC_VERDICT_CHECK_WORDS_H
#define XC_VERDICT_CHECK_WORDS_H

#include "verdict/finding.h"

/* The article's evidence and what stands beside it. */
struct xc_check_words {
    const struct xc_claim_result *result;
    const struct xc_kept *mention;
    const struct xc_finding_against *against;
    size_t n_against;
    size_t n_origins;             /* of those; they may be more than are listed */
    size_t n_repeated;            /* of those, in which the article has a part */
    const struct xc_value *value; /* of a conflict of values, the article's … */
    const struct xc_value *other; /* … and the first one that excludes it */
    size_t slot;
};

/* Each: ptr NULL when memory is short. */
struct xc_str xc_check_words_contradiction(const struct xc_check_words *words,
                                           struct xc_arena *arena);
struct xc_str xc_check_words_itself(const struct xc_check_words *words,
                                    struct xc_arena *arena);
/* n_own: origins that the article itself has. */
struct xc_str xc_check_words_uncorroborated(const struct xc_check_words *words,
                                            size_t n_own, struct xc_arena *arena);
/* edge joins the article to another source; may be NULL. */
struct xc_str xc_check_words_single_origin(const struct xc_check_words *words,
                                           const struct xc_origin_edge *edge,
                                           struct xc_arena *arena);
struct xc_str xc_check_words_corroborates(const struct xc_check_words *words,
                                          struct xc_arena *arena);
struct xc_str xc_check_words_changes(const struct xc_check_words *words,
                                     enum xc_verdict before, struct xc_arena *arena);
struct xc_str xc_check_words_hidden(const struct xc_kept *mention,
                                    struct xc_arena *arena);

#endif
