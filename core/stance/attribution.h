/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attribution: the speaker behind a governing cue, and behind a quotation whose
 * reporting verb stands in another sentence.
 */
#ifndef XC_STANCE_ATTRIBUTION_H
#define XC_STANCE_ATTRIBUTION_H

#include "stance/scope.h"

/*
 * Reads who speaks by the governing cue (a REPORT or DENIAL) into *voice (arena): kind,
 * name, key and commitment.
 */
XC_MUST_CHECK enum xc_status xc_attribution_of_cue(const struct xc_scene *scene,
                                                   const struct xc_scope_cue *cue,
                                                   struct xc_arena *arena,
                                                   struct xc_voice *voice);

/*
 * Who says the quotation q (or, when q is XC_NO_QUOTATION, the block quotation that the
 * sentence stands in), from the sentences around it: the one it stands in, one that leads
 * to it with a colon, then the nearest of its paragraph, then the one that the quotation
 * continues from.  *out_found is false when nobody is named.
 */
XC_MUST_CHECK enum xc_status xc_attribution_of_quotation(const struct xc_scene *scene,
                                                         size_t q,
                                                         struct xc_arena *arena,
                                                         struct xc_voice *voice,
                                                         bool *out_found);

#endif
