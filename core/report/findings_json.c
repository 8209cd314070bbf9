/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/findings.h"
#include "report/json_emit.h"
#include "report/problem_json.h"

/* The number of this shape; docs/check.schema.json describes it. */
static const size_t format_number = 1;

/* A constant's name, null when it has none. */
static void
put_word(struct xc_json_emit *emit, const char *key, const char *word)
{
    xc_json_emit_known_str(emit, key, xc_str_of(word));
}

/* Of the match in its source's text; a finding about settings has none. */
static void
put_span(struct xc_json_emit *emit, const struct xc_finding *finding)
{
    const struct xc_span span = finding->span;

    if (finding->quote.len == 0) {
        xc_json_emit_null(emit, "start");
        xc_json_emit_null(emit, "end");
    } else {
        xc_json_emit_number(emit, "start", span.off_bytes);
        xc_json_emit_number(emit, "end", span.off_bytes + span.len_bytes);
    }
}

static void
put_against(struct xc_json_emit *emit, const struct xc_finding *finding)
{
    size_t i;

    xc_json_emit_open(emit, "against", '[');
    for (i = 0; i < finding->n_against; i++) {
        const struct xc_finding_against *other = &finding->against[i];

        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "source", other->source);
        put_word(emit, "position", xc_position_name(other->position));
        xc_json_emit_known_str(emit, "value", other->value);
        xc_json_emit_known_number(emit, "origin", other->origin);
        xc_json_emit_known_str(emit, "path", other->path);
        xc_json_emit_known_number(emit, "line", other->line);
        xc_json_emit_known_number(emit, "column", other->column);
        xc_json_emit_str(emit, "quote", other->quote);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

static void
put_suppressed(struct xc_json_emit *emit, const struct xc_finding *finding)
{
    const struct xc_finding_suppression *suppression = &finding->suppression;

    if (!finding->is_suppressed) {
        xc_json_emit_null(emit, "suppressed");
        return;
    }
    xc_json_emit_open(emit, "suppressed", '{');
    xc_json_emit_str(emit, "reason", suppression->reason);
    xc_json_emit_known_str(emit, "until", suppression->until);
    xc_json_emit_known_str(emit, "path", suppression->path);
    xc_json_emit_known_number(emit, "line", suppression->line);
    xc_json_emit_close(emit);
}

static void
put_finding(struct xc_json_emit *emit, const struct xc_finding *finding, bool typed)
{
    xc_json_emit_open(emit, NULL, '{');
    if (typed)
        put_word(emit, "type", "finding");
    put_word(emit, "kind", xc_finding_kind_name(finding->kind));
    put_word(emit, "severity", xc_severity_name(finding->severity));
    xc_json_emit_known_str(emit, "topic", finding->topic);
    xc_json_emit_known_str(emit, "claim", finding->claim);
    xc_json_emit_known_str(emit, "statement", finding->statement);
    xc_json_emit_str(emit, "message", finding->message);
    xc_json_emit_known_str(emit, "source", finding->source);
    xc_json_emit_known_str(emit, "path", finding->path);
    xc_json_emit_known_number(emit, "line", finding->line);
    xc_json_emit_known_number(emit, "column", finding->column);
    put_span(emit, finding);
    xc_json_emit_str(emit, "quote", finding->quote);
    xc_json_emit_str(emit, "before", finding->before);
    xc_json_emit_str(emit, "after", finding->after);
    put_against(emit, finding);
    xc_json_emit_str(emit, "fingerprint", finding->fingerprint);
    xc_json_emit_bool(emit, "untouched", finding->is_untouched);
    xc_json_emit_known_str(emit, "decision", finding->decision);
    put_suppressed(emit, finding);
    xc_json_emit_close(emit);
}

static void
put_counts(struct xc_json_emit *emit, const struct xc_finding_summary *summary)
{
    xc_json_emit_number(emit, "articles", summary->articles);
    xc_json_emit_number(emit, "record", summary->record);
    xc_json_emit_number(emit, "unread", summary->unread);
    xc_json_emit_number(emit, "errors", summary->errors);
    xc_json_emit_number(emit, "warnings", summary->warnings);
    xc_json_emit_number(emit, "notes", summary->notes);
    xc_json_emit_number(emit, "suppressed", summary->suppressed);
    xc_json_emit_number(emit, "baseline", summary->baseline);
}

void
xc_findings_json(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    xc_json_emit_init(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    put_word(&emit, "xclaim", PACKAGE_VERSION);
    xc_json_emit_number(&emit, "format", format_number);
    xc_json_emit_open(&emit, "findings", '[');
    for (i = 0; i < findings->n; i++)
        put_finding(&emit, &findings->items[i], false);
    xc_json_emit_close(&emit);
    if (!xc_json_problems(&emit, findings->problems, &arena))
        sink->failed = true;
    xc_json_emit_open(&emit, "summary", '{');
    put_counts(&emit, &findings->summary);
    xc_json_emit_close(&emit);
    xc_json_emit_close(&emit);
    xc_arena_release(&arena);
}

void
xc_findings_ndjson(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    xc_json_emit_init_line(&emit, sink);
    for (i = 0; i < findings->n; i++)
        put_finding(&emit, &findings->items[i], true);
    if (!xc_json_problem_lines(&emit, findings->problems, &arena))
        sink->failed = true;
    xc_json_emit_open(&emit, NULL, '{');
    put_word(&emit, "type", "summary");
    put_word(&emit, "xclaim", PACKAGE_VERSION);
    xc_json_emit_number(&emit, "format", format_number);
    put_counts(&emit, &findings->summary);
    xc_json_emit_close(&emit);
    xc_arena_release(&arena);
}
