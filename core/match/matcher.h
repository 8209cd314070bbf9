/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The index of required words, the scan over it, and confirmation.
 *
 * Words of an article are looked up once; a pattern waits behind its rarest group and
 * becomes a candidate in a sentence that has a word of each of its groups; only then
 * the places of its words are read, or PCRE2 runs.  The index may over-approximate and
 * never misses: the tests hold it to a plain PCRE2 loop and to a slow interpreter of the
 * pattern.
 */
#ifndef XC_MATCH_MATCHER_H
#define XC_MATCH_MATCHER_H

#include <stdint.h>

#include "match/mention.h"

struct xc_matcher;         /* read-only, shared by workers */
struct xc_matcher_scratch; /* one per worker */

/*
 * Builds the index over all topics (match, unless and about patterns) in arena; topics
 * must outlive it.
 */
XC_MUST_CHECK enum xc_status xc_matcher_new(const struct xc_topic_vec *topics,
                                            const struct xc_lexicon *lexicon,
                                            struct xc_arena *arena,
                                            const struct xc_matcher **out);

/* A handle, freed by xc_matcher_scratch_free; NULL when memory is short. */
struct xc_matcher_scratch *xc_matcher_scratch_new(const struct xc_matcher *matcher);
void xc_matcher_scratch_free(struct xc_matcher_scratch *scratch);

struct xc_candidate {
    size_t pattern; /* number in the matcher */
    size_t sentence;
    const uint32_t *words; /* the sentence's, numbered by the matcher's index */
    bool in_order;         /* false: its words stand so that it can't match */
};

struct xc_candidate_vec {
    struct xc_candidate *items;
    size_t n;
    size_t cap;
};

/* Stage scan: appends the candidates of the article, those that have all their words, by
 * sentence, then pattern.  No regular expression runs here. */
XC_MUST_CHECK enum xc_status xc_matcher_scan(const struct xc_matcher *matcher,
                                             struct xc_matcher_scratch *scratch,
                                             const struct xc_text *text,
                                             struct xc_arena *arena,
                                             struct xc_candidate_vec *out);

/* What stage confirm works on. */
struct xc_matcher_input {
    const struct xc_text *text;
    const struct xc_candidate_vec *candidates; /* of stage scan on the same text */
    const struct xc_date *published; /* counts relative dates in slots; NULL: undated */
};

/*
 * Stage confirm: the places of a pattern's words, or PCRE2 where they don't say all (see
 * match/chain.h), on the candidates; appends the mentions by sentence, then topic
 * and claim in rule order, then first word.  Matches of one claim in one sentence never
 * overlap: the earlier pattern of the claim wins, then the earlier match.  Sentences
 * where an `unless` matches, and topics none of whose `about` matched anywhere in the
 * article, give none.  A limit hit is told as XC_PROBLEM_LIMIT about that rule and
 * sentence and counts as no mention; so are mentions of one claim beyond
 * XC_MAX_SENTENCE_MENTIONS in a sentence.
 */
XC_MUST_CHECK enum xc_status
xc_matcher_confirm(const struct xc_matcher *matcher, struct xc_matcher_scratch *scratch,
                   const struct xc_matcher_input *input, struct xc_arena *arena,
                   struct xc_mention_vec *out, struct xc_problems *problems);

/* The pattern with this number, and the claim it belongs to (NULL: an about). */
const struct xc_pattern *xc_matcher_pattern(const struct xc_matcher *matcher, size_t i,
                                            const struct xc_claim **out_claim);
size_t xc_matcher_n_patterns(const struct xc_matcher *matcher);

/*
 * The subject that PCRE2 sees for sentence s: its word keys joined by single spaces (a
 * structured pattern), or the folded sentence (a regex).  For explain and the oracles.
 */
XC_MUST_CHECK enum xc_status xc_matcher_subject(const struct xc_text *text, size_t s,
                                                bool for_regex, struct xc_arena *arena,
                                                struct xc_str *out);

#endif
