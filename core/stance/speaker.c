/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/speaker.h"

#include <string.h>

#include "base/vec.h"
#include "stance/antecedent.h"
#include "stance/phrase.h"
#include "text/syntax.h"

static bool
class_is(struct xc_names *names, size_t i, enum xc_speaker_class class)
{
    return xc_lexicon_speaker_is(names->lexicon, names->text->words.items[i].key,
                                 class);
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
describe(struct xc_names *names, struct xc_range words)
{
    struct description made = {
        .words = words, .head = {words.first, words.first}, .mouthpiece = (size_t)-1};
    struct xc_range name;
    size_t i;

    made.definite = class_is(names, words.first, XC_SPEAKER_DEFINITE);
    made.indefinite = class_is(names, words.first, XC_SPEAKER_INDEFINITE);
    for (i = words.first; i < words.end; i++) {
        /* Only the part before "of", "for", "from" says what the speaker is; but "a
         * spokesman for the council" is identified by what follows. */
        if (class_is(names, i, XC_SPEAKER_LINK))
            break;
        made.head.end = i + 1;
        if (class_is(names, i, XC_SPEAKER_MOUTHPIECE))
            made.mouthpiece = i;
        made.counsel |= class_is(names, i, XC_SPEAKER_COUNSEL);
        made.unnamed |= class_is(names, i, XC_SPEAKER_UNNAMED);
        made.thing |= class_is(names, i, XC_SPEAKER_THING);
        made.institution |= class_is(names, i, XC_SPEAKER_INSTITUTION);
        /* "Alda Fenn's brother" is the one she has. */
        made.definite |=
            !made.indefinite && i + 1 < words.end &&
            (names->text->words.items[i].flags & XC_WORD_POSSESSIVE) != 0 &&
            xc_name_at_end(names, (struct xc_range){words.first, i + 1}, &name);
    }
    return made;
}

/* The words as the article writes them, with the small letter that a determiner has
 * inside a sentence: "The mayor said" → "the mayor". */
static enum xc_status
write_words(struct xc_names *names, struct xc_range words, struct xc_arena *arena,
            struct xc_str *out)
{
    struct xc_str written = xc_text_original(names->text, words);
    char *copy;

    if (written.len == 0 || written.ptr[0] < 'A' || written.ptr[0] > 'Z' ||
        !xc_phrase_is_determiner(names->lexicon, names->text, words.first)) {
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
use_role(struct xc_names *names, const struct description *description, bool with_key,
         struct xc_arena *arena, struct xc_voice *voice)
{
    if (write_words(names, description->words, arena, &voice->name) != XC_OK)
        return XC_NO_MEMORY;
    if (with_key)
        return xc_name_key(names->text, without_determiner(description), arena,
                           &voice->key);
    return XC_OK;
}

/* Whom a spokesman speaks for: the name right before him, as in "Gull Ferries
 * spokesman", or the one behind "for"; not that of a place further off, as in "Brinmouth
 * police spokesman" or "a spokesman for the mayor of Brinmouth". */
static bool
principal(struct xc_names *names, const struct description *description,
          struct xc_range *out)
{
    struct xc_range words = description->words;
    size_t i;

    if (description->head.end == words.end)
        return xc_name_at_end(
            names, (struct xc_range){words.first, description->mouthpiece}, out);
    if (!xc_name_at_end(names, words, out))
        return false;
    for (i = description->head.end + 1; i < out->first; i++) {
        if (class_is(names, i, XC_SPEAKER_LINK))
            return false;
    }
    return true;
}

/* "The Ministry of Works", "the University of Brinmouth": the whole is a name. */
static bool
is_institution_of(struct xc_names *names, const struct description *description,
                  struct xc_range *out)
{
    size_t last = description->head.end - 1;
    struct xc_range name;

    /* A link may stand first, "In saying that …": there is no head. */
    if (description->head.end == description->head.first ||
        description->head.end == description->words.end ||
        !class_is(names, last, XC_SPEAKER_INSTITUTION) ||
        !xc_str_is(names->text->words.items[last + 1].key, "of") ||
        !xc_name_at_end(names, description->head, &name) ||
        (names->text->words.items[description->words.end - 1].flags &
         XC_WORD_CAPITAL) == 0)
        return false;
    *out = (struct xc_range){name.first, description->words.end};
    return true;
}

/* Headlines leave the article out, "Mayor: bridge closed"; an office is somebody in
 * particular all the same. */
static bool
is_office_in_headline(struct xc_names *names, const struct description *description)
{
    size_t sentence = xc_text_sentence_of(names->text, description->words.first);

    return sentence < names->text->n_sentences &&
           names->text->blocks[names->text->sentences[sentence].block].kind ==
               XC_BLOCK_HEADLINE &&
           description->head.end > description->head.first &&
           class_is(names, description->head.end - 1, XC_SPEAKER_TITLE);
}

/* Turns a description into a voice. */
static enum xc_status
voice_of(struct xc_names *names, struct xc_range words, struct xc_arena *arena,
         struct xc_voice *voice)
{
    struct description description = describe(names, words);
    struct xc_range name;

    voice->kind = XC_VOICE_SPEAKER;
    /* "Ferry analyst Bryn Oke", but not "sources at Gull Ferries". */
    if (is_institution_of(names, &description, &name) ||
        xc_name_at_end(names, description.head, &name))
        return xc_name_voice(names, name, arena, voice);
    if (description.mouthpiece != (size_t)-1) {
        /* A spokesman speaks for whoever is named beside him; without that he is an
         * identified speaker whom nothing equals. */
        if (principal(names, &description, &name))
            return xc_name_voice(names, name, arena, voice);
        return use_role(names, &description, false, arena, voice);
    }
    /* A name behind "of" or "from" is a place or somebody else. */
    if (!description.unnamed && !description.thing &&
        (description.counsel || description.institution ||
         ((description.definite || is_office_in_headline(names, &description)) &&
          !description.indefinite)))
        return use_role(names, &description, !description.indefinite, arena, voice);
    voice->kind = XC_VOICE_UNNAMED;
    return use_role(names, &description, false, arena, voice);
}

static enum xc_status
pronoun(struct xc_names *names, size_t at, struct xc_arena *arena,
        struct xc_voice *voice)
{
    struct xc_range name;

    voice->kind = XC_VOICE_SPEAKER;
    /* "it said", "they said": an institution or a crowd, better left alone. */
    if (!xc_str_is(names->text->words.items[at].key, "it") &&
        !xc_str_is(names->text->words.items[at].key, "they") &&
        xc_antecedent_find(names, at, &name))
        return xc_name_voice(names, name, arena, voice);
    return XC_OK;
}

/* Whoever stands before a verb that is joined to another, or governed by one. */
static enum xc_status
shared_subject(struct xc_names *names, struct xc_range before, struct xc_arena *arena,
               struct xc_voice *voice)
{
    struct xc_range words;

    if (!xc_phrase_subject(names->lexicon, names->text, before.first, before.end,
                           &words))
        return XC_OK;
    if (class_is(names, words.first, XC_SPEAKER_PRONOUN))
        return pronoun(names, words.first, arena, voice);
    return voice_of(names, words, arena, voice);
}

/* "Bryn Oke was quoted as saying", "cited as saying": where the words end that say who
 * speaks; `verb` itself when nothing of the kind stands before it. */
static size_t
before_passive(struct xc_names *names, size_t first, size_t verb)
{
    const struct xc_word *words = names->text->words.items;

    if (verb < first + 3 || verb >= names->text->words.n ||
        !xc_str_ends(words[verb].key, "ing") || !xc_str_is(words[verb - 1].key, "as") ||
        !(xc_str_is(words[verb - 2].key, "quoted") ||
          xc_str_is(words[verb - 2].key, "cited") ||
          xc_str_is(words[verb - 2].key, "reported")))
        return verb;
    return verb - 2;
}

static enum xc_status
speaker_before(struct xc_names *names, size_t first, size_t verb,
               struct xc_arena *arena, struct xc_voice *voice)
{
    struct xc_range words;
    size_t last = before_passive(names, first, verb);

    voice->kind = XC_VOICE_UNNAMED;
    /* "Bryn Oke left the pier, saying …": whoever left says it. */
    if (last == verb && verb > first + 1 && verb < names->text->words.n &&
        xc_str_ends(names->text->words.items[verb].key, "ing") &&
        xc_phrase_is_cut(names->text, verb)) {
        voice->kind = XC_VOICE_SPEAKER;
        return shared_subject(names, (struct xc_range){first, verb}, arena, voice);
    }
    while (last > first &&
           xc_phrase_is_skipped(names->lexicon, names->text, last - 1) &&
           !xc_phrase_is_cut(names->text, last))
        last--;
    /* "Denies any part in it.": the subject is left out, and somebody in particular all
     * the same. */
    if (last == first || xc_phrase_is_joined(names->text, last)) {
        voice->kind = XC_VOICE_SPEAKER;
        return last == first ? XC_OK
                             : shared_subject(names, (struct xc_range){first, last - 1},
                                              arena, voice);
    }
    if (xc_phrase_is_controlled(names->lexicon, names->text, first, last - 1))
        return shared_subject(names, (struct xc_range){first, last - 1}, arena, voice);
    /* "They want everyone to believe …": nobody says it. */
    if (xc_str_is(names->text->words.items[last - 1].key, "to"))
        return XC_OK;
    if (xc_phrase_is_cut(names->text, last))
        last = xc_phrase_skip_apposition(names, first, last);
    last--;
    if (class_is(names, last, XC_SPEAKER_PRONOUN)) {
        bool relative = xc_str_is(names->text->words.items[last].key, "who");

        if (!relative)
            return pronoun(names, last, arena, voice);
        if (last == first)
            return XC_OK;
        last--;
    }
    words = xc_phrase_ending(names->lexicon, names->text, first, last);
    /* "Denies theft, denies arson": one verb twice, and one subject. */
    if (verb < names->text->words.n && !class_is(names, verb, XC_SPEAKER_DEFINITE) &&
        !class_is(names, verb, XC_SPEAKER_INDEFINITE) &&
        xc_str_equal(names->text->words.items[words.first].key,
                     names->text->words.items[verb].key)) {
        voice->kind = XC_VOICE_SPEAKER;
        return shared_subject(names, (struct xc_range){first, words.first}, arena,
                              voice);
    }
    return voice_of(names, words, arena, voice);
}

/* "A count by the Brinmouth Echo": whoever made the thing speaks, when named.  The words
 * that describe the maker, else those of the thing. */
static struct xc_range
maker_of(struct xc_names *names, struct xc_range words, size_t end)
{
    struct xc_range maker;
    struct xc_range name;

    if (words.end + 1 >= end || xc_phrase_is_cut(names->text, words.end) ||
        !xc_str_is(names->text->words.items[words.end].key, "by") ||
        !describe(names, words).thing)
        return words;
    maker = xc_phrase_from(names->lexicon, names->text, words.end + 1, end);
    return xc_name_at_end(names, maker, &name) ? maker : words;
}

enum xc_status
xc_speaker_before(struct xc_names *names, size_t first, size_t verb,
                  struct xc_arena *arena, struct xc_voice *voice)
{
    enum xc_status status = speaker_before(names, first, verb, arena, voice);

    return names->failed ? XC_NO_MEMORY : status;
}

static enum xc_status
speaker_after(struct xc_names *names, size_t from, size_t end, struct xc_arena *arena,
              struct xc_voice *voice)
{
    struct xc_range words = xc_phrase_from(names->lexicon, names->text, from, end);

    voice->kind = XC_VOICE_UNNAMED;
    if (words.end == words.first)
        return XC_OK;
    if (class_is(names, from, XC_SPEAKER_PRONOUN))
        return pronoun(names, from, arena, voice);
    words = maker_of(names, words, end);
    words = xc_phrase_name_behind(names, words, end);
    return voice_of(names, words, arena, voice);
}

enum xc_status
xc_speaker_after(struct xc_names *names, size_t from, size_t end,
                 struct xc_arena *arena, struct xc_voice *voice)
{
    enum xc_status status = speaker_after(names, from, end, arena, voice);

    return names->failed ? XC_NO_MEMORY : status;
}
