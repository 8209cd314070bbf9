/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/finding_words.h"

#include "report/telling.h"

static const char separator[] = " · ";

void
xc_finding_line(struct xc_sink *pen, size_t line, size_t column)
{
    if (line > 0)
        xc_sink_printf(pen, ":%zu", line);
    if (line > 0 && column > 0)
        xc_sink_printf(pen, ":%zu", column);
}

void
xc_finding_side(struct xc_sink *pen, const struct xc_finding_against *against)
{
    xc_sink_text(pen, separator);
    xc_sink_text(pen, xc_telling_position(against->position));
    if (against->value.len > 0) {
        xc_sink_text(pen, " · “");
        xc_sink_put(pen, against->value);
        xc_sink_text(pen, "”");
    }
    if (against->origin > 0)
        xc_sink_printf(pen, " · origin %zu", against->origin);
}

void
xc_finding_suppressed(struct xc_sink *pen,
                      const struct xc_finding_suppression *suppression)
{
    xc_sink_text(pen, "suppressed");
    if (suppression->until.len > 0) {
        xc_sink_text(pen, " until ");
        xc_sink_put(pen, suppression->until);
    }
    xc_sink_text(pen, ": ");
    xc_sink_put(pen, suppression->reason);
    if (suppression->path.len > 0) {
        xc_sink_text(pen, " (");
        xc_sink_put(pen, suppression->path);
        xc_finding_line(pen, suppression->line, 0);
        xc_sink_text(pen, ")");
    }
}

void
xc_finding_summary(struct xc_sink *pen, const struct xc_finding_summary *summary)
{
    xc_telling_count(pen, summary->errors, "error");
    xc_sink_text(pen, ", ");
    xc_telling_count(pen, summary->warnings, "warning");
    xc_sink_text(pen, ", ");
    xc_telling_count(pen, summary->notes, "note");
    if (summary->suppressed > 0)
        xc_sink_printf(pen, " · %zu suppressed", summary->suppressed);
    if (summary->baseline > 0)
        xc_sink_printf(pen, " · %zu in the baseline", summary->baseline);
    xc_sink_text(pen, separator);
    xc_telling_count(pen, summary->articles, "article");
    if (summary->record > 0) {
        xc_sink_text(pen, " against ");
        xc_telling_count(pen, summary->record, "source");
        xc_sink_text(pen, " of the record");
    }
    if (summary->unread > 0)
        xc_sink_printf(pen, ", %zu unread", summary->unread);
}
