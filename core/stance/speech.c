/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/speech.h"

#include "base/vec.h"
#include "stance/scene.h"

/* A quotation of fewer words may be scare quotes: part of what somebody else says. */
static const size_t shortest_quotation = 4;

const char *
xc_speech_kind_name(enum xc_speech_kind kind)
{
    return kind == XC_SPEECH_DIRECT ? "direct" : "indirect";
}

struct search {
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
    struct xc_arena *arena;
    struct xc_speech_vec *out;
};

static bool is_speech(enum xc_cue_class class)
{
    return class == XC_CUE_REPORT || class == XC_CUE_DENIAL;
}

/* Reads who says word of sentence s, and by which verb. */
static enum xc_status
read_voice(const struct search *search, size_t s, size_t word, struct xc_speech *speech)
{
    const struct xc_target target = {.sentence = s, .words = {word, word + 1}};
    struct xc_stance_reading reading;
    enum xc_status status = xc_stance_weigh(search->lexicon, search->text, &target,
                                            search->arena, &reading);
    size_t i;

    if (status != XC_OK)
        return status;
    speech->voice = reading.voice;
    for (i = 0; i < reading.n_cues; i++) {
        if (is_speech(reading.cues[i].class))
            speech->cue = reading.cues[i].words;
    }
    return XC_OK;
}

/* Adds speech, joined to the one before it when the same verb governs both. */
static enum xc_status
add(const struct search *search, const struct xc_speech *speech)
{
    struct xc_speech_vec *out = search->out;
    struct xc_speech *last = out->n > 0 ? &out->items[out->n - 1] : NULL;
    struct xc_speech *added;

    if (speech->voice.kind == XC_VOICE_OWN)
        return XC_OK;
    if (last != NULL && last->kind == speech->kind && speech->cue.end > 0 &&
        last->cue.first == speech->cue.first &&
        last->words.end == speech->words.first) {
        last->words.end = speech->words.end;
        return XC_OK;
    }
    added = XC_VEC_ADD(out, search->arena);
    if (added == NULL)
        return XC_NO_MEMORY;
    *added = *speech;
    return XC_OK;
}

/* Marks in cuts (one flag a word of the scene's sentence) where what one voice says may
 * begin or end, and in framing the words of those who say it. */
static void
mark(const struct xc_scene *scene, bool *cuts, bool *framing)
{
    const size_t base = scene->sentence.first;
    size_t i;
    size_t w;

    for (i = 0; i < scene->clauses.n; i++) {
        const struct xc_clause *clause = &scene->clauses.items[i];

        cuts[clause->words.first - base] = true;
        for (w = clause->words.first;
             clause->kind == XC_CLAUSE_ATTRIBUTION && w < clause->words.end; w++)
            framing[w - base] = true;
    }
    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        if (!is_speech(match->cue->class))
            continue;
        w = match->words.first;
        for (; w > base && !cuts[w - base] && !xc_scene_gap_has(scene, w, ','); w--)
            framing[w - 1 - base] = true;
        for (w = match->words.first; w < match->words.end; w++)
            framing[w - base] = true;
        if ((match->cue->options & XC_CUE_NP) == 0)
            continue;
        for (; w < scene->sentence.end && !xc_scene_gap_has(scene, w, ','); w++)
            framing[w - base] = true;
    }
}

/* Adds the indirect speech of sentence s. */
static enum xc_status
read_sentence(const struct search *search, size_t s)
{
    const struct xc_range words = search->text->sentences[s].words;
    const struct xc_target target = {.sentence = s,
                                     .words = {words.first, words.first + 1}};
    const size_t n = words.end - words.first;
    bool *cuts = xc_arena_array(search->arena, n + 1, sizeof *cuts);
    bool *framing = xc_arena_array(search->arena, n + 1, sizeof *framing);
    struct xc_scene scene;
    enum xc_status status;
    size_t first;
    size_t end;

    if (cuts == NULL || framing == NULL)
        return XC_NO_MEMORY;
    status =
        xc_scene_set(search->lexicon, search->text, &target, search->arena, &scene);
    /* The probe's own target is no claim: its word may be a cue as any other. */
    if (status == XC_OK)
        status = xc_scene_find_cues(&scene, NULL, search->arena);
    if (status == XC_OK)
        mark(&scene, cuts, framing);
    for (first = words.first; first < words.end && status == XC_OK; first = end) {
        struct xc_speech speech = {.kind = XC_SPEECH_INDIRECT};
        bool quoted = xc_scene_quotation_of(search->text, first, shortest_quotation) !=
                      XC_NO_QUOTATION;

        for (end = first + 1;
             end < words.end && !cuts[end - words.first] &&
             framing[end - words.first] == framing[first - words.first];
             end++) {
            if ((xc_scene_quotation_of(search->text, end, shortest_quotation) !=
                 XC_NO_QUOTATION) != quoted)
                break;
        }
        if (quoted || framing[first - words.first])
            continue;
        speech.words = (struct xc_range){first, end};
        if (end - first > 1 && xc_str_is(search->text->words.items[first].key, "that"))
            speech.words.first++;
        status = read_voice(search, s, end - 1, &speech);
        if (status == XC_OK && speech.cue.end > 0)
            status = add(search, &speech);
    }
    return status;
}

/* Adds quotation q, read at its last word that stands in a sentence. */
static enum xc_status
read_quotation(const struct search *search, const struct xc_quotation *quotation)
{
    struct xc_speech speech = {.kind = XC_SPEECH_DIRECT, .words = quotation->words};
    enum xc_status status;
    size_t s;

    if (quotation->words.end - quotation->words.first < shortest_quotation)
        return XC_OK;
    s = xc_text_sentence_of(search->text, quotation->words.end - 1);
    if (s >= search->text->n_sentences)
        return XC_OK;
    status = read_voice(search, s, quotation->words.end - 1, &speech);
    return status == XC_OK ? add(search, &speech) : status;
}

/* Adds a block quotation, one piece a block. */
static enum xc_status
read_block(const struct search *search, const struct xc_text_block *block)
{
    struct xc_speech speech = {.kind = XC_SPEECH_DIRECT, .words = block->words};
    enum xc_status status;

    if (block->words.end == block->words.first ||
        block->sentences.end == block->sentences.first)
        return XC_OK;
    status =
        read_voice(search, block->sentences.end - 1, block->words.end - 1, &speech);
    return status == XC_OK ? add(search, &speech) : status;
}

static enum xc_status
read_text(const struct search *search)
{
    const struct xc_text *text = search->text;
    enum xc_status status = XC_OK;
    size_t q = 0;
    size_t b;
    size_t s;

    for (b = 0; b < text->n_blocks && status == XC_OK; b++) {
        const struct xc_text_block *block = &text->blocks[b];

        if (block->kind == XC_BLOCK_QUOTATION) {
            status = read_block(search, block);
            for (; q < text->quotations.n && text->quotations.items[q].block == b; q++)
                ;
            continue;
        }
        for (s = block->sentences.first; s < block->sentences.end && status == XC_OK;
             s++) {
            size_t end = text->sentences[s].words.end;

            if (text->sentences[s].words.first < end)
                status = read_sentence(search, s);
            for (; q < text->quotations.n && status == XC_OK &&
                   text->quotations.items[q].words.end <= end;
                 q++)
                status = read_quotation(search, &text->quotations.items[q]);
        }
    }
    return status;
}

static bool
precedes(const struct xc_speech *a, const struct xc_speech *b)
{
    return a->words.first < b->words.first ||
           (a->words.first == b->words.first && a->words.end <= b->words.end);
}

enum xc_status
xc_speeches_find(const struct xc_lexicon *lexicon, const struct xc_text *text,
                 struct xc_arena *arena, struct xc_speech_vec *out)
{
    struct xc_speech_vec speeches = {NULL, 0, 0};
    const struct search search = {lexicon, text, arena, &speeches};
    enum xc_status status = read_text(&search);
    size_t i;
    size_t k;

    if (status != XC_OK)
        return status;
    /* Almost in order already: a quotation comes after its sentence's other speech. */
    for (i = 1; i < speeches.n; i++) {
        struct xc_speech moved = speeches.items[i];

        for (k = i; k > 0 && !precedes(&speeches.items[k - 1], &moved); k--)
            speeches.items[k] = speeches.items[k - 1];
        speeches.items[k] = moved;
    }
    *out = speeches;
    return XC_OK;
}
