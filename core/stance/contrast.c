/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/contrast.h"

#include "stance/verb.h"
#include "text/syntax.h"

static const size_t longest_rival = 5;   /* words: ", the second mate did" */
static const size_t longest_phrase = 16; /* words on either side of "but" */
static const size_t longest_number = 6;  /* from a number to its "but" */

static struct xc_str
key_of(const struct xc_scene *scene, size_t word)
{
    return scene->text->words.items[word].key;
}

static bool
key_is(const struct xc_scene *scene, size_t word, const char *key)
{
    return word < scene->sentence.end && xc_str_is(key_of(scene, word), key);
}

static bool
is_stopped(const struct xc_scene *scene, size_t word)
{
    return xc_scene_gap_has(scene, word, ',') || xc_scene_gap_has(scene, word, ';') ||
           xc_scene_gap_has(scene, word, ':');
}

static bool
holds_literal(const struct xc_scene *scene, size_t first, size_t end)
{
    for (; first < end; first++) {
        if (xc_scene_is_literal(scene, first))
            return true;
    }
    return false;
}

/* Where the phrase that begins at word ends, as far as it is looked at: at a comma, a
 * relative clause, the sentence's end. */
static size_t
phrase_end(const struct xc_scene *scene, size_t word)
{
    size_t last = word + longest_phrase;

    for (word++; word < scene->sentence.end && word < last; word++) {
        if (is_stopped(scene, word) ||
            xc_scene_word_is(scene, word, XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT))
            return word;
    }
    return word;
}

/* The preposition between the cue and "but" that opens the phrase before "but", rather one
 * that is spelled as the one behind it; 0 for none. */
static size_t
rival_before(const struct xc_scene *scene, const struct xc_scope_cue *cue, size_t but,
             bool *out_same)
{
    size_t nearest = 0;
    size_t i;

    for (i = but; i-- > cue->words.end && but - i < longest_phrase;) {
        if (xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST))
            break;
        if (!xc_scene_word_is(scene, i, XC_SYNTAX_PREPOSITION) ||
            xc_scene_is_literal(scene, i))
            continue;
        *out_same = xc_str_equal(key_of(scene, i), key_of(scene, but + 1));
        if (*out_same)
            return i;
        if (nearest == 0)
            nearest = i;
    }
    return nearest;
}

/* "Not broken by the storm but by gulls", "did not close on Monday but on Tuesday": of the
 * phrase before "but" alone, unless the target names that. */
static enum xc_reach
reach_against_phrase(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t but;

    for (but = cue->words.end + 1; but + 2 < scene->sentence.end; but++) {
        bool same = false;
        size_t rival;

        if (!key_is(scene, but, "but") ||
            !xc_scene_word_is(scene, but + 1, XC_SYNTAX_PREPOSITION) ||
            xc_verb_stands(scene, but + 1, phrase_end(scene, but + 1)))
            continue;
        rival = rival_before(scene, cue, but, &same);
        /* "Not by the storm but …": all that is said stands before the negator. */
        if (rival == 0 || holds_literal(scene, rival, but) ||
            (rival > cue->words.end && scene->target->words.first >= but))
            return XC_REACHES;
        return same ? XC_REACHES_NOT : XC_REACHES_UNCLEAR;
    }
    return XC_REACHES;
}

/* "Not three but four boats sank": of the number alone, unless the target names it. */
static bool
is_of_number(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t number = cue->words.end;
    size_t i;

    if (number >= scene->sentence.end || xc_scene_is_literal(scene, number) ||
        (scene->text->words.items[number].flags & XC_WORD_NUMBER) == 0 ||
        !key_is(scene, cue->words.end - 1, "not"))
        return false;
    for (i = number + 1; i + 1 < scene->sentence.end && i - number < longest_number;
         i++) {
        if (key_is(scene, i, "but"))
            return (scene->text->words.items[i + 1].flags & XC_WORD_NUMBER) != 0;
    }
    return false;
}

/* "The keeper did not light the lamp, the mate did": somebody else did, when the target does
 * not name the one who did not. */
static bool
is_of_subject(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t first = xc_scene_last_literal(scene) + 1;
    size_t i;

    if (scene->target->words.first < cue->words.end)
        return false;
    for (; first < scene->sentence.end; first++) {
        size_t end;

        if (!is_stopped(scene, first) && !key_is(scene, first, "but"))
            continue;
        if (key_is(scene, first, "but"))
            first++;
        end = phrase_end(scene, first);
        if (end - first < 2 || end - first > longest_rival ||
            !xc_scene_word_is(scene, end - 1, XC_SYNTAX_AUXILIARY) ||
            xc_scene_word_is(scene, first, XC_SYNTAX_PRONOUN))
            continue;
        for (i = first; i + 1 < end; i++) {
            if (xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST))
                break;
        }
        if (i + 1 == end)
            return true;
    }
    return false;
}

/* "Without the lamp failing, no boat would have sunk": what would have been without it is
 * told because it happened. */
static bool
is_counterfactual(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t i;

    if (!key_is(scene, cue->words.first, "without"))
        return false;
    for (i = scene->sentence.first; i + 1 < scene->sentence.end; i++) {
        size_t next = i + 1;

        if (!key_is(scene, i, "would") && !key_is(scene, i, "could") &&
            !key_is(scene, i, "might"))
            continue;
        while (next < scene->sentence.end &&
               xc_scene_word_is(scene, next, XC_SYNTAX_NOT | XC_SYNTAX_ADVERB))
            next++;
        if (key_is(scene, next, "have"))
            return true;
    }
    return false;
}

static bool
is_partly(const struct xc_scene *scene, size_t word)
{
    return xc_lexicon_stance_word_is(scene->lexicon, key_of(scene, word),
                                     XC_STANCE_WORD_PARTLY);
}

/* "Did not immediately sink", "was not closed permanently", "… for good": of how it was, and
 * perhaps of nothing more; "not at all" is no such word. */
static bool
is_of_manner(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t last = xc_scene_last_literal(scene);
    size_t i;

    for (i = cue->words.end; i < last; i++) {
        if (!xc_scene_is_literal(scene, i) && is_partly(scene, i))
            return true;
    }
    return last + 1 < scene->sentence.end && !is_stopped(scene, last + 1) &&
           (is_partly(scene, last + 1) ||
            (key_is(scene, last + 1, "for") && key_is(scene, last + 2, "good")));
}

enum xc_reach
xc_contrast_reach(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    enum xc_reach reach = reach_against_phrase(scene, cue);

    if (reach != XC_REACHES)
        return reach;
    if (is_of_number(scene, cue))
        return XC_REACHES_NOT;
    return is_of_subject(scene, cue) || is_counterfactual(scene, cue) ||
                   is_of_manner(scene, cue)
               ? XC_REACHES_UNCLEAR
               : XC_REACHES;
}
