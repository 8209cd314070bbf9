/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Negation: does a negator that stands in front of the target reach it?
 */
#ifndef XC_STANCE_NEGATION_H
#define XC_STANCE_NEGATION_H

#include "stance/scope.h"

enum xc_reach {
    XC_REACHES,
    XC_REACHES_UNCLEAR, /* into a clause whose truth the negator may or may not touch */
    XC_REACHES_NOT,
};

/*
 * How far the negation numbered i of the scope reaches.  Not over "and" to a verb with a
 * finite form of its own ("did not sing and wore a gown"), nor when another negator takes
 * over in a coordination ("wasn't at the gala and never wore it"); unclear into a clause
 * opened by a word that no cue consumed ("has not said how three men tied it").
 */
enum xc_reach xc_negation_reach(const struct xc_scene *scene,
                                const struct xc_scope *scope, size_t i);

#endif
