/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Composition: from the governing cues, outermost first, to a stance and a voice.
 *
 * The state is the truth of the target so far (true, false, unknown) with flags for what
 * softens it.  "He did not deny that she left": report by him, denied, under negation:
 * unknown.  "He failed to leave": true turned false by the signature of "fail to".
 */
#ifndef XC_STANCE_COMPOSE_H
#define XC_STANCE_COMPOSE_H

#include "stance/scope.h"

struct xc_composition {
    enum xc_truth truth;
    bool hedged;
    bool questioned;
    bool hypothetical;
    const struct xc_scope_cue *speech; /* innermost REPORT or DENIAL, or NULL */
    bool unnamed;                      /* a rumour: nobody in particular says it */
    bool *acted;                       /* one flag a cue of the scope */
    struct xc_str trace;               /* a line a step */
};

/* Composes the scope (borrowed) into *out (arena). */
XC_MUST_CHECK enum xc_status xc_compose(const struct xc_scene *scene,
                                        const struct xc_scope *scope,
                                        struct xc_arena *arena,
                                        struct xc_composition *out);

#endif
