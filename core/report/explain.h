/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling an explanation: the stages one after another, as text.
 */
#ifndef XC_REPORT_EXPLAIN_H
#define XC_REPORT_EXPLAIN_H

#include "author/explain.h"
#include "report/report.h"

/* Writes the explanation; the caller looks at sink->failed. */
void xc_report_explain(const struct xc_explanation *explanation,
                       const struct xc_report_style *style, struct xc_sink *sink);

#endif
