/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The findings of a report: each place of an article that a verdict rests on, for the
 * formats that list places instead of claims.
 *
 *     xc_run_finish(&run, &filter);
 *     xc_run_findings(&run, &findings);
 */
#ifndef XC_ENGINE_RUN_FINDINGS_H
#define XC_ENGINE_RUN_FINDINGS_H

#include "engine/run.h"
#include "verdict/camp.h"
#include "verdict/finding.h"

/*
 * Fills *findings (the run's arena) from the claims that the finished run lists: one for
 * each mention that is evidence, or for an unsettled claim each that is about this event.
 * Beside a contradiction stand the origins that say otherwise.  They have fingerprints,
 * order and counts.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_run_findings(struct xc_run *run,
                                             struct xc_findings *findings);

/* What camps want to know of each of the run's sources, in its arena; NULL when memory is
 * short. */
struct xc_check_source *xc_run_list_sources(struct xc_run *run);

/* Names in findings the articles that the run has read: all, or those being checked. */
XC_MUST_CHECK enum xc_status xc_run_name_articles(struct xc_run *run, bool checked,
                                                  struct xc_findings *findings);

#endif
