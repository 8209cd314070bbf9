/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The complement of a headline's predicate: the cues that speak about something else than
 * what the headline tells.
 *
 *     "Council sells pier to keep it from falling"   "keep … from" is about the falling
 *     "Mob attacks alleged thief"                    "alleged" is about the thief
 *     "Clerk quits job"                              "quits" is the predicate itself
 */
#ifndef XC_STANCE_COMPLEMENT_H
#define XC_STANCE_COMPLEMENT_H

#include "stance/predicate.h"

/* Flags in literal (one a word of the scene's sentence, all false before) the predicate
 * and the words of the cues that must not act on it; with these immune, what is left
 * (xc_stance_weigh) is about the predicate. */
void xc_complement_flag(const struct xc_scene *scene,
                        const struct xc_predicate *predicate, bool *literal);

#endif
