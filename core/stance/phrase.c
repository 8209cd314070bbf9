/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/phrase.h"

#include <string.h>

#include "text/syntax.h"

static const size_t longest_description = 12; /* words */
static const size_t longest_apposition = 12;

bool
xc_phrase_is_cut(const struct xc_text *text, size_t i)
{
    size_t sentence = xc_text_sentence_of(text, i);
    struct xc_str gap;
    size_t k;

    if (i == 0 || sentence == text->n_sentences ||
        i == text->sentences[sentence].words.first)
        return true;
    gap = xc_text_gap(text, text->sentences[sentence].block, i);
    if (xc_str_is(gap, " "))
        return false; /* as between most words */
    /* A bullet, too; what joins words into a name may stand. */
    for (k = 0; k < gap.len; k++) {
        if (strchr(" -.'&/", gap.ptr[k]) == NULL)
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

bool
xc_phrase_is_skipped(const struct xc_lexicon *lexicon, const struct xc_text *text,
                     size_t i)
{
    const struct xc_word *word = &text->words.items[i];

    /* "Bryn Oke has since said", not "who has sailed since". */
    if (i > 0 && xc_str_is(word->key, "since"))
        return xc_str_is(word[-1].key, "has") || xc_str_is(word[-1].key, "have") ||
               xc_str_is(word[-1].key, "had");
    return class_is(lexicon, text, i, XC_SPEAKER_SKIP) ||
           (word->key.len > 4 && xc_str_ends(word->key, "ly") &&
            (word->flags & XC_WORD_CAPITAL) == 0);
}

bool
xc_phrase_is_determiner(const struct xc_lexicon *lexicon, const struct xc_text *text,
                        size_t i)
{
    return class_is(lexicon, text, i, XC_SPEAKER_DEFINITE) ||
           class_is(lexicon, text, i, XC_SPEAKER_INDEFINITE);
}

/* Whether word i leads on within a description: "of", and the "to" of "close to". */
static bool
is_link(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t first,
        size_t i)
{
    if (class_is(lexicon, text, i, XC_SPEAKER_LINK))
        return true;
    return i > first && xc_str_is(text->words.items[i].key, "to") &&
           class_is(lexicon, text, i - 1, XC_SPEAKER_LINK);
}

/* Whether the word can't but be a verb of saying: the phrase behind it is within what is
 * said, "She says fans believe …". */
static bool
is_saying(struct xc_str key)
{
    return xc_str_is(key, "says") || xc_str_is(key, "said") || xc_str_is(key, "saying");
}

struct xc_range
xc_phrase_ending(const struct xc_lexicon *lexicon, const struct xc_text *text,
                 size_t first, size_t last)
{
    struct xc_range words = {last, last + 1};

    while (words.first > first && last - words.first < longest_description) {
        size_t i = words.first - 1;

        if (xc_phrase_is_cut(text, words.first) ||
            (class_is(lexicon, text, i, XC_SPEAKER_BORDER) &&
             !is_link(lexicon, text, first, i)) ||
            xc_lexicon_word_is(lexicon, text->words.items[i].key,
                               XC_SYNTAX_AUXILIARY) ||
            is_saying(text->words.items[i].key) ||
            class_is(lexicon, text, i, XC_SPEAKER_PRONOUN))
            break;
        words.first = i;
        /* "the mayor of the town": a determiner ends it unless a link precedes. */
        if (xc_phrase_is_determiner(lexicon, text, i) &&
            (i == first || !is_link(lexicon, text, first, i - 1)))
            break;
    }
    while (words.first + 1 < words.end &&
           class_is(lexicon, text, words.first, XC_SPEAKER_LINK))
        words.first++;
    return words;
}

/* Whether c stands before word i; false before a sentence. */
static bool
gap_has(const struct xc_text *text, size_t i, char c)
{
    size_t sentence = xc_text_sentence_of(text, i);
    struct xc_str gap;

    if (sentence == text->n_sentences || i == text->sentences[sentence].words.first)
        return false;
    gap = xc_text_gap(text, text->sentences[sentence].block, i);
    return xc_str_find(gap, 0, c) < gap.len;
}

/* "Melissa Doe, her trainer, said", "Melissa Doe (43) said": the first word of the
 * apposition that ends with word `last`, or SIZE_MAX. */
static size_t
apposition_start(const struct xc_text *text, size_t first, size_t last,
                 bool in_brackets)
{
    size_t i;

    for (i = last; i > first && last - i < longest_apposition; i--) {
        if (xc_phrase_is_cut(text, i))
            return gap_has(text, i, in_brackets ? '(' : ',') ? i : (size_t)-1;
    }
    return (size_t)-1;
}

/* Whether words [first, start) leave it to an apposition to name who is meant: "the
 * mayor", "the head of the fair"; not "the mayor of Salem", which a county may follow. */
static bool
wants_name(struct xc_names *names, size_t first, size_t start)
{
    struct xc_range name;

    if (!xc_name_at_end(names, (struct xc_range){first, start}, &name))
        return true;
    return name.first > first + 1 &&
           class_is(names->lexicon, names->text, name.first - 1, XC_SPEAKER_DEFINITE) &&
           class_is(names->lexicon, names->text, name.first - 2, XC_SPEAKER_LINK);
}

size_t
xc_phrase_skip_apposition(struct xc_names *names, size_t first, size_t end)
{
    const struct xc_text *text = names->text;
    bool in_brackets = gap_has(text, end, ')');
    size_t start = apposition_start(text, first, end - 1, in_brackets);
    struct xc_range name;

    if (start == (size_t)-1)
        return end;
    if (!in_brackets && xc_name_at_end(names, (struct xc_range){start, end}, &name) &&
        name.first == start && name.end - start > 1 && wants_name(names, first, start))
        return end;
    /* "Bryn Oke, 51, the ferryman, said": an age on its own comes before. */
    if (start > first + 1 &&
        (text->words.items[start - 1].flags & XC_WORD_NUMBER) != 0 &&
        xc_phrase_is_cut(text, start - 1) && gap_has(text, start - 1, ','))
        start--;
    return start;
}

struct xc_range
xc_phrase_name_behind(struct xc_names *names, struct xc_range words, size_t end)
{
    const struct xc_text *text = names->text;
    struct xc_range behind = {words.end, end};
    struct xc_range name;

    if (end < words.end + 2 || !gap_has(text, words.end, ',') ||
        !xc_phrase_is_determiner(names->lexicon, text, words.first) ||
        !xc_name_at_end(names, behind, &name) || name.first != behind.first ||
        !wants_name(names, words.first, words.end))
        return words;
    return name;
}

bool
xc_phrase_is_joined(const struct xc_text *text, size_t i)
{
    struct xc_str key = text->words.items[i - 1].key;

    return !xc_phrase_is_cut(text, i) &&
           (xc_str_is(key, "and") || xc_str_is(key, "but") || xc_str_is(key, "nor"));
}

/* Whether word i can only be the verb of a subject right before it. */
static bool
is_past_verb(const struct xc_lexicon *lexicon, const struct xc_text *text, size_t i)
{
    const struct xc_word *word = &text->words.items[i];

    return (word->flags & XC_WORD_CAPITAL) == 0 &&
           (xc_lexicon_word_is(lexicon, word->key,
                               XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST |
                                   XC_SYNTAX_EITHER) ||
            (word->key.len > 4 && xc_str_ends(word->key, "ed")));
}

bool
xc_phrase_is_controlled(const struct xc_lexicon *lexicon, const struct xc_text *text,
                        size_t first, size_t i)
{
    return i > first + 1 && xc_str_is(text->words.items[i].key, "to") &&
           is_past_verb(lexicon, text, i - 1) &&
           !xc_lexicon_word_is(lexicon, text->words.items[i - 1].key,
                               XC_SYNTAX_AUXILIARY) &&
           !xc_lexicon_word_is(lexicon, text->words.items[i - 2].key,
                               XC_SYNTAX_AUXILIARY);
}

/* The first word of the stretch between commas that ends before word `end`. */
static size_t
stretch_start(const struct xc_text *text, size_t first, size_t end)
{
    size_t i = end - 1;

    while (i > first && !xc_phrase_is_cut(text, i))
        i--;
    return i;
}

bool
xc_phrase_subject(const struct xc_lexicon *lexicon, const struct xc_text *text,
                  size_t first, size_t end, struct xc_range *out)
{
    size_t start = stretch_start(text, first, end);
    size_t verb;
    size_t last;

    /* "Bryn Oke stood up, smiled and said": the subject is one comma further on. */
    while (start > first && is_past_verb(lexicon, text, start) &&
           gap_has(text, start, ','))
        start = stretch_start(text, first, start);
    for (verb = start + 1; verb < end; verb++) {
        if (!is_past_verb(lexicon, text, verb))
            continue;
        last = verb - 1;
        while (last > start && xc_phrase_is_skipped(lexicon, text, last))
            last--;
        /* "The retired mayor", "the mayor's injured son": not yet the verb. */
        if (xc_phrase_is_determiner(lexicon, text, last) ||
            (text->words.items[last].flags & XC_WORD_POSSESSIVE) != 0)
            continue;
        *out = xc_phrase_ending(lexicon, text, start, last);
        return out->first == start && verb - start <= longest_description;
    }
    return false;
}

struct xc_range
xc_phrase_from(const struct xc_lexicon *lexicon, const struct xc_text *text,
               size_t from, size_t end)
{
    struct xc_range words = {from, from};

    while (words.end < end && words.end - from < longest_description) {
        size_t i = words.end;

        if (i > from && (xc_phrase_is_cut(text, i) ||
                         class_is(lexicon, text, i, XC_SPEAKER_BORDER) ||
                         xc_phrase_is_skipped(lexicon, text, i)))
            break;
        /* "said the mayor in a statement": what follows "in" or "at" says where. */
        if (i > from && xc_lexicon_stance_word_is(lexicon, text->words.items[i].key,
                                                  XC_STANCE_WORD_ASIDE))
            break;
        words.end++;
    }
    return words;
}
