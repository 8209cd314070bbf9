/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Coverage: which claims no source speaks of, which sources no claim touches, and which
 * sentences are most worth a claim that nobody wrote.
 */
#ifndef XC_AUTHOR_COVERAGE_H
#define XC_AUTHOR_COVERAGE_H

#include "author/worth.h"

struct xc_covered_source {
    struct xc_str id;
    bool touched; /* a claim has a mention in it, of whatever event */
};

struct xc_covered_source_vec {
    struct xc_covered_source *items;
    size_t n;
    size_t cap;
};

/* A sentence that is worth a claim; its texts are copies. */
struct xc_worthy {
    struct xc_worth worth;
    struct xc_str source; /* id */
    size_t line;
    struct xc_str text; /* as it stands in the article, on one line */
};

struct xc_coverage {
    const struct xc_engine *engine;
    struct xc_arena *arena;
    struct xc_table words;
    struct xc_problems *problems;
    size_t **spoken; /* per topic, per claim: how many sources speak of it */
    struct xc_covered_source_vec sources;
    struct xc_worthy *worthy; /* most_worthy at most, the worthiest first */
    size_t n_worthy;
    size_t most_worthy;
    size_t n_unread; /* sources that are not in English */
};

/* Begins; keeps at most XC_MAX_WORTHY sentences.  All three are borrowed. */
XC_MUST_CHECK enum xc_status xc_coverage_init(struct xc_coverage *coverage,
                                              const struct xc_engine *engine,
                                              size_t most_worthy,
                                              struct xc_arena *arena,
                                              struct xc_problems *problems);

/* Puts one source through the pipeline.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_coverage_add(struct xc_coverage *coverage,
                                             struct xc_worker *worker,
                                             const struct xc_source *source);

/* After the last one: sorts the sources by id, so that their order leaves no trace. */
void xc_coverage_finish(struct xc_coverage *coverage);

#endif
