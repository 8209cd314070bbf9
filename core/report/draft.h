/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Drafts as YAML: a claim ready to paste, or a whole rule file; and, as comments behind
 * it, what they match in sources.
 */
#ifndef XC_REPORT_DRAFT_H
#define XC_REPORT_DRAFT_H

#include "author/draft.h"
#include "author/explain.h"
#include "base/sink.h"

/* How the drafts are written. */
struct xc_draft_style {
    struct xc_str topic; /* ptr NULL: the claims alone, to be pasted below "claims:" */
    struct xc_str title;
    bool all_examples; /* every statement as an example that asserts, to try it */
};

void xc_report_drafts(const struct xc_draft_vec *drafts,
                      const struct xc_draft_style *style, struct xc_sink *sink);

/* What the claim explained matches in its source, or where it came nearest when one word
 * only was missing; comments.  Whether there was either. */
bool xc_report_draft_against(const struct xc_explanation *explanation,
                             struct xc_sink *sink);

#endif
