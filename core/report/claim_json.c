/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/claim_json.h"

#include "report/value_words.h"

struct writer {
    struct xc_json_emit *emit;
    struct xc_arena *arena; /* numbers as text */
    const struct xc_run *run;
    bool failed; /* memory was short */
};

/* A constant's name, null when it has none. */
static void
put_word(struct xc_json_emit *emit, const char *key, const char *word)
{
    xc_json_emit_known_str(emit, key, xc_str_of(word));
}

static void
put_value_members(struct writer *writer, const struct xc_claim_slot *slot,
                  const struct xc_value *value)
{
    struct xc_json_emit *emit = writer->emit;
    const struct xc_str none = {NULL, 0};
    bool named = xc_value_kind_is_named(value->kind);

    xc_json_emit_str(emit, "text", value->text);
    put_word(emit, "kind", xc_value_kind_name(value->kind));
    xc_json_emit_known_str(emit, "unit", named ? none : value->unit);
    xc_json_emit_known_str(
        emit, "low",
        named ? none : xc_value_low_text(value, writer->arena, &writer->failed));
    xc_json_emit_known_str(
        emit, "high",
        named ? none : xc_value_high_text(value, writer->arena, &writer->failed));
    xc_json_emit_bool(emit, "approximate",
                      value->approximation == XC_VALUE_APPROXIMATE);
    if (named)
        xc_json_emit_str(emit, "name", value->name);
    put_word(emit, "to_statement",
             slot->has_value ? xc_relation_word(xc_value_compare(value, &slot->value),
                                                value, &slot->value)
                             : NULL);
    xc_json_emit_close(emit);
}

/* The members of a claim's (or mention's) value: values[slot], NULL where it has none;
 * null when every slot has none. */
static void
put_slots(struct writer *writer, const struct xc_claim *claim,
          const struct xc_value *const *values)
{
    bool any = false;
    size_t slot;

    for (slot = 0; slot < claim->n_slots; slot++) {
        if (values[slot] == NULL)
            continue;
        if (!any)
            xc_json_emit_open(writer->emit, "value", '{');
        any = true;
        xc_json_emit_open_named(writer->emit, claim->slots[slot].name, '{');
        put_value_members(writer, &claim->slots[slot], values[slot]);
    }
    if (any)
        xc_json_emit_close(writer->emit);
    else
        xc_json_emit_null(writer->emit, "value");
}

/* Room for put_slots, all NULL; NULL when memory is short. */
static const struct xc_value **
new_slots(struct writer *writer, const struct xc_claim *claim)
{
    const struct xc_value **values =
        xc_arena_array(writer->arena, claim->n_slots, sizeof(const struct xc_value *));

    if (values == NULL)
        writer->failed = true;
    return values;
}

static void
put_mention_value(struct writer *writer, const struct xc_claim *claim,
                  const struct xc_kept *kept)
{
    const struct xc_value **values = new_slots(writer, claim);
    size_t i;

    if (values == NULL)
        return;
    for (i = 0; i < kept->n_values; i++)
        values[kept->values[i].slot] = &kept->values[i].value;
    put_slots(writer, claim, values);
}

static void
put_agreed_value(struct writer *writer, const struct xc_claim_result *result)
{
    const struct xc_value **values = new_slots(writer, result->claim);
    size_t slot;

    if (values == NULL)
        return;
    for (slot = 0; slot < result->claim->n_slots; slot++) {
        if (result->has_agreed[slot])
            values[slot] = &result->agreed[slot];
    }
    put_slots(writer, result->claim, values);
}

static struct xc_str
source_id(const struct writer *writer, size_t source)
{
    return writer->run->sources.items[source].id;
}

static void
put_stated_values(struct writer *writer, const struct xc_claim_result *result)
{
    struct xc_json_emit *emit = writer->emit;
    size_t i;
    size_t s;

    xc_json_emit_open(emit, "values", '[');
    for (i = 0; i < result->n_values; i++) {
        const struct xc_stated_value *stated = &result->values[i];

        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "slot", result->claim->slots[stated->slot].name);
        xc_json_emit_open(emit, "value", '{');
        put_value_members(writer, &result->claim->slots[stated->slot], &stated->value);
        xc_json_emit_open(emit, "sources", '[');
        for (s = 0; s < stated->n_sources; s++)
            xc_json_emit_str(emit, NULL, source_id(writer, stated->sources[s]));
        xc_json_emit_close(emit);
        xc_json_emit_bool(emit, "differs_from_statement",
                          stated->differs_from_statement);
        put_word(emit, "to_first", xc_stated_word(result, stated));
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

static void
put_voice(struct xc_json_emit *emit, const struct xc_voice *voice)
{
    xc_json_emit_open(emit, "voice", '{');
    put_word(emit, "kind", xc_voice_kind_name(voice->kind));
    xc_json_emit_known_str(emit, "name", voice->name);
    xc_json_emit_bool(emit, "quoted", voice->quoted);
    put_word(emit, "commitment", xc_commitment_name(voice->commitment));
    xc_json_emit_close(emit);
}

static void
put_span(struct xc_json_emit *emit, struct xc_span span)
{
    xc_json_emit_number(emit, "start", span.off_bytes);
    xc_json_emit_number(emit, "end", span.off_bytes + span.len_bytes);
}

static void
put_cues(struct xc_json_emit *emit, const struct xc_kept *kept)
{
    size_t i;

    xc_json_emit_open(emit, "cues", '[');
    for (i = 0; i < kept->n_cues; i++) {
        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "text", kept->cues[i].text);
        put_word(emit, "class", xc_cue_class_name(kept->cues[i].class));
        put_span(emit, kept->cues[i].span);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

/* The flags of a mention, and what each of them is about. */
static void
put_flags(struct xc_json_emit *emit, const struct xc_kept *kept)
{
    unsigned script;
    size_t i;

    xc_json_emit_open(emit, "flags", '[');
    if (kept->n_hidden > 0)
        xc_json_emit_str(emit, NULL, XC_STR("hidden-text"));
    xc_json_emit_close(emit);
    xc_json_emit_open(emit, "hidden", '[');
    for (i = 0; i < kept->n_hidden; i++) {
        const struct xc_hidden *hidden = &kept->hidden[i];

        xc_json_emit_open(emit, NULL, '{');
        put_word(emit, "kind", xc_hidden_kind_name(hidden->kind));
        xc_json_emit_number(emit, "count", hidden->n);
        xc_json_emit_known_str(emit, "word", hidden->word);
        xc_json_emit_known_str(emit, "read_as", hidden->read_as);
        xc_json_emit_open(emit, "scripts", '[');
        for (script = 0; script < XC_N_SCRIPTS; script++) {
            if ((hidden->scripts >> script & 1) != 0)
                put_word(emit, NULL, xc_script_name((enum xc_script)script));
        }
        xc_json_emit_close(emit);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

/* The editor's decision on a mention. */
static void
put_decision(struct writer *writer, const struct xc_kept *kept)
{
    const struct xc_decision *decision = kept->decision;
    struct xc_json_emit *emit = writer->emit;
    struct xc_str date;

    if (decision == NULL) {
        xc_json_emit_null(emit, "decision");
        return;
    }
    date = xc_date_text(decision->date, writer->arena);
    writer->failed |= date.ptr == NULL;
    xc_json_emit_open(emit, "decision", '{');
    put_word(emit, "decision", xc_decision_name(decision->kind));
    xc_json_emit_known_str(emit, "by", decision->by);
    xc_json_emit_str(emit, "reason", decision->reason);
    xc_json_emit_str(emit, "date", date);
    put_word(emit, "was", xc_stance_name(kept->read_as));
    xc_json_emit_close(emit);
}

/* The lines of text, as an array. */
static void
put_lines(struct xc_json_emit *emit, const char *key, struct xc_str text)
{
    struct xc_str line;

    xc_json_emit_open(emit, key, '[');
    while (xc_str_split(&text, '\n', &line)) {
        if (line.len > 0)
            xc_json_emit_str(emit, NULL, line);
    }
    xc_json_emit_close(emit);
}

static void
put_mention(struct writer *writer, const struct xc_claim_result *result, size_t m)
{
    struct xc_json_emit *emit = writer->emit;
    const struct xc_kept *kept = result->mentions[m];

    xc_json_emit_open(emit, NULL, '{');
    put_word(emit, "stance", xc_stance_name(kept->stance));
    put_voice(emit, &kept->voice);
    put_word(emit, "event", xc_event_place_name(kept->event.place));
    if (result->topic->event.present)
        put_lines(emit, "event_trace", kept->event.trace);
    put_mention_value(writer, result->claim, kept);
    xc_json_emit_str(emit, "quote", kept->quote);
    xc_json_emit_str(emit, "before", kept->before);
    xc_json_emit_str(emit, "after", kept->after);
    xc_json_emit_number(emit, "line", kept->line);
    xc_json_emit_known_number(emit, "column", kept->column);
    put_span(emit, kept->span);
    put_cues(emit, kept);
    xc_json_emit_known_number(emit, "origin", result->origin_of[m]);
    put_flags(emit, kept);
    put_decision(writer, kept);
    xc_json_emit_close(emit);
}

static void
put_claim_sources(struct writer *writer, const struct xc_claim_result *result)
{
    struct xc_json_emit *emit = writer->emit;
    size_t i;
    size_t m;

    xc_json_emit_open(emit, "sources", '[');
    for (i = 0; i < result->n_sources; i++) {
        const struct xc_claim_source *source = &result->sources[i];

        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_str(emit, "source", source_id(writer, source->source));
        put_word(emit, "position", xc_position_name(source->position));
        xc_json_emit_open(emit, "mentions", '[');
        for (m = source->mentions.first; m < source->mentions.end; m++)
            put_mention(writer, result, m);
        xc_json_emit_close(emit);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

static void
put_edge_end(struct writer *writer, const char *key, const struct xc_kept *kept)
{
    xc_json_emit_open(writer->emit, key, '{');
    xc_json_emit_str(writer->emit, "source", source_id(writer, kept->source));
    xc_json_emit_number(writer->emit, "line", kept->line);
    xc_json_emit_close(writer->emit);
}

static void
put_grouping(struct writer *writer, const struct xc_claim_result *result)
{
    struct xc_json_emit *emit = writer->emit;
    size_t e;

    xc_json_emit_open(emit, "grouping", '[');
    for (e = 0; e < result->n_edges; e++) {
        const struct xc_origin_edge *edge = &result->edges[e];

        xc_json_emit_open(emit, NULL, '{');
        xc_json_emit_known_number(emit, "origin", result->origin_of[edge->a]);
        put_edge_end(writer, "a", result->mentions[edge->a]);
        put_edge_end(writer, "b", result->mentions[edge->b]);
        put_word(emit, "reason", xc_origin_reason_name(edge->reason));
        xc_json_emit_str(emit, "words", edge->shared);
        xc_json_emit_close(emit);
    }
    xc_json_emit_close(emit);
}

bool
xc_json_claim(struct xc_json_emit *emit, const struct xc_run *run,
              const struct xc_claim_result *result, bool typed,
              struct xc_arena *scratch)
{
    struct writer writer = {emit, scratch, run, false};

    xc_arena_reset(scratch);
    xc_json_emit_open(emit, NULL, '{');
    if (typed)
        xc_json_emit_str(emit, "type", XC_STR("claim"));
    xc_json_emit_str(emit, "topic", result->topic->id);
    xc_json_emit_str(emit, "claim", result->claim->id);
    xc_json_emit_str(emit, "statement", result->claim->statement);
    put_word(emit, "verdict", xc_verdict_name(result->verdict));
    put_word(emit, "side", xc_side_name(result->side));
    put_agreed_value(&writer, result);
    put_stated_values(&writer, result);
    xc_json_emit_number(emit, "origins", result->n_origins);
    xc_json_emit_str(emit, "why", result->why);
    put_claim_sources(&writer, result);
    put_grouping(&writer, result);
    xc_json_emit_close(emit);
    return !writer.failed;
}
