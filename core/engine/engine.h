/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The compiled engine: rules, index, events and word data, read-only and shared.
 */
#ifndef XC_ENGINE_ENGINE_H
#define XC_ENGINE_ENGINE_H

#include "event/event.h"
#include "match/matcher.h"
#include "origin/rules.h"
#include "rule/topic.h"
#include "stance/counted.h"

struct xc_engine {
    const struct xc_lexicon *lexicon;
    const struct xc_topic_vec *topics;
    const struct xc_matcher *matcher;
    const struct xc_events *events;
    struct xc_origin_rules origins;
    struct xc_counted **counted; /* topic by topic, one a claim */
};

/* Compiles lexicon and topics (borrowed, must outlive it) into *out; its parts live in
 * arena, the program's.  XC_BAD_RULE only when embedded data is wrong. */
XC_MUST_CHECK enum xc_status xc_engine_new(const struct xc_lexicon *lexicon,
                                           const struct xc_topic_vec *topics,
                                           struct xc_arena *arena,
                                           struct xc_engine *out);

/* The counted words of a claim of the engine's topics. */
const struct xc_counted *xc_engine_counted(const struct xc_engine *engine,
                                           const struct xc_claim *claim);

#endif
