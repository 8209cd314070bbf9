/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling the groups of a corpus: which articles share text, where, and why they were
 * put together.
 *
 * Direction is told only when both dates are known and differ.
 */
#ifndef XC_REPORT_ORIGINS_H
#define XC_REPORT_ORIGINS_H

#include "engine/corpus_run.h"
#include "report/report.h"

/* For people: largest groups first. */
void xc_report_origins_text(const struct xc_corpus_run *run,
                            const struct xc_report_style *style, struct xc_sink *sink);

/* One JSON document (docs/origins.schema.json). */
void xc_report_origins_json(const struct xc_corpus_run *run, struct xc_sink *sink);

#endif
