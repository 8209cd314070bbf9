/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/rejection.h"

#include "base/vec.h"
#include "stance/phrase.h"
#include "stance/speaker.h"
#include "text/syntax.h"

static const size_t longest_rejection = 20; /* words of its sentence */

struct finder {
    struct xc_names *names;
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
    struct xc_arena *arena;
    struct xc_rejection_vec *out;
    struct xc_range sentence;
    size_t s;
};

static struct xc_str
key_of(const struct finder *finder, size_t i)
{
    return finder->text->words.items[i].key;
}

static bool
word_is(const struct finder *finder, size_t i, unsigned classes)
{
    return i < finder->sentence.end &&
           xc_lexicon_word_is(finder->lexicon, key_of(finder, i), classes);
}

static bool
stance_word_is(const struct finder *finder, size_t i, enum xc_stance_word class)
{
    return i < finder->sentence.end &&
           xc_lexicon_stance_word_is(finder->lexicon, key_of(finder, i), class);
}

/* Whether what stands before word i ends there: the sentence, or at a mark. */
static bool
is_end(const struct finder *finder, size_t i)
{
    return i >= finder->sentence.end || xc_phrase_is_cut(finder->text, i);
}

static bool
is_quoted(const struct finder *finder, size_t i)
{
    return xc_scene_quotation_of(finder->text, i, 1) != XC_NO_QUOTATION;
}

/* A word for what somebody says: rumour, story, allegation. */
static bool
is_story(const struct finder *finder, size_t i)
{
    return i < finder->sentence.end &&
           xc_anaphor_is_story(finder->lexicon, key_of(finder, i));
}

static bool
is_not(struct xc_str key)
{
    return xc_str_is(key, "not") || xc_str_is(key, "never") || xc_str_is(key, "hardly");
}

/* Whether the sentence turns on a word of truth, which can't be said of a thing: "is not
 * true", "none of it happened"; not "was a fake". */
static bool
is_about_truth(const struct finder *finder)
{
    size_t i;

    for (i = finder->sentence.first; i < finder->sentence.end; i++) {
        struct xc_str key = key_of(finder, i);

        if (xc_str_is(key, "true") || xc_str_is(key, "untrue") ||
            xc_str_is(key, "truth") || xc_str_is(key, "happened") ||
            xc_str_is(key, "happen") ||
            (xc_str_is(key, "case") && i + 1 == finder->sentence.end))
            return true;
    }
    return false;
}

static bool
has_word(const struct finder *finder, const char *word)
{
    size_t i;

    for (i = finder->sentence.first; i < finder->sentence.end; i++) {
        if (xc_str_is(key_of(finder, i), word))
            return true;
    }
    return false;
}

/* Fills unclear and of_thing: "That was wrong" may judge what somebody did, "it was false"
 * and "that was a hoax" may be said of a thing. */
static void
weigh_words(const struct finder *finder, struct xc_rejection *rejection)
{
    bool about_truth = is_about_truth(finder);

    if (rejection->anaphor.kind == XC_ANAPHOR_THIS && !about_truth) {
        rejection->unclear |= has_word(finder, "wrong") || has_word(finder, "fake") ||
                              has_word(finder, "staged") ||
                              has_word(finder, "forgery") ||
                              xc_str_is(key_of(finder, rejection->words.first), "it");
        rejection->of_thing = !has_word(finder, "false");
    }
    if (rejection->anaphor.kind == XC_ANAPHOR_STORY && has_word(finder, "wrong"))
        rejection->unclear |=
            !xc_str_is(key_of(finder, finder->sentence.end - 1), "wrong");
}

/* "This is not true", "the report was not really accurate". */
static bool
is_not_true(const struct finder *finder, size_t from)
{
    bool negated = false;
    size_t i;

    for (i = from; i < finder->sentence.end && !xc_phrase_is_cut(finder->text, i);
         i++) {
        if (is_not(key_of(finder, i)))
            negated = !negated;
        else if (stance_word_is(finder, i, XC_STANCE_WORD_TRUTH) ||
                 xc_str_is(key_of(finder, i), "case"))
            return negated && i + 1 == finder->sentence.end;
        else if (!word_is(finder, i,
                          XC_SYNTAX_AUXILIARY | XC_SYNTAX_ADVERB | XC_SYNTAX_DEFINITE))
            return false;
    }
    return false;
}

/* "This is rubbish", "it was never a lie": a short sentence with a word that may reject
 * what stands before it, in whatever way. */
static bool
is_belittled(const struct finder *finder, const struct xc_rejection *rejection)
{
    static const size_t longest = 7;
    bool negated = false;
    size_t i;

    if (finder->sentence.end - finder->sentence.first > longest ||
        !word_is(finder, rejection->words.end, XC_SYNTAX_AUXILIARY))
        return false;
    for (i = rejection->words.end + 1; i < finder->sentence.end; i++) {
        struct xc_str key = key_of(finder, i);

        if (is_not(key))
            negated = true;
        else if (stance_word_is(finder, i, XC_STANCE_WORD_VERDICT) ||
                 (negated && xc_str_is(key, "happened")))
            return true;
    }
    return false;
}

/* "It never happened again", "none of it is true to scale": what follows the word takes it
 * back, so that nothing is rejected; "at all" does not. */
static bool
is_narrowed(const struct finder *finder)
{
    size_t i;

    for (i = finder->sentence.first; i < finder->sentence.end; i++) {
        struct xc_str key = key_of(finder, i);

        if ((xc_str_starts(key, "happen") || xc_str_starts(key, "occur") ||
             stance_word_is(finder, i, XC_STANCE_WORD_TRUTH)) &&
            !is_end(finder, i + 1) &&
            !(xc_str_is(key_of(finder, i + 1), "at") && i + 2 < finder->sentence.end &&
              xc_str_is(key_of(finder, i + 2), "all")))
            return true;
    }
    return false;
}

/* Whether a cue that leaves things open stands in the sentence: "may be false". */
static bool
is_doubtful(const struct xc_scene *scene)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        switch (scene->cues.items[i].cue->class) {
        case XC_CUE_HEDGE:
        case XC_CUE_OPEN:
        case XC_CUE_QUESTION:
        case XC_CUE_CONDITION:
        case XC_CUE_RUMOUR:
            return true;
        case XC_CUE_PSEUDO:
        case XC_CUE_NEGATION:
        case XC_CUE_IMPLICATIVE:
        case XC_CUE_DENIAL:
        case XC_CUE_DEBUNK:
        case XC_CUE_REPORT:
        case XC_CUE_WATCH:
            break;
        }
    }
    return xc_scene_is_question(scene);
}

/* Whether the reading is that of something called false, by a word for it and not only by
 * a negated verb: "it did not rain". */
static bool
is_rejected(const struct finder *finder, const struct xc_stance_reading *reading,
            const struct xc_rejection *rejection)
{
    size_t i;

    if (reading->stance != XC_STANCE_DENIED)
        return false;
    for (i = 0; i < reading->n_cues; i++) {
        if (reading->cues[i].class == XC_CUE_DEBUNK ||
            reading->cues[i].class == XC_CUE_DENIAL)
            return true;
    }
    return rejection->anaphor.denied && is_about_truth(finder);
}

/* Whether the sentence has a word that may make it a rejection: those of most are not
 * worth weighing. */
static bool
may_reject(const struct finder *finder, const struct xc_scene *scene,
           const struct xc_rejection *rejection)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        if (scene->cues.items[i].cue->class == XC_CUE_DEBUNK ||
            scene->cues.items[i].cue->class == XC_CUE_DENIAL)
            return true;
    }
    return (rejection->anaphor.denied && is_about_truth(finder)) ||
           is_not_true(finder, rejection->words.end) ||
           (rejection->anaphor.kind == XC_ANAPHOR_THIS &&
            is_belittled(finder, rejection));
}

static enum xc_status
add(const struct finder *finder, const struct xc_rejection *rejection)
{
    struct xc_rejection *slot = XC_VEC_ADD(finder->out, finder->arena);

    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = *rejection;
    return XC_OK;
}

/* Adds the sentence when it rejects what its anaphor stands for. */
static enum xc_status
take_rejection(const struct finder *finder)
{
    const struct xc_anaphor_place place = {finder->lexicon, finder->text,
                                           finder->sentence};
    struct xc_rejection made = {.sentence = finder->s};
    struct xc_target target = {.sentence = finder->s, .names = finder->names};
    struct xc_stance_reading reading;
    struct xc_scene scene;
    enum xc_status status;

    if (finder->sentence.end - finder->sentence.first > longest_rejection ||
        !xc_anaphor_find(&place, &made.anaphor) || is_narrowed(finder))
        return XC_OK;
    made.words = made.anaphor.words;
    target.words = made.words;
    status =
        xc_scene_open(finder->lexicon, finder->text, &target, finder->arena, &scene);
    if (status != XC_OK || is_doubtful(&scene) || !may_reject(finder, &scene, &made))
        return status;
    status = xc_stance_weigh(finder->lexicon, finder->text, &target, finder->arena,
                             &reading);
    if (status != XC_OK)
        return status;
    made.voice = reading.voice;
    if (is_not_true(finder, made.words.end)) {
        made.voice = (struct xc_voice){.kind = XC_VOICE_OWN};
    } else if (!is_rejected(finder, &reading, &made)) {
        made.unclear =
            made.anaphor.kind == XC_ANAPHOR_THIS && is_belittled(finder, &made);
        if (!made.unclear)
            return XC_OK;
    }
    /* «"It was a hoax," she said»: hers, and not the source's. */
    if (made.voice.kind == XC_VOICE_UNNAMED || made.voice.quoted)
        return XC_OK;
    weigh_words(finder, &made);
    return add(finder, &made);
}

/* Whether what follows the verb at word i is what one can withdraw: "the claim", "it"; a
 * verb that needs none may stand alone. */
static bool
has_withdrawn(const struct finder *finder, size_t i)
{
    struct xc_str verb = key_of(finder, i);
    size_t k = i + 1;

    if (is_end(finder, k) ||
        word_is(finder, k, XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB))
        return xc_str_starts(verb, "recant") || xc_str_starts(verb, "backtrack");
    if (xc_str_is(key_of(finder, k), "it"))
        return true;
    if (xc_phrase_is_determiner(finder->lexicon, finder->text, k))
        k++;
    return is_story(finder, k) &&
           (is_end(finder, k + 1) ||
            word_is(finder, k + 1, XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB));
}

/* Adds the verb at word i when somebody withdraws by it what he said. */
static enum xc_status
take_withdrawal(const struct finder *finder, size_t i)
{
    struct xc_rejection made = {.withdraws = true,
                                .sentence = finder->s,
                                .words = {i, i + 1},
                                .voice = {.kind = XC_VOICE_UNNAMED}};
    size_t last = i;

    if (!has_withdrawn(finder, i))
        return XC_OK;
    while (last > finder->sentence.first &&
           xc_phrase_is_skipped(finder->lexicon, finder->text, last - 1)) {
        /* "has not retracted", "may withdraw" */
        if (is_not(key_of(finder, last - 1)) ||
            (!xc_str_is(key_of(finder, last - 1), "has") &&
             !xc_str_is(key_of(finder, last - 1), "had") &&
             !xc_str_is(key_of(finder, last - 1), "have") &&
             word_is(finder, last - 1, XC_SYNTAX_AUXILIARY)))
            return XC_OK;
        last--;
    }
    if (last == finder->sentence.first || word_is(finder, last - 1, XC_SYNTAX_NOT) ||
        xc_str_is(key_of(finder, last - 1), "to"))
        return XC_OK;
    made.shared = xc_phrase_is_joined(finder->text, last);
    made.pronoun = word_is(finder, last - 1, XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN);
    if (xc_speaker_before(finder->names, finder->sentence.first, i, finder->arena,
                          &made.voice) != XC_OK)
        return XC_NO_MEMORY;
    return add(finder, &made);
}

enum xc_status
xc_rejections_find(struct xc_names *names, struct xc_arena *arena,
                   struct xc_rejection_vec *out)
{
    struct xc_rejection_vec made = {0};
    struct finder finder = {.names = names,
                            .lexicon = names->lexicon,
                            .text = names->text,
                            .arena = arena,
                            .out = &made};
    enum xc_status status = XC_OK;
    size_t i;

    for (; finder.s < finder.text->n_sentences && status == XC_OK; finder.s++) {
        finder.sentence = finder.text->sentences[finder.s].words;
        status = take_rejection(&finder);
        for (i = finder.sentence.first; i < finder.sentence.end && status == XC_OK;
             i++) {
            if (xc_lexicon_stance_word_is(finder.lexicon, key_of(&finder, i),
                                          XC_STANCE_WORD_WITHDRAWAL) &&
                !is_quoted(&finder, i))
                status = take_withdrawal(&finder, i);
        }
    }
    if (status == XC_OK)
        *out = made;
    return status;
}
