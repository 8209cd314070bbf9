/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/future.h"

#include "base/vec.h"
#include "stance/verb.h"
#include "text/syntax.h"

static bool
is_headline(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;

    return text->blocks[text->sentences[scene->target->sentence].block].kind ==
           XC_BLOCK_HEADLINE;
}

/* "Will Fenn", "old Will": capitals of a headline in Title Case say nothing. */
static bool
is_name(const struct xc_scene *scene, size_t word)
{
    const struct xc_text *text = scene->text;

    if (is_headline(scene) || (text->words.items[word].flags & XC_WORD_CAPITAL) == 0)
        return false;
    return word > scene->sentence.first ||
           (word + 1 < scene->sentence.end &&
            (text->words.items[word + 1].flags & XC_WORD_CAPITAL) != 0);
}

bool
xc_future_acts(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t first = match->words.first;

    if (scene->target->foretold)
        return false;
    /* "Her back was to the wall": no verb follows. */
    if (match->n_matched > 1)
        return match->words.end < scene->sentence.end &&
               !xc_verb_is_determiner(scene, match->words.end);
    return !is_name(scene, first) &&
           (first == scene->sentence.first || !xc_verb_is_determiner(scene, first - 1));
}

/* Whether word is a cue's, so that it is read already ("plans to"). */
static bool
is_read(const struct xc_scene *scene, size_t word)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        if (scene->cues.items[i].words.first <= word &&
            word < scene->cues.items[i].words.end)
            return true;
    }
    return false;
}

/* Whether words [first, to) are a subject and no more: a verb among them has the
 * infinitive for its own ("Mayor flies to meet envoy"). */
static bool
is_bare_subject(const struct xc_scene *scene, size_t first, size_t to)
{
    struct xc_str last = scene->text->words.items[to - 1].key;

    return !xc_verb_stands(scene, first, to) &&
           (!xc_str_ends(last, "s") || to == first + 1) && !xc_str_ends(last, "ing") &&
           !xc_scene_word_is(scene, to - 1, XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB);
}

enum xc_status
xc_future_headline(const struct xc_scene *scene, struct xc_arena *arena,
                   struct xc_scope *scope)
{
    size_t clause = xc_scene_clause_of(scene, scene->target->words.first);
    size_t first = scene->clauses.items[clause].words.first;
    struct xc_scope_cue *made;
    size_t to;

    if (scene->target->foretold || !is_headline(scene))
        return XC_OK;
    for (to = first + 1; to < scene->target->words.end; to++) {
        if (xc_str_is(scene->text->words.items[to].key, "to"))
            break;
    }
    /* The target's verb follows at once: not "from pier to pier". */
    if (to + 1 >= scene->sentence.end || to >= scene->target->words.end ||
        is_read(scene, to) || xc_scene_is_literal(scene, to) ||
        (to + 1 != scene->target->words.first && !xc_scene_is_literal(scene, to + 1)) ||
        !is_bare_subject(scene, first, to))
        return XC_OK;
    made = XC_VEC_ADD(scope, arena);
    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_scope_cue){
        .level = XC_SCOPE_FORWARD, .class = XC_CUE_OPEN, .words = {to, to + 1}};
    return XC_OK;
}
