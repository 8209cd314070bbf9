/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Explaining: what every stage saw of one claim in one source, and where a pattern came
 * nearest to matching when it did not.
 */
#ifndef XC_AUTHOR_EXPLAIN_H
#define XC_AUTHOR_EXPLAIN_H

#include "author/near_miss.h"
#include "engine/decide.h"

/* How one of the claim's patterns fared. */
struct xc_explained_pattern {
    const struct xc_pattern *pattern;
    size_t n_candidates; /* sentences that have all of its required words */
    size_t n_mentions;
    /* When nothing matched: the sentence that has most of the required words (of those
     * with all, the one where the pattern gets farthest; else the first), or SIZE_MAX
     * when none has any. */
    size_t nearest;
    size_t n_found;                     /* required groups found there */
    const struct xc_required **missing; /* those not found there */
    size_t n_missing;
    struct xc_near_miss miss; /* when none is missing: why it did not match there */
};

struct xc_explanation {
    const struct xc_topic *topic;
    const struct xc_claim *claim;
    const struct xc_article *article;
    bool about; /* the article names what the topic is about (or it says nothing) */
    struct xc_explained_pattern *patterns; /* one for each of the claim's `match` */
    size_t n_patterns;
    struct xc_hidden_vec *hidden; /* of the article's mentions: what each one holds */
    const struct xc_decision **decisions; /* likewise: the editor's, or NULL; all NULL
                                           * without xc_explain_decisions */
};

/*
 * Explains claim in the article (both borrowed) as the pipeline left it; *out lives in
 * arena.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_explain(const struct xc_engine *engine,
                                        const struct xc_article *article,
                                        const struct xc_claim *claim,
                                        struct xc_arena *arena,
                                        struct xc_explanation *out);

/*
 * Adds the decisions of the decider (borrowed) that count for the article's mentions;
 * what stages saw stays as it is.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_explain_decisions(const struct xc_decider *decider,
                                                  struct xc_arena *arena,
                                                  struct xc_explanation *explanation);

#endif
