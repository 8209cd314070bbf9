/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

#include "report/claim_json.h"
#include "report/json_emit.h"
#include "report/problem_json.h"

/* The number of this shape; docs/report.schema.json describes it. */
static const size_t format_number = 1;

struct writer {
    struct xc_json_emit emit;
    struct xc_arena arena; /* texts being made; reset for each claim and source */
    const struct xc_run *run;
    bool failed; /* memory was short */
};

static void
put_topics(struct xc_json_emit *emit, const struct xc_topic_vec *topics)
{
    size_t i;

    xc_json_emit_open(emit, "topics", '[');
    for (i = 0; i < topics->n; i++) {
        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "topic", topics->items[i].id);
        xc_json_emit_str(emit, "title", topics->items[i].title);
        xc_json_emit_str(emit, "file", topics->items[i].file);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

static void
put_source(struct writer *writer, const struct xc_run_source *source)
{
    struct xc_json_emit *emit = &writer->emit;
    struct xc_str published = {NULL, 0};

    if (source->has_published) {
        published = xc_date_text(source->published, &writer->arena);
        writer->failed |= published.ptr == NULL;
    }
    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "source", source->id);
    xc_json_emit_str(emit, "path", source->path);
    xc_json_emit_known_str(emit, "publisher", source->publisher);
    xc_json_emit_known_str(emit, "title", source->title);
    xc_json_emit_known_str(emit, "published", published);
    xc_json_emit_known_str(emit, "language", source->language);
    xc_json_emit_number(emit, "words", source->n_words);
    xc_json_emit_close(emit);
    xc_arena_reset(&writer->arena);
}

static void
put_counts(struct xc_json_emit *emit, const struct xc_summary *summary)
{
    int verdict;

    for (verdict = 0; verdict < XC_N_VERDICTS; verdict++)
        xc_json_emit_number(emit, xc_verdict_name((enum xc_verdict)verdict),
                            summary->verdicts[verdict]);
    xc_json_emit_number(emit, "sources", summary->sources);
    xc_json_emit_number(emit, "unread", summary->unread);
    xc_json_emit_number(emit, "flagged", summary->flagged);
}

static void
put_claims(struct writer *writer, bool typed)
{
    size_t i;

    for (i = 0; i < writer->run->n_claims; i++) {
        if (!xc_json_claim(&writer->emit, writer->run, &writer->run->claims[i], typed,
                           &writer->arena))
            writer->failed = true;
    }
}

void
xc_report_json(const struct xc_run *run, struct xc_sink *sink)
{
    struct writer writer = {.run = run};
    size_t i;

    xc_arena_init(&writer.arena);
    xc_json_emit_init(&writer.emit, sink);
    xc_json_emit_open(&writer.emit, NULL, '{');
    xc_json_emit_str(&writer.emit, "xclaim", XC_STR(PACKAGE_VERSION));
    xc_json_emit_number(&writer.emit, "format", format_number);
    put_topics(&writer.emit, run->topics);
    xc_json_emit_open(&writer.emit, "claims", '[');
    put_claims(&writer, false);
    xc_json_emit_close(&writer.emit);
    xc_json_emit_open(&writer.emit, "sources", '[');
    for (i = 0; i < run->sources.n; i++)
        put_source(&writer, &run->sources.items[i]);
    xc_json_emit_close(&writer.emit);
    if (!xc_json_problems(&writer.emit, &run->problems, &writer.arena))
        writer.failed = true;
    xc_json_emit_open(&writer.emit, "summary", '{');
    put_counts(&writer.emit, &run->summary);
    xc_json_emit_close(&writer.emit);
    xc_json_emit_close(&writer.emit);
    if (writer.failed)
        sink->failed = true;
    xc_arena_release(&writer.arena);
}

void
xc_report_ndjson(const struct xc_run *run, struct xc_sink *sink)
{
    struct writer writer = {.run = run};

    xc_arena_init(&writer.arena);
    xc_json_emit_init_line(&writer.emit, sink);
    put_claims(&writer, true);
    if (!xc_json_problem_lines(&writer.emit, &run->problems, &writer.arena))
        writer.failed = true;
    xc_json_emit_open(&writer.emit, NULL, '{');
    xc_json_emit_str(&writer.emit, "type", XC_STR("summary"));
    xc_json_emit_str(&writer.emit, "xclaim", XC_STR(PACKAGE_VERSION));
    xc_json_emit_number(&writer.emit, "format", format_number);
    put_counts(&writer.emit, &run->summary);
    xc_json_emit_close(&writer.emit);
    if (writer.failed)
        sink->failed = true;
    xc_arena_release(&writer.arena);
}
