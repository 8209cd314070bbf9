/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/probe.h"

#include <stdint.h>

#include "base/vec.h"
#include "data/json.h"
#include "stance/headline.h"
#include "stance/retraction.h"

bool
xc_probe_stage_parse(struct xc_str word, enum xc_probe_stage *out)
{
    static const struct {
        const char *word;
        enum xc_probe_stage stage;
    } stages[] = {
        {"sentences", XC_PROBE_SENTENCES}, {"stance", XC_PROBE_STANCE},
        {"values", XC_PROBE_VALUES},       {"quotes", XC_PROBE_QUOTES},
        {"reuse", XC_PROBE_REUSE},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(stages); i++) {
        if (xc_str_is(word, stages[i].word)) {
            *out = stages[i].stage;
            return true;
        }
    }
    return false;
}

/* What a request says, borrowed from its JSON. */
struct request {
    struct xc_str text;
    struct xc_str other;  /* REUSE: the text b */
    struct xc_str target; /* ptr NULL: none named */
    struct xc_date ref;
    bool has_ref;
};

static enum xc_status
tell(const struct xc_place *place, const char *hint, const char *message,
     struct xc_problems *problems)
{
    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, place, hint, "%s", message)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

static enum xc_status
take_ref(const struct xc_node *ref, const struct xc_place *place,
         struct request *request, struct xc_problems *problems)
{
    if (ref->kind == XC_NODE_NULL ||
        (ref->kind == XC_NODE_STRING && ref->text.len == 0))
        return XC_OK;
    if (ref->kind != XC_NODE_STRING || !xc_date_parse_iso(ref->text, &request->ref) ||
        request->ref.day == 0)
        return tell(place, "such as 2019-05-06 or 2019-05-06T12:00:00",
                    "'ref' is no ISO date", problems);
    request->has_ref = true;
    return XC_OK;
}

/* The required string under key. */
static enum xc_status
take_text(const struct xc_node *root, const char *key, const struct xc_place *place,
          struct xc_str *out, struct xc_problems *problems)
{
    const struct xc_node *node = xc_node_get(root, key);

    if (node == NULL || node->kind != XC_NODE_STRING)
        return xc_problems_add(problems, XC_PROBLEM_MALFORMED, place, NULL,
                               "has no '%s', or it is no string", key)
                   ? XC_BAD_INPUT
                   : XC_NO_MEMORY;
    *out = node->text;
    return XC_OK;
}

/* What is asked about the text. */
static enum xc_status
take_question(const struct xc_node *root, const struct xc_place *place,
              struct request *out, struct xc_problems *problems)
{
    const struct xc_node *node = xc_node_get(root, "target");

    if (node != NULL && node->kind != XC_NODE_NULL) {
        if (node->kind != XC_NODE_STRING)
            return tell(place, NULL, "'target' is no string", problems);
        out->target = node->text.ptr == NULL ? XC_STR("") : node->text;
    }
    node = xc_node_get(root, "ref");
    return node == NULL ? XC_OK : take_ref(node, place, out, problems);
}

static enum xc_status
read_request(enum xc_probe_stage stage, struct xc_str line,
             const struct xc_place *place, struct xc_arena *arena, struct request *out,
             struct xc_problems *problems)
{
    bool reuse = stage == XC_PROBE_REUSE;
    struct xc_node *root;
    enum xc_status status;

    status = xc_json_parse(line, place->path, place->line, arena, &root, problems);
    if (status != XC_OK)
        return status;
    if (root->kind != XC_NODE_MAP)
        return tell(place,
                    reuse ? "such as {\"a\": \"…\", \"b\": \"…\"}"
                          : "such as {\"text\": \"…\"}",
                    "is no JSON object", problems);
    status = take_text(root, reuse ? "a" : "text", place, &out->text, problems);
    if (status != XC_OK)
        return status;
    return reuse ? take_text(root, "b", place, &out->other, problems)
                 : take_question(root, place, out, problems);
}

/* Appends [start, end) of text as a block of its own, without white space at its ends;
 * nothing when there is no more. */
static bool
add_block(struct xc_str text, size_t start, size_t end, struct xc_arena *arena,
          struct xc_span_vec *runs)
{
    struct xc_str piece = xc_str_trim(xc_str_sub(text, start, end - start));
    struct xc_span *run;

    if (piece.len == 0)
        return true;
    run = XC_VEC_ADD(runs, arena);
    if (run == NULL)
        return false;
    *run = (struct xc_span){(size_t)(piece.ptr - text.ptr), piece.len};
    return true;
}

/* Cuts text where a line is empty. */
static bool
find_blocks(struct xc_str text, struct xc_arena *arena, struct xc_span_vec *runs)
{
    size_t start = 0;
    size_t at = xc_str_find(text, 0, '\n');

    while (at < text.len) {
        size_t next = at + 1;

        while (next < text.len && strchr(" \t\r", text.ptr[next]) != NULL)
            next++;
        if (next < text.len && text.ptr[next] == '\n') {
            if (!add_block(text, start, at, arena, runs))
                return false;
            start = next;
        }
        at = xc_str_find(text, next, '\n');
    }
    return add_block(text, start, text.len, arena, runs);
}

static enum xc_status
build_text(const struct xc_lexicon *lexicon, struct xc_str text,
           enum xc_block_kind kind, struct xc_arena *arena, struct xc_text *out)
{
    struct xc_span_vec runs = {NULL, 0, 0};
    struct xc_block *blocks;
    size_t i;

    if (!find_blocks(text, arena, &runs))
        return XC_NO_MEMORY;
    blocks = xc_arena_array(arena, runs.n + 1, sizeof *blocks);
    if (blocks == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < runs.n; i++)
        blocks[i] = (struct xc_block){kind, &runs.items[i], 1, 1};
    return xc_text_build(&lexicon->text, text, blocks, runs.n, arena, out);
}

/* The words of a phrase, and which words of a text stand for them. */
struct search {
    const struct xc_text *text;
    const struct xc_str *keys;
    size_t n_keys;
};

static bool
stands_at(const struct search *search, size_t word)
{
    size_t i;

    if (search->text->words.n - word < search->n_keys)
        return false;
    for (i = 0; i < search->n_keys; i++) {
        if (!xc_str_equal(search->text->words.items[word + i].key, search->keys[i]))
            return false;
    }
    return true;
}

/* The first place where the words stand next to each other; one that is written exactly
 * as the phrase is goes before the others. */
static bool
find_phrase(const struct search *search, struct xc_str phrase, struct xc_range *out)
{
    bool found = false;
    size_t i;

    for (i = 0; i < search->text->words.n; i++) {
        struct xc_range range = {i, i + search->n_keys};

        if (!stands_at(search, i))
            continue;
        if (xc_str_equal(xc_text_original(search->text, range), phrase)) {
            *out = range;
            return true;
        }
        if (!found)
            *out = range;
        found = true;
    }
    return found;
}

/* The words in order within one sentence, with gaps: from each place of the first word,
 * every other at its next place.  The first sentence that has them all. */
static bool
find_words(const struct search *search, size_t *places, size_t *out_sentence)
{
    const struct xc_word *words = search->text->words.items;
    size_t s;

    for (s = 0; s < search->text->n_sentences; s++) {
        struct xc_range range = search->text->sentences[s].words;
        size_t n = 0;
        size_t i;

        for (i = range.first; i < range.end && n < search->n_keys; i++) {
            if (xc_str_equal(words[i].key, search->keys[n]))
                places[n++] = i;
        }
        if (n < search->n_keys)
            continue;
        /* The last of them is the first that can be; the others may stand nearer. */
        for (n--; n > 0; n--) {
            for (i = places[n] - 1; !xc_str_equal(words[i].key, search->keys[n - 1]);)
                i--;
            places[n - 1] = i;
        }
        *out_sentence = s;
        return true;
    }
    return false;
}

/* Flags the words of the target's sentence that are its own. */
static enum xc_status
flag_literal(const struct search *search, const size_t *places, size_t sentence,
             struct xc_arena *arena, struct xc_target *out)
{
    struct xc_range range = search->text->sentences[sentence].words;
    bool *literal = xc_arena_array(arena, range.end - range.first + 1, sizeof *literal);
    size_t i;

    if (literal == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < search->n_keys; i++)
        literal[places[i] - range.first] = true;
    *out = (struct xc_target){
        .sentence = sentence,
        .words = {places[0], places[search->n_keys - 1] + 1},
        .literal = literal,
    };
    return XC_OK;
}

static enum xc_status
find_target(const struct xc_lexicon *lexicon, struct xc_str phrase,
            struct xc_arena *arena, struct xc_probe *probe)
{
    struct search search = {.text = &probe->text};
    struct xc_range words = {0, 0};
    struct xc_str *keys;
    enum xc_status status;
    size_t *places;
    size_t sentence;

    status =
        xc_words_of_text(lexicon->text.words, phrase, arena, &keys, &search.n_keys);
    if (status != XC_OK || search.n_keys == 0)
        return status;
    search.keys = keys;
    if (find_phrase(&search, xc_str_trim(phrase), &words)) {
        struct xc_range held;

        sentence = xc_text_sentence_of(&probe->text, words.first);
        held = probe->text.sentences[sentence].words;
        if (words.end > held.end)
            words.end = held.end;
        probe->target = (struct xc_target){.sentence = sentence, .words = words};
        probe->found = true;
        return XC_OK;
    }
    places = xc_arena_array(arena, search.n_keys, sizeof *places);
    if (places == NULL)
        return XC_NO_MEMORY;
    probe->found = find_words(&search, places, &sentence);
    if (!probe->found)
        return XC_OK;
    return flag_literal(&search, places, sentence, arena, &probe->target);
}

static enum xc_status
run_stance(const struct xc_lexicon *lexicon, const struct request *request,
           struct xc_arena *arena, struct xc_probe *probe)
{
    struct xc_retractions *retractions;
    enum xc_status status;

    if (request->target.ptr == NULL)
        return xc_headline_read(lexicon, &probe->text, arena, &probe->target,
                                &probe->stance, &probe->found);
    status = find_target(lexicon, request->target, arena, probe);
    if (status == XC_OK && probe->found)
        status = xc_retractions_new(lexicon, &probe->text, arena, &retractions);
    if (status == XC_OK && probe->found)
        status =
            xc_retractions_weigh(retractions, &probe->target, arena, &probe->stance);
    return status;
}

static enum xc_status
run_values(const struct xc_lexicon *lexicon, const struct request *request,
           struct xc_arena *arena, struct xc_probe *probe)
{
    enum xc_status status = XC_OK;
    size_t s;

    for (s = 0; s < probe->text.n_sentences && status == XC_OK; s++)
        status = xc_values_find(
            lexicon->values, &probe->text, probe->text.sentences[s].words,
            request->has_ref ? &request->ref : NULL, arena, &probe->values);
    return status;
}

static enum xc_status
run_reuse(const struct xc_prober *prober, const struct request *request,
          struct xc_arena *arena, struct xc_probe *probe)
{
    enum xc_status status = build_text(prober->lexicon, request->other,
                                       XC_BLOCK_PARAGRAPH, arena, &probe->other);

    if (status == XC_OK)
        status = xc_probe_reuse(prober->origins, &probe->text, &probe->other, arena,
                                &probe->reuse);
    return status;
}

static enum xc_status
run_stage(const struct xc_prober *prober, const struct request *request,
          struct xc_arena *arena, struct xc_probe *probe)
{
    switch (prober->stage) {
    case XC_PROBE_SENTENCES:
        return XC_OK;
    case XC_PROBE_STANCE:
        return run_stance(prober->lexicon, request, arena, probe);
    case XC_PROBE_VALUES:
        return run_values(prober->lexicon, request, arena, probe);
    case XC_PROBE_QUOTES:
        return xc_speeches_find(prober->lexicon, &probe->text, arena, &probe->speeches);
    case XC_PROBE_REUSE:
        return run_reuse(prober, request, arena, probe);
    }
    return XC_OK;
}

enum xc_status
xc_probe_run(const struct xc_prober *prober, struct xc_str line,
             const struct xc_place *place, struct xc_arena *arena, struct xc_probe *out,
             struct xc_problems *problems)
{
    struct xc_probe probe = {.stage = prober->stage};
    struct request request = {.text = {NULL, 0}};
    enum xc_block_kind kind = XC_BLOCK_PARAGRAPH;
    enum xc_status status;

    status = read_request(prober->stage, line, place, arena, &request, problems);
    if (status != XC_OK)
        return status;
    if (prober->stage == XC_PROBE_STANCE && request.target.ptr == NULL)
        kind = XC_BLOCK_HEADLINE;
    status = build_text(prober->lexicon, request.text, kind, arena, &probe.text);
    if (status == XC_OK)
        status = run_stage(prober, &request, arena, &probe);
    if (status == XC_OK)
        *out = probe;
    return status;
}
