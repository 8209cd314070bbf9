/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/probe.h"

#include "report/json_emit.h"
#include "value/timex.h"

/* Characters before every so many bytes of the text, so that counting up to a place
 * takes the same time wherever it is. */
#define MARK_BYTES ((size_t)64)

/* A text with the characters before every MARK_BYTES bytes of it. */
struct marked {
    struct xc_str text;
    size_t *marks;
};

struct telling {
    struct xc_json_emit emit;
    const struct xc_probe *probe;
    struct xc_arena *arena;
    struct marked marked[2]; /* the request's text, and the other one of REUSE */
    const struct marked *in; /* the one that places count in */
    bool failed;
};

/* Whether a byte begins a character. */
static bool
is_first(char c)
{
    return ((unsigned char)c & 0xC0U) != 0x80;
}

static bool
mark(struct xc_str text, struct xc_arena *arena, struct marked *out)
{
    size_t n = 0;
    size_t i;

    out->text = text;
    out->marks = xc_arena_array(arena, text.len / MARK_BYTES + 1, sizeof *out->marks);
    if (out->marks == NULL)
        return false;
    for (i = 0; i < text.len; i++) {
        if (i % MARK_BYTES == 0)
            out->marks[i / MARK_BYTES] = n;
        n += is_first(text.ptr[i]);
    }
    if (i % MARK_BYTES == 0)
        out->marks[i / MARK_BYTES] = n;
    return true;
}

/* The number of characters before byte off. */
static size_t
characters(const struct marked *marked, size_t off)
{
    size_t i = off - off % MARK_BYTES;
    size_t n = marked->marks[off / MARK_BYTES];

    for (; i < off; i++)
        n += is_first(marked->text.ptr[i]);
    return n;
}

/* "text", "start" and "end" of a span of the request's text. */
static void
tell_span(struct telling *telling, struct xc_span span)
{
    xc_json_emit_str(&telling->emit, "text", xc_str_at(telling->in->text, span));
    xc_json_emit_number(&telling->emit, "start",
                        characters(telling->in, span.off_bytes));
    xc_json_emit_number(&telling->emit, "end",
                        characters(telling->in, span.off_bytes + span.len_bytes));
}

static void
tell_words(struct telling *telling, struct xc_range words)
{
    tell_span(telling, xc_text_span(&telling->probe->text, words));
}

static void
tell_sentences(struct telling *telling)
{
    const struct xc_text *text = &telling->probe->text;
    size_t s;

    xc_json_emit_open(&telling->emit, "sentences", '[');
    for (s = 0; s < text->n_sentences; s++)
        xc_json_emit_str(
            &telling->emit, NULL,
            xc_str_at(text->article,
                      xc_fold_to_article(&text->fold, text->sentences[s].folded)));
    xc_json_emit_close(&telling->emit);
}

static void
tell_voice(struct telling *telling, const struct xc_voice *voice)
{
    struct xc_json_emit *emit = &telling->emit;
    const char *commitment = xc_commitment_name(voice->commitment);

    xc_json_emit_open(emit, "voice", '{');
    xc_json_emit_str(emit, "kind", xc_str_of(xc_voice_kind_name(voice->kind)));
    xc_json_emit_known_str(emit, "name", voice->name);
    xc_json_emit_bool(emit, "quoted", voice->quoted);
    xc_json_emit_known_str(emit, "commitment", xc_str_of(commitment));
    xc_json_emit_close(emit);
}

static void
tell_cue(struct telling *telling, const struct xc_cue_hit *hit)
{
    struct xc_json_emit *emit = &telling->emit;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "class", xc_str_of(xc_cue_class_name(hit->class)));
    tell_words(telling, hit->words);
    xc_json_emit_close(emit);
}

/* The trace's lines. */
static void
tell_trace(struct telling *telling, struct xc_str trace)
{
    struct xc_str line;

    xc_json_emit_open(&telling->emit, "trace", '[');
    while (xc_str_split(&trace, '\n', &line)) {
        if (line.len > 0)
            xc_json_emit_str(&telling->emit, NULL, line);
    }
    xc_json_emit_close(&telling->emit);
}

static void
tell_stance(struct telling *telling)
{
    const struct xc_probe *probe = telling->probe;
    struct xc_json_emit *emit = &telling->emit;
    size_t i;

    if (!probe->found) {
        xc_json_emit_null(emit, "stance");
        return;
    }
    xc_json_emit_str(emit, "stance", xc_str_of(xc_stance_name(probe->stance.stance)));
    tell_voice(telling, &probe->stance.voice);
    xc_json_emit_open(emit, "target", '{');
    tell_words(telling, probe->target.words);
    xc_json_emit_close(emit);
    xc_json_emit_open(emit, "cues", '[');
    for (i = 0; i < probe->stance.n_cues; i++)
        tell_cue(telling, &probe->stance.cues[i]);
    xc_json_emit_close(emit);
    if (probe->stance.unread != (size_t)-1) {
        xc_json_emit_open(emit, "unread", '{');
        tell_words(telling,
                   (struct xc_range){probe->stance.unread, probe->stance.unread + 1});
        xc_json_emit_close(emit);
    }
    tell_trace(telling, probe->stance.trace);
}

/* Money's unit is its ISO code; names that several countries share ("franc") have none. */
static struct xc_str
unit_of(const struct xc_value *value)
{
    bool shared = value->kind == XC_VALUE_MONEY && value->unit.len > 0 &&
                  value->unit.ptr[0] >= 'a';

    return shared ? XC_STR("") : value->unit;
}

static void
tell_bounds(struct telling *telling, const struct xc_value *value)
{
    struct xc_json_emit *emit = &telling->emit;

    xc_json_emit_known_str(emit, "low",
                           xc_value_low_text(value, telling->arena, &telling->failed));
    xc_json_emit_known_str(emit, "high",
                           xc_value_high_text(value, telling->arena, &telling->failed));
    xc_json_emit_bool(emit, "approximate", value->approximation != XC_VALUE_EXACT);
}

static void
tell_value(struct telling *telling, const struct xc_value *value)
{
    struct xc_json_emit *emit = &telling->emit;
    struct xc_str stated = xc_value_stated(value, telling->arena);

    if (stated.ptr == NULL) {
        telling->failed = true;
        return;
    }
    xc_json_emit_open(emit, NULL, '{');
    tell_span(telling, value->stated_at);
    xc_json_emit_str(emit, "kind", xc_str_of(xc_value_kind_name(value->kind)));
    xc_json_emit_known_str(emit, "value", stated);
    xc_json_emit_str(emit, "unit", unit_of(value));
    tell_bounds(telling, value);
    xc_json_emit_close(emit);
}

/* The number of money behind its sign, which no slot takes for a count. */
static void
tell_figure(struct telling *telling, const struct xc_value *money)
{
    struct xc_value figure = *money;

    figure.kind = XC_VALUE_COUNT;
    figure.unit = XC_STR("");
    figure.stated_at = money->figure_at;
    tell_value(telling, &figure);
}

static bool
lies_within(const struct xc_span *inner, const struct xc_span *outer)
{
    return inner->off_bytes >= outer->off_bytes &&
           inner->off_bytes + inner->len_bytes <= outer->off_bytes + outer->len_bytes;
}

/* "two weeks" within the date "two weeks ago" */
static bool
is_part_of_date(const struct xc_value_hit_vec *values, size_t i)
{
    const struct xc_value_hit *hit = &values->items[i];
    size_t k;

    if (hit->value.kind != XC_VALUE_DURATION)
        return false;
    for (k = i; k > 0; k--) {
        const struct xc_value_hit *before = &values->items[k - 1];

        if (before->value.kind != XC_VALUE_DATE)
            continue;
        /* Dates share no word, so that none further back reaches here. */
        if (lies_within(&hit->value.stated_at, &before->value.stated_at))
            return true;
        break;
    }
    for (k = i + 1; k < values->n; k++) {
        const struct xc_value_hit *after = &values->items[k];

        if (after->words.first >= hit->words.end)
            return false;
        if (after->value.kind == XC_VALUE_DATE &&
            lies_within(&hit->value.stated_at, &after->value.stated_at))
            return true;
    }
    return false;
}

/* NAME is a run of capitalised words: every other sentence has one, and none is what a
 * value is asked for. */
static void
tell_values(struct telling *telling)
{
    const struct xc_value_hit_vec *values = &telling->probe->values;
    size_t i;

    xc_json_emit_open(&telling->emit, "values", '[');
    for (i = 0; i < values->n; i++) {
        const struct xc_value *value = &values->items[i].value;

        if (value->kind == XC_VALUE_NAME || is_part_of_date(values, i))
            continue;
        tell_value(telling, value);
        if (value->figure_at.len_bytes > 0)
            tell_figure(telling, value);
    }
    xc_json_emit_close(&telling->emit);
}

/* Where in the request's text the name stands; false when it was put together. */
static bool
is_in_text(const struct xc_probe *probe, struct xc_str name, struct xc_span *out)
{
    const struct xc_str text = probe->text.article;
    const char *end = text.ptr + text.len;

    if (name.len == 0 || name.ptr < text.ptr || name.ptr >= end)
        return false;
    *out = (struct xc_span){(size_t)(name.ptr - text.ptr), name.len};
    return out->off_bytes + out->len_bytes <= text.len;
}

static void
tell_speech(struct telling *telling, const struct xc_speech *speech)
{
    struct xc_json_emit *emit = &telling->emit;
    struct xc_span span;

    xc_json_emit_open(emit, NULL, '{');
    xc_json_emit_str(emit, "kind", xc_str_of(xc_speech_kind_name(speech->kind)));
    tell_words(telling, speech->words);
    tell_voice(telling, &speech->voice);
    if (is_in_text(telling->probe, speech->voice.name, &span)) {
        xc_json_emit_open(emit, "speaker", '{');
        tell_span(telling, span);
        xc_json_emit_close(emit);
    } else {
        xc_json_emit_null(emit, "speaker");
    }
    if (speech->cue.end > speech->cue.first) {
        xc_json_emit_open(emit, "cue", '{');
        tell_words(telling, speech->cue);
        xc_json_emit_close(emit);
    } else {
        xc_json_emit_null(emit, "cue");
    }
    xc_json_emit_close(emit);
}

static void
tell_quotes(struct telling *telling)
{
    const struct xc_speech_vec *speeches = &telling->probe->speeches;
    size_t i;

    xc_json_emit_open(&telling->emit, "quotes", '[');
    for (i = 0; i < speeches->n; i++)
        tell_speech(telling, &speeches->items[i]);
    xc_json_emit_close(&telling->emit);
}

/* A span of text number `side` under key. */
static void
tell_side(struct telling *telling, const char *key, size_t side, struct xc_span span)
{
    telling->in = &telling->marked[side];
    xc_json_emit_open(&telling->emit, key, '{');
    tell_span(telling, span);
    xc_json_emit_close(&telling->emit);
}

static void
tell_shared(struct telling *telling, const char *key,
            const struct xc_probe_shared_vec *shared)
{
    size_t i;

    xc_json_emit_open(&telling->emit, key, '[');
    for (i = 0; i < shared->n; i++) {
        xc_json_emit_open(&telling->emit, NULL, '{');
        tell_side(telling, "a", 0, shared->items[i].a);
        tell_side(telling, "b", 1, shared->items[i].b);
        xc_json_emit_close(&telling->emit);
    }
    xc_json_emit_close(&telling->emit);
}

static void
tell_reuse(struct telling *telling)
{
    const struct xc_probe_reuse *reuse = &telling->probe->reuse;
    struct xc_json_emit *emit = &telling->emit;

    tell_shared(telling, "passages", &reuse->passages);
    tell_shared(telling, "quotations", &reuse->quotations);
    xc_json_emit_open(emit, "overlap", '{');
    xc_json_emit_number(emit, "words", reuse->overlap.n_words);
    xc_json_emit_number(emit, "shared", reuse->overlap.n_shared);
    xc_json_emit_close(emit);
    xc_json_emit_bool(emit, "reused", reuse->overlap.is_reuse);
}

enum xc_status
xc_report_probe(const struct xc_probe *probe, struct xc_arena *arena,
                struct xc_sink *sink)
{
    struct telling telling = {.probe = probe, .arena = arena};

    if (!mark(probe->text.article, arena, &telling.marked[0]) ||
        !mark(probe->other.article, arena, &telling.marked[1]))
        return XC_NO_MEMORY;
    telling.in = &telling.marked[0];
    xc_json_emit_init_line(&telling.emit, sink);
    xc_json_emit_open(&telling.emit, NULL, '{');
    switch (probe->stage) {
    case XC_PROBE_SENTENCES:
        tell_sentences(&telling);
        break;
    case XC_PROBE_STANCE:
        tell_stance(&telling);
        break;
    case XC_PROBE_VALUES:
        tell_values(&telling);
        break;
    case XC_PROBE_QUOTES:
        tell_quotes(&telling);
        break;
    case XC_PROBE_REUSE:
        tell_reuse(&telling);
        break;
    }
    xc_json_emit_close(&telling.emit);
    return telling.failed ? XC_NO_MEMORY : XC_OK;
}

void
xc_report_probe_error(const struct xc_problem *problem, struct xc_sink *sink)
{
    struct xc_json_emit emit;

    xc_json_emit_init_line(&emit, sink);
    xc_json_emit_open(&emit, NULL, '{');
    xc_json_emit_str(&emit, "error", problem->message);
    xc_json_emit_known_number(&emit, "line", problem->line);
    xc_json_emit_known_number(&emit, "column", problem->column);
    xc_json_emit_close(&emit);
}
