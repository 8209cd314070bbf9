/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/residue.h"

#include "stance/verb.h"
#include "text/syntax.h"

static const size_t none = (size_t)-1;
static const size_t longest_frame = 6; /* words from a cue or "so" to its "that" */

static struct xc_str
key_of(const struct xc_scene *scene, size_t word)
{
    return scene->text->words.items[word].key;
}

static bool
is_in_scope(const struct xc_scope *scope, const struct xc_cue_match *match)
{
    size_t i;

    for (i = 0; i < scope->n; i++) {
        if (scope->items[i].cue == match->cue &&
            scope->items[i].words.first == match->words.first)
            return true;
    }
    return false;
}

/* Whether a cue reads the words before "that": it holds one of them or stands among
 * them, as "told" does in "told the crowd that". */
static bool
is_read(const struct xc_scene *scene, size_t that)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];
        bool embeds =
            match->cue->class != XC_CUE_NEGATION && match->cue->class != XC_CUE_HEDGE;

        if (match->words.first < that && match->words.end >= that)
            return true;
        if (embeds && match->words.end <= that &&
            match->words.end + longest_frame >= that)
            return true;
    }
    return false;
}

/* "So strong that the lamp went out": what came of it, as the source tells. */
static bool
is_result(const struct xc_scene *scene, size_t that)
{
    size_t i = that;

    while (i > scene->sentence.first && that - i < longest_frame) {
        i--;
        if (i + 1 < that &&
            (xc_str_is(key_of(scene, i), "so") || xc_str_is(key_of(scene, i), "such")))
            return true;
    }
    return false;
}

static bool
is_be(const struct xc_scene *scene, size_t word)
{
    struct xc_str key = key_of(scene, word);

    return xc_str_is(key, "is") || xc_str_is(key, "was") || xc_str_is(key, "be") ||
           xc_str_is(key, "are") || xc_str_is(key, "were") || xc_str_is(key, "been") ||
           xc_str_is(key, "'s");
}

/* Whether "that" opens a clause of its own: a subject follows ("that the lamp …"), where
 * a thing that is pointed at would ("that lamp"). */
static bool
opens_clause(const struct xc_scene *scene, size_t that)
{
    const struct xc_word *next = &scene->text->words.items[that + 1];

    return xc_verb_is_determiner(scene, that + 1) ||
           xc_scene_word_is(scene, that + 1, XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN) ||
           (next->flags & XC_WORD_CAPITAL) != 0;
}

/* "She fancies that": a present tense, where its subject shows that it is no noun. */
static bool
is_present(const struct xc_scene *scene, size_t word)
{
    struct xc_str key = key_of(scene, word);

    return xc_str_ends(key, "s") && !xc_str_ends(key, "ss") &&
           (xc_scene_word_is(scene, word - 1, XC_SYNTAX_SUBJECT) ||
            (scene->text->words.items[word - 1].flags & XC_WORD_CAPITAL) != 0);
}

/* "It is vital that", but not "it was Monday that", "there was music that". */
static bool
is_predicative(const struct xc_scene *scene, size_t word)
{
    unsigned other = XC_SYNTAX_PREPOSITION | XC_SYNTAX_AUXILIARY | XC_SYNTAX_ADVERB |
                     XC_SYNTAX_COORDINATOR;

    return word > scene->sentence.first + 1 && is_be(scene, word - 1) &&
           !xc_str_is(key_of(scene, word - 2), "there") &&
           !xc_scene_word_is(scene, word, other) &&
           (scene->text->words.items[word].flags &
            (XC_WORD_CAPITAL | XC_WORD_NUMBER)) == 0;
}

/* The word that heads the clause with "that": the verb ("fancied that", "fancied himself
 * that") or, behind "is", the adjective ("it is vital that"); SIZE_MAX behind a noun, to
 * which the clause may belong ("the lamp that the mayor sold"). */
static size_t
head_of(const struct xc_scene *scene, size_t that)
{
    unsigned other = XC_SYNTAX_PREPOSITION | XC_SYNTAX_AUXILIARY |
                     XC_SYNTAX_COORDINATOR | XC_SYNTAX_SUBORDINATOR |
                     XC_SYNTAX_RELATIVE;
    size_t i = that;

    while (i > scene->sentence.first && that - i < 3) {
        struct xc_str key = key_of(scene, --i);

        if (xc_scene_gap_has(scene, i + 1, ','))
            return none;
        if (i > scene->sentence.first && !xc_verb_is_determiner(scene, i - 1) &&
            !xc_scene_word_is(scene, i, other) &&
            (xc_verb_is_past(scene, i) || is_present(scene, i)))
            return i;
        if (i + 1 == that && is_predicative(scene, i))
            return i;
        if (!xc_scene_word_is(scene, i, XC_SYNTAX_ADVERB | XC_SYNTAX_PRONOUN) &&
            !xc_str_ends(key, "self") && !xc_str_ends(key, "selves"))
            return none;
    }
    return none;
}

/* The head of an unread clause with "that" around the target, or SIZE_MAX. */
static size_t
find_frame(const struct xc_scene *scene)
{
    size_t i = scene->target->words.first;
    const struct xc_clause *clause =
        &scene->clauses.items[xc_scene_clause_of(scene, i)];
    size_t first = clause->resumes ? scene->clauses.items[clause->parent].words.first
                                   : clause->words.first;

    while (i > first) {
        i--;
        if (!xc_scene_word_is(scene, i, XC_SYNTAX_THAT) || i == scene->sentence.first ||
            !opens_clause(scene, i) ||
            !xc_scope_in_one_clause(scene, i, scene->target->words.first))
            continue;
        return is_read(scene, i) || is_result(scene, i) ? none : head_of(scene, i);
    }
    return none;
}

size_t
xc_residue_find(const struct xc_scene *scene, const struct xc_scope *scope)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];
        bool left_over =
            match->cue->class == XC_CUE_WATCH ||
            (match->cue->class == XC_CUE_DEBUNK && !is_in_scope(scope, match));

        /* «The "pier sale is a hoax," the mayor said», of a sale by the mayor: the target
         * itself reaches into the quotation. */
        bool is_shut_in = xc_scope_is_shut_in(scene, match) &&
                          (match->words.first < scene->target->words.first ||
                           match->words.end > scene->target->words.end);

        if (left_over && !is_shut_in &&
            (xc_scope_in_one_clause(scene, match->words.first,
                                    scene->target->words.first) ||
             xc_scope_is_label(scene, match)))
            return match->words.first;
    }
    return find_frame(scene);
}
