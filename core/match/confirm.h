/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Confirm: the places of their words, or PCRE2, on the candidates, and mentions from what
 * matched.
 *
 * Candidates come by sentence and pattern number; numbers run topic by topic (its
 * `about` patterns first), claim by claim (`match`, then `unless`), so that whatever
 * belongs together stands together.
 */
#ifndef XC_MATCH_CONFIRM_H
#define XC_MATCH_CONFIRM_H

#include "match/chain.h"
#include "match/matcher.h"

enum xc_pattern_role {
    XC_ROLE_ABOUT,
    XC_ROLE_MATCH,
    XC_ROLE_UNLESS,
};

/* A pattern with its place in the rules; the number is its index in the matcher. */
struct xc_pattern_entry {
    const struct xc_pattern *pattern;
    const struct xc_topic *topic;
    const struct xc_claim *claim; /* NULL: an about */
    enum xc_pattern_role role;
    size_t topic_number;
    size_t *claim_slot;   /* per slot of the pattern: its index in the claim's slots */
    size_t *captures_end; /* per sequence: the first gap or slot that is not its own */
};

struct xc_confirm {
    const struct xc_pattern_entry *entries;
    const struct xc_topic_vec *topics;
    const struct xc_value_words *values;
    const struct xc_clause_rules *clauses;
    const struct xc_index *index;
    struct xc_chain *chain;
    struct xc_regex_scratch *regex;
    const struct xc_text *text;
    const struct xc_date *published; /* NULL: undated */
    struct xc_arena *arena;
    struct xc_problems *problems;
};

/* Confirms candidates and appends the mentions as xc_matcher_confirm describes. */
XC_MUST_CHECK enum xc_status
xc_confirm_candidates(const struct xc_confirm *confirm,
                      const struct xc_candidate_vec *candidates,
                      struct xc_mention_vec *out);

#endif
