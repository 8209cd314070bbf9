/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What of the article stands behind a piece of evidence: a sentence of the folded text.
 */
#ifndef XC_TEXT_EVIDENCE_H
#define XC_TEXT_EVIDENCE_H

#include "text/fold.h"

/* The span of the article text that the folded span came from, as xc_fold_to_article,
 * and the hidden characters at its edges: an override before the first word turns the
 * whole sentence around. */
struct xc_span xc_evidence_span(const struct xc_fold *fold, struct xc_span folded);

/*
 * The hidden text that the folded span holds, in *out (arena; its words borrow from
 * article and fold): the characters of each kind, in the order of the kinds, then each
 * word in disguise in its place, up to XC_MAX_HIDDEN_WORDS, and what is over as one.  Of
 * a word over XC_MAX_WORD_BYTES the rest is left out.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_evidence_hidden(const struct xc_fold *fold,
                                                struct xc_str article,
                                                struct xc_span folded,
                                                struct xc_arena *arena,
                                                struct xc_hidden_vec *out);

#endif
