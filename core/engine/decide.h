/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Deciding: editors' decisions applied to mentions, over the engine's reading.
 *
 * They come last, behind everything that an article says of itself: a correction in it has
 * made the reading that the editor judges.  A decision on a claim and words of its
 * sentence fits every mention of that claim in such a sentence; of several that fit one,
 * the last by date counts.
 */
#ifndef XC_ENGINE_DECIDE_H
#define XC_ENGINE_DECIDE_H

#include "engine/run.h"
#include "rule/selection_index.h"
#include "verdict/finding.h"

/* Decisions made ready to be found. */
struct xc_decider {
    const struct xc_decisions *decisions;
    struct xc_selection_index index;
};

/* Makes the decider of decisions (sorted, borrowed) in *out (arena).  XC_NO_MEMORY is the
 * only failure, as of all that follow. */
XC_MUST_CHECK enum xc_status xc_decider_new(const struct xc_decisions *decisions,
                                            struct xc_arena *arena,
                                            struct xc_decider *out);

/* The decision that counts for a mention, NULL when none does, into *out; with n_fitting,
 * one count a decision, all that fit are counted there. */
XC_MUST_CHECK enum xc_status xc_decider_find(const struct xc_decider *decider,
                                             const struct xc_selected *mention,
                                             struct xc_arena *scratch,
                                             size_t *n_fitting,
                                             const struct xc_decision **out);

/* Applies run->decisions to the run's mentions, between ordering and judging them. */
XC_MUST_CHECK enum xc_status xc_decide(struct xc_run *run);

/*
 * After xc_run_finish, the decisions that fitted nothing though their claim is known and
 * their source was read; those whose claim no rule has are told once, with their number.
 * Either as problems of the run, or as findings.
 */
XC_MUST_CHECK enum xc_status xc_decide_tell_unused(struct xc_run *run);
XC_MUST_CHECK enum xc_status xc_decide_find_unused(struct xc_run *run,
                                                   struct xc_findings *findings);

#endif
