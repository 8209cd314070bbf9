/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/checking.h"

#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"
#include "cli/record.h"
#include "cli/writing.h"
#include "engine/check.h"
#include "engine/decide.h"
#include "io/file.h"
#include "report/baseline.h"
#include "verdict/baseline.h"
#include "verdict/suppress.h"

/* A check under way. */
struct checking {
    const struct xc_program *program;
    const struct xc_check_request *request;
    struct xc_run run;
    struct xc_gathering gathering;
    struct xc_changes changes; /* with --since */
    struct xc_baseline baseline;
    struct xc_findings findings;
};

static void
write_findings(const void *context, const struct xc_report_style *style,
               struct xc_sink *sink)
{
    const struct checking *checking = context;

    xc_report_findings(&checking->findings, checking->request->format, style, sink);
}

static void
write_baseline(const void *context, const struct xc_report_style *style,
               struct xc_sink *sink)
{
    const struct checking *checking = context;

    (void)style;
    xc_report_baseline(&checking->findings, sink);
}

/* Reads what the articles are held against beside the record: the change, the baseline. */
static enum xc_status
prepare(struct checking *checking, struct xc_problems *problems)
{
    const struct xc_check_request *request = checking->request;
    struct xc_arena *arena = &checking->run.arena;
    enum xc_status status = XC_OK;
    struct xc_str text;

    if (request->since != NULL)
        status = xc_git_changes(xc_str_of(request->since), NULL, arena,
                                &checking->changes, problems);
    if (status != XC_OK || request->baseline.len == 0)
        return status;
    status = xc_file_read(request->baseline, XC_MAX_BASELINE_BYTES, XC_PROBLEM_OPTION,
                          arena, &text, problems);
    if (status == XC_OK)
        status = xc_baseline_read(text, request->baseline, arena, &checking->baseline,
                                  problems);
    return status == XC_BAD_INPUT ? XC_BAD_OPTION : status;
}

static size_t
count_lines(struct xc_str text)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < text.len; i++)
        n += text.ptr[i] == '\n';
    return n;
}

/* What stands in lines that nobody touched was there before: it is a note at most. */
static void
mark_untouched(struct checking *checking)
{
    size_t i;

    for (i = 0; i < checking->findings.n; i++) {
        struct xc_finding *finding = &checking->findings.items[i];
        /* Line ends in a record of JSON Lines are none of the file. */
        const bool has_lines = finding->column > 0;
        const size_t above = has_lines ? count_lines(finding->before) : 0;
        const size_t below =
            has_lines ? count_lines(finding->quote) + count_lines(finding->after) : 0;

        if (finding->source.len == 0 || finding->line == 0 ||
            xc_changes_touch(&checking->changes, finding->path, finding->line - above,
                             finding->line + below))
            continue;
        finding->is_untouched = true;
        finding->severity = XC_SEVERITY_NOTE;
    }
}

static enum xc_status
add_suppression(const struct xc_suppression *suppression, struct xc_arena *arena,
                struct xc_suppression_vec *all)
{
    struct xc_suppression *added = XC_VEC_ADD(all, arena);

    if (added == NULL)
        return XC_NO_MEMORY;
    *added = *suppression;
    return XC_OK;
}

/* The ids of the articles that are checked. */
static enum xc_status
list_checked(struct xc_run *run, struct xc_table *checked)
{
    size_t seen;
    size_t i;

    for (i = 0; i < run->sources.n; i++) {
        const struct xc_run_source *source = &run->sources.items[i];

        if (source->is_checked &&
            !xc_table_add(checked, source->id, i, &run->arena, &seen))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Those of the settings, and of the front matter of the articles that are checked: what
 * the record's articles suppress is nobody's business now. */
static enum xc_status
suppress(struct checking *checking)
{
    const struct xc_suppression_vec *settings =
        &checking->program->settings.suppressions;
    struct xc_run *run = &checking->run;
    struct xc_suppression_vec all = {NULL, 0, 0};
    struct xc_table checked = {NULL, 0, 0};
    enum xc_status status = list_checked(run, &checked);
    size_t i;

    for (i = 0; status == XC_OK && i < settings->n; i++)
        status = add_suppression(&settings->items[i], &run->arena, &all);
    for (i = 0; status == XC_OK && i < run->suppressions.n; i++) {
        if (xc_table_get(&checked, run->suppressions.items[i].article, NULL))
            status = add_suppression(&run->suppressions.items[i], &run->arena, &all);
    }
    return status != XC_OK
               ? status
               : xc_suppressions_apply(&checking->findings, &all,
                                       checking->request->today, &run->arena);
}

/* What is wrong with settings and decisions is about no claim, whose severity would hold
 * it down: it weighs what the newsroom says. */
static void
weigh_own(struct checking *checking)
{
    const enum xc_severity *severities = checking->program->settings.severities;
    size_t i;

    for (i = 0; i < checking->findings.n; i++) {
        struct xc_finding *finding = &checking->findings.items[i];

        if (xc_finding_kind_is_own(finding->kind) &&
            severities[finding->kind] != XC_SEVERITY_DEFAULT)
            finding->severity = severities[finding->kind];
    }
}

/* What the newsroom says of the findings, then how they are known from now on. */
static enum xc_status
settle(struct checking *checking)
{
    enum xc_status status = xc_decide_find_unused(&checking->run, &checking->findings);

    if (status == XC_OK)
        status = suppress(checking);
    weigh_own(checking);
    if (status == XC_OK)
        status = xc_findings_print(&checking->findings, &checking->run.arena);
    if (status == XC_OK && checking->request->since != NULL)
        mark_untouched(checking);
    return status;
}

static enum xc_status
find(struct checking *checking)
{
    const struct xc_check_request *request = checking->request;
    const struct xc_run_filter all = {0};
    const struct xc_record_inputs inputs = {
        .articles = &request->articles,
        .record = &request->record,
        .changes = request->since == NULL ? NULL : &checking->changes,
    };
    enum xc_status status = xc_record_read(&inputs, &checking->gathering);

    if (status == XC_OK)
        status = xc_run_finish(&checking->run, &all);
    if (status == XC_OK)
        status = xc_run_check(&checking->run, checking->program->settings.severities,
                              &checking->findings);
    return status == XC_OK ? settle(checking) : status;
}

/* Whether a finding is as bad as that. */
static bool
fails(const struct xc_findings *findings, enum xc_fail_on fail_on)
{
    const struct xc_finding_summary *summary = &findings->summary;

    switch (fail_on) {
    case XC_FAIL_ON_NEVER:
        return false;
    case XC_FAIL_ON_NOTE:
        return summary->errors + summary->warnings + summary->notes > 0;
    case XC_FAIL_ON_WARNING:
        return summary->errors + summary->warnings > 0;
    case XC_FAIL_ON_DEFAULT:
    case XC_FAIL_ON_ERROR:
        return summary->errors > 0;
    }
    return false;
}

/* Tells what was found, or writes it down as known. */
static enum xc_status
tell(struct checking *checking, struct xc_problems *problems)
{
    const struct xc_check_request *request = checking->request;

    if (request->write_baseline != NULL)
        return xc_cli_write(request->write_baseline, write_baseline, checking,
                            problems);
    if (request->baseline.len > 0)
        (void)xc_baseline_apply(&checking->findings, &checking->baseline);
    xc_findings_finish(&checking->findings);
    return xc_cli_write(request->output, write_findings, checking, problems);
}

static enum xc_exit
run_and_tell(struct checking *checking)
{
    const struct xc_check_request *request = checking->request;
    struct xc_problems others; /* of options and of writing, beside the articles' own */
    enum xc_status status;
    enum xc_exit code;

    xc_problems_init(&others, &checking->run.arena);
    status = prepare(checking, &others);
    if (status == XC_OK)
        status = find(checking);
    xc_cli_print_problems(&checking->run.problems);
    if (status == XC_OK)
        status = tell(checking, &others);
    xc_cli_print_problems(&others);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && checking->run.n_lost > 0)
        code = XC_EXIT_INPUT;
    if (code == XC_EXIT_OK && request->write_baseline == NULL &&
        fails(&checking->findings, request->fail_on))
        code = XC_EXIT_FOUND;
    return code;
}

enum xc_exit
xc_cli_check(const struct xc_program *program, const struct xc_check_request *request)
{
    struct checking checking = {.program = program, .request = request};
    enum xc_status status;
    enum xc_exit code;

    xc_run_init(&checking.run, &program->engine);
    checking.run.decisions = &program->decisions;
    status = xc_gathering_init(&checking.run, request->n_threads, request->arena,
                               &checking.gathering);
    if (status == XC_OK) {
        code = run_and_tell(&checking);
        xc_gathering_release(&checking.gathering);
    } else {
        code = xc_exit_of(status);
    }
    xc_run_release(&checking.run);
    return code;
}
