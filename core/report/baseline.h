/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writing a baseline (verdict/baseline.h reads it).
 */
#ifndef XC_REPORT_BASELINE_H
#define XC_REPORT_BASELINE_H

#include "base/sink.h"
#include "verdict/finding.h"

/*
 * Writes the findings, which have their fingerprints, as a baseline, sorted by fingerprint
 * so that two of them compare line by line.  Suppressed ones are left out: they come back
 * when their suppression expires.  A failure, of memory too, stands in sink.
 */
void xc_report_baseline(const struct xc_findings *findings, struct xc_sink *sink);

#endif
