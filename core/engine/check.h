/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Checking: the articles of a finished run that are new, against all others.
 *
 *     run.checking = true;   for each article: xc_run_take(&run, &part);
 *     run.checking = false;  for each source of the record: the same
 *     xc_run_finish(&run, &filter);
 *     xc_run_check(&run, severities, &findings);
 */
#ifndef XC_ENGINE_CHECK_H
#define XC_ENGINE_CHECK_H

#include "engine/run.h"
#include "verdict/check.h"

/*
 * Fills *findings (the run's arena) with what there is to say of the new articles, in no
 * order and without fingerprints yet; severities are per finding kind,
 * XC_SEVERITY_DEFAULT where nobody sets one.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_run_check(struct xc_run *run,
                                          const enum xc_severity *severities,
                                          struct xc_findings *findings);

#endif
