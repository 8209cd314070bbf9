/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turnabout: what is done later in the same sentence to what was said first, and to its
 * figure in the next.
 *
 *     "The keeper first denied breaking the lamp but later admitted it"
 *     "The keeper admitted breaking the lamp, then denied it"
 *     "Police said three boats sank, but later lowered the number to two"
 *     "We said three boats sank.  The number is two."
 *     "The keeper had vowed never to resign but resigned on Monday"
 *
 * All else that later sentences do is read by stance/retraction.h.
 */
#ifndef XC_STANCE_TURNABOUT_H
#define XC_STANCE_TURNABOUT_H

#include "stance/compose.h"

/* Whether a turn behind the target takes back what was composed, so that it is not left at
 * that. */
bool xc_turnabout_follows(const struct xc_scene *scene,
                          const struct xc_composition *composed);

#endif
