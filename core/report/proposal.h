/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling a proposed example, for who is asked what it is.
 */
#ifndef XC_REPORT_PROPOSAL_H
#define XC_REPORT_PROPOSAL_H

#include "author/proposal.h"
#include "report/report.h"

/* The claim, the sentence with its match marked, and what it was found to be and why; it
 * is number `number` of `n`. */
void xc_report_proposal(const struct xc_proposal *proposal, size_t number, size_t n,
                        const struct xc_report_style *style, struct xc_sink *sink);

#endif
