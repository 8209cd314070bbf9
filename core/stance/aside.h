/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Asides: what stands between commas keeps its cues to itself.
 *
 *     "The keeper, not the mate, lit the lamp"  ->  the keeper did
 *     "Nobody, not even the mate, lit the lamp" ->  nobody did
 */
#ifndef XC_STANCE_ASIDE_H
#define XC_STANCE_ASIDE_H

#include "stance/modifier.h"

/* How far a negator or a word of rumour that stands in an aside reaches out of it. */
enum xc_reach xc_aside_reach(const struct xc_scene *scene,
                             const struct xc_cue_match *match);

#endif
