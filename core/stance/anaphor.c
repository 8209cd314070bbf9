/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/anaphor.h"

#include "stance/phrase.h"
#include "stance/scene.h"
#include "text/syntax.h"

static const size_t farthest_anaphor = 10; /* words before it */

static struct xc_str
key_of(const struct xc_anaphor_place *place, size_t i)
{
    return place->text->words.items[i].key;
}

static bool
word_is(const struct xc_anaphor_place *place, size_t i, unsigned classes)
{
    return i < place->sentence.end &&
           xc_lexicon_word_is(place->lexicon, key_of(place, i), classes);
}

/* Whether what stands before word i ends there: the sentence, or at a mark. */
static bool
is_end(const struct xc_anaphor_place *place, size_t i)
{
    return i >= place->sentence.end || xc_phrase_is_cut(place->text, i);
}

static bool
is_quoted(const struct xc_anaphor_place *place, size_t i)
{
    return xc_scene_quotation_of(place->text, i, 1) != XC_NO_QUOTATION;
}

bool
xc_anaphor_is_story(const struct xc_lexicon *lexicon, struct xc_str key)
{
    return xc_lexicon_stance_word_is(lexicon, key, XC_STANCE_WORD_NOTION) ||
           xc_lexicon_stance_word_is(lexicon, key, XC_STANCE_WORD_HEARSAY);
}

static bool
is_story(const struct xc_anaphor_place *place, size_t i)
{
    return i < place->sentence.end &&
           xc_anaphor_is_story(place->lexicon, key_of(place, i));
}

static bool
is_not(struct xc_str key)
{
    return xc_str_is(key, "not") || xc_str_is(key, "never") || xc_str_is(key, "hardly");
}

/* Whether a verb comes at word i, with adverbs before it. */
static bool
is_verb_next(const struct xc_anaphor_place *place, size_t i)
{
    while (i < place->sentence.end &&
           (is_not(key_of(place, i)) || word_is(place, i, XC_SYNTAX_ADVERB)))
        i++;
    return !is_end(place, i) &&
           (word_is(place, i,
                    XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST | XC_SYNTAX_EITHER) ||
            xc_str_ends(key_of(place, i), "ed"));
}

/* "It turns out, however, that this is a hoax": whether that stands before word i. */
static bool
turns_out(const struct xc_anaphor_place *place, size_t i)
{
    static const size_t longest_opening = 6;
    size_t first = place->sentence.first;

    return i > first + 3 && i - first <= longest_opening &&
           xc_str_is(key_of(place, i - 1), "that") &&
           (xc_str_is(key_of(place, first + 1), "turns") ||
            xc_str_is(key_of(place, first + 1), "turned")) &&
           xc_str_is(key_of(place, first + 2), "out");
}

/* Whether nothing but openers stands before word i: "But", "In fact,". */
static bool
is_at_head(const struct xc_anaphor_place *place, size_t i)
{
    static const size_t longest_opening = 3;
    size_t k = i;

    while (k > place->sentence.first && !xc_phrase_is_cut(place->text, k) &&
           word_is(place, k - 1,
                   XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE | XC_SYNTAX_ADVERB))
        k--;
    return k == place->sentence.first || turns_out(place, k) ||
           (xc_phrase_is_cut(place->text, k) &&
            k - place->sentence.first <= longest_opening);
}

/* Whether "none of", "no truth to", "nothing in" stands before word i. */
static bool
follows_none(const struct xc_anaphor_place *place, size_t i)
{
    size_t k;

    if (i < place->sentence.first + 2 || !word_is(place, i - 1, XC_SYNTAX_PREPOSITION))
        return false;
    for (k = i - 1; k > place->sentence.first && i - k < 4; k--) {
        struct xc_str key = key_of(place, k - 1);

        if (xc_str_is(key, "none") || xc_str_is(key, "nothing") ||
            xc_str_is(key, "no") || xc_str_is(key, "little"))
            return true;
    }
    return false;
}

/* "the rumour", "all these claims": the words from i that name a story and nothing of what
 * it says; empty when none begin there. */
static struct xc_range
story_at(const struct xc_anaphor_place *place, size_t i)
{
    struct xc_range words = {i, i};
    size_t noun = i + 1;

    if (xc_str_is(key_of(place, i), "all") || xc_str_is(key_of(place, i), "both"))
        noun++;
    if (!word_is(place, noun - 1, XC_SYNTAX_DEFINITE) || is_end(place, noun))
        return words;
    if (!is_story(place, noun) && !is_end(place, noun + 1))
        noun++; /* "the online rumour" */
    if (!is_story(place, noun) ||
        (place->text->words.items[noun].flags & XC_WORD_POSSESSIVE) != 0)
        return words;
    if (!is_end(place, noun + 1) && !is_verb_next(place, noun + 1) &&
        !xc_str_is(key_of(place, noun + 1), "as"))
        return words;
    words.end = noun + 1;
    return words;
}

/* "It is false that the bell rang", "it is wrong to stay": an "it" that stands for what
 * comes behind it. */
static bool
is_expletive(const struct xc_anaphor_place *place, size_t i)
{
    size_t k;

    for (k = i + 1; xc_str_is(key_of(place, i), "it") && k < place->sentence.end; k++) {
        struct xc_str key = key_of(place, k);

        if (xc_str_is(key, "that") || xc_str_is(key, "to") || xc_str_is(key, "if") ||
            xc_str_is(key, "whether"))
            return true;
    }
    return false;
}

bool
xc_anaphor_find(const struct xc_anaphor_place *place, struct xc_anaphor *out)
{
    size_t i;

    for (i = place->sentence.first;
         i < place->sentence.end && i - place->sentence.first < farthest_anaphor; i++) {
        struct xc_str key = key_of(place, i);
        bool is_this = xc_str_is(key, "this") || xc_str_is(key, "that") ||
                       xc_str_is(key, "it") || xc_str_is(key, "these") ||
                       xc_str_is(key, "those");
        bool is_them =
            xc_str_is(key, "they") || xc_str_is(key, "he") || xc_str_is(key, "she");

        out->words = story_at(place, i);
        out->kind = XC_ANAPHOR_STORY;
        if ((!is_this && !is_them && out->words.end == out->words.first) ||
            is_quoted(place, i))
            continue;
        out->denied = follows_none(place, i);
        if (out->words.end > out->words.first)
            return true;
        out->words = (struct xc_range){i, i + 1};
        if (is_this && out->denied &&
            (is_end(place, i + 1) || is_verb_next(place, i + 1))) {
            out->kind = XC_ANAPHOR_ALL;
            return true;
        }
        if (!is_verb_next(place, i + 1) || !is_at_head(place, i) ||
            is_expletive(place, i))
            continue;
        out->kind = is_this ? XC_ANAPHOR_THIS : XC_ANAPHOR_THEM;
        return true;
    }
    return false;
}
