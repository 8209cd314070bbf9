/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/given.h"

#include "text/syntax.h"

static const size_t longest_subject = 8; /* words */

static bool
is_be(struct xc_str key)
{
    return xc_str_is(key, "is") || xc_str_is(key, "are") || xc_str_is(key, "was") ||
           xc_str_is(key, "were") || xc_str_is(key, "be") || xc_str_is(key, "been");
}

/* Whether the verb group that begins at word says what its subject is like: "was her idea",
 * "had been a mistake"; not "was made", "happened". */
static bool
describes(const struct xc_scene *scene, size_t word)
{
    const struct xc_word *words = scene->text->words.items;
    bool be = false;

    for (; word < scene->sentence.end &&
           xc_scene_word_is(scene, word,
                            XC_SYNTAX_AUXILIARY | XC_SYNTAX_PERFECT | XC_SYNTAX_ADVERB);
         word++)
        be = be || is_be(words[word].key);
    return be && word < scene->sentence.end &&
           !xc_lexicon_stance_word_is(scene->lexicon, words[word].key,
                                      XC_STANCE_WORD_OCCURRING);
}

enum xc_reach
xc_given_reach(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t first = cue->words.end;
    size_t last = xc_scene_last_literal(scene);
    size_t i;

    if (first >= scene->sentence.end || cue->level != XC_SCOPE_FORWARD ||
        !xc_scene_word_is(scene, first - 1, XC_SYNTAX_THAT) ||
        scene->target->words.first < first ||
        (!xc_scene_word_is(scene, first, XC_SYNTAX_DEFINITE) &&
         !xc_str_ends(scene->text->words.items[first].key, "ing")))
        return XC_REACHES;
    for (i = first + 1; i < scene->sentence.end && i < first + longest_subject; i++) {
        if (!xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY))
            continue;
        return last < i && describes(scene, i) ? XC_REACHES_UNCLEAR : XC_REACHES;
    }
    return XC_REACHES;
}
