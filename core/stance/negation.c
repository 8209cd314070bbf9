/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/negation.h"

static bool
is_one_of(struct xc_str key, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (xc_str_is(key, *list))
            return true;
    }
    return false;
}

static bool
is_literal(const struct xc_scene *scene, size_t word)
{
    if (scene->target->literal == NULL)
        return word >= scene->target->words.first && word < scene->target->words.end;
    return scene->target->literal[word - scene->sentence.first];
}

/* Whether a cue of the scope between negations i and k embeds what follows it, so that
 * the two compose ("did not fail to say that she never left"). */
static bool
embeds_between(const struct xc_scope *scope, size_t i, size_t k)
{
    for (i++; i < k; i++) {
        switch (scope->items[i].class) {
        case XC_CUE_IMPLICATIVE:
        case XC_CUE_DENIAL:
        case XC_CUE_REPORT:
        case XC_CUE_RUMOUR:
        case XC_CUE_DEBUNK:
        case XC_CUE_OPEN:
        case XC_CUE_QUESTION:
            return true;
        case XC_CUE_PSEUDO:
        case XC_CUE_NEGATION:
        case XC_CUE_HEDGE:
        case XC_CUE_CONDITION:
        case XC_CUE_WATCH:
            break;
        }
    }
    return false;
}

/* Whether words [range) are joined by a coordinator or a comma. */
static bool
is_coordinated(const struct xc_scene *scene, struct xc_range range)
{
    static const char *const coordinators[] = {"and", "or", "nor", "but", "then", NULL};
    size_t i;

    for (i = range.first; i < range.end; i++) {
        if (xc_scene_gap_has(scene, i, ',') ||
            is_one_of(scene->text->words.items[i].key, coordinators))
            return true;
    }
    return range.end < scene->sentence.end && xc_scene_gap_has(scene, range.end, ',');
}

/* A later negator of the same list or coordination takes over; the two would otherwise
 * cancel out in "wasn't at the gala and never wore it". */
static bool
is_taken_over(const struct xc_scene *scene, const struct xc_scope *scope, size_t i)
{
    size_t k;

    for (k = i + 1; k < scope->n; k++) {
        const struct xc_scope_cue *later = &scope->items[k];
        struct xc_range between = {scope->items[i].words.end, later->words.first};

        if (later->class == XC_CUE_NEGATION && later->level == scope->items[i].level &&
            between.first <= between.end && !embeds_between(scope, i, k) &&
            is_coordinated(scene, between))
            return true;
    }
    return false;
}

/* A verb form that carries tense of its own, as after "and" in "did not sing and wore a
 * gown"; under "did not" a coordinated verb would stand in its base form. */
static bool
is_finite(const struct xc_scene *scene, size_t word)
{
    static const char *const finite[] = {
        "was",  "were", "is",   "are",   "had",   "has",   "did",   "does", "wore",
        "took", "went", "came", "said",  "told",  "left",  "made",  "gave", "got",
        "saw",  "ran",  "won",  "stood", "sat",   "spoke", "wrote", "drove", "rode",
        "flew", "fell", "held", "kept",  "began", "found", "brought", NULL};
    struct xc_str key = scene->text->words.items[word].key;

    return is_one_of(key, finite) || (key.len > 4 && xc_str_ends(key, "ed"));
}

static bool
is_auxiliary_negation(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    static const char *const auxiliaries[] = {"did", "do", "does", "could", "can",
                                              "will", "would", "should", NULL};
    size_t first = cue->words.first;

    if (is_one_of(scene->text->words.items[first].key, auxiliaries))
        return true;
    return first > scene->sentence.first &&
           is_one_of(scene->text->words.items[first - 1].key, auxiliaries);
}

/* Whether "and" or "then" and a finite verb stand between the negator and the target, or
 * the target begins with that verb. */
static bool
is_left_behind(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    static const char *const joins[] = {"and", "then", NULL};
    size_t i;

    if (!is_auxiliary_negation(scene, cue))
        return false;
    for (i = cue->words.end; i + 1 < scene->target->words.end; i++) {
        if (is_one_of(scene->text->words.items[i].key, joins) && !is_literal(scene, i) &&
            is_finite(scene, i + 1))
            return true;
    }
    return false;
}

static bool
is_consumed(const struct xc_scene *scene, size_t word)
{
    size_t c;
    size_t m;

    for (c = 0; c < scene->cues.n; c++) {
        const struct xc_cue_match *match = &scene->cues.items[c];

        for (m = 0; m < match->n_matched; m++) {
            if (match->matched[m] == word)
                return true;
        }
    }
    return false;
}

/* A word that opens a clause between the negator and the target's first literal word. */
static bool
opens_clause(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    static const char *const openers[] = {"that", "how", "why", "when", "where", "who", "which", "what", "because", "whether", NULL};
    size_t i;

    for (i = cue->words.end; i < scene->target->words.end && !is_literal(scene, i); i++) {
        if (is_one_of(scene->text->words.items[i].key, openers) && !is_consumed(scene, i))
            return true;
    }
    return false;
}

enum xc_reach
xc_negation_reach(const struct xc_scene *scene, const struct xc_scope *scope, size_t i)
{
    const struct xc_scope_cue *cue = &scope->items[i];

    if (is_taken_over(scene, scope, i))
        return XC_REACHES_NOT;
    if (cue->level != XC_SCOPE_FORWARD)
        return XC_REACHES;
    if (is_left_behind(scene, cue))
        return XC_REACHES_NOT;
    return opens_clause(scene, cue) ? XC_REACHES_UNCLEAR : XC_REACHES;
}
