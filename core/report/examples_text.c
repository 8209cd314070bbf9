/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/example_lines.h"
#include "report/examples.h"
#include "report/telling.h"
#include "report/terminal.h"

struct telling {
    struct xc_terminal terminal;
    struct xc_sink prose;
};

static void
begin(void *context, size_t level)
{
    struct telling *telling = context;

    xc_terminal_hang(&telling->terminal, 4 + 4 * level, 6 + 4 * level);
}

static void
end(void *context)
{
    struct telling *telling = context;

    xc_terminal_end(&telling->terminal);
}

static void
tell_place(struct telling *telling, const struct xc_example_result *result)
{
    struct xc_sink name = xc_terminal_name_pen(&telling->terminal);
    size_t line = result->example != NULL ? result->example->line : result->claim->line;
    size_t column =
        result->example != NULL ? result->example->column : result->claim->column;

    xc_terminal_hang(&telling->terminal, 0, 2);
    telling->terminal.pen_style = XC_TERMINAL_STRONG;
    xc_sink_put(&name, result->topic->file);
    xc_sink_printf(&name, ":%zu:%zu:", line, column);
    telling->terminal.pen_style = XC_TERMINAL_PLAIN;
    xc_sink_text(&telling->prose, " ");
    xc_sink_put(&telling->prose, result->claim->id);
    xc_sink_text(&telling->prose, ": ");
}

static void
tell_result(struct telling *telling, const struct xc_example_result *result)
{
    struct xc_example_lines lines = {&telling->prose, begin, end, telling};

    tell_place(telling, result);
    telling->terminal.pen_style = result->passed ? XC_TERMINAL_YELLOW : XC_TERMINAL_RED;
    xc_example_lines_fault(&telling->prose, result);
    telling->terminal.pen_style = XC_TERMINAL_PLAIN;
    xc_terminal_end(&telling->terminal);
    if (result->example == NULL)
        return;
    xc_terminal_hang(&telling->terminal, 2, 4);
    xc_telling_sentence(&telling->prose, result->example->text);
    xc_terminal_end(&telling->terminal);
    xc_example_lines_tell(&lines, result);
}

/* "12 examples of 3 claims: 11 passed, 1 failed · 1 claim has no examples". */
static void
tell_summary(struct telling *telling, const struct xc_example_results *results)
{
    const struct xc_claim *last = NULL;
    size_t n_claims = 0;
    size_t n_failed = 0;
    size_t n = 0;
    size_t i;

    for (i = 0; i < results->n; i++) {
        if (results->items[i].example == NULL)
            continue;
        n++;
        n_failed += !results->items[i].passed;
        n_claims += results->items[i].claim != last;
        last = results->items[i].claim;
    }
    xc_terminal_hang(&telling->terminal, 0, 2);
    xc_telling_count(&telling->prose, n, "example");
    xc_sink_text(&telling->prose, " of ");
    xc_telling_count(&telling->prose, n_claims, "claim");
    xc_sink_printf(&telling->prose, ": %zu passed, %zu failed", n - n_failed, n_failed);
    if (results->n_untested > 0) {
        xc_sink_text(&telling->prose, " · ");
        xc_telling_count(&telling->prose, results->n_untested, "claim");
        xc_sink_text(&telling->prose, " without examples");
    }
    xc_terminal_end(&telling->terminal);
}

void
xc_report_examples_text(const struct xc_example_results *results,
                        const struct xc_report_style *style, struct xc_sink *sink)
{
    struct telling telling;
    bool told = false;
    size_t i;

    xc_terminal_init(&telling.terminal, sink, style->colour, style->width);
    telling.prose = xc_terminal_pen(&telling.terminal);
    for (i = 0; i < results->n; i++) {
        const struct xc_example_result *result = &results->items[i];

        if (result->passed && result->example != NULL)
            continue;
        tell_result(&telling, result);
        told = true;
    }
    if (told) {
        xc_terminal_hang(&telling.terminal, 0, 0);
        xc_terminal_end(&telling.terminal);
    }
    tell_summary(&telling, results);
}
