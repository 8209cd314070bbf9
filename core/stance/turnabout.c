/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/turnabout.h"

#include "text/syntax.h"

static const size_t longest_lead = 5;   /* words from "later" to its verb */
static const size_t longest_object = 4; /* from "lowered" to "toll" */
static const size_t longest_figure = 7; /* "The correct number is in fact 12." */
static const size_t shortest_verb = 4;  /* letters */

static bool
is_stance_word(const struct xc_scene *scene, size_t word, enum xc_stance_word class)
{
    return word < scene->sentence.end &&
           xc_lexicon_stance_word_is(scene->lexicon, scene->text->words.items[word].key,
                                     class);
}

/* Whether "later" or the like stands right before the verb, behind the target; "after
 * denying it" comes first in time, wherever it stands, and a negated verb takes nothing
 * back. */
static bool
is_led_by_turn(const struct xc_scene *scene, size_t verb)
{
    size_t first = xc_scene_last_literal(scene) + 1;
    bool turned = false;
    size_t i;

    for (i = verb; i > first && verb - i < longest_lead; i--) {
        if (xc_str_is(scene->text->words.items[i - 1].key, "after") ||
            xc_scene_word_is(scene, i - 1, XC_SYNTAX_NOT))
            return false;
        turned = turned || is_stance_word(scene, i - 1, XC_STANCE_WORD_TURN);
    }
    return turned;
}

/* Whether the verb is about what was said before: "admitted it", "confessed", "denied doing
 * so"; not "admitted a mistake". */
static bool
is_about_it(const struct xc_scene *scene, size_t verb)
{
    size_t next = verb + 1;
    struct xc_str key;

    if (next >= scene->sentence.end || xc_scene_gap_has(scene, next, ',') ||
        xc_scene_gap_has(scene, next, ';'))
        return true;
    key = scene->text->words.items[next].key;
    if (xc_str_is(key, "that"))
        return next + 1 >= scene->sentence.end;
    return xc_str_is(key, "it") || xc_str_is(key, "this") || xc_str_is(key, "doing") ||
           xc_str_is(key, "everything");
}

/* "Lowered the toll", "put the number at two", "the number was lowered" */
static bool
is_about_figure(const struct xc_scene *scene, size_t verb)
{
    size_t i;

    for (i = verb + 1; i < scene->sentence.end && i <= verb + longest_object; i++) {
        if (is_stance_word(scene, i, XC_STANCE_WORD_FIGURE))
            return true;
    }
    for (i = verb; i > xc_scene_last_literal(scene) + 1 && verb - i < longest_object;
         i--) {
        if (is_stance_word(scene, i - 1, XC_STANCE_WORD_FIGURE))
            return true;
    }
    return false;
}

static bool
holds_number(const struct xc_scene *scene)
{
    size_t i;

    for (i = scene->target->words.first; i < scene->target->words.end; i++) {
        if ((scene->text->words.items[i].flags & XC_WORD_NUMBER) != 0)
            return true;
    }
    return false;
}

/* Whether two words are forms of one that is formed regularly: "resign", "resigned". */
static bool
are_forms_of_one(struct xc_str a, struct xc_str b)
{
    size_t len = a.len < b.len ? a.len : b.len;

    return len >= shortest_verb && a.len - len <= 2 && b.len - len <= 2 &&
           xc_str_equal(xc_str_sub(a, 0, len - 1), xc_str_sub(b, 0, len - 1));
}

/* "Vowed never to resign but resigned": the target's verb comes again, finite and with the
 * same subject. */
static bool
is_done_after_all(const struct xc_scene *scene)
{
    const struct xc_word *words = scene->text->words.items;
    size_t last = xc_scene_last_literal(scene);
    size_t i;

    for (i = last + 2; i < scene->sentence.end; i++) {
        size_t lead = i - 1;

        if (!xc_str_ends(words[i].key, "ed") ||
            !are_forms_of_one(words[i].key, words[last].key))
            continue;
        while (lead > last && xc_scene_word_is(scene, lead, XC_SYNTAX_ADVERB) &&
               !xc_scene_word_is(scene, lead, XC_SYNTAX_NOT))
            lead--;
        if (xc_str_is(words[lead].key, "but") ||
            is_stance_word(scene, lead, XC_STANCE_WORD_TURN))
            return true;
    }
    return false;
}

/* Whether the target, which holds a number, holds this one. */
static bool
has_number(const struct xc_scene *scene, struct xc_str number)
{
    size_t i;

    for (i = scene->target->words.first; i < scene->target->words.end; i++) {
        if (xc_str_equal(scene->text->words.items[i].key, number))
            return true;
    }
    return false;
}

/* "We said 15 boats sank.  The correct number is 12.": the next sentence of the block, when
 * it gives a figure and no more, and another one. */
static bool
is_given_anew(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;
    size_t next = scene->target->sentence + 1;
    bool figure = false;
    bool be = false;
    size_t i;

    if (next >= text->n_sentences ||
        text->sentences[next].block != text->sentences[next - 1].block)
        return false;
    for (i = text->sentences[next].words.first;
         i + 1 < text->sentences[next].words.end &&
         i < text->sentences[next].words.first + longest_figure;
         i++) {
        struct xc_str key = text->words.items[i].key;

        be = be || (figure && (xc_str_is(key, "is") || xc_str_is(key, "was")));
        /* "The total for the year is 40" is another one. */
        figure = xc_lexicon_stance_word_is(scene->lexicon, key, XC_STANCE_WORD_FIGURE);
        if (xc_scene_word_is(scene, i, XC_SYNTAX_NOT) ||
            (text->words.items[i].flags & XC_WORD_NUMBER) != 0)
            return false;
    }
    return be && i + 1 == text->sentences[next].words.end &&
           (text->words.items[i].flags & XC_WORD_NUMBER) != 0 &&
           !has_number(scene, text->words.items[i].key);
}

bool
xc_turnabout_follows(const struct xc_scene *scene,
                     const struct xc_composition *composed)
{
    bool denied = composed->truth == XC_FALSE;
    enum xc_stance_word turns =
        denied ? XC_STANCE_WORD_ADMISSION : XC_STANCE_WORD_DISAVOWAL;
    bool counted = holds_number(scene);
    size_t i;

    if (denied && is_done_after_all(scene))
        return true;
    if (composed->speech == NULL)
        return false;
    if (counted && !denied && is_given_anew(scene))
        return true;
    for (i = xc_scene_last_literal(scene) + 2; i < scene->sentence.end; i++) {
        bool here = is_stance_word(scene, i, turns) && is_about_it(scene, i);

        if (!here && counted && !denied)
            here = is_stance_word(scene, i, XC_STANCE_WORD_REVISION) &&
                   is_about_figure(scene, i);
        if (here && is_led_by_turn(scene, i))
            return true;
    }
    return false;
}
