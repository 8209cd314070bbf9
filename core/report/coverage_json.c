/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/coverage.h"
#include "report/json_emit.h"

static void
emit_claims(struct xc_json_emit *emit, const struct xc_coverage *coverage)
{
    size_t t;
    size_t c;

    xc_json_emit_open(emit, "claims", '[');
    for (t = 0; t < coverage->engine->topics->n; t++) {
        const struct xc_topic *topic = &coverage->engine->topics->items[t];

        for (c = 0; c < topic->n_claims; c++) {
            xc_json_emit_open(emit, NULL, '{');
            xc_json_emit_str(emit, "topic", topic->id);
            xc_json_emit_str(emit, "claim", topic->claims[c].id);
            xc_json_emit_str(emit, "statement", topic->claims[c].statement);
            xc_json_emit_number(emit, "sources", coverage->spoken[t][c]);
            xc_json_emit_close(emit);
        }
    }
    xc_json_emit_close(emit);
}

static void
emit_sentence(struct xc_json_emit *emit, const struct xc_worthy *worthy)
{
    const struct xc_worth *worth = &worthy->worth;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "source", worthy->source);
    xc_json_emit_known_number(emit, "line", worthy->line);
    xc_json_emit_str(emit, "text", worthy->text);
    xc_json_emit_number(emit, "score", worth->score);
    xc_json_emit_open(emit, "reasons", '{');
    xc_json_emit_known_str(emit, "number", worth->number);
    xc_json_emit_known_str(emit, "superlative", worth->superlative);
    xc_json_emit_known_str(emit, "denial", worth->denial);
    xc_json_emit_known_str(emit, "speaker", worth->speaker);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
}

void
xc_report_coverage_json(const struct xc_coverage *coverage, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    size_t i;

    xc_json_emit_init(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_number(&emit, "format", 1);
    emit_claims(&emit, coverage);
    xc_json_emit_open(&emit, "sources", '[');
    for (i = 0; i < coverage->sources.n; i++) {
        xc_json_emit_open(&emit, NULL, '{');
        xc_json_emit_str(&emit, "source", coverage->sources.items[i].id);
        xc_json_emit_bool(&emit, "touched", coverage->sources.items[i].touched);
        xc_json_emit_close(&emit);
    }
    xc_json_emit_close(&emit);
    xc_json_emit_open(&emit, "sentences", '[');
    for (i = 0; i < coverage->n_worthy; i++)
        emit_sentence(&emit, &coverage->worthy[i]);
    xc_json_emit_close(&emit);
    xc_json_emit_number(&emit, "unread", coverage->n_unread);
    xc_json_emit_close(&emit);
}
