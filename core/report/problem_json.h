/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Problems in JSON: the same object wherever a document lists them.
 */
#ifndef XC_REPORT_PROBLEM_JSON_H
#define XC_REPORT_PROBLEM_JSON_H

#include "base/status.h"
#include "report/json_emit.h"

/* The member "problems", with one more for those over XC_MAX_PROBLEMS, told in scratch;
 * false when memory is short. */
bool xc_json_problems(struct xc_json_emit *emit, const struct xc_problems *problems,
                      struct xc_arena *scratch);

/* The same as one object a line, each with "type": "problem", on an emitter of lines. */
bool xc_json_problem_lines(struct xc_json_emit *emit,
                           const struct xc_problems *problems,
                           struct xc_arena *scratch);

#endif
