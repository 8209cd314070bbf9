/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling: a run in one output format.  JSON is the contract (docs/report.schema.json);
 * text and Markdown are views of the same model.  A writer sends to a sink and never
 * fails otherwise; the caller looks at sink->failed.
 */
#ifndef XC_REPORT_REPORT_H
#define XC_REPORT_REPORT_H

#include "base/sink.h"
#include "engine/run.h"

struct xc_report_style {
    bool colour;  /* text: SGR colours; only when a terminal reads it */
    size_t width; /* text: columns, at least 40 */
};

/* Every character that a terminal could act on is shown as \x1b or <U+202E>. */
void xc_report_text(const struct xc_run *run, const struct xc_report_style *style,
                    struct xc_sink *sink);
void xc_report_json(const struct xc_run *run, struct xc_sink *sink);
/* A line for each claim, the same object with "type": "claim", then the problems, then
 * the summary. */
void xc_report_ndjson(const struct xc_run *run, struct xc_sink *sink);
void xc_report_markdown(const struct xc_run *run, struct xc_sink *sink);

/* A problem as people read it: "path:line:column: message", the line, a caret, what to
 * do.  For standard error. */
void xc_report_problem(const struct xc_problem *problem, bool colour,
                       struct xc_sink *sink);

/* The same with its level and code: "path:line:column: warning: unused-term: …". */
void xc_report_coded_problem(const struct xc_problem *problem, bool colour,
                             struct xc_sink *sink);

#endif
