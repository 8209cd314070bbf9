/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Given: what a denied clause takes for granted, the thing that its subject names.
 *
 *     "The mayor denied that the closure was her idea"      there is a closure
 *     "The mayor denied that closing the bridge was wrong"   it is closed
 *     "The mayor denied that the payment was made"           there is none
 */
#ifndef XC_STANCE_GIVEN_H
#define XC_STANCE_GIVEN_H

#include "stance/modifier.h"
#include "stance/scope.h"

/* How far the cue, which denies what follows it, reaches into the subject of its "that"
 * clause: unclear when the target is no more than that subject, and its verb does not say
 * that there is such a thing. */
enum xc_reach xc_given_reach(const struct xc_scene *scene,
                             const struct xc_scope_cue *cue);

#endif
