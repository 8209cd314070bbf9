/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SARIF 2.1.0, as GitHub and editors read it.  Exact texts stand in "properties"; messages
 * are for people, so hidden characters are shown in them.
 */
#include "config.h"

#include "base/growing.h"
#include "base/limits.h"
#include "report/finding_story.h"
#include "report/finding_words.h"
#include "report/findings.h"
#include "report/json_emit.h"
#include "report/plain_emit.h"
#include "report/telling.h"
#include "report/uri_emit.h"

static const char schema_uri[] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                                 "errata01/os/schemas/sarif-schema-2.1.0.json";

struct writer {
    struct xc_json_emit emit;
    struct xc_arena arena; /* texts being made; reset for each result */
    bool failed;           /* memory was short */
};

/*
 * A "text" member.  A message has placeholders ("{0}") and links ("[here](1)") of its own:
 * braces are doubled (SARIF 2.1.0, 3.11.5), and a space keeps "](" from making a link
 * (3.11.6 has no escape that viewers would take away again).
 */
static void
put_text(struct writer *writer, struct xc_str text)
{
    struct xc_growing out = {.arena = &writer->arena};
    struct xc_sink out_pen = xc_growing_pen(&out);
    size_t i;

    for (i = 0; i < text.len; i++) {
        char c = text.ptr[i];

        xc_sink_char(&out_pen, c);
        if (c == '{' || c == '}')
            xc_sink_char(&out_pen, c);
        else if (c == ']' && i + 1 < text.len && text.ptr[i + 1] == '(')
            xc_sink_char(&out_pen, ' ');
    }
    xc_json_emit_str(&writer->emit, "text",
                     xc_growing_text_or(&out, &out_pen, &writer->failed));
}

static void
put_message(struct writer *writer, const char *key, struct xc_str text)
{
    xc_json_emit_open(&writer->emit, key, '{');
    put_text(writer, text);
    xc_json_emit_close(&writer->emit);
}

struct place {
    struct xc_str path;
    size_t line;
    size_t column;
};

static void
put_physical_location(struct writer *writer, const struct place *place)
{
    struct xc_json_emit *emit = &writer->emit;
    struct xc_growing uri = {.arena = &writer->arena};
    struct xc_sink uri_pen = xc_growing_pen(&uri);

    if (place->path.len == 0)
        return;
    xc_uri_put(&uri_pen, place->path);
    xc_json_emit_open(emit, "physicalLocation", '{');
    xc_json_emit_open(emit, "artifactLocation", '{');
    xc_json_emit_str(emit, "uri", xc_growing_text_or(&uri, &uri_pen, &writer->failed));
    xc_json_emit_close(emit);
    if (place->line > 0) {
        xc_json_emit_open(emit, "region", '{');
        xc_json_emit_number(emit, "startLine", place->line);
        if (place->column > 0)
            xc_json_emit_number(emit, "startColumn", place->column);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

/* One location in an array of its own; an empty array when it is not known. */
static void
put_locations(struct writer *writer, const struct place *place)
{
    struct xc_json_emit *emit = &writer->emit;

    xc_json_emit_open(emit, "locations", '[');
    if (place->path.len > 0) {
        xc_json_emit_open(emit, NULL, '{');
        put_physical_location(writer, place);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

static void
put_rule(struct writer *writer, enum xc_finding_kind kind)
{
    struct xc_json_emit *emit = &writer->emit;
    struct xc_str meaning = xc_str_of(xc_finding_kind_meaning(kind));

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "id", xc_str_of(xc_finding_kind_name(kind)));
    put_message(writer, "shortDescription", meaning);
    put_message(writer, "fullDescription", meaning);
    put_message(writer, "help", meaning);
    xc_json_emit_open(emit, "defaultConfiguration", '{');
    xc_json_emit_str(emit, "level",
                     xc_str_of(xc_severity_name(xc_finding_kind_severity(kind))));
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
}

static void
put_tool(struct writer *writer)
{
    struct xc_json_emit *emit = &writer->emit;
    int kind;

    xc_json_emit_open(emit, "tool", '{');
    xc_json_emit_open(emit, "driver", '{');
    xc_json_emit_str(emit, "name", XC_STR("xclaim"));
    xc_json_emit_str(emit, "version", XC_STR(PACKAGE_VERSION));
    xc_json_emit_open(emit, "rules", '[');
    for (kind = 0; kind < XC_N_FINDING_KINDS; kind++)
        put_rule(writer, (enum xc_finding_kind)kind);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
}

static void
put_notification(struct writer *writer, const char *level, struct xc_str message,
                 const struct place *place)
{
    struct xc_json_emit *emit = &writer->emit;
    struct xc_growing plain = {.arena = &writer->arena};
    struct xc_sink plain_pen = xc_growing_pen(&plain);

    xc_plain_put(&plain_pen, message);
    xc_json_emit_open(emit, NULL, '{');
    put_locations(writer, place);
    put_message(writer, "message",
                xc_growing_text_or(&plain, &plain_pen, &writer->failed));
    xc_json_emit_str(emit, "level", xc_str_of(level));
    xc_json_emit_close(emit);
}

static void
put_problems(struct writer *writer, const struct xc_problems *problems)
{
    const struct place nowhere = {{NULL, 0}, 0, 0};
    size_t i;

    for (i = 0; i < problems->n; i++) {
        const struct xc_problem *problem = &problems->items[i];
        const struct place place = {problem->path, problem->line, problem->column};

        put_notification(writer,
                         xc_problem_loses_input(problem->kind) ? "error" : "warning",
                         problem->message, &place);
    }
    if (problems->n_dropped > 0)
        put_notification(writer, "error", xc_telling_dropped(problems, &writer->arena),
                         &nowhere);
}

/* Whether the run could look at all that it was given. */
static bool
is_whole(const struct xc_findings *findings)
{
    size_t i;

    for (i = 0; i < findings->problems->n; i++) {
        if (xc_problem_loses_input(findings->problems->items[i].kind))
            return false;
    }
    return findings->problems->n_dropped == 0;
}

static void
put_invocation(struct writer *writer, const struct xc_findings *findings)
{
    const struct place nowhere = {{NULL, 0}, 0, 0};
    struct xc_json_emit *emit = &writer->emit;
    struct xc_growing summary = {.arena = &writer->arena};
    struct xc_sink summary_pen = xc_growing_pen(&summary);

    if (findings->n > XC_MAX_SARIF_RESULTS)
        xc_sink_printf(&summary_pen, "and %zu more that are not listed here · ",
                       findings->n - XC_MAX_SARIF_RESULTS);
    xc_finding_summary(&summary_pen, &findings->summary);
    xc_json_emit_open(emit, "invocations", '[');
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_bool(emit, "executionSuccessful", is_whole(findings));
    xc_json_emit_open(emit, "toolExecutionNotifications", '[');
    put_problems(writer, findings->problems);
    put_notification(writer, "note",
                     xc_growing_text_or(&summary, &summary_pen, &writer->failed),
                     &nowhere);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_arena_reset(&writer->arena);
}

static void
put_related(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_json_emit *emit = &writer->emit;
    size_t i;

    xc_json_emit_open(emit, "relatedLocations", '[');
    for (i = 0; i < finding->n_against && i < XC_MAX_SARIF_LOCATIONS; i++) {
        const struct xc_finding_against *other = &finding->against[i];
        const struct place place = {other->path, other->line, other->column};
        struct xc_growing text = {.arena = &writer->arena};
        struct xc_sink text_pen = xc_growing_pen(&text);

        struct xc_sink prose = xc_plain_pen(&text_pen);

        xc_plain_name(&text_pen, other->source);
        xc_finding_side(&prose, other);
        if (other->quote.len > 0) {
            xc_sink_text(&prose, ": ");
            xc_sink_put(&prose, other->quote);
        }
        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_number(emit, "id", i + 1);
        put_message(writer, "message",
                    xc_growing_text_or(&text, &text_pen, &writer->failed));
        put_physical_location(writer, &place);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

static void
put_suppressions(struct writer *writer, const struct xc_finding *finding)
{
    struct xc_json_emit *emit = &writer->emit;
    const struct xc_finding_suppression *suppression = &finding->suppression;
    const struct place place = {suppression->path, suppression->line, 0};
    struct xc_growing text = {.arena = &writer->arena};
    struct xc_sink text_pen = xc_growing_pen(&text);

    xc_json_emit_open(emit, "suppressions", '[');
    if (finding->is_suppressed) {
        xc_plain_put(&text_pen, suppression->reason);
        if (suppression->until.len > 0) {
            xc_sink_text(&text_pen, " (until ");
            xc_plain_put(&text_pen, suppression->until);
            xc_sink_text(&text_pen, ")");
        }
        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "kind", XC_STR("external"));
        xc_json_emit_str(emit, "justification",
                         xc_growing_text_or(&text, &text_pen, &writer->failed));
        if (place.path.len > 0) {
            xc_json_emit_open(emit, "location", '{');
            put_physical_location(writer, &place);
            xc_json_emit_close(emit);
        }
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

/* The exact texts, for programs. */
static void
put_properties(struct xc_json_emit *emit, const struct xc_finding *finding)
{
    xc_json_emit_open(emit, "properties", '{');
    xc_json_emit_known_str(emit, "topic", finding->topic);
    xc_json_emit_known_str(emit, "claim", finding->claim);
    xc_json_emit_known_str(emit, "source", finding->source);
    xc_json_emit_str(emit, "quote", finding->quote);
    xc_json_emit_known_str(emit, "decision", finding->decision);
    xc_json_emit_bool(emit, "untouched", finding->is_untouched);
    xc_json_emit_close(emit);
}

static void
put_result(struct writer *writer, const struct xc_finding *finding)
{
    const struct place place = {finding->path, finding->line, finding->column};
    struct xc_json_emit *emit = &writer->emit;
    struct xc_finding_story story;
    struct xc_growing text = {.arena = &writer->arena};
    struct xc_sink text_pen = xc_growing_pen(&text);

    xc_finding_story_plain(&story, &text_pen);
    story.most_against = XC_SHOWN_AGAINST;
    xc_finding_story_text(&story, finding->message);
    xc_finding_story_tell(&story, finding);
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "ruleId", xc_str_of(xc_finding_kind_name(finding->kind)));
    xc_json_emit_number(emit, "ruleIndex", (size_t)finding->kind);
    xc_json_emit_str(emit, "level", xc_str_of(xc_severity_name(finding->severity)));
    put_message(writer, "message",
                xc_growing_text_or(&text, &text_pen, &writer->failed));
    put_locations(writer, &place);
    put_related(writer, finding);
    xc_json_emit_open(emit, "partialFingerprints", '{');
    xc_json_emit_str(emit, "xclaim/v1", finding->fingerprint);
    xc_json_emit_close(emit);
    put_suppressions(writer, finding);
    put_properties(emit, finding);
    xc_json_emit_close(emit);
    xc_arena_reset(&writer->arena);
}

void
xc_findings_sarif(const struct xc_findings *findings, struct xc_sink *sink)
{
    struct writer writer = {.failed = false};
    struct xc_json_emit *emit = &writer.emit;
    size_t i;

    xc_arena_init(&writer.arena);
    xc_json_emit_init(emit, sink);
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "$schema", xc_str_of(schema_uri));
    xc_json_emit_str(emit, "version", XC_STR("2.1.0"));
    xc_json_emit_open(emit, "runs", '[');
    xc_json_emit_open(emit, NULL, '{');
    put_tool(&writer);
    put_invocation(&writer, findings);
    xc_json_emit_str(emit, "columnKind", XC_STR("unicodeCodePoints"));
    xc_json_emit_open(emit, "results", '[');
    for (i = 0; i < findings->n && i < XC_MAX_SARIF_RESULTS; i++)
        put_result(&writer, &findings->items[i]);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
    if (writer.failed)
        sink->failed = true;
    xc_arena_release(&writer.arena);
}
