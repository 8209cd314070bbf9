/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/verb.h"

#include "text/syntax.h"

static const unsigned opens_noun_phrase = XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE;

static struct xc_str
key_of(const struct xc_scene *scene, size_t word)
{
    return scene->text->words.items[word].key;
}

bool
xc_verb_is_determiner(const struct xc_scene *scene, size_t word)
{
    return xc_scene_word_is(scene, word, opens_noun_phrase) ||
           (scene->text->words.items[word].flags &
            (XC_WORD_NUMBER | XC_WORD_POSSESSIVE)) != 0;
}

bool
xc_verb_is_past(const struct xc_scene *scene, size_t word)
{
    struct xc_str key = key_of(scene, word);

    return xc_scene_word_is(scene, word, XC_SYNTAX_PAST | XC_SYNTAX_EITHER) ||
           (key.len > 4 && xc_str_ends(key, "ed") &&
            !xc_scene_word_is(scene, word, XC_SYNTAX_STEADY));
}

/* What follows a finite verb: its object, an adverbial, or nothing more. */
static bool
ends_verb(const struct xc_scene *scene, size_t after)
{
    return after >= scene->sentence.end || xc_verb_is_determiner(scene, after) ||
           xc_scene_gap_has(scene, after, ',') ||
           xc_scene_word_is(scene, after,
                            XC_SYNTAX_PREPOSITION | XC_SYNTAX_PRONOUN |
                                XC_SYNTAX_SUBJECT | XC_SYNTAX_ADVERB | XC_SYNTAX_THAT |
                                XC_SYNTAX_COORDINATOR);
}

/* Whether a finite verb stands at word, as the main verb of the subject before it. */
static enum xc_verb
verb_at(const struct xc_scene *scene, size_t word)
{
    unsigned lead = XC_SYNTAX_COORDINATOR | XC_SYNTAX_PREPOSITION | XC_SYNTAX_RELATIVE |
                    XC_SYNTAX_THAT | XC_SYNTAX_AUXILIARY;
    size_t after = word + 1;

    /* "without a painted hat", "with no speech or dance": no verb of this subject. */
    if (xc_verb_is_determiner(scene, word) || xc_verb_is_determiner(scene, word - 1) ||
        xc_scene_word_is(scene, word - 1, lead))
        return XC_NO_VERB;
    if (xc_scene_word_is(scene, word, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST))
        return XC_SURE_VERB;
    if (after < scene->sentence.end && xc_str_is(key_of(scene, after), "by"))
        return XC_NO_VERB;
    if (xc_verb_is_past(scene, word))
        return ends_verb(scene, after) ? XC_SURE_VERB : XC_MAYBE_VERB;
    if (!xc_scene_is_literal(scene, word) || xc_str_ends(key_of(scene, word), "ing") ||
        xc_scene_word_is(scene, word, XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB))
        return XC_NO_VERB;
    /* "hit the tent": a verb whose past is as its present, known by its object. */
    return after < scene->sentence.end &&
                   (xc_scene_word_is(scene, after, opens_noun_phrase) ||
                    (scene->text->words.items[after].flags & XC_WORD_NUMBER) != 0)
               ? XC_SURE_VERB
               : XC_MAYBE_VERB;
}

enum xc_verb
xc_verb_main(const struct xc_scene *scene, size_t from, size_t last, size_t *out_at)
{
    enum xc_verb found = XC_NO_VERB;
    size_t i;

    for (i = from; i <= last; i++) {
        enum xc_verb here = verb_at(scene, i);

        if (here > found) {
            found = here;
            *out_at = i;
        }
        if (found == XC_SURE_VERB)
            break;
    }
    return found;
}

bool
xc_verb_stands(const struct xc_scene *scene, size_t from, size_t end)
{
    size_t i;

    for (i = from; i < end; i++) {
        if (xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST))
            return true;
        if (i > from && xc_verb_is_past(scene, i) &&
            !xc_verb_is_determiner(scene, i - 1))
            return true;
    }
    return false;
}

size_t
xc_verb_group_end(const struct xc_scene *scene, size_t word, size_t last)
{
    size_t i = word;

    while (i < last) {
        bool here =
            xc_str_is(key_of(scene, i), "there") || xc_str_is(key_of(scene, i), "here");

        if (here || !xc_scene_word_is(scene, i,
                                      XC_SYNTAX_AUXILIARY | XC_SYNTAX_NOT |
                                          XC_SYNTAX_PERFECT | XC_SYNTAX_ADVERB))
            break;
        i++;
    }
    return i;
}
