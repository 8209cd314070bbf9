/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A mention: one place in a source where a claim's pattern matched.
 */
#ifndef XC_MATCH_MENTION_H
#define XC_MATCH_MENTION_H

#include "rule/topic.h"
#include "text/text.h"

struct xc_capture {
    size_t slot; /* index into the claim's slots */
    struct xc_range words;
    struct xc_value value;
};

struct xc_mention {
    const struct xc_topic *topic;
    const struct xc_claim *claim;
    const struct xc_pattern *pattern;
    size_t sentence;
    struct xc_range words;   /* from the first word that is meant to after the last */
    struct xc_range matched; /* what the pattern matched: words, unless a slot means
                              * another value than the first (match/nearest.h) */
    /* One per sequence (the match, for a regex), in the order of the pattern: the first
     * says what the claim is, the others what else the sentence must speak of. */
    struct xc_range *parts;
    size_t n_parts;
    /* One flag for each word of the sentence: true for the literal words of the pattern.
     * Those never act as cues; words in gaps, optional parts not taken and slots do. */
    bool *literal;
    struct xc_capture *captures;
    size_t n_captures;
};

struct xc_mention_vec {
    struct xc_mention *items;
    size_t n;
    size_t cap;
};

#endif
