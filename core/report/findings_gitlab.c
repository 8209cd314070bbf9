/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GitLab's Code Quality report: an array of issues.  It has no place for what is known of
 * the run, so that problems are issues, too; a line that is not known is the first.
 */
#include "config.h"

#include "base/growing.h"
#include <inttypes.h>

#include "base/hash.h"
#include "report/finding_story.h"
#include "report/findings.h"
#include "report/json_emit.h"
#include "report/plain_emit.h"
#include "report/telling.h"

struct issue {
    struct xc_str description;
    const char *check;
    struct xc_str fingerprint;
    const char *severity;
    struct xc_str path;
    size_t line;
};

struct writer {
    struct xc_json_emit emit;
    struct xc_arena arena; /* texts being made; reset for each issue */
    bool failed;           /* memory was short */
};

static const char *
severity_of(const struct xc_finding *finding)
{
    if (finding->is_suppressed || finding->severity == XC_SEVERITY_NOTE)
        return "info";
    return finding->severity == XC_SEVERITY_ERROR ? "major" : "minor";
}

static void
put_issue(struct writer *writer, const struct issue *issue)
{
    struct xc_json_emit *emit = &writer->emit;
    struct xc_growing path = {.arena = &writer->arena};
    struct xc_sink path_pen = xc_growing_pen(&path);

    /* GitLab wants a path in each, and finds no file of a name that it must escape. */
    xc_plain_name(&path_pen,
                  issue->path.len > 0 ? xc_str_plain_path(issue->path) : XC_STR("."));
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "description", issue->description);
    xc_json_emit_str(emit, "check_name", xc_str_of(issue->check));
    xc_json_emit_str(emit, "fingerprint", issue->fingerprint);
    xc_json_emit_str(emit, "severity", xc_str_of(issue->severity));
    xc_json_emit_open(emit, "location", '{');
    xc_json_emit_str(emit, "path",
                     xc_growing_text_or(&path, &path_pen, &writer->failed));
    xc_json_emit_open(emit, "lines", '{');
    xc_json_emit_number(emit, "begin", issue->line > 0 ? issue->line : 1);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_arena_reset(&writer->arena);
}

static void
put_finding(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_finding_story story;
    struct xc_growing text = {.arena = &writer->arena};
    struct xc_sink text_pen = xc_growing_pen(&text);

    xc_finding_story_plain(&story, &text_pen);
    xc_finding_story_text(&story, finding->message);
    xc_finding_story_tell(&story, finding);
    put_issue(writer,
              &(struct issue){xc_growing_text_or(&text, &text_pen, &writer->failed),
                              xc_finding_kind_name(finding->kind), finding->fingerprint,
                              severity_of(finding), finding->path, finding->line});
}

/* The same problem has the same fingerprint, wherever its line moves. */
static struct xc_str
problem_print(struct writer *writer, const struct xc_problem *problem)
{
    return xc_arena_printf(&writer->arena, "%016" PRIx64 "%016" PRIx64,
                           xc_hash_bytes(problem->path),
                           xc_hash_bytes(problem->message));
}

static void
put_problem(struct writer *writer, const struct xc_problem *problem)
{
    struct xc_str print = problem_print(writer, problem);
    struct xc_growing text = {.arena = &writer->arena};
    struct xc_sink text_pen = xc_growing_pen(&text);

    xc_plain_put(&text_pen, problem->message);
    writer->failed |= print.ptr == NULL;
    put_issue(writer,
              &(struct issue){xc_growing_text_or(&text, &text_pen, &writer->failed),
                              xc_problem_kind_name(problem->kind), print,
                              xc_problem_loses_input(problem->kind) ? "minor" : "info",
                              problem->path, problem->line});
}

void
xc_findings_gitlab(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct xc_problem dropped = {.kind = XC_PROBLEM_LIMIT};
    const struct xc_problems *problems = findings->problems;
    struct writer writer = {.failed = false};
    size_t i;

    xc_arena_init(&writer.arena);
    xc_json_emit_init(&writer.emit, sink);
    xc_json_emit_open(&writer.emit, NULL, '[');
    for (i = 0; i < findings->n; i++)
        put_finding(&writer, &findings->items[i]);
    for (i = 0; i < problems->n; i++)
        put_problem(&writer, &problems->items[i]);
    if (problems->n_dropped > 0) {
        dropped.message = xc_telling_dropped(problems, &writer.arena);
        writer.failed |= dropped.message.ptr == NULL;
        put_problem(&writer, &dropped);
    }
    xc_json_emit_close(&writer.emit);
    if (writer.failed)
        sink->failed = true;
    xc_arena_release(&writer.arena);
}
