/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/speech.h"

#include "base/vec.h"
#include "stance/attribution.h"
#include "stance/scope.h"
#include "stance/trailing.h"

/* A quotation of fewer words may be scare quotes: part of what somebody else says. */
static const size_t shortest_quotation = 4;
static const size_t most_voices = 4; /* of the same words, that may go on */

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

/* Adds speech, joined to the one before it when the same verb governs both and does not
 * stand between them. */
static enum xc_status
add(const struct search *search, const struct xc_speech *speech)
{
    struct xc_speech_vec *out = search->out;
    struct xc_speech *added;
    size_t i;

    if (speech->voice.kind == XC_VOICE_OWN)
        return XC_OK;
    for (i = out->n; i > 0 && out->n - i < most_voices; i--) {
        struct xc_speech *last = &out->items[i - 1];

        if (last->kind == speech->kind && speech->cue.end > 0 &&
            last->cue.first == speech->cue.first &&
            (speech->cue.first < last->words.first ||
             last->words.end == speech->words.first)) {
            last->words.end = speech->words.end;
            return XC_OK;
        }
    }
    added = XC_VEC_ADD(out, search->arena);
    if (added == NULL)
        return XC_NO_MEMORY;
    *added = *speech;
    return XC_OK;
}

/* Whether the cue is among those that acted. */
static bool
acted(const struct xc_stance_reading *reading, const struct xc_scope_cue *cue)
{
    size_t i;

    for (i = 0; i < reading->n_cues; i++) {
        if (reading->cues[i].words.first == cue->words.first &&
            reading->cues[i].class == cue->class)
            return true;
    }
    return false;
}

/* Adds what every voice says of speech->words (of sentence s), by its last word: "Fenn
 * said Oke promised to go" is said by Fenn, and what he promised by Oke.  Cues within
 * [inside) belong to what is said.  *out_n is the number of voices. */
static enum xc_status
add_voices(const struct search *search, size_t s, struct xc_speech speech,
           struct xc_range inside, size_t *out_n)
{
    const struct xc_target target = {.sentence = s,
                                     .words = {speech.words.end - 1, speech.words.end}};
    struct xc_stance_reading reading;
    struct xc_scope scope = {0};
    struct xc_scene scene;
    enum xc_status status;
    size_t i;

    *out_n = 0;
    status =
        xc_scene_set(search->lexicon, search->text, &target, search->arena, &scene);
    if (status == XC_OK)
        status = xc_scope_find(&scene, search->arena, &scope);
    if (status == XC_OK)
        status = xc_stance_weigh(search->lexicon, search->text, &target, search->arena,
                                 &reading);
    for (i = 0; status == XC_OK && i < scope.n; i++) {
        const struct xc_scope_cue *cue = &scope.items[i];

        if (!is_speech(cue->class) || !acted(&reading, cue) ||
            (cue->words.first >= inside.first && cue->words.first < inside.end))
            continue;
        speech.voice = (struct xc_voice){.kind = XC_VOICE_OWN};
        speech.voice.quoted = speech.kind == XC_SPEECH_DIRECT;
        speech.cue = cue->words;
        status = xc_attribution_of_cue(&scene, cue, search->arena, &speech.voice);
        if (status == XC_OK)
            status = add(search, &speech);
        ++*out_n;
    }
    return status;
}

/* Adds the quotation, or the block quotation, whose speaker stands in another sentence. */
static enum xc_status
add_quoted(const struct search *search, size_t s, size_t q, struct xc_speech speech)
{
    const struct xc_target target = {.sentence = s,
                                     .words = {speech.words.end - 1, speech.words.end}};
    struct xc_scene scene;
    bool found;
    enum xc_status status =
        xc_scene_set(search->lexicon, search->text, &target, search->arena, &scene);

    speech.voice = (struct xc_voice){
        .kind = XC_VOICE_UNNAMED, .quoted = true, .commitment = XC_COMMITMENT_NEUTRAL};
    if (status == XC_OK)
        status = xc_attribution_of_quotation(&scene, q, search->arena, &speech.voice,
                                             &found);
    return status == XC_OK ? add(search, &speech) : status;
}

/* Whether the verb stands apart from its subject: "Oke, the mayor, said", not «"…," said
 * Oke» nor "Oke left, saying". */
static bool
is_apart(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t verb = match->words.first;
    struct xc_trailing trailing;

    return verb > scene->sentence.first && xc_scene_gap_has(scene, verb, ',') &&
           !xc_str_ends(scene->text->words.items[verb].key, "ing") &&
           !(xc_trailing_find(scene, match, &trailing) && trailing.inverted);
}

/* The first word of those before the verb, none before word `from`, that say who speaks;
 * quotations and clauses apart. */
static size_t
subject_start(const struct xc_scene *scene, const struct xc_cue_match *match,
              const bool *cuts, size_t from)
{
    bool apart = is_apart(scene, match);
    size_t w;

    for (w = match->words.first; w > from; w--) {
        if (!apart &&
            (cuts[w - scene->sentence.first] || xc_scene_gap_has(scene, w, ',')))
            break;
        if (xc_scene_quotation_of(scene->text, w - 1, shortest_quotation) !=
            XC_NO_QUOTATION)
            break;
    }
    return w;
}

/* Marks in framing the words of the verb, and of who speaks by it.  *said is where what an
 * earlier verb says begins: whoever speaks within that is part of it, as the "Oke" of
 * "Fenn said Oke promised". */
static void
frame(const struct xc_scene *scene, const struct xc_cue_match *match, const bool *cuts,
      size_t *said, bool *framing)
{
    const size_t base = scene->sentence.first;
    size_t w = match->words.first;

    if (*said == base)
        w = subject_start(scene, match, cuts, base);
    if (match->words.end < scene->sentence.end &&
        !xc_scene_gap_has(scene, match->words.end, ','))
        *said = match->words.end;
    for (; w < match->words.end; w++)
        framing[w - base] = true;
    for (; (match->cue->options & XC_CUE_NP) != 0 && w < scene->sentence.end &&
           !xc_scene_gap_has(scene, w, ',');
         w++)
        framing[w - base] = true;
}

/* Marks in cuts (one flag a word of the scene's sentence) where what one voice says may
 * begin or end, and in framing the words of those who say it. */
static void
mark(const struct xc_scene *scene, bool *cuts, bool *framing)
{
    const size_t base = scene->sentence.first;
    size_t said = base;
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

        if (is_speech(match->cue->class) &&
            xc_scene_quotation_of(scene->text, match->words.first,
                                  shortest_quotation) == XC_NO_QUOTATION)
            frame(scene, match, cuts, &said, framing);
    }
}

/* Lets indirect speech go on over a clause behind it that no voice was found for, when that
 * clause hangs on it: "Oke said the bell was stuck because it had frozen". */
static void
extend(const struct search *search, const struct xc_scene *scene, size_t first,
       size_t end)
{
    size_t i;

    switch (scene->clauses.items[xc_scene_clause_of(scene, first)].kind) {
    case XC_CLAUSE_RELATIVE:
    case XC_CLAUSE_PARTICIPLE:
    case XC_CLAUSE_SUBORDINATE:
        break;
    case XC_CLAUSE_MAIN:
    case XC_CLAUSE_CONTRAST:
    case XC_CLAUSE_PUNCTUATED:
    case XC_CLAUSE_ATTRIBUTION:
        return;
    }
    for (i = search->out->n; i > 0 && search->out->n - i < most_voices; i--) {
        struct xc_speech *last = &search->out->items[i - 1];

        if (last->kind == XC_SPEECH_INDIRECT && last->words.end == first &&
            last->cue.end <= last->words.first)
            last->words.end = end;
    }
}

/* Adds the indirect speech of sentence s. */
static enum xc_status
read_sentence(const struct search *search, size_t s)
{
    const struct xc_range words = search->text->sentences[s].words;
    const struct xc_target target = {.sentence = s,
                                     .words = {words.first, words.first + 1}};
    const struct xc_range none = {0, 0};
    const size_t n = words.end - words.first;
    size_t n_voices;
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
        status = add_voices(search, s, speech, none, &n_voices);
        if (n_voices == 0)
            extend(search, &scene, first, end);
    }
    return status;
}

/* Adds quotation q, read at its last word that stands in a sentence. */
static enum xc_status
read_quotation(const struct search *search, size_t q)
{
    const struct xc_quotation *quotation = &search->text->quotations.items[q];
    struct xc_speech speech = {.kind = XC_SPEECH_DIRECT, .words = quotation->words};
    enum xc_status status;
    size_t n;
    size_t s;

    if (quotation->words.end - quotation->words.first < shortest_quotation)
        return XC_OK;
    s = xc_text_sentence_of(search->text, quotation->words.end - 1);
    if (s >= search->text->n_sentences)
        return XC_OK;
    status = add_voices(search, s, speech, quotation->words, &n);
    return status == XC_OK && n == 0 ? add_quoted(search, s, q, speech) : status;
}

/* Adds a block quotation, one piece a block. */
static enum xc_status
read_block(const struct search *search, const struct xc_text_block *block)
{
    struct xc_speech speech = {.kind = XC_SPEECH_DIRECT, .words = block->words};

    if (block->words.end == block->words.first ||
        block->sentences.end == block->sentences.first)
        return XC_OK;
    return add_quoted(search, block->sentences.end - 1, XC_NO_QUOTATION, speech);
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
                status = read_quotation(search, q);
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
