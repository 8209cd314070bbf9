/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Company: which of an article's origins other sources have a part in, and what joins
 * them.  An article that prints what another has printed adds no origin.
 */
#ifndef XC_VERDICT_COMPANY_H
#define XC_VERDICT_COMPANY_H

#include "verdict/camp.h"

/* An origin of a claim, by its number. */
struct xc_company_origin {
    const struct xc_kept *first; /* its first mention that counts; NULL: none does */
    bool is_shared;              /* by several sources */
    const struct xc_claim_source *counted_for; /* the last article it was counted for */
};

struct xc_company {
    const struct xc_camps *camps;
    size_t *edge_of; /* per mention: its first edge to another source, or SIZE_MAX */
    struct xc_company_origin *origins; /* n_origins + 1; 0 is none */
};

/* Finds it for the claim of camps (borrowed), in arena.  XC_NO_MEMORY is the only
 * failure. */
XC_MUST_CHECK enum xc_status xc_company_find(const struct xc_camps *camps,
                                             struct xc_arena *arena,
                                             struct xc_company *out);

/* The origins of that stance which the article shares with others; linear in the
 * article's mentions.  Asked once for an article and stance. */
size_t xc_company_repeated(const struct xc_company *company,
                           const struct xc_claim_source *article,
                           enum xc_stance stance);

#endif
