/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The future: what is announced has not happened, so it asserts nothing of a claim that
 * says it has.
 *
 *     "Repairs cost 4 million"       <-  "Repairs will cost 4 million": unresolved
 *     "Repairs will cost 4 million"  <-  the same sentence: asserted
 */
#ifndef XC_STANCE_FUTURE_H
#define XC_STANCE_FUTURE_H

#include "stance/scope.h"

/* Whether the cue (XC_CUE_FUTURE) speaks of the future here: not for a claim that does
 * so itself, and not as a noun or a name ("her will", "Will Fenn"). */
bool xc_future_acts(const struct xc_scene *scene, const struct xc_cue_match *match);

/* Adds what a headline's bare infinitive announces to *scope (arena): "Mayor to sell
 * ferry" tells a plan. */
XC_MUST_CHECK enum xc_status xc_future_headline(const struct xc_scene *scene,
                                                struct xc_arena *arena,
                                                struct xc_scope *scope);

#endif
