/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attributions that do not embed what they attribute: trailing ("…, the mayor said"),
 * parenthetical ("It was, he said, …") and, in headlines, set off by a colon or a dash
 * ("Police: three men …", "Three men …: report").
 */
#ifndef XC_STANCE_TRAILING_H
#define XC_STANCE_TRAILING_H

#include "stance/scope.h"

struct xc_trailing {
    bool inverted; /* "said the mayor" */
    bool as;       /* "as the mayor said" */
};

/* Whether the cue (a REPORT) attributes the target from behind or from within commas. */
bool xc_trailing_find(const struct xc_scene *scene, const struct xc_cue_match *match,
                      struct xc_trailing *out);

/* Whether a clause seems to begin at the end of the cue, as in "said that the" and "said
 * the", not in "confirmed reports". */
bool xc_trailing_has_complement(const struct xc_scene *scene,
                                const struct xc_cue_match *match);

/* Whether the cue (a REPORT) attributes the quotation that ends just before its clause,
 * and so nothing behind it: «"…," said the mayor as the bridge closed». */
bool xc_trailing_closes_quotation(const struct xc_scene *scene,
                                  const struct xc_cue_match *match);

/* Adds the attribution of "Police: …", in a headline also of "…: police", to *scope
 * (arena). */
XC_MUST_CHECK enum xc_status xc_trailing_label(const struct xc_scene *scene,
                                               struct xc_arena *arena,
                                               struct xc_scope *scope);

#endif
