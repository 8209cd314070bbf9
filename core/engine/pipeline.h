/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One article through the stages of DESIGN.md section 2, from source to weighed
 * mentions.  Each stage is a function from the previous stage's result to its own.
 */
#ifndef XC_ENGINE_PIPELINE_H
#define XC_ENGINE_PIPELINE_H

#include "engine/engine.h"
#include "source/source.h"
#include "stance/stance.h"

/* What one thread works with: the article's arena and the matcher's scratch. */
struct xc_worker {
    struct xc_arena article;
    struct xc_matcher_scratch *scratch;
};

/* XC_NO_MEMORY is the only failure.  Released by xc_worker_release. */
XC_MUST_CHECK enum xc_status xc_worker_init(const struct xc_engine *engine,
                                            struct xc_worker *worker);
void xc_worker_release(struct xc_worker *worker);

/* A mention with what the stages after confirming say of it. */
struct xc_reading {
    const struct xc_mention *mention;
    struct xc_event_reading event;
    struct xc_stance_reading stance;
};

/* One article as every stage left it; lives in the worker's article arena. */
struct xc_article {
    const struct xc_source *source;
    struct xc_text text;
    bool is_english; /* false: the stages after split were not run */
    struct xc_candidate_vec candidates;
    struct xc_mention_vec mentions;
    struct xc_reading *readings; /* one a mention */
};

/*
 * Runs the stages fold, split, scan, confirm, place, weigh and measure over source
 * (borrowed).  *out lives until the worker's article arena is reset, which is the
 * caller's to do.  Limits hit are told in problems.
 */
XC_MUST_CHECK enum xc_status xc_pipeline_run(const struct xc_engine *engine,
                                             struct xc_worker *worker,
                                             const struct xc_source *source,
                                             struct xc_article *out,
                                             struct xc_problems *problems);

#endif
