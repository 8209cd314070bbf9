/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/speaker.h"

#include <string.h>

#include "base/vec.h"
#include "stance/name.h"

static const size_t longest_description = 12; /* words */
static const size_t longest_apposition = 12;

/* Whether the punctuation before word i ends a description. */
static bool
is_cut_before(const struct xc_text *text, size_t i)
{
    size_t sentence = xc_text_sentence_of(text, i);
    struct xc_str gap;
    size_t k;

    if (i == 0 || sentence == text->n_sentences ||
        i == text->sentences[sentence].words.first)
        return true;
    gap = xc_text_gap(text, text->sentences[sentence].block, i);
    for (k = 0; k < gap.len; k++) {
        if (strchr(",;:\"()?!", gap.ptr[k]) != NULL)
            return true;
    }
    return false;
}

static bool
class_is(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i,
         enum xc_speaker_class class)
{
    return xc_lexicon_speaker_is(lexicon, text->words.items[i].key, class);
}

/* "she also later said": words between a speaker and the verb. */
static bool
is_skipped(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i)
{
    const struct xc_word *word = &text->words.items[i];

    return class_is(lexicon, text, i, XC_SPEAKER_SKIP) ||
           (word->key.len > 4 && xc_str_ends(word->key, "ly") &&
            (word->flags & XC_WORD_CAPITAL) == 0);
}

/* What kind of description words [range) are; range is not empty. */
struct description {
    struct xc_range words;
    bool definite;
    bool indefinite;
    bool unnamed;
    bool thing;
    bool institution;
    bool mouthpiece;
};

static struct description
describe(const struct xc_lexicon *lexicon, const struct xc_text *text,
         struct xc_range words)
{
    struct description made = {.words = words};
    size_t i;

    made.definite = class_is(lexicon, text, words.first, XC_SPEAKER_DEFINITE);
    made.indefinite = class_is(lexicon, text, words.first, XC_SPEAKER_INDEFINITE);
    for (i = words.first; i < words.end; i++) {
        /* Only the part before "of", "for", "from" says what the speaker is; but "a
         * spokesman for the council" is identified by what follows. */
        if (class_is(lexicon, text, i, XC_SPEAKER_LINK))
            break;
        made.mouthpiece |= class_is(lexicon, text, i, XC_SPEAKER_MOUTHPIECE);
        made.unnamed |= class_is(lexicon, text, i, XC_SPEAKER_UNNAMED);
        made.thing |= class_is(lexicon, text, i, XC_SPEAKER_THING);
        made.institution |= class_is(lexicon, text, i, XC_SPEAKER_INSTITUTION);
    }
    return made;
}

/* The speaker's own words without determiner: "the city's engineer" → "city engineer";
 * its key is what the same role has in another source. */
static enum xc_status
use_role(const struct xc_text *text, struct xc_range words, bool with_key,
         struct xc_arena *arena, struct xc_voice *voice)
{
    voice->name = xc_text_original(text, words);
    if (with_key)
        return xc_name_key(text, words, arena, &voice->key);
    return XC_OK;
}

static struct xc_range
without_determiner(const struct description *description)
{
    struct xc_range words = description->words;

    if ((description->definite || description->indefinite) &&
        words.first + 1 < words.end)
        words.first++;
    return words;
}

/* Turns a description into a voice. */
static enum xc_status
voice_of(const struct xc_lexicon *lexicon, const struct xc_text *text,
         struct xc_range words, struct xc_arena *arena, struct xc_voice *voice)
{
    struct description description = describe(lexicon, text, words);
    struct xc_range bare = without_determiner(&description);
    struct xc_range name;

    if (description.mouthpiece) {
        /* A spokesman speaks for whoever is named beside him; without that he is an
         * identified speaker whom nothing equals. */
        voice->kind = XC_VOICE_SPEAKER;
        if (xc_name_in(lexicon, text, words, &name))
            return xc_name_voice(lexicon, text, name, arena, voice);
        return use_role(text, bare, false, arena, voice);
    }
    if (description.unnamed || description.thing) {
        voice->kind = XC_VOICE_UNNAMED;
        return use_role(text, bare, false, arena, voice);
    }
    if (xc_name_at_end(lexicon, text, words, &name)) {
        voice->kind = XC_VOICE_SPEAKER;
        return xc_name_voice(lexicon, text, name, arena, voice);
    }
    voice->kind = description.institution ||
                          (description.definite && !description.indefinite)
                      ? XC_VOICE_SPEAKER
                      : XC_VOICE_UNNAMED;
    return use_role(text, bare, voice->kind == XC_VOICE_SPEAKER, arena, voice);
}

/* The words that describe a speaker and end with word `last`. */
static struct xc_range
description_ending(const struct xc_lexicon *lexicon, const struct xc_text *text,
                   size_t first, size_t last)
{
    struct xc_range words = {last, last + 1};

    while (words.first > first && last - words.first < longest_description) {
        size_t i = words.first - 1;

        if (is_cut_before(text, words.first) ||
            class_is(lexicon, text, i, XC_SPEAKER_BORDER) ||
            class_is(lexicon, text, i, XC_SPEAKER_PRONOUN))
            break;
        words.first = i;
        /* "the mayor of the town": a determiner ends it unless a link precedes. */
        if ((class_is(lexicon, text, i, XC_SPEAKER_DEFINITE) ||
             class_is(lexicon, text, i, XC_SPEAKER_INDEFINITE)) &&
            (i == first || !class_is(lexicon, text, i - 1, XC_SPEAKER_LINK)))
            break;
    }
    while (words.first + 1 < words.end &&
           class_is(lexicon, text, words.first, XC_SPEAKER_LINK))
        words.first++;
    return words;
}

/* "Melissa Doe, her trainer, said": the word before the comma that opens the apposition,
 * or SIZE_MAX. `last` is the apposition's last word. */
static size_t
before_apposition(const struct xc_text *text, size_t first, size_t last)
{
    size_t i = last;

    while (i > first && last - i < longest_apposition) {
        if (is_cut_before(text, i)) {
            size_t sentence = xc_text_sentence_of(text, i);
            struct xc_str gap =
                xc_text_gap(text, text->sentences[sentence].block, i);

            return xc_str_find(gap, 0, ',') < gap.len ? i - 1 : (size_t)-1;
        }
        i--;
    }
    return (size_t)-1;
}

static enum xc_status
pronoun(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t at,
        struct xc_arena *arena, struct xc_voice *voice)
{
    struct xc_range name;

    voice->kind = XC_VOICE_SPEAKER;
    /* "it said", "they said": an institution or a crowd, better left alone. */
    if (!xc_str_is(text->words.items[at].key, "it") &&
        !xc_str_is(text->words.items[at].key, "they") &&
        xc_name_only_subject(lexicon, text, at, &name))
        return xc_name_voice(lexicon, text, name, arena, voice);
    return XC_OK;
}

enum xc_status
xc_speaker_before(const struct xc_lexicon *lexicon, const struct xc_text *text,
                  size_t first, size_t verb, struct xc_arena *arena,
                  struct xc_voice *voice)
{
    size_t last = verb;
    struct xc_range words;

    voice->kind = XC_VOICE_UNNAMED;
    while (last > first && is_skipped(lexicon, text, last - 1) &&
           !is_cut_before(text, last))
        last--;
    if (last == first)
        return XC_OK;
    if (is_cut_before(text, last)) {
        size_t head = before_apposition(text, first, last - 1);

        if (head != (size_t)-1)
            last = head + 1;
    }
    last--;
    if (class_is(lexicon, text, last, XC_SPEAKER_PRONOUN)) {
        bool relative = xc_str_is(text->words.items[last].key, "who");

        if (!relative)
            return pronoun(lexicon, text, last, arena, voice);
        if (last == first)
            return XC_OK;
        last--;
    }
    words = description_ending(lexicon, text, first, last);
    return voice_of(lexicon, text, words, arena, voice);
}

enum xc_status
xc_speaker_after(const struct xc_lexicon *lexicon, const struct xc_text *text,
                 size_t from, size_t end, struct xc_arena *arena, struct xc_voice *voice)
{
    struct xc_range words = {from, from};

    voice->kind = XC_VOICE_UNNAMED;
    while (words.end < end && words.end - from < longest_description) {
        size_t i = words.end;

        if (i > from && (is_cut_before(text, i) ||
                         class_is(lexicon, text, i, XC_SPEAKER_BORDER) ||
                         is_skipped(lexicon, text, i)))
            break;
        /* "said the mayor in a statement": what follows "in" or "at" says where. */
        if (i > from && (xc_str_is(text->words.items[i].key, "in") ||
                         xc_str_is(text->words.items[i].key, "at") ||
                         xc_str_is(text->words.items[i].key, "from") ||
                         xc_str_is(text->words.items[i].key, "with")))
            break;
        words.end++;
    }
    if (words.end == words.first)
        return XC_OK;
    if (class_is(lexicon, text, from, XC_SPEAKER_PRONOUN))
        return pronoun(lexicon, text, from, arena, voice);
    return voice_of(lexicon, text, words, arena, voice);
}
