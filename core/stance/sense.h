/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Senses: whether words that look like a cue are one.
 *
 *     "the report was long"    a noun, and nobody reports
 *     "in May", "No 4"         a month, a number
 *     "Alda Fenn claims that"  a verb, and no rumour: it has a speaker
 */
#ifndef XC_STANCE_SENSE_H
#define XC_STANCE_SENSE_H

#include "stance/scene.h"

/* Whether the match, one of the scene's cues, is a cue in its sentence. */
bool xc_sense_is_cue(const struct xc_scene *scene, const struct xc_cue_match *match);

/* Makes of a match that was found as a noun the reporting verb that it is in its sentence
 * (arena).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_sense_settle(const struct xc_scene *scene,
                                             struct xc_cue_match *match,
                                             struct xc_arena *arena);

#endif
