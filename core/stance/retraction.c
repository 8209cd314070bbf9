/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/retraction.h"

#include "base/limits.h"
#include "stance/phrase.h"
#include "stance/speaker.h"
#include "text/syntax.h"

/* How a sentence tells what it tells. */
enum manner {
    MANNER_UNKNOWN, /* not looked at */
    MANNER_OWN,
    MANNER_SPEECH,  /* somebody in particular says it */
    MANNER_HEARSAY, /* a rumour, a claim, what nobody in particular says */
};

struct xc_retractions {
    struct xc_names *names;
    struct xc_rejection_vec rejections;
    enum manner *manners; /* one a sentence */
};

enum effect { EFFECT_NONE, EFFECT_UNRESOLVES, EFFECT_DENIES };

/* A mention and a rejection behind it. */
struct meeting {
    struct xc_retractions *retractions;
    const struct xc_rejection *rejection;
    const struct xc_target *target;
    const struct xc_stance_reading *reading;
    struct xc_arena *arena;
};

enum xc_status
xc_retractions_new(const struct xc_lexicon *lexicon, const struct xc_text *text,
                   struct xc_arena *arena, struct xc_retractions **out)
{
    struct xc_retractions *made = xc_arena_array(arena, 1, sizeof *made);
    enum xc_status status;

    if (made == NULL)
        return XC_NO_MEMORY;
    made->names = xc_names_new(lexicon, text, arena);
    made->manners = xc_arena_array(arena, text->n_sentences + 1, sizeof *made->manners);
    if (made->names == NULL || made->manners == NULL)
        return XC_NO_MEMORY;
    status = xc_rejections_find(made->names, arena, &made->rejections);
    if (status == XC_OK)
        *out = made;
    return status;
}

static bool
has_hearsay_word(const struct xc_retractions *retractions, struct xc_range words)
{
    const struct xc_lexicon *lexicon = retractions->names->lexicon;
    size_t i;

    for (i = words.first; i < words.end; i++) {
        struct xc_str key = retractions->names->text->words.items[i].key;

        if (xc_anaphor_is_story(lexicon, key))
            return true;
    }
    return false;
}

/* How sentence s tells, from its cues and words. */
static enum xc_status
find_manner(struct xc_retractions *retractions, size_t s, struct xc_arena *arena,
            enum manner *out)
{
    struct xc_names *names = retractions->names;
    struct xc_range words = names->text->sentences[s].words;
    struct xc_target target = {
        .sentence = s, .words = {words.first, words.first + 1}, .names = names};
    struct xc_scene scene;
    enum manner manner = MANNER_OWN;
    enum xc_status status;
    size_t i;

    status = xc_scene_set(names->lexicon, names->text, &target, arena, &scene);
    if (status == XC_OK)
        status = xc_scene_find_cues(&scene, NULL, arena);
    for (i = 0; status == XC_OK && i < scene.cues.n; i++) {
        const struct xc_cue_match *match = &scene.cues.items[i];
        struct xc_voice voice = {.kind = XC_VOICE_OWN};

        if (match->cue->class == XC_CUE_RUMOUR)
            manner = MANNER_HEARSAY;
        if (match->cue->class != XC_CUE_REPORT || manner == MANNER_HEARSAY)
            continue;
        status =
            xc_speaker_before(names, words.first, match->words.first, arena, &voice);
        manner = voice.kind == XC_VOICE_UNNAMED ? MANNER_HEARSAY : MANNER_SPEECH;
    }
    if (has_hearsay_word(retractions, words))
        manner = MANNER_HEARSAY;
    *out = manner;
    return status;
}

static enum xc_status
manner_of(struct xc_retractions *retractions, size_t s, struct xc_arena *arena,
          enum manner *out)
{
    enum manner *known = &retractions->manners[s];
    const struct xc_text *text = retractions->names->text;
    enum xc_status status = XC_OK;

    if (*known == MANNER_UNKNOWN) {
        /* A headline repeats what the article tells. */
        if (text->blocks[text->sentences[s].block].kind == XC_BLOCK_HEADLINE ||
            text->sentences[s].words.end == text->sentences[s].words.first)
            *known = MANNER_OWN;
        else
            status = find_manner(retractions, s, arena, known);
    }
    *out = *known;
    return status;
}

/* The first rejection that stands in sentence s or behind it. */
static size_t
first_from(const struct xc_rejection_vec *rejections, size_t s)
{
    size_t first = 0;
    size_t end = rejections->n;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (rejections->items[middle].sentence < s)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static bool
rejects(const struct xc_retractions *retractions, size_t s)
{
    size_t i = first_from(&retractions->rejections, s);

    return i < retractions->rejections.n &&
           retractions->rejections.items[i].sentence == s;
}

/* Counts the sentences before the rejection that tell in each manner. */
static enum xc_status
count(const struct meeting *meeting, size_t *out_hearsay, size_t *out_speech)
{
    size_t end = meeting->rejection->sentence;
    size_t s =
        end > XC_MAX_RETRACTION_SENTENCES ? end - XC_MAX_RETRACTION_SENTENCES : 0;
    enum xc_status status = XC_OK;

    *out_hearsay = 0;
    *out_speech = 0;
    for (; s < end && status == XC_OK; s++) {
        enum manner manner;

        if (rejects(meeting->retractions, s))
            continue;
        status = manner_of(meeting->retractions, s, meeting->arena, &manner);
        *out_hearsay += manner == MANNER_HEARSAY;
        *out_speech += manner == MANNER_SPEECH;
    }
    return status;
}

/* Whether the mention's sentence is the one right before the rejection. */
static bool
is_adjacent(const struct meeting *meeting)
{
    return meeting->target->sentence + 1 == meeting->rejection->sentence;
}

/* Whether the mention's sentence says one thing: no "and", no "but" that may join another
 * to it.  "Rumours and posts" pays for that: unresolved. */
static bool
says_one_thing(const struct meeting *meeting)
{
    const struct xc_names *names = meeting->retractions->names;
    const struct xc_range target = meeting->target->words;
    const struct xc_sentence *sentence =
        &names->text->sentences[meeting->target->sentence];
    size_t i;

    for (i = sentence->words.first; i < sentence->words.end; i++) {
        struct xc_str gap = xc_text_gap(names->text, sentence->block, i);

        if (i >= target.first && i < target.end)
            continue;
        if ((i > sentence->words.first && xc_str_find(gap, 0, ';') < gap.len) ||
            xc_lexicon_word_is(names->lexicon, names->text->words.items[i].key,
                               XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE))
            return false;
    }
    return true;
}

/* Whether somebody else than the article tells what the mention says: it is the rumour,
 * and not what the article says of one, as in "Alda Fenn wrote a story". */
static bool
is_told(const struct xc_stance_reading *reading)
{
    return reading->voice.kind != XC_VOICE_OWN || reading->stance == XC_STANCE_HEDGED;
}

/* Whether what is told speaks of a story itself, which may then be the one that is meant:
 * "Police said he made a false claim. The claim …". */
static bool
tells_of_story(const struct meeting *meeting)
{
    const struct xc_retractions *retractions = meeting->retractions;
    const struct xc_stance_reading *reading = meeting->reading;
    size_t sentence = meeting->target->sentence;
    struct xc_range told = meeting->target->words;
    size_t i;

    for (i = 0; i < reading->n_cues; i++) {
        if (reading->cues[i].words.end <= told.first)
            break;
    }
    if (i < reading->n_cues) {
        told.first = reading->cues[i].words.end;
        told.end = retractions->names->text->sentences[sentence].words.end;
    }
    return has_hearsay_word(retractions, told);
}

/* Denied, when nothing but the mention can be meant. */
static enum effect
deny(const struct meeting *meeting)
{
    const struct xc_rejection *rejection = meeting->rejection;
    const struct xc_stance_reading *reading = meeting->reading;
    bool of_story = rejection->anaphor.kind == XC_ANAPHOR_STORY;

    return reading->truth == XC_TRUE && reading->stance != XC_STANCE_DENIED &&
                   !rejection->unclear &&
                   (is_told(reading) || (!of_story && !rejection->of_thing)) &&
                   (!of_story || !tells_of_story(meeting)) &&
                   (rejection->anaphor.kind == XC_ANAPHOR_ALL ||
                    says_one_thing(meeting))
               ? EFFECT_DENIES
               : EFFECT_UNRESOLVES;
}

/* "The rumour is false." */
static enum xc_status
reject_story(const struct meeting *meeting, enum effect *out)
{
    bool own = meeting->reading->voice.kind == XC_VOICE_OWN;
    enum manner manner;
    size_t n_hearsay;
    size_t n_speech;
    enum xc_status status = manner_of(meeting->retractions, meeting->target->sentence,
                                      meeting->arena, &manner);

    if (status == XC_OK)
        status = count(meeting, &n_hearsay, &n_speech);
    if (status != XC_OK)
        return status;
    *out = EFFECT_NONE;
    if (n_hearsay > 0) {
        if (manner == MANNER_HEARSAY)
            *out = n_hearsay == 1 ? deny(meeting) : EFFECT_UNRESOLVES;
        return XC_OK;
    }
    if (n_speech == 1 && manner == MANNER_SPEECH && is_adjacent(meeting))
        *out = deny(meeting);
    else if (own || (n_speech == 1 && manner == MANNER_SPEECH))
        *out = EFFECT_UNRESOLVES;
    return XC_OK;
}

/* "None of this is true." */
static enum xc_status
reject_all(const struct meeting *meeting, enum effect *out)
{
    const struct xc_sentence *sentences = meeting->retractions->names->text->sentences;
    size_t here = sentences[meeting->target->sentence].block;
    size_t there = sentences[meeting->rejection->sentence].block;
    enum manner manner;
    enum xc_status status;

    *out = EFFECT_NONE;
    if (is_adjacent(meeting)) {
        *out = deny(meeting);
        return XC_OK;
    }
    status = manner_of(meeting->retractions, meeting->target->sentence, meeting->arena,
                       &manner);
    if (status != XC_OK)
        return status;
    if (manner == MANNER_HEARSAY && here + 1 >= there)
        *out = deny(meeting);
    else if (meeting->reading->voice.kind == XC_VOICE_OWN || manner == MANNER_HEARSAY)
        *out = EFFECT_UNRESOLVES;
    return XC_OK;
}

/* "She later recanted": whether it is she who said what the mention says. */
static enum effect
withdraw(const struct meeting *meeting)
{
    const struct xc_rejection *rejection = meeting->rejection;
    const struct xc_voice *voice = &meeting->reading->voice;
    size_t last = meeting->target->words.end;

    if (voice->kind == XC_VOICE_OWN)
        return EFFECT_NONE;
    if (rejection->sentence != meeting->target->sentence) {
        bool same =
            voice->key.len > 0 && xc_str_equal(voice->key, rejection->voice.key);

        return same || (is_adjacent(meeting) &&
                        (rejection->pronoun || voice->key.len == 0) &&
                        (rejection->voice.key.len == 0 || voice->key.len == 0))
                   ? EFFECT_UNRESOLVES
                   : EFFECT_NONE;
    }
    /* "A man who said he saw it later recanted": nobody else stands between. */
    if (rejection->words.first < last)
        return EFFECT_NONE;
    while (last < rejection->words.first &&
           xc_phrase_is_skipped(meeting->retractions->names->lexicon,
                                meeting->retractions->names->text, last))
        last++;
    return last == rejection->words.first || rejection->shared || rejection->pronoun ||
                   xc_str_equal(voice->key, rejection->voice.key)
               ? EFFECT_UNRESOLVES
               : EFFECT_NONE;
}

static enum xc_status
find_effect(const struct meeting *meeting, enum effect *out)
{
    enum xc_status status = XC_OK;
    bool own = meeting->reading->voice.kind == XC_VOICE_OWN;

    *out = EFFECT_NONE;
    if (meeting->rejection->withdraws) {
        *out = withdraw(meeting);
        return XC_OK;
    }
    if (meeting->target->sentence >= meeting->rejection->sentence)
        return XC_OK;
    switch (meeting->rejection->anaphor.kind) {
    case XC_ANAPHOR_THIS:
        if (is_adjacent(meeting))
            *out = deny(meeting);
        break;
    case XC_ANAPHOR_THEM:
        if (is_adjacent(meeting) && !own)
            *out = deny(meeting);
        if (*out == EFFECT_DENIES && meeting->reading->voice.kind == XC_VOICE_SPEAKER)
            *out = EFFECT_UNRESOLVES;
        break;
    case XC_ANAPHOR_ALL:
        status = reject_all(meeting, out);
        break;
    case XC_ANAPHOR_STORY:
        status = reject_story(meeting, out);
        break;
    }
    /* What a speaker rejects is his word against the article's, or another speaker's. */
    if (meeting->rejection->voice.kind == XC_VOICE_SPEAKER && *out == EFFECT_DENIES &&
        meeting->reading->voice.kind != XC_VOICE_UNNAMED)
        *out = own && is_adjacent(meeting) ? EFFECT_UNRESOLVES : EFFECT_NONE;
    return status;
}

enum xc_status
xc_retraction_note(const struct xc_text *text, size_t s, struct xc_arena *arena,
                   struct xc_stance_reading *reading)
{
    struct xc_range words = text->sentences[s].words;
    struct xc_str said = xc_text_original(text, words);
    struct xc_cue_hit *cues = xc_arena_array(arena, reading->n_cues + 1, sizeof *cues);
    size_t i;

    if (cues == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < reading->n_cues; i++)
        cues[i] = reading->cues[i];
    cues[i] = (struct xc_cue_hit){NULL, XC_CUE_DEBUNK, words};
    reading->cues = cues;
    reading->n_cues++;
    reading->retold_in = s + 1;
    reading->trace =
        xc_arena_printf(arena, "%.*ssentence %zu, '%.*s': %s\n",
                        (int)reading->trace.len, reading->trace.ptr, s + 1,
                        (int)said.len, said.ptr, xc_stance_name(reading->stance));
    return reading->trace.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

enum xc_status
xc_retractions_weigh(struct xc_retractions *retractions, const struct xc_target *target,
                     struct xc_arena *arena, struct xc_stance_reading *out)
{
    const struct xc_rejection_vec *rejections = &retractions->rejections;
    const struct xc_names *names = retractions->names;
    struct xc_target named = *target;
    struct xc_stance_reading made;
    struct meeting meeting = {
        .retractions = retractions, .target = &named, .reading = &made, .arena = arena};
    enum effect effect = EFFECT_NONE;
    enum xc_status status;
    size_t i;

    named.names = retractions->names;
    status = xc_stance_weigh(names->lexicon, names->text, &named, arena, &made);
    if (status != XC_OK)
        return status;
    if (made.stance == XC_STANCE_QUESTIONED || made.stance == XC_STANCE_HYPOTHETICAL ||
        made.stance == XC_STANCE_UNRESOLVED) {
        *out = made;
        return XC_OK;
    }
    for (i = first_from(rejections, target->sentence);
         i < rejections->n && effect == EFFECT_NONE && status == XC_OK; i++) {
        meeting.rejection = &rejections->items[i];
        if (meeting.rejection->sentence >
            target->sentence + XC_MAX_RETRACTION_SENTENCES)
            break;
        status = find_effect(&meeting, &effect);
    }
    if (status == XC_OK && effect != EFFECT_NONE) {
        if (effect == EFFECT_DENIES)
            made.voice = meeting.rejection->voice;
        made.stance = effect == EFFECT_DENIES ? XC_STANCE_DENIED : XC_STANCE_UNRESOLVED;
        status =
            xc_retraction_note(names->text, meeting.rejection->sentence, arena, &made);
    }
    if (status == XC_OK)
        *out = made;
    return status;
}
