/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run: articles in one by one, and after the last one the model behind every format.
 *
 *     xc_run_init(&run, &engine);
 *     for each source: xc_run_add(&run, &worker, &source);
 *     xc_run_finish(&run, &filter);
 *     xc_report_text(&run, …);
 *     xc_run_release(&run);
 */
#ifndef XC_ENGINE_RUN_H
#define XC_ENGINE_RUN_H

#include <stdint.h>

#include "base/table.h"
#include "engine/pipeline.h"
#include "rule/suppression.h"
#include "verdict/verdict.h"

/* A source as the report lists it; its text is gone. */
struct xc_run_source {
    struct xc_str id;
    struct xc_str path;
    size_t record_line; /* JSON Lines: the record's line; else 0 */
    struct xc_str url;
    struct xc_str publisher;
    struct xc_str title;
    struct xc_str language;
    bool has_published;
    struct xc_date published;
    size_t n_words;
    bool is_checked; /* a new article of `check`; else one of the record */
};

struct xc_run_source_vec {
    struct xc_run_source *items;
    size_t n;
    size_t cap;
};

struct xc_summary {
    size_t verdicts[XC_N_VERDICTS];
    size_t sources; /* read */
    size_t unread;  /* named but not read: not English, malformed, unreadable */
    size_t flagged; /* mentions of the claims listed that hold hidden text */
};

/* The whole result; every member lives in the run's arena. */
struct xc_run {
    struct xc_arena arena;
    const struct xc_engine *engine;
    const struct xc_topic_vec *topics;
    /* In the order read until xc_run_finish sorts them by path and line, so that the
     * order in which they were named leaves no trace. */
    struct xc_run_source_vec sources;
    struct xc_table ids;         /* id → index; until xc_run_finish */
    struct xc_kept_vec mentions; /* by source, then place */
    /* Editors' decisions, sorted and borrowed, NULL when there are none; to be set before
     * xc_run_finish, which counts the mentions that each one fits. */
    const struct xc_decisions *decisions;
    size_t *n_decided;              /* NULL when there are none */
    struct xc_claim_result *claims; /* topics and claims in rule order, filtered */
    size_t n_claims;
    /* Of the articles' front matter, each with its article's id; those of an article that
     * was left out go with it. */
    struct xc_suppression_vec suppressions;
    /* Of each source, from xc_run_finish on: its publisher's key, and the day it was
     * published, INT32_MIN when it is undated. */
    struct xc_origin_source *publishers;
    int32_t *published_day;
    bool checking; /* sources added now are new articles, to be checked */
    struct xc_problems problems;
    size_t n_lost;             /* inputs that could not be read: exit code 3 */
    struct xc_summary summary; /* of the claims listed */
};

/* Which claims the report lists; an empty str (or n_verdicts 0) lists all. */
struct xc_run_filter {
    struct xc_str topic;
    struct xc_str claim;
    enum xc_verdict verdicts[XC_N_VERDICTS];
    size_t n_verdicts;
};

/* Makes an empty run; engine is borrowed.  Released by xc_run_release. */
void xc_run_init(struct xc_run *run, const struct xc_engine *engine);
void xc_run_release(struct xc_run *run);

/* What one source gives a run. */
struct xc_run_part {
    struct xc_run_source source;
    bool is_english;
    struct xc_kept *mentions; /* their source is not set yet */
    size_t n_mentions;
    struct xc_suppression_vec suppressions; /* of its front matter; in kept, too */
    struct xc_problems problems;
};

/*
 * Puts one source through the pipeline.  *out lives in arena until it is taken; what its
 * mentions refer to is copied to kept, which must outlive the run.  Knows of no run, so
 * that several workers may do so at once.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_run_read(const struct xc_engine *engine,
                                         struct xc_worker *worker,
                                         const struct xc_source *source,
                                         struct xc_arena *arena, struct xc_arena *kept,
                                         struct xc_run_part *out);

/* Takes one part (borrowed for the call); the parts come in the order of their articles.
 * Of a source whose id is there already, or that is not English, nothing but a problem is
 * taken.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_run_take(struct xc_run *run,
                                         const struct xc_run_part *part);

/*
 * Both at once, for a single thread.  XC_NO_MEMORY is the only failure.  The worker's
 * article arena is untouched but for what is added.
 */
XC_MUST_CHECK enum xc_status xc_run_add(struct xc_run *run, struct xc_worker *worker,
                                        const struct xc_source *source);

/* Counts inputs that could not be read; the problem is told by whoever saw it. */
void xc_run_lost(struct xc_run *run, size_t n);

/*
 * After the last article: sources sorted, of several with one url all but the first told
 * and dropped; then decisions applied; then origins, verdicts, summary.
 */
XC_MUST_CHECK enum xc_status xc_run_finish(struct xc_run *run,
                                           const struct xc_run_filter *filter);

#endif
