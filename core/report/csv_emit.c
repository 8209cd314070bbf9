/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/csv_emit.h"

#include "base/vec.h"

/* What makes a formula of a cell; the wide forms do in some languages' spreadsheets. */
static const char *const formula_starts[] = {
    "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
};

/* Spaces before it are passed over: some programs trim cells. */
static bool
is_formula(struct xc_str text)
{
    size_t i;

    while (text.len > 0 && text.ptr[0] == ' ')
        text = xc_str_sub(text, 1, text.len - 1);
    for (i = 0; i < XC_COUNT(formula_starts); i++) {
        if (xc_str_starts(text, formula_starts[i]))
            return true;
    }
    return false;
}

static void
start_cell(struct xc_csv_emit *csv)
{
    if (csv->begun)
        xc_sink_char(csv->sink, ',');
    csv->begun = true;
}

void
xc_csv_cell(struct xc_csv_emit *csv, struct xc_str text)
{
    size_t plain = 0;
    size_t i;

    start_cell(csv);
    xc_sink_char(csv->sink, '"');
    if (is_formula(text))
        xc_sink_char(csv->sink, '\'');
    for (i = 0; i < text.len; i++) {
        if (text.ptr[i] != '"')
            continue;
        /* The mark goes out here and again with what follows it. */
        xc_sink_put(csv->sink, xc_str_sub(text, plain, i + 1 - plain));
        plain = i;
    }
    xc_sink_put(csv->sink, xc_str_sub(text, plain, text.len - plain));
    xc_sink_char(csv->sink, '"');
}

void
xc_csv_number(struct xc_csv_emit *csv, size_t number)
{
    start_cell(csv);
    if (number > 0)
        xc_sink_printf(csv->sink, "%zu", number);
}

void
xc_csv_end_row(struct xc_csv_emit *csv)
{
    xc_sink_text(csv->sink, "\r\n");
    csv->begun = false;
}
