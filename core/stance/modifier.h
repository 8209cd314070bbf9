/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Modifiers: a cue may stand in a part of the sentence that ends before the target does,
 * or the target in a part that no cue outside of it touches.
 *
 *     A drone without lights hit the tent.          "without" governs the lights alone
 *     Three judges who did not vote resigned.       "not" ends with its relative clause
 *     They never saw the drone that hit the tent.   that one hit it is taken for granted
 *
 * No parser: the subject of a clause ends at its first finite verb, and verbs are known
 * by their forms and by what follows them.
 */
#ifndef XC_STANCE_MODIFIER_H
#define XC_STANCE_MODIFIER_H

#include "stance/scene.h"

enum xc_reach {
    XC_REACHES,
    XC_REACHES_UNCLEAR, /* it may or may not touch the truth of the target */
    XC_REACHES_NOT,
};

/* Whether the cue, which stands before the target's end, gets out of its modifier and
 * into the target's. */
enum xc_reach xc_modifier_reach(const struct xc_scene *scene,
                                const struct xc_cue_match *match);

#endif
