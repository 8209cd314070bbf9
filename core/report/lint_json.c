/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/json_emit.h"
#include "report/lint.h"

static void
put_problem(struct xc_json_emit *emit, const struct xc_problem *problem)
{
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "path", problem->path);
    xc_json_emit_known_number(emit, "line", problem->line);
    xc_json_emit_known_number(emit, "column", problem->column);
    xc_json_emit_str(emit, "level",
                     xc_str_of(xc_level_name(xc_code_level(problem->code))));
    xc_json_emit_str(emit, "code", xc_str_of(xc_code_name(problem->code)));
    xc_json_emit_str(emit, "message", problem->message);
    xc_json_emit_known_str(emit, "hint", problem->hint);
    xc_json_emit_known_str(emit, "excerpt", problem->excerpt);
    xc_json_emit_close(emit);
}

static void
put_mending(struct xc_json_emit *emit, const struct xc_lint_mending *mending)
{
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "path", mending->path);
    xc_json_emit_number(emit, "places", mending->n);
    xc_json_emit_number(emit, "left", mending->n_left);
    xc_json_emit_bool(emit, "refused", mending->refused);
    xc_json_emit_close(emit);
}

void
xc_report_lint_json(const struct xc_lint_results *results, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    size_t i;

    xc_json_emit_init(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_number(&emit, "format", 1);
    xc_json_emit_open(&emit, "summary", '{');
    xc_json_emit_number(&emit, "files", results->n_files);
    xc_json_emit_number(&emit, "errors", results->counts[XC_LEVEL_ERROR]);
    xc_json_emit_number(&emit, "warnings", results->counts[XC_LEVEL_WARNING]);
    xc_json_emit_number(&emit, "notes", results->counts[XC_LEVEL_NOTE]);
    xc_json_emit_number(&emit, "not_listed", results->problems->n_dropped);
    xc_json_emit_close(&emit);
    xc_json_emit_open(&emit, "mended", '[');
    for (i = 0; i < results->mended.n; i++)
        put_mending(&emit, &results->mended.items[i]);
    xc_json_emit_close(&emit);
    xc_json_emit_open(&emit, "problems", '[');
    for (i = 0; i < results->problems->n; i++)
        put_problem(&emit, &results->problems->items[i]);
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
}
