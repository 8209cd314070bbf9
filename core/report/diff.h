/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling how two reports differ, in each format.  JSON is described by
 * docs/diff.schema.json.  A writer never fails but by its sink.
 */
#ifndef XC_REPORT_DIFF_H
#define XC_REPORT_DIFF_H

#include "report/report.h"
#include "verdict/comparison.h"

void xc_report_diff_text(const struct xc_comparison *comparison,
                         const struct xc_report_style *style, struct xc_sink *sink);
void xc_report_diff_json(const struct xc_comparison *comparison, struct xc_sink *sink);
void xc_report_diff_markdown(const struct xc_comparison *comparison,
                             struct xc_sink *sink);

#endif
