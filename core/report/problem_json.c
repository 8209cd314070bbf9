/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/problem_json.h"

#include "report/telling.h"

static void
put_problem(struct xc_json_emit *emit, const struct xc_problem *problem, bool typed)
{
    xc_json_emit_open(emit, NULL, '{');
    if (typed)
        xc_json_emit_str(emit, "type", XC_STR("problem"));
    xc_json_emit_known_str(emit, "path", problem->path);
    xc_json_emit_known_number(emit, "line", problem->line);
    xc_json_emit_known_number(emit, "column", problem->line > 0 ? problem->column : 0);
    xc_json_emit_str(emit, "kind", xc_str_of(xc_problem_kind_name(problem->kind)));
    xc_json_emit_str(emit, "message", problem->message);
    xc_json_emit_close(emit);
}

static bool
put_problems(struct xc_json_emit *emit, const struct xc_problems *problems, bool typed,
             struct xc_arena *scratch)
{
    struct xc_problem dropped = {.kind = XC_PROBLEM_LIMIT};
    size_t i;

    for (i = 0; i < problems->n; i++)
        put_problem(emit, &problems->items[i], typed);
    if (problems->n_dropped == 0)
        return true;
    dropped.message = xc_telling_dropped(problems, scratch);
    if (dropped.message.ptr == NULL)
        return false;
    put_problem(emit, &dropped, typed);
    return true;
}

bool
xc_json_problems(struct xc_json_emit *emit, const struct xc_problems *problems,
                 struct xc_arena *scratch)
{
    bool whole;

    xc_json_emit_open(emit, "problems", '[');
    whole = put_problems(emit, problems, false, scratch);
    xc_json_emit_close(emit);
    return whole;
}

bool
xc_json_problem_lines(struct xc_json_emit *emit, const struct xc_problems *problems,
                      struct xc_arena *scratch)
{
    return put_problems(emit, problems, true, scratch);
}
