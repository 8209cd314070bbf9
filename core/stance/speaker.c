/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/speaker.h"

#include <string.h>

#include "base/vec.h"
#include "stance/name.h"
#include "stance/phrase.h"
#include "text/syntax.h"

static bool
class_is(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i,
         enum xc_speaker_class class)
{
    return xc_lexicon_speaker_is(lexicon, text->words.items[i].key, class);
}

/* What kind of description words [range) are; range is not empty. */
struct description {
    struct xc_range words;
    struct xc_range head; /* the part before "of", "for", "from" */
    bool definite;
    bool indefinite;
    bool unnamed;
    bool thing;
    bool institution;
    bool counsel;
    size_t mouthpiece; /* the last word of the head that is one, or SIZE_MAX */
};

static struct description
describe(const struct xc_lexicon *lexicon, const struct xc_text *text,
         struct xc_range words)
{
    struct description made = {
        .words = words, .head = {words.first, words.first}, .mouthpiece = (size_t)-1};
    struct xc_range name;
    size_t i;

    made.definite = class_is(lexicon, text, words.first, XC_SPEAKER_DEFINITE);
    made.indefinite = class_is(lexicon, text, words.first, XC_SPEAKER_INDEFINITE);
    for (i = words.first; i < words.end; i++) {
        /* Only the part before "of", "for", "from" says what the speaker is; but "a
         * spokesman for the council" is identified by what follows. */
        if (class_is(lexicon, text, i, XC_SPEAKER_LINK))
            break;
        made.head.end = i + 1;
        if (class_is(lexicon, text, i, XC_SPEAKER_MOUTHPIECE))
            made.mouthpiece = i;
        made.counsel |= class_is(lexicon, text, i, XC_SPEAKER_COUNSEL);
        made.unnamed |= class_is(lexicon, text, i, XC_SPEAKER_UNNAMED);
        made.thing |= class_is(lexicon, text, i, XC_SPEAKER_THING);
        made.institution |= class_is(lexicon, text, i, XC_SPEAKER_INSTITUTION);
        /* "Alda Fenn's brother" is the one she has. */
        made.definite |=
            !made.indefinite && i + 1 < words.end &&
            (text->words.items[i].flags & XC_WORD_POSSESSIVE) != 0 &&
            xc_name_at_end(lexicon, text, (struct xc_range){words.first, i + 1}, &name);
    }
    return made;
}

/* The words as the article writes them, with the small letter that a determiner has
 * inside a sentence: "The mayor said" → "the mayor". */
static enum xc_status
write_words(const struct xc_lexicon *lexicon, const struct xc_text *text,
            struct xc_range words, struct xc_arena *arena, struct xc_str *out)
{
    struct xc_str written = xc_text_original(text, words);
    char *copy;

    if (written.len == 0 || written.ptr[0] < 'A' || written.ptr[0] > 'Z' ||
        !xc_phrase_is_determiner(lexicon, text, words.first)) {
        *out = written;
        return XC_OK;
    }
    copy = xc_arena_alloc(arena, written.len);
    if (copy == NULL)
        return XC_NO_MEMORY;
    memcpy(copy, written.ptr, written.len);
    copy[0] = (char)(copy[0] - 'A' + 'a');
    *out = (struct xc_str){copy, written.len};
    return XC_OK;
}

static struct xc_range
without_determiner(const struct description *description)
{
    struct xc_range words = description->words;

    if ((description->definite || description->indefinite) &&
        words.first + 1 < words.end && description->head.end > words.first + 1)
        words.first++;
    return words;
}

/* The description itself as the speaker's name: "the city's engineer"; its key, without
 * the determiner, is what the same role has in another source. */
static enum xc_status
use_role(const struct xc_lexicon *lexicon, const struct xc_text *text,
         const struct description *description, bool with_key, struct xc_arena *arena,
         struct xc_voice *voice)
{
    if (write_words(lexicon, text, description->words, arena, &voice->name) != XC_OK)
        return XC_NO_MEMORY;
    if (with_key)
        return xc_name_key(text, without_determiner(description), arena, &voice->key);
    return XC_OK;
}

/* Whom a spokesman speaks for: the name right before him, as in "Gull Ferries
 * spokesman", or the one behind "for"; not that of a place further off, as in "Brinmouth
 * police spokesman" or "a spokesman for the mayor of Brinmouth". */
static bool
principal(const struct xc_lexicon *lexicon, const struct xc_text *text,
          const struct description *description, struct xc_range *out)
{
    struct xc_range words = description->words;
    size_t i;

    if (description->head.end == words.end)
        return xc_name_at_end(lexicon, text,
                              (struct xc_range){words.first, description->mouthpiece},
                              out);
    if (!xc_name_at_end(lexicon, text, words, out))
        return false;
    for (i = description->head.end + 1; i < out->first; i++) {
        if (class_is(lexicon, text, i, XC_SPEAKER_LINK))
            return false;
    }
    return true;
}

/* "The Ministry of Works", "the University of Brinmouth": the whole is a name. */
static bool
is_institution_of(const struct xc_lexicon *lexicon, const struct xc_text *text,
                  const struct description *description, struct xc_range *out)
{
    size_t last = description->head.end - 1;
    struct xc_range name;

    if (description->head.end == description->words.end ||
        !class_is(lexicon, text, last, XC_SPEAKER_INSTITUTION) ||
        !xc_str_is(text->words.items[last + 1].key, "of") ||
        !xc_name_at_end(lexicon, text, description->head, &name) ||
        (text->words.items[description->words.end - 1].flags & XC_WORD_CAPITAL) == 0)
        return false;
    *out = (struct xc_range){name.first, description->words.end};
    return true;
}

/* Headlines leave the article out, "Mayor: bridge closed"; an office is somebody in
 * particular all the same. */
static bool
is_office_in_headline(const struct xc_lexicon *lexicon, const struct xc_text *text,
                      const struct description *description)
{
    size_t sentence = xc_text_sentence_of(text, description->words.first);

    return sentence < text->n_sentences &&
           text->blocks[text->sentences[sentence].block].kind == XC_BLOCK_HEADLINE &&
           description->head.end > description->head.first &&
           class_is(lexicon, text, description->head.end - 1, XC_SPEAKER_TITLE);
}

/* Turns a description into a voice. */
static enum xc_status
voice_of(const struct xc_lexicon *lexicon, const struct xc_text *text,
         struct xc_range words, struct xc_arena *arena, struct xc_voice *voice)
{
    struct description description = describe(lexicon, text, words);
    struct xc_range name;

    voice->kind = XC_VOICE_SPEAKER;
    /* "Ferry analyst Bryn Oke", but not "sources at Gull Ferries". */
    if (is_institution_of(lexicon, text, &description, &name) ||
        xc_name_at_end(lexicon, text, description.head, &name))
        return xc_name_voice(lexicon, text, name, arena, voice);
    if (description.mouthpiece != (size_t)-1) {
        /* A spokesman speaks for whoever is named beside him; without that he is an
         * identified speaker whom nothing equals. */
        if (principal(lexicon, text, &description, &name))
            return xc_name_voice(lexicon, text, name, arena, voice);
        return use_role(lexicon, text, &description, false, arena, voice);
    }
    /* A name behind "of" or "from" is a place or somebody else. */
    if (!description.unnamed && !description.thing &&
        (description.counsel || description.institution ||
         ((description.definite ||
           is_office_in_headline(lexicon, text, &description)) &&
          !description.indefinite)))
        return use_role(lexicon, text, &description, !description.indefinite, arena,
                        voice);
    voice->kind = XC_VOICE_UNNAMED;
    return use_role(lexicon, text, &description, false, arena, voice);
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

/* Whoever stands before a verb that is joined to another, or governed by one. */
static enum xc_status
shared_subject(const struct xc_lexicon *lexicon, const struct xc_text *text,
               struct xc_range before, struct xc_arena *arena, struct xc_voice *voice)
{
    struct xc_range words;

    if (!xc_phrase_subject(lexicon, text, before.first, before.end, &words))
        return XC_OK;
    if (class_is(lexicon, text, words.first, XC_SPEAKER_PRONOUN))
        return pronoun(lexicon, text, words.first, arena, voice);
    return voice_of(lexicon, text, words, arena, voice);
}

enum xc_status
xc_speaker_before(const struct xc_lexicon *lexicon, const struct xc_text *text,
                  size_t first, size_t verb, struct xc_arena *arena,
                  struct xc_voice *voice)
{
    size_t last = verb;

    voice->kind = XC_VOICE_UNNAMED;
    while (last > first && xc_phrase_is_skipped(lexicon, text, last - 1) &&
           !xc_phrase_is_cut(text, last))
        last--;
    /* "Denies any part in it.": the subject is left out, and somebody in particular all
     * the same. */
    if (last == first || xc_phrase_is_joined(text, last)) {
        voice->kind = XC_VOICE_SPEAKER;
        return last == first
                   ? XC_OK
                   : shared_subject(lexicon, text, (struct xc_range){first, last - 1},
                                    arena, voice);
    }
    if (xc_phrase_is_controlled(lexicon, text, first, last - 1))
        return shared_subject(lexicon, text, (struct xc_range){first, last - 1}, arena,
                              voice);
    /* "They want everyone to believe …": nobody says it. */
    if (xc_str_is(text->words.items[last - 1].key, "to"))
        return XC_OK;
    if (xc_phrase_is_cut(text, last))
        last = xc_phrase_skip_apposition(lexicon, text, first, last);
    last--;
    if (class_is(lexicon, text, last, XC_SPEAKER_PRONOUN)) {
        bool relative = xc_str_is(text->words.items[last].key, "who");

        if (!relative)
            return pronoun(lexicon, text, last, arena, voice);
        if (last == first)
            return XC_OK;
        last--;
    }
    return voice_of(lexicon, text, xc_phrase_ending(lexicon, text, first, last), arena,
                    voice);
}

/* "A count by the Brinmouth Echo": whoever made the thing speaks, when named.  The words
 * that describe the maker, else those of the thing. */
static struct xc_range
maker_of(const struct xc_lexicon *lexicon, const struct xc_text *text,
         struct xc_range words, size_t end)
{
    struct xc_range maker;
    struct xc_range name;

    if (words.end + 1 >= end || xc_phrase_is_cut(text, words.end) ||
        !xc_str_is(text->words.items[words.end].key, "by") ||
        !describe(lexicon, text, words).thing)
        return words;
    maker = xc_phrase_from(lexicon, text, words.end + 1, end);
    return xc_name_at_end(lexicon, text, maker, &name) ? maker : words;
}

enum xc_status
xc_speaker_after(const struct xc_lexicon *lexicon, const struct xc_text *text,
                 size_t from, size_t end, struct xc_arena *arena,
                 struct xc_voice *voice)
{
    struct xc_range words = xc_phrase_from(lexicon, text, from, end);

    voice->kind = XC_VOICE_UNNAMED;
    if (words.end == words.first)
        return XC_OK;
    if (class_is(lexicon, text, from, XC_SPEAKER_PRONOUN))
        return pronoun(lexicon, text, from, arena, voice);
    words = maker_of(lexicon, text, words, end);
    words = xc_phrase_name_behind(lexicon, text, words, end);
    return voice_of(lexicon, text, words, arena, voice);
}
