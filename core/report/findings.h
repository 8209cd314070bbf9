/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings in one output format; all of them tell the same findings.
 *
 *     xc_report_findings(&findings, XC_FINDINGS_SARIF, &style, &sink);
 *
 * JSON is the contract (docs/check.schema.json), the others are views of the same model.
 * Every text of an article or a rule is inert in them, and in those for people hidden
 * characters are shown.  A writer fails only with its sink or when memory is short; the
 * caller looks at sink->failed.
 */
#ifndef XC_REPORT_FINDINGS_H
#define XC_REPORT_FINDINGS_H

#include "report/report.h"
#include "verdict/finding.h"

enum xc_findings_format {
    XC_FINDINGS_TEXT,
    XC_FINDINGS_JSON,
    XC_FINDINGS_NDJSON,
    XC_FINDINGS_SARIF,
    XC_FINDINGS_JUNIT,
    XC_FINDINGS_GITHUB,
    XC_FINDINGS_GITLAB,
    XC_FINDINGS_CSV,
    XC_FINDINGS_MARKDOWN,
};

/* Their names for the command line, in the order of the enum, NULL behind the last. */
const char *const *xc_findings_format_names(void);

/* Writes all findings; problems are told in every format, too. */
void xc_report_findings(const struct xc_findings *findings,
                        enum xc_findings_format format,
                        const struct xc_report_style *style, struct xc_sink *sink);

/* What xc_report_findings chooses from. */
void xc_findings_text(const struct xc_findings *findings,
                      const struct xc_report_style *style, struct xc_sink *sink);
void xc_findings_json(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_ndjson(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_sarif(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_junit(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_github(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_gitlab(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_csv(const struct xc_findings *findings, struct xc_sink *sink);
void xc_findings_markdown(const struct xc_findings *findings, struct xc_sink *sink);

#endif
