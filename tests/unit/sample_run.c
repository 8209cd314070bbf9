/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "sample_run.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define BYTES(literal)                                                                 \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }

const struct xc_str sample_poisons[] = {
    BYTES("\x1b[31mred\x1b]0;title\a"),
    BYTES("\0\x01\b\f\r\x7f"),
    BYTES("\xc2\x9b"
          "31m\xc2\x85\x9b"),
    BYTES("\xe2\x80\xae\xe2\x80\xac"
          "drawkcab\xe2\x80\x8b\xef\xbb\xbf\xe2\x80\xa8"),
    BYTES("\xf3\xa0\x81\x81\xc2\xad"),
    BYTES("\xff\xc0\xaf\xed\xa0\x80\xf0\x9f\x98"),
    BYTES("\"\\/</script><img src=x onerror=1>&lt;"),
    BYTES("**b** _i_ `c` [l](http://a.example) ![i](u) | # - 1. ~~s~~ $x$ \\"),
    BYTES("@star mail@a.example http://a.example www.a.example <http://a.example>"),
    BYTES("\n\n# heading\n> quote\n- item\n1. item\n```\ncode\n"),
    BYTES("\r\nAGREEMENT      x\r\n    line 3   «x»"),
    BYTES("%0A::error::x\n::error file=a::b\r\n::set-output name=a::b,c=d##[error]e"),
    BYTES("]]></failure><!-- --><![CDATA[\xef\xbf\xbf\xef\xbf\xbe&#0;&lt;"),
    BYTES("=1+1\n=cmd|' /C calc'!A1;\t+1,\"@SUM(1)\" {0} {{ [a](1) ](b {"),
    BYTES(" -2+3 a\\b/../c%20d#e?f:g \xef\xbc\x9d"),
    BYTES(
        "\xe6\x9d\xb1\xe4\xba\xac\xe6\x9d\xb1\xe4\xba\xac e\xcc\x81 \xf0\x9f\x8e\xad"),
};
const size_t sample_n_poisons = COUNT(sample_poisons);

struct builder {
    struct xc_arena *arena;
    struct xc_str poison;
    struct xc_run *run;
};

static void *
zeroed(struct builder *b, size_t n, size_t size)
{
    void *at = xc_arena_array(b->arena, n, size);

    assert(at != NULL);
    return at;
}

/* literal, then the poison. */
static struct xc_str
text(struct builder *b, const char *literal)
{
    size_t len = strlen(literal);
    char *bytes = zeroed(b, len + b->poison.len + 1, 1);

    memcpy(bytes, literal, len + 1);
    memcpy(bytes + len, b->poison.ptr, b->poison.len);
    return (struct xc_str){bytes, len + b->poison.len};
}

static struct xc_value
number(const char *words, enum xc_value_kind kind, int64_t n, const char *unit)
{
    struct xc_bound at = {true, false, {n, 0}};

    while (at.at.mantissa != 0 && at.at.mantissa % 10 == 0) {
        at.at.mantissa /= 10;
        at.at.exponent++;
    }
    return (struct xc_value){.kind = kind,
                             .unit = xc_str_of(unit),
                             .low = at,
                             .high = at,
                             .text = xc_str_of(words)};
}

static struct xc_value
colour(const char *name)
{
    return (struct xc_value){
        .kind = XC_VALUE_COLOUR, .name = xc_str_of(name), .text = xc_str_of(name)};
}

static void
add_claims(struct builder *b, struct xc_topic *topic, const char *const *words,
           size_t n)
{
    size_t i;

    topic->claims = zeroed(b, n, sizeof *topic->claims);
    topic->n_claims = n;
    for (i = 0; i < n; i++) {
        topic->claims[i].id = text(b, words[2 * i]);
        topic->claims[i].statement = text(b, words[2 * i + 1]);
    }
}

static void
add_slot(struct builder *b, struct xc_claim *claim, const char *name,
         enum xc_value_kind kind)
{
    claim->slots = zeroed(b, 1, sizeof *claim->slots);
    claim->n_slots = 1;
    claim->slots[0].name = text(b, name);
    claim->slots[0].kind = kind;
}

static void
add_topics(struct builder *b)
{
    static const char *const gala[] = {
        "men-tying-corset", "Three men tied the corset.",
        "carpet-colour",    "The carpet was pink.",
        "ribs-removed",     "She had ribs removed.",
        "late-arrival",     "She arrived an hour late.",
        "second-dress",     "She changed into a second dress.",
        "black-gown",       "She wore a black gown.",
    };
    static const char *const bridge[] = {"bridge-shut", "The bridge was shut."};
    struct xc_topic_vec *topics = zeroed(b, 1, sizeof *topics);

    topics->items = zeroed(b, 2, sizeof *topics->items);
    topics->n = topics->cap = 2;
    topics->items[0].id = text(b, "harbour-gala");
    topics->items[0].title = text(b, "The star at the Harbour Gala");
    topics->items[0].file = text(b, "rules/harbour-gala.yaml");
    add_claims(b, &topics->items[0], gala, 6);
    add_slot(b, &topics->items[0].claims[0], "men", XC_VALUE_COUNT);
    topics->items[0].claims[0].slots[0].has_value = true;
    topics->items[0].claims[0].slots[0].value = number("3", XC_VALUE_COUNT, 3, "");
    add_slot(b, &topics->items[0].claims[1], "carpet", XC_VALUE_COLOUR);
    topics->items[0].claims[1].slots[0].has_value = true;
    topics->items[0].claims[1].slots[0].value = colour("pink");
    add_slot(b, &topics->items[0].claims[3], "late", XC_VALUE_DURATION);
    topics->items[1].id = text(b, "bridge");
    topics->items[1].title = text(b, "The bridge");
    topics->items[1].file = text(b, "rules/bridge.yaml");
    add_claims(b, &topics->items[1], bridge, 1);
    b->run->topics = topics;
}

static void
add_sources(struct builder *b)
{
    struct xc_run_source *items = zeroed(b, 3, sizeof *items);

    items[0].id = items[0].path = text(b, "herald.txt");
    items[0].publisher = text(b, "Harbour Herald");
    items[0].title = text(b, "Night of the corset");
    items[0].language = text(b, "en-GB");
    items[0].has_published = true;
    items[0].published = (struct xc_date){2031, 5, 6};
    items[0].n_words = 412;
    items[1].path = text(b, "wire.jsonl");
    items[1].id = text(b, "wire.jsonl#7");
    items[1].n_words = 96;
    items[2].id = items[2].path = text(b, "empty.txt");
    b->run->sources = (struct xc_run_source_vec){items, 3, 3};
}

/* A mention of sentence before«quote»after; its span begins at the line's hundred. */
static struct xc_kept *
mention(struct builder *b, size_t source, size_t line, const char *const *sentence)
{
    struct xc_kept *kept = zeroed(b, 1, sizeof *kept);

    kept->source = source;
    kept->line = line;
    kept->before = text(b, sentence[0]);
    kept->quote = text(b, sentence[1]);
    kept->after = text(b, sentence[2]);
    kept->column = source == 0 ? strlen(sentence[0]) + 1 : 0;
    kept->span = (struct xc_span){100 * line, kept->quote.len};
    return kept;
}

static void
set_value(struct builder *b, struct xc_kept *kept, struct xc_value value)
{
    kept->values = zeroed(b, 1, sizeof *kept->values);
    kept->n_values = 1;
    kept->values[0].value = value;
}

static void
set_voice(struct builder *b, struct xc_kept *kept, enum xc_voice_kind kind,
          const char *name, enum xc_commitment commitment)
{
    kept->voice.kind = kind;
    kept->voice.name = *name == '\0' ? (struct xc_str){"", 0} : text(b, name);
    kept->voice.commitment = commitment;
    kept->voice.quoted = commitment == XC_COMMITMENT_NEUTRAL;
}

static void
set_cue(struct builder *b, struct xc_kept *kept, enum xc_stance stance,
        enum xc_cue_class class, const char *words)
{
    kept->stance = stance;
    kept->cues = zeroed(b, 1, sizeof *kept->cues);
    kept->n_cues = 1;
    kept->cues[0].text = text(b, words);
    kept->cues[0].class = class;
    kept->cues[0].span = (struct xc_span){7, kept->cues[0].text.len};
}

/* The result of claim with room for two mentions, one each of sources 0 and 1. */
static struct xc_claim_result *
add_result(struct builder *b, size_t topic, size_t claim, enum xc_verdict verdict,
           const char *why)
{
    struct xc_claim_result *result = &b->run->claims[b->run->n_claims++];

    result->topic = &b->run->topics->items[topic];
    result->claim = &result->topic->claims[claim];
    result->verdict = verdict;
    result->why = text(b, why);
    result->mentions = zeroed(b, 2, sizeof(struct xc_kept *));
    result->origin_of = zeroed(b, 2, sizeof *result->origin_of);
    result->sources = zeroed(b, 2, sizeof *result->sources);
    result->has_agreed = zeroed(b, 1, sizeof *result->has_agreed);
    result->agreed = zeroed(b, 1, sizeof *result->agreed);
    b->run->summary.verdicts[verdict]++;
    return result;
}

static void
add_mention(struct xc_claim_result *result, struct xc_kept *kept, size_t origin,
            enum xc_position position)
{
    size_t m = result->n_mentions++;

    result->mentions[m] = kept;
    result->origin_of[m] = origin;
    result->sources[result->n_sources++] =
        (struct xc_claim_source){kept->source, position, {m, m + 1}};
}

static void
add_values(struct builder *b, struct xc_claim_result *result, size_t n)
{
    size_t i;

    result->values = zeroed(b, n, sizeof *result->values);
    result->n_values = n;
    for (i = 0; i < n; i++) {
        struct xc_stated_value *stated = &result->values[i];

        stated->value = result->mentions[i]->values[0].value;
        stated->sources = zeroed(b, 2, sizeof *stated->sources);
        stated->n_sources = n == 1 ? result->n_mentions : 1;
        stated->sources[0] = i;
        stated->sources[1] = 1;
    }
}

static void
add_agreement(struct builder *b)
{
    static const char *const herald[] = {
        "It took “", "three men to lace her into the corset",
        "”, the stylist said, and another two to carry the train up the stairs."};
    static const char *const wire[] = {"", "Three men tied the corset", "."};
    struct xc_claim_result *result = add_result(
        b, 0, 0, XC_VERDICT_AGREEMENT, "two origins assert it and none denies it");
    struct xc_kept *quoted = mention(b, 0, 12, herald);
    struct xc_kept *plain = mention(b, 1, 7, wire);

    set_voice(b, quoted, XC_VOICE_SPEAKER, "the stylist", XC_COMMITMENT_NEUTRAL);
    set_value(b, quoted, number("three", XC_VALUE_COUNT, 3, ""));
    set_value(b, plain, number("Three", XC_VALUE_COUNT, 3, ""));
    add_mention(result, quoted, 1, XC_POSITION_ASSERTS);
    add_mention(result, plain, 2, XC_POSITION_ASSERTS);
    add_values(b, result, 1);
    result->side = XC_SIDE_ASSERTED;
    result->n_origins = 2;
    result->has_agreed[0] = true;
    result->agreed[0] = quoted->values[0].value;
}

/* Three zero-width characters and n_words words with a Cyrillic letter. */
static void
set_hidden(struct builder *b, struct xc_kept *kept, size_t n_words)
{
    size_t i;

    kept->n_hidden = n_words + 1;
    kept->hidden = zeroed(b, kept->n_hidden, sizeof *kept->hidden);
    kept->hidden[0] = (struct xc_hidden){
        .kind = XC_HIDDEN_ZERO_WIDTH, .n = 3, .word = BYTES(""), .read_as = BYTES("")};
    for (i = 1; i <= n_words; i++)
        kept->hidden[i] = (struct xc_hidden){.kind = XC_HIDDEN_LOOK_ALIKE,
                                             .n = 1,
                                             .word = text(b, "c\xd0\xb0rpet"),
                                             .read_as = text(b, "carpet"),
                                             .scripts = 1u << XC_SCRIPT_LATIN |
                                                        1u << XC_SCRIPT_CYRILLIC};
    b->run->summary.flagged++;
}

static void
add_contradiction(struct builder *b)
{
    static const char *const herald[] = {"On the ", "pink carpet", " she paused."};
    static const char *const wire[] = {"The ", "carpet was red", "."};
    struct xc_claim_result *result =
        add_result(b, 0, 1, XC_VERDICT_CONTRADICTION, "values conflict: pink and red");
    struct xc_kept *pink = mention(b, 0, 14, herald);
    struct xc_kept *red = mention(b, 1, 7, wire);

    set_value(b, pink, colour("pink"));
    set_value(b, red, colour("red"));
    set_voice(b, red, XC_VOICE_UNNAMED, "a guest", XC_COMMITMENT_NEUTRAL);
    set_hidden(b, pink, 1);
    set_hidden(b, red, 6);
    add_mention(result, pink, 1, XC_POSITION_ASSERTS);
    add_mention(result, red, 2, XC_POSITION_ASSERTS);
    add_values(b, result, 2);
    result->values[1].differs_from_statement = true;
    result->values[1].to_statement = XC_VALUES_CONFLICT;
    result->values[1].to_first = XC_VALUES_CONFLICT;
    result->side = XC_SIDE_ASSERTED;
    result->n_origins = 2;
}

static void
add_single_source(struct builder *b)
{
    static const char *const herald[] = {"There is no truth to talk that she ",
                                         "had ribs removed", ", her trainer said."};
    static const char *const wire[] = {"Her trainer denied that she ",
                                       "had ribs removed", "."};
    struct xc_claim_result *result = add_result(b, 0, 2, XC_VERDICT_SINGLE_SOURCE,
                                                "one origin, echoed by 2 sources");
    struct xc_kept *first = mention(b, 0, 20, herald);
    struct xc_kept *second = mention(b, 1, 7, wire);

    set_voice(b, first, XC_VOICE_SPEAKER, "her trainer", XC_COMMITMENT_NEUTRAL);
    set_voice(b, second, XC_VOICE_SPEAKER, "Her trainer", XC_COMMITMENT_STRONG);
    set_cue(b, first, XC_STANCE_DENIED, XC_CUE_DEBUNK, "no truth to");
    set_cue(b, second, XC_STANCE_DENIED, XC_CUE_DENIAL, "denied that");
    add_mention(result, first, 1, XC_POSITION_DENIES);
    add_mention(result, second, 1, XC_POSITION_DENIES);
    result->side = XC_SIDE_DENIED;
    result->n_origins = 1;
    result->edges = zeroed(b, 1, sizeof *result->edges);
    result->n_edges = 1;
    result->edges[0] =
        (struct xc_origin_edge){0, 1, XC_ORIGIN_SAME_SPEAKER, text(b, "her trainer")};
}

static void
set_decision(struct builder *b, struct xc_kept *kept, enum xc_decision_kind kind,
             const char *by, const char *reason)
{
    struct xc_decision *decision = zeroed(b, 1, sizeof *decision);

    decision->kind = kind;
    decision->by = *by == '\0' ? (struct xc_str){"", 0} : text(b, by);
    decision->reason = text(b, reason);
    decision->date = (struct xc_date){2031, 6, 1};
    kept->decision = decision;
    kept->read_as = XC_STANCE_ASSERTED;
}

static void
add_unsettled(struct builder *b)
{
    static const char *const herald[] = {"She may have ", "arrived an hour late", "."};
    static const char *const wire[] = {"Last year she ", "came an hour late", "."};
    struct xc_claim_result *result =
        add_result(b, 0, 3, XC_VERDICT_UNSETTLED, "spoken of, but no side is taken");
    struct xc_kept *hedged = mention(b, 0, 31, herald);
    struct xc_kept *other = mention(b, 1, 7, wire);

    set_cue(b, hedged, XC_STANCE_HEDGED, XC_CUE_HEDGE, "may");
    set_value(b, hedged, number("an hour", XC_VALUE_DURATION, 1, "hour"));
    other->event.place = XC_EVENT_OTHER;
    other->event.reason = text(b, "'Last year' in the sentence");
    set_value(b, other, number("an hour", XC_VALUE_DURATION, 1, "hour"));
    other->values[0].value.approximation = XC_VALUE_APPROXIMATE;
    set_decision(b, hedged, XC_DECISION_HEDGED, "Ida Marlow", "“may” is meant");
    set_decision(b, other, XC_DECISION_NOT_ABOUT, "", "her sister came late");
    add_mention(result, hedged, 0, XC_POSITION_DISCUSSES);
    add_mention(result, other, 0, XC_POSITION_NONE);
}

/* Silent, though a source speaks of another year. */
static void
add_other_event(struct builder *b)
{
    static const char *const herald[] = {"Two years ago her ", "gown was black", "."};
    struct xc_claim_result *result =
        add_result(b, 0, 5, XC_VERDICT_SILENT, "no mention of this event");
    struct xc_kept *other = mention(b, 0, 40, herald);

    other->event.place = XC_EVENT_UNDETERMINED;
    other->event.reason = text(b, "too little says which");
    add_mention(result, other, 0, XC_POSITION_NONE);
}

struct xc_run *
sample_run_new(struct xc_arena *arena, struct xc_str poison)
{
    struct builder b = {arena, poison, NULL};
    struct xc_place place;

    b.run = zeroed(&b, 1, sizeof *b.run);
    b.run->claims = zeroed(&b, 7, sizeof *b.run->claims);
    add_topics(&b);
    add_sources(&b);
    add_agreement(&b);
    add_contradiction(&b);
    add_single_source(&b);
    add_unsettled(&b);
    (void)add_result(&b, 0, 4, XC_VERDICT_SILENT, "no source mentions it");
    add_other_event(&b);
    (void)add_result(&b, 1, 0, XC_VERDICT_SILENT, "no source mentions it");
    b.run->summary.sources = 3;
    b.run->summary.unread = 1;
    xc_problems_init(&b.run->problems, arena);
    place = (struct xc_place){text(&b, "broken.jsonl"), 3, 9, {"", 0}};
    if (!xc_problems_add(&b.run->problems, XC_PROBLEM_MALFORMED, &place, NULL, "%s",
                         "unexpected end of the object"))
        abort();
    place = (struct xc_place){text(&b, "gone.txt"), 0, 0, {"", 0}};
    if (!xc_problems_add(&b.run->problems, XC_PROBLEM_UNREADABLE, &place, NULL, "%s",
                         "no such file"))
        abort();
    b.run->problems.items[0].message = text(&b, "unexpected end of the object");
    return b.run;
}

struct xc_run *
sample_run_empty(struct xc_arena *arena)
{
    struct builder b = {arena, {"", 0}, NULL};

    b.run = zeroed(&b, 1, sizeof *b.run);
    b.run->topics = zeroed(&b, 1, sizeof *b.run->topics);
    xc_problems_init(&b.run->problems, arena);
    return b.run;
}

static bool
collect(void *context, const char *bytes, size_t len)
{
    struct sample_output *output = context;

    if (output->len + len > output->most)
        return false;
    if (output->len + len + 1 > output->cap) {
        output->cap = 2 * (output->len + len + 1);
        output->bytes = realloc(output->bytes, output->cap);
        assert(output->bytes != NULL);
    }
    memcpy(output->bytes + output->len, bytes, len);
    output->len += len;
    output->bytes[output->len] = '\0';
    return true;
}

void
sample_output_init(struct sample_output *output)
{
    *output = (struct sample_output){.most = SIZE_MAX / 4};
    output->sink = (struct xc_sink){.write = collect, .context = output};
    output->bytes = calloc(1, 1);
    output->cap = 1;
    assert(output->bytes != NULL);
}

void
sample_output_release(struct sample_output *output)
{
    free(output->bytes);
    output->bytes = NULL;
}
