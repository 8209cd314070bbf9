/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The examples of rule files, run through the pipeline that a report runs.
 *
 * An example is a sentence or two out of any article: it need not name what the topic is
 * about, nor its event, and nothing else of it is taken for granted.  A sentence that
 * speaks of another instance of the event is no mention, as in a report.
 */
#ifndef XC_AUTHOR_EXAMPLES_H
#define XC_AUTHOR_EXAMPLES_H

#include "author/explain.h"

/* One mention of the claim in an example that came out otherwise than written. */
struct xc_example_mention {
    struct xc_str matched; /* the words */
    const struct xc_pattern *pattern;
    enum xc_event_place event;
    enum xc_stance stance;
    struct xc_str trace; /* of the stance, one step a line */
};

struct xc_example_result {
    const struct xc_topic *topic;
    const struct xc_claim *claim;
    const struct xc_example *example; /* NULL: the claim has none */
    enum xc_example_kind came;
    bool passed;
    /* When it failed: the mentions there were, and how the patterns fared. */
    struct xc_example_mention *mentions;
    size_t n_mentions;
    struct xc_explained_pattern *patterns; /* `nearest` counts in the example */
    size_t n_patterns;
};

struct xc_example_results {
    struct xc_example_result *items; /* in the order of topics, claims, examples */
    size_t n;
    size_t cap;
    size_t n_failed;
    size_t n_untested; /* claims without examples */
};

/* "asserts", "denies", "discusses", "ignores". */
const char *xc_example_kind_name(enum xc_example_kind kind);

/* Takes from the topics what an example need not name; before the engine is made. */
void xc_examples_prepare(struct xc_topic_vec *topics);

/*
 * Reads one sentence as an example of result->claim would be read: sets came and, in
 * arena, the mentions of the claim, and nothing else of *result.  Limits hit are told in
 * problems; XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_example_read(const struct xc_engine *engine, struct xc_worker *worker,
                struct xc_str sentence, struct xc_arena *arena,
                struct xc_example_result *result, struct xc_problems *problems);

/*
 * Runs every example of the engine's topics into *out (arena).  A claim without examples
 * gives one result without an example, which passed unless required.  Limits hit are
 * told in problems; XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_examples_run(const struct xc_engine *engine,
                                             struct xc_worker *worker, bool required,
                                             struct xc_arena *arena,
                                             struct xc_example_results *out,
                                             struct xc_problems *problems);

#endif
