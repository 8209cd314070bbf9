/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/findings.h"

static const char *const format_names[] = {
    [XC_FINDINGS_TEXT] = "text",         [XC_FINDINGS_JSON] = "json",
    [XC_FINDINGS_NDJSON] = "ndjson",     [XC_FINDINGS_SARIF] = "sarif",
    [XC_FINDINGS_JUNIT] = "junit",       [XC_FINDINGS_GITHUB] = "github",
    [XC_FINDINGS_GITLAB] = "gitlab",     [XC_FINDINGS_CSV] = "csv",
    [XC_FINDINGS_MARKDOWN] = "markdown", NULL,
};

const char *const *
xc_findings_format_names(void)
{
    return format_names;
}

void
xc_report_findings(const struct xc_findings *findings, enum xc_findings_format format,
                   const struct xc_report_style *style, struct xc_sink *sink)
{
    switch (format) {
    case XC_FINDINGS_TEXT:
        xc_findings_text(findings, style, sink);
        break;
    case XC_FINDINGS_JSON:
        xc_findings_json(findings, sink);
        break;
    case XC_FINDINGS_NDJSON:
        xc_findings_ndjson(findings, sink);
        break;
    case XC_FINDINGS_SARIF:
        xc_findings_sarif(findings, sink);
        break;
    case XC_FINDINGS_JUNIT:
        xc_findings_junit(findings, sink);
        break;
    case XC_FINDINGS_GITHUB:
        xc_findings_github(findings, sink);
        break;
    case XC_FINDINGS_GITLAB:
        xc_findings_gitlab(findings, sink);
        break;
    case XC_FINDINGS_CSV:
        xc_findings_csv(findings, sink);
        break;
    case XC_FINDINGS_MARKDOWN:
        xc_findings_markdown(findings, sink);
        break;
    }
}
