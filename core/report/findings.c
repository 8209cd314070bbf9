/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/findings.h"

static const char *const format_names[] = {
    [XC_FINDINGS_TEXT] = "text",
    [XC_FINDINGS_JSON] = "json",
    [XC_FINDINGS_NDJSON] = "ndjson",
    NULL,
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
    }
}
