/* SPDX-License-Identifier: Apache-2.0 */
/*
 * New articles against the record: from one claim's result over all sources to findings.
 *
 * An article is compared with all sources but itself, those that are checked beside it
 * included: two new articles that contradict one another are told, one that says what the
 * record says by a note only.  What counts is what an
 * article itself says or lets stand: a speaker whom it contradicts in its own voice is not
 * held against it, nor against the record.
 *
 * A contradiction is told on each sentence that makes it; what else there is to say of an
 * article and a claim, once, on its first evidence.
 */
#ifndef XC_VERDICT_CHECK_H
#define XC_VERDICT_CHECK_H

#include "verdict/camp.h"
#include "verdict/finding.h"

struct xc_checking {
    const struct xc_check_source *sources;
    const int32_t *published_day; /* of each source; INT32_MIN: undated */
    /* What the newsroom sets per kind; XC_SEVERITY_DEFAULT leaves it. */
    enum xc_severity severities[XC_N_FINDING_KINDS];
    struct xc_arena *arena; /* findings live here */
    struct xc_findings *findings;
};

/*
 * Adds what there is to say of the checked articles and one claim.  result is over all
 * sources, before the verdict over those of the record alone.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_check_claim(struct xc_checking *checking,
                                            const struct xc_claim_result *result,
                                            enum xc_verdict before);

#endif
