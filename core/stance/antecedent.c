/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/antecedent.h"

#include "base/limits.h"
#include "stance/phrase.h"
#include "text/syntax.h"

/* What is sought: whom the pronoun may mean, among the words [from, at). */
struct search {
    struct xc_names *names;
    size_t from;
    size_t at;
    enum xc_stance_word other; /* the sex that the pronoun does not fit */
    bool sexed;                /* it does not fit one: "he", "she" */
    struct xc_range found;     /* the only one so far; empty: none */
    bool is_subject;           /* he was the subject of a verb somewhere */
    bool several;
};

/* Whether word i can be what a subject does: a finite form that is known, or -ed. */
static bool
looks_like_verb(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i)
{
    struct xc_str key = text->words.items[i].key;

    return xc_lexicon_word_is(lexicon, key,
                              XC_SYNTAX_AUXILIARY | XC_SYNTAX_BARE | XC_SYNTAX_PAST |
                                  XC_SYNTAX_EITHER | XC_SYNTAX_SPEECH) ||
           (key.len > 4 && xc_str_ends(key, "ed") &&
            (text->words.items[i].flags & XC_WORD_CAPITAL) == 0);
}

/* Whether what ends before word `end` is the subject of a verb: "Melissa Doe also had a
 * lot to say"; a possessive is none. */
static bool
governs_verb(const struct search *search, size_t end)
{
    const struct xc_lexicon *lexicon = search->names->lexicon;
    const struct xc_text *text = search->names->text;
    size_t verb = end;

    if ((text->words.items[end - 1].flags & XC_WORD_POSSESSIVE) != 0)
        return false;
    while (
        verb < search->at && !looks_like_verb(lexicon, text, verb) &&
        (xc_lexicon_speaker_is(lexicon, text->words.items[verb].key, XC_SPEAKER_SKIP) ||
         xc_str_ends(text->words.items[verb].key, "ly")))
        verb++;
    return verb < search->at && looks_like_verb(lexicon, text, verb);
}

static bool
follows_preposition(const struct search *search, size_t i)
{
    return i > 0 && xc_lexicon_word_is(search->names->lexicon,
                                       search->names->text->words.items[i - 1].key,
                                       XC_SYNTAX_PREPOSITION);
}

/* Whether a name of one word stands where names of places do: "in Brinmouth". */
static bool
is_place(const struct search *search, struct xc_range name)
{
    static const char *const leading[] = {"in", "at", "from", "near", "of", "across"};
    struct xc_str before;
    size_t i;

    if (name.first == 0 || name.end - name.first != 1)
        return false;
    before = search->names->text->words.items[name.first - 1].key;
    for (i = 0; i < sizeof leading / sizeof leading[0]; i++) {
        if (xc_str_is(before, leading[i]))
            return true;
    }
    return false;
}

/* Whether the name can't be a person's: "the Brinmouth Post", "Harbour Council", "in
 * Brinmouth"; or one of the other sex: "Mr Oke" for "she". */
static bool
does_not_fit(const struct search *search, struct xc_range name)
{
    const struct xc_lexicon *lexicon = search->names->lexicon;
    const struct xc_word *words = search->names->text->words.items;
    struct xc_str last = words[name.end - 1].key;
    size_t i;

    if (is_place(search, name) ||
        xc_lexicon_speaker_is(lexicon, last, XC_SPEAKER_INSTITUTION) ||
        xc_lexicon_speaker_is(lexicon, last, XC_SPEAKER_THING))
        return true;
    for (i = name.first > search->from ? name.first - 1 : name.first;
         search->sexed && i < name.end; i++) {
        if (xc_lexicon_stance_word_is(lexicon, words[i].key, search->other))
            return true;
    }
    return false;
}

/* "Alda Fenn, the mayor, left": at the head of its sentence, and no possessive. */
static bool
heads_sentence(const struct search *search, struct xc_range name)
{
    const struct xc_text *text = search->names->text;
    size_t sentence = xc_text_sentence_of(text, name.first);

    return sentence < text->n_sentences &&
           text->sentences[sentence].words.first == name.first &&
           (text->words.items[name.end - 1].flags & XC_WORD_POSSESSIVE) == 0;
}

static void
take_name(struct search *search, struct xc_range name)
{
    const struct xc_word *words = search->names->text->words.items;
    bool is_subject = !follows_preposition(search, name.first) &&
                      (governs_verb(search, name.end) || heads_sentence(search, name));

    if (does_not_fit(search, name))
        return;
    if (search->found.end == search->found.first ||
        xc_str_equal(words[search->found.end - 1].key, words[name.end - 1].key)) {
        if (search->found.end == search->found.first ||
            name.end - name.first > search->found.end - search->found.first)
            search->found = name;
        search->is_subject |= is_subject;
        return;
    }
    search->several = true;
}

/* Whether word i, the head of what ends there, stands in apposition to a name: the "mayor"
 * of "Alda Fenn, the mayor, left". */
static bool
is_apposition(const struct search *search, size_t i)
{
    static const size_t longest = 4;
    const struct xc_text *text = search->names->text;
    size_t first = i;

    while (first > search->from && i - first < longest &&
           !xc_phrase_is_cut(text, first))
        first--;
    return first > search->from && xc_phrase_is_cut(text, first) &&
           xc_text_sentence_of(text, first) == xc_text_sentence_of(text, first - 1) &&
           (text->words.items[first - 1].flags & XC_WORD_CAPITAL) != 0;
}

/* Whether somebody without a name comes up at word i: "Her lawyer left", "A sailor waved
 * from the boat". */
static bool
is_somebody_else(const struct search *search, size_t i)
{
    const struct xc_lexicon *lexicon = search->names->lexicon;
    const struct xc_text *text = search->names->text;
    struct xc_str key = text->words.items[i].key;
    size_t sentence = xc_text_sentence_of(text, i);

    if (sentence < text->n_sentences && text->sentences[sentence].words.first == i &&
        xc_lexicon_speaker_is(lexicon, key, XC_SPEAKER_INDEFINITE))
        return true;
    return (text->words.items[i].flags & XC_WORD_CAPITAL) == 0 &&
           (xc_lexicon_speaker_is(lexicon, key, XC_SPEAKER_UNNAMED) ||
            xc_lexicon_speaker_is(lexicon, key, XC_SPEAKER_MOUTHPIECE) ||
            xc_lexicon_speaker_is(lexicon, key, XC_SPEAKER_COUNSEL) ||
            xc_lexicon_speaker_is(lexicon, key, XC_SPEAKER_TITLE)) &&
           governs_verb(search, i + 1) && !is_apposition(search, i);
}

/* Looks at the words [from, at) for whom the pronoun may mean. */
static void
look(struct search *search, size_t from)
{
    size_t i = from;

    if (search->at - i > XC_MAX_SUBJECT_WORDS)
        i = search->at - XC_MAX_SUBJECT_WORDS;
    search->from = i;
    while (i < search->at && !search->several) {
        struct xc_range name = xc_name_from(search->names, i, search->at);

        if (name.end > name.first) {
            take_name(search, name);
            i = name.end;
        } else {
            search->several = is_somebody_else(search, i);
            i++;
        }
    }
}

bool
xc_antecedent_find(struct xc_names *names, size_t at, struct xc_range *out)
{
    const struct xc_text *text = names->text;
    struct xc_str key = text->words.items[at].key;
    bool male = xc_str_is(key, "he") || xc_str_is(key, "him");
    bool female = xc_str_is(key, "she") || xc_str_is(key, "her");
    struct search search = {.names = names,
                            .at = at,
                            .other = male ? XC_STANCE_WORD_FEMALE : XC_STANCE_WORD_MALE,
                            .sexed = male || female};
    size_t sentence = xc_text_sentence_of(text, at);

    if (sentence == text->n_sentences)
        return false;
    look(&search, text->blocks[text->sentences[sentence].block].words.first);
    if (search.several || !search.is_subject)
        return false;
    *out = search.found;
    return true;
}
