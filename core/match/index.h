/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The index of required words: which patterns could match, given the words of a
 * sentence.
 *
 * Every pattern is an AND of OR-groups of words.  It waits behind one group, the one
 * that is likely to be met most seldom; the others are checked when that one is met.
 * Equal groups of different patterns are one group here ("<corset>" stands in ten
 * claims and is stamped once).  The index only over-approximates: word order, gaps and
 * values are left to confirmation.
 */
#ifndef XC_MATCH_INDEX_H
#define XC_MATCH_INDEX_H

#include "base/table.h"
#include "rule/pattern.h"

struct xc_index {
    struct xc_table words;       /* key -> word number */
    struct xc_range *groups_of;  /* per word number: in word_groups */
    size_t *word_groups;         /* group numbers */
    struct xc_range *waiting_on; /* per group: in waiting */
    size_t *waiting;             /* pattern numbers, ascending in each group */
    size_t n_groups;
    struct xc_range *needs; /* per pattern: in needed */
    size_t *needed;         /* group numbers, the one waited on left out */
    size_t *always;         /* patterns without required words, ascending */
    size_t n_always;
    size_t n_patterns;
};

/*
 * Builds the index of patterns[0..n) in arena; their keys are borrowed.  A group that
 * holds a word of common_words is waited on only when no other is left.
 */
XC_MUST_CHECK enum xc_status xc_index_new(const struct xc_pattern *const *patterns,
                                          size_t n, const struct xc_table *common_words,
                                          struct xc_arena *arena, struct xc_index *out);

#endif
