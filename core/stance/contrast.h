/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Contrast: what a negator in front of the target is about, when something else is set
 * against it.
 *
 *     "The lamp was not broken by the storm but by gulls"    it was broken
 *     "Not three but four boats sank"                         boats sank
 *     "The keeper did not light the lamp, the mate did"       it was lit
 *     "The lamp was not fully lit"                            it may have been lit
 *     "Without the lamp failing, no boat would have sunk"     it failed
 */
#ifndef XC_STANCE_CONTRAST_H
#define XC_STANCE_CONTRAST_H

#include "stance/modifier.h"
#include "stance/scope.h"

/*
 * How far the negation reaches, which stands in front of the target or in a gap of it: not
 * at all when it is about a phrase that the target does not name, and something is set
 * against that; unclear when that is only likely.
 */
enum xc_reach xc_contrast_reach(const struct xc_scene *scene,
                                const struct xc_scope_cue *cue);

#endif
