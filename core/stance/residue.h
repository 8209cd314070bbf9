/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Residue: what no rule read of the target's clause, so that nobody may rely on the
 * reading.
 *
 *     "In a parody three men tied it"            ->  "parody", of the watch list
 *     "The clerk fancied that three men tied it" ->  "fancied", which nothing is known of
 *
 * A wrong "unresolved" is cheap; a wrong "asserted" is not.
 */
#ifndef XC_STANCE_RESIDUE_H
#define XC_STANCE_RESIDUE_H

#include "stance/scope.h"

/* The word that is left over: of the watch list, of a cue that rejects something else
 * than the target, or heading a clause with "that" around it; SIZE_MAX when every word
 * of the target's clause was read. */
size_t xc_residue_find(const struct xc_scene *scene, const struct xc_scope *scope);

#endif
