/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling what a corpus and its rules leave uncovered, as text or JSON.
 */
#ifndef XC_REPORT_COVERAGE_H
#define XC_REPORT_COVERAGE_H

#include "author/coverage.h"
#include "report/report.h"

void xc_report_coverage_text(const struct xc_coverage *coverage,
                             const struct xc_report_style *style, struct xc_sink *sink);

/* One document: claims, sources, sentences, summary; see the man page. */
void xc_report_coverage_json(const struct xc_coverage *coverage, struct xc_sink *sink);

#endif
