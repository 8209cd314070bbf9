/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/diff.h"

#include "report/diff_telling.h"
#include "report/json_emit.h"

/* The number of this shape; docs/diff.schema.json describes it. */
static const size_t format_number = 1;

static void
put_word(struct xc_json_emit *emit, const char *key, const char *word)
{
    xc_json_emit_known_str(emit, key, xc_str_of(word));
}

/* The words of the agreed values by their slots; null when there is none. */
static void
put_agreed(struct xc_json_emit *emit, const struct xc_told_claim *told)
{
    size_t i;

    if (told->n_agreed == 0) {
        xc_json_emit_null(emit, "value");
        return;
    }
    xc_json_emit_open(emit, "value", '[');
    for (i = 0; i < told->n_agreed; i++) {
        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "slot", told->agreed[i].slot);
        xc_json_emit_str(emit, "text", told->agreed[i].text);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

/* What one of the reports says of the claim; null when it does not list it. */
static void
put_told(struct xc_json_emit *emit, const char *key, const struct xc_told_claim *told)
{
    if (told == NULL) {
        xc_json_emit_null(emit, key);
        return;
    }
    xc_json_emit_open(emit, key, '{');
    xc_json_emit_str(emit, "statement", told->statement);
    put_word(emit, "verdict", xc_verdict_name(told->verdict));
    put_word(emit, "side", xc_side_name(told->side));
    put_agreed(emit, told);
    xc_json_emit_number(emit, "origins", told->n_origins);
    xc_json_emit_str(emit, "why", told->why);
    xc_json_emit_close(emit);
}

static void
put_changed(struct xc_json_emit *emit, const struct xc_comparison_claim *claim)
{
    xc_json_emit_open(emit, "changed", '[');
    if (claim->verdict)
        put_word(emit, NULL, "verdict");
    if (claim->side)
        put_word(emit, NULL, "side");
    if (claim->value)
        put_word(emit, NULL, "value");
    if (claim->origins)
        put_word(emit, NULL, "origins");
    xc_json_emit_close(emit);
}

static void
put_source(struct xc_json_emit *emit, const struct xc_comparison_source *source)
{
    const struct xc_told_source *told = source->source;
    const struct xc_str none = {NULL, 0};

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "source", source->id);
    xc_json_emit_known_str(emit, "publisher", told == NULL ? none : told->publisher);
    xc_json_emit_known_str(emit, "published", told == NULL ? none : told->published);
    put_word(emit, "change", xc_turn_name(source->turn));
    put_word(emit, "old", xc_position_name(source->before));
    put_word(emit, "new", xc_position_name(source->after));
    xc_json_emit_bool(emit, "in_both_reports",
                      source->turn == XC_TURN_TURNED || source->is_elsewhere);
    xc_json_emit_close(emit);
}

static void
put_value(struct xc_json_emit *emit, const struct xc_comparison_value *value)
{
    size_t i;

    xc_json_emit_open(emit, NULL, '{');
    put_word(emit, "change", xc_turn_name(value->turn));
    xc_json_emit_str(emit, "slot", value->value->slot);
    xc_json_emit_str(emit, "text", value->value->text);
    xc_json_emit_open(emit, "sources", '[');
    for (i = 0; i < value->value->n_sources; i++)
        xc_json_emit_str(emit, NULL, value->value->sources[i]);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
}

static void
put_edge(struct xc_json_emit *emit, const struct xc_comparison_edge *edge)
{
    xc_json_emit_open(emit, NULL, '{');
    put_word(emit, "change", xc_turn_name(edge->turn));
    xc_json_emit_str(emit, "a", edge->edge->a);
    xc_json_emit_str(emit, "b", edge->edge->b);
    put_word(emit, "reason", xc_origin_reason_name(edge->edge->reason));
    xc_json_emit_str(emit, "words", edge->edge->words);
    xc_json_emit_close(emit);
}

static void
put_claim(struct xc_json_emit *emit, const struct xc_comparison_claim *claim)
{
    const struct xc_told_claim *told = xc_comparison_told(claim);
    size_t i;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "topic", told->topic);
    xc_json_emit_str(emit, "claim", told->claim);
    xc_json_emit_str(emit, "statement", told->statement);
    put_word(emit, "change", xc_diff_word(claim));
    put_changed(emit, claim);
    put_told(emit, "old", claim->before);
    put_told(emit, "new", claim->after);
    xc_json_emit_open(emit, "sources", '[');
    for (i = 0; i < claim->n_sources; i++)
        put_source(emit, &claim->sources[i]);
    xc_json_emit_close(emit);
    xc_json_emit_open(emit, "values", '[');
    for (i = 0; i < claim->n_values; i++)
        put_value(emit, &claim->values[i]);
    xc_json_emit_close(emit);
    xc_json_emit_open(emit, "grouping", '[');
    for (i = 0; i < claim->n_edges; i++)
        put_edge(emit, &claim->edges[i]);
    xc_json_emit_close(emit);
    xc_json_emit_close(emit);
}

static void
put_report(struct xc_json_emit *emit, const char *key, const struct xc_told *told)
{
    xc_json_emit_open(emit, key, '{');
    xc_json_emit_str(emit, "path", told->path);
    xc_json_emit_str(emit, "xclaim", told->version);
    xc_json_emit_close(emit);
}

static void
put_summary(struct xc_json_emit *emit, const struct xc_comparison_summary *summary)
{
    xc_json_emit_open(emit, "summary", '{');
    xc_json_emit_number(emit, "turned", summary->turned);
    xc_json_emit_number(emit, "changed", summary->changed);
    xc_json_emit_number(emit, "came", summary->came);
    xc_json_emit_number(emit, "went", summary->went);
    xc_json_emit_number(emit, "unchanged", summary->unchanged);
    xc_json_emit_number(emit, "sources_came", summary->sources_came);
    xc_json_emit_number(emit, "sources_went", summary->sources_went);
    xc_json_emit_close(emit);
}

void
xc_report_diff_json(const struct xc_comparison *comparison, struct xc_sink *sink)
{
    struct xc_json_emit emit;
    size_t i;

    xc_json_emit_init(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_str(&emit, "xclaim", XC_STR(PACKAGE_VERSION));
    xc_json_emit_number(&emit, "format", format_number);
    put_report(&emit, "old", comparison->before);
    put_report(&emit, "new", comparison->after);
    xc_json_emit_open(&emit, "claims", '[');
    for (i = 0; i < comparison->n; i++)
        put_claim(&emit, &comparison->items[i]);
    xc_json_emit_close(&emit);
    put_summary(&emit, &comparison->summary);
    xc_json_emit_close(&emit);
}
