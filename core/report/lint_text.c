/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/lint.h"
#include "report/telling.h"
#include "report/terminal.h"

/* "2 files: 1 error, 0 warnings, 3 notes". */
static void
tell_summary(const struct xc_lint_results *results, bool colour, struct xc_sink *sink)
{
    struct xc_terminal terminal;
    struct xc_sink pen;
    size_t level;

    xc_terminal_init(&terminal, sink, colour, 0);
    pen = xc_terminal_name_pen(&terminal);
    xc_telling_count(&pen, results->n_files, "file");
    for (level = XC_N_LEVELS; level > 0; level--) {
        xc_sink_text(&pen, level == XC_N_LEVELS ? ": " : ", ");
        xc_telling_count(&pen, results->counts[level - 1],
                         xc_level_name((enum xc_level)(level - 1)));
    }
    xc_terminal_end(&terminal);
    if (results->problems->n_dropped == 0)
        return;
    xc_sink_printf(&pen, "%zu more not listed", results->problems->n_dropped);
    xc_terminal_end(&terminal);
}

/* "rules.yaml: mended in 2 places, 1 left alone". */
static void
tell_mending(const struct xc_lint_mending *mending, bool colour, struct xc_sink *sink)
{
    struct xc_terminal terminal;
    struct xc_sink pen;

    xc_terminal_init(&terminal, sink, colour, 0);
    pen = xc_terminal_name_pen(&terminal);
    xc_sink_put(&pen, mending->path);
    xc_sink_text(&pen, ": mended in ");
    xc_telling_count(&pen, mending->n, "place");
    if (mending->n_left > 0)
        xc_sink_printf(&pen, ", %zu left alone", mending->n_left);
    if (mending->refused)
        xc_sink_text(&pen, "; more would make it worse");
    xc_terminal_end(&terminal);
}

void
xc_report_lint_text(const struct xc_lint_results *results, bool colour,
                    struct xc_sink *sink)
{
    size_t i;

    for (i = 0; i < results->mended.n; i++)
        tell_mending(&results->mended.items[i], colour, sink);
    for (i = 0; i < results->problems->n; i++)
        xc_report_coded_problem(&results->problems->items[i], colour, sink);
    tell_summary(results, colour, sink);
}
