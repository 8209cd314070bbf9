/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Negation: does a negator that stands in front of the target reach it?
 */
#ifndef XC_STANCE_NEGATION_H
#define XC_STANCE_NEGATION_H

#include "stance/modifier.h"
#include "stance/scope.h"

/*
 * How far the negation, denial or implicative numbered i of the scope reaches.  Not over
 * "and" to a verb with a finite form of its own ("did not sing and wore a gown", "gave up
 * and left"), nor when another negator takes over in a coordination ("wasn't at the gala
 * and never wore it"); unclear into a clause opened by a word that no cue consumed ("has
 * not said how three men tied it").
 */
enum xc_reach xc_negation_reach(const struct xc_scene *scene,
                                const struct xc_scope *scope, size_t i);

#endif
