/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CSV: a row per finding, then one per problem, for whoever sorts and counts.
 */
#include "config.h"

#include "base/growing.h"
#include "base/vec.h"
#include "report/csv_emit.h"
#include "report/finding_words.h"
#include "report/findings.h"
#include "report/plain_emit.h"
#include "report/telling.h"

static const char *const columns[] = {
    "type",    "severity",   "kind",  "topic",    "claim",     "statement",   "message",
    "source",  "path",       "line",  "column",   "before",    "quote",       "after",
    "against", "suppressed", "until", "decision", "untouched", "fingerprint",
};
/* Those between "column" and the end, empty in a problem's row. */
static const size_t n_behind_column = 9;

struct writer {
    struct xc_csv_emit csv;
    struct xc_arena arena; /* cells being made; reset for each row */
    bool failed;           /* memory was short */
};

static void
put_grown(struct writer *writer, const struct xc_growing *growing,
          const struct xc_sink *pen)
{
    writer->failed |= pen->failed;
    if (!pen->failed)
        xc_csv_cell(&writer->csv, xc_growing_text(growing, pen));
}

static void
put_prose(struct writer *writer, struct xc_str text)
{
    struct xc_growing made = {.arena = &writer->arena};
    struct xc_sink made_pen = xc_growing_pen(&made);

    xc_plain_put(&made_pen, text);
    put_grown(writer, &made, &made_pen);
}

static void
put_name(struct writer *writer, struct xc_str name)
{
    struct xc_growing made = {.arena = &writer->arena};
    struct xc_sink made_pen = xc_growing_pen(&made);

    xc_plain_name(&made_pen, name);
    put_grown(writer, &made, &made_pen);
}

static void
put_word(struct writer *writer, const char *word)
{
    xc_csv_cell(&writer->csv, xc_str_of(word));
}

/* "herald.txt:3:5 · denies: It was never shut.; …" */
static void
put_against(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_growing made = {.arena = &writer->arena};
    struct xc_sink made_pen = xc_growing_pen(&made);
    size_t i;

    for (i = 0; i < finding->n_against; i++) {
        const struct xc_finding_against *against = &finding->against[i];
        struct xc_sink prose = xc_plain_pen(&made_pen);

        xc_sink_text(&made_pen, i == 0 ? "" : "; ");
        xc_plain_name(&made_pen, against->source);
        xc_finding_line(&made_pen, against->line, against->column);
        xc_finding_side(&prose, against);
        if (against->quote.len > 0) {
            xc_sink_text(&made_pen, ": ");
            xc_sink_put(&prose, against->quote);
        }
    }
    put_grown(writer, &made, &made_pen);
}

static void
end_row(struct writer *writer)
{
    xc_csv_end_row(&writer->csv);
    xc_arena_reset(&writer->arena);
}

static void
put_finding(struct writer *writer, const struct xc_finding *finding)
{
    const struct xc_str none = {"", 0};
    const struct xc_finding_suppression *suppression = &finding->suppression;

    put_word(writer, "finding");
    put_word(writer, xc_severity_name(finding->severity));
    put_word(writer, xc_finding_kind_name(finding->kind));
    put_prose(writer, finding->topic);
    put_prose(writer, finding->claim);
    put_prose(writer, finding->statement);
    put_prose(writer, finding->message);
    put_name(writer, finding->source);
    put_name(writer, finding->path);
    xc_csv_number(&writer->csv, finding->line);
    xc_csv_number(&writer->csv, finding->column);
    put_prose(writer, finding->before);
    put_prose(writer, finding->quote);
    put_prose(writer, finding->after);
    put_against(writer, finding);
    put_prose(writer, finding->is_suppressed ? suppression->reason : none);
    put_prose(writer, finding->is_suppressed ? suppression->until : none);
    put_prose(writer, finding->decision);
    put_word(writer, finding->is_untouched ? "yes" : "no");
    put_prose(writer, finding->fingerprint);
    end_row(writer);
}

static void
put_problem(struct writer *writer, const struct xc_problem *problem)
{
    size_t i;

    put_word(writer, "problem");
    put_word(writer, xc_problem_loses_input(problem->kind) ? "warning" : "note");
    put_word(writer, xc_problem_kind_name(problem->kind));
    for (i = 0; i < 3; i++)
        put_word(writer, "");
    put_prose(writer, problem->message);
    put_word(writer, "");
    put_name(writer, problem->path);
    xc_csv_number(&writer->csv, problem->line);
    xc_csv_number(&writer->csv, problem->column);
    for (i = 0; i < n_behind_column; i++)
        put_word(writer, "");
    end_row(writer);
}

void
xc_findings_csv(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct xc_problem dropped = {.kind = XC_PROBLEM_LIMIT};
    const struct xc_problems *problems = findings->problems;
    struct writer writer = {.csv = {sink, false}};
    size_t i;

    xc_arena_init(&writer.arena);
    for (i = 0; i < XC_COUNT(columns); i++)
        put_word(&writer, columns[i]);
    end_row(&writer);
    for (i = 0; i < findings->n; i++)
        put_finding(&writer, &findings->items[i]);
    for (i = 0; i < problems->n; i++)
        put_problem(&writer, &problems->items[i]);
    if (problems->n_dropped > 0) {
        dropped.message = xc_telling_dropped(problems, &writer.arena);
        writer.failed |= dropped.message.ptr == NULL;
        put_problem(&writer, &dropped);
    }
    if (writer.failed)
        sink->failed = true;
    xc_arena_release(&writer.arena);
}
