/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/negation.h"

#include "stance/contrast.h"
#include "stance/given.h"
#include "text/syntax.h"

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
    size_t i;

    for (i = range.first; i < range.end; i++) {
        if (xc_scene_gap_has(scene, i, ',') ||
            xc_scene_word_is(scene, i, XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE))
            return true;
    }
    return false;
}

/* "No roads reopened, except for the bridge": turns round what stands before it. */
static bool
makes_exception(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    return cue->class == XC_CUE_NEGATION &&
           xc_lexicon_stance_word_is(scene->lexicon,
                                     scene->text->words.items[cue->words.first].key,
                                     XC_STANCE_WORD_EXCEPTION);
}

/* Whether a negator of the clause before the exception is out of scope: of "no roads
 * reopened except the bridge" it is the exception that did. */
static bool
excepts_nothing(const struct xc_scene *scene, const struct xc_scope *scope, size_t i)
{
    size_t c;
    size_t k;

    if (!makes_exception(scene, &scope->items[i]))
        return false;
    for (k = 0; k < scope->n; k++) {
        if (k != i && scope->items[k].class == XC_CUE_NEGATION)
            return false;
    }
    for (c = 0; c < scene->cues.n; c++) {
        if (scene->cues.items[c].cue->class == XC_CUE_NEGATION &&
            scene->cues.items[c].words.first < scope->items[i].words.first)
            return true;
    }
    return false;
}

/* A later negator or denial of the same list or coordination takes over; the two would
 * otherwise cancel out in "wasn't at the gala and never wore it" and "denies any part
 * in it, no contact with them". */
static bool
is_taken_over(const struct xc_scene *scene, const struct xc_scope *scope, size_t i)
{
    size_t k;

    for (k = i + 1; k < scope->n; k++) {
        const struct xc_scope_cue *later = &scope->items[k];
        /* "nor" is coordinator and negator in one, so the later cue's words count. */
        struct xc_range between = {scope->items[i].words.end, later->words.end};

        if (makes_exception(scene, later))
            continue;
        if ((later->class == XC_CUE_NEGATION || later->class == XC_CUE_DENIAL) &&
            later->level == scope->items[i].level && between.first <= between.end &&
            !embeds_between(scope, i, k) && is_coordinated(scene, between))
            return true;
    }
    return false;
}

/* "History: Rule out fraud": an order, which says of nothing that it is so. */
static bool
is_order(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t first = cue->words.first;
    struct xc_str key = scene->text->words.items[first].key;

    return (first == scene->sentence.first || xc_scene_gap_has(scene, first, ':')) &&
           !xc_str_ends(key, "s") && !xc_str_ends(key, "ed") &&
           !xc_str_ends(key, "ing") &&
           !xc_scene_word_is(scene, first, XC_SYNTAX_PAST | XC_SYNTAX_EITHER);
}

/* What may be a past tense: "wore", "tied"; *out_sure when it can't be a participle. */
static bool
is_finite(const struct xc_scene *scene, size_t word, bool *out_sure)
{
    struct xc_str key = scene->text->words.items[word].key;

    *out_sure = xc_scene_word_is(scene, word, XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST) &&
                !xc_str_is(key, "have") && !xc_str_is(key, "do");
    return *out_sure || xc_scene_word_is(scene, word, XC_SYNTAX_EITHER) ||
           (key.len > 4 && xc_str_ends(key, "ed"));
}

/* The auxiliary that the negator belongs to has these classes: "did not", "was not". */
static bool
has_auxiliary(const struct xc_scene *scene, const struct xc_scope_cue *cue,
              unsigned classes)
{
    size_t first = cue->words.first;

    return xc_scene_word_is(scene, first, classes) ||
           (first > scene->sentence.first &&
            xc_scene_word_is(scene, first - 1, classes));
}

/* "Did not reopen and remains closed", "never reopened and is still shut": a verb in the
 * present that tells how things stand now. */
static bool
lasts_behind_and(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    const struct xc_word *words = scene->text->words.items;
    size_t i;

    for (i = cue->words.end; i < scene->target->words.end; i++) {
        size_t verb = i + 1;

        if (!xc_str_is(words[i].key, "and") || xc_scene_is_literal(scene, i))
            continue;
        while (verb < scene->sentence.end &&
               xc_scene_word_is(scene, verb, XC_SYNTAX_ADVERB))
            verb++;
        if (verb < scene->target->words.end &&
            xc_lexicon_stance_word_is(scene->lexicon, words[verb].key,
                                      XC_STANCE_WORD_LASTING))
            return true;
    }
    return false;
}

/*
 * How far a negated auxiliary reaches when "and" and a finite verb stand between it and
 * the target, or begin the target.  Under "did not" a coordinated verb would be bare, so
 * "did not sing and wore a gown" leaves the gown alone; under "was not" it may be a
 * participle: "was not seen and heard".
 */
static enum xc_reach
reach_over_and(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    const struct xc_word *words = scene->text->words.items;
    bool bare = has_auxiliary(scene, cue, XC_SYNTAX_BARE);
    size_t i;

    if (lasts_behind_and(scene, cue))
        return XC_REACHES_NOT;
    if (!bare && !has_auxiliary(scene, cue, XC_SYNTAX_AUXILIARY))
        return XC_REACHES;
    for (i = cue->words.end; i + 1 < scene->target->words.end; i++) {
        bool sure;

        if ((xc_str_is(words[i].key, "and") || xc_str_is(words[i].key, "then")) &&
            !xc_scene_is_literal(scene, i) && is_finite(scene, i + 1, &sure))
            return bare || sure ? XC_REACHES_NOT : XC_REACHES_UNCLEAR;
    }
    return XC_REACHES;
}

/* Whether a word between the cue and word i makes a clause or a passive of what the
 * cue embeds, so that a verb behind "and" may go on with it: "denied that he came and
 * tied". */
static bool
embeds_verb(const struct xc_scene *scene, const struct xc_scope_cue *cue, size_t i)
{
    size_t k;

    if (xc_scene_word_is(scene, cue->words.end - 1, XC_SYNTAX_THAT))
        return true;
    for (k = cue->words.end; k < i; k++) {
        bool sure;
        struct xc_str key = scene->text->words.items[k].key;

        if (is_finite(scene, k, &sure) || xc_scene_word_is(scene, k, XC_SYNTAX_THAT) ||
            xc_str_is(key, "be") || xc_str_is(key, "been") || xc_str_is(key, "being"))
            return true;
    }
    return false;
}

/* "Gave up their seats and resigned", "denied cheating and resigned": a finite verb
 * behind "and" is no complement of the verb before it.  "Denied being seen and heard"
 * has no finite one, perhaps. */
static enum xc_reach
reach_of_verb(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    const struct xc_word *words = scene->text->words.items;
    size_t i;

    for (i = cue->words.end; i + 1 < scene->target->words.end; i++) {
        bool sure;

        if ((!xc_str_is(words[i].key, "and") && !xc_str_is(words[i].key, "then")) ||
            xc_scene_is_literal(scene, i) || !is_finite(scene, i + 1, &sure))
            continue;
        if (embeds_verb(scene, cue, i))
            return XC_REACHES;
        /* "Refused to wait and sold the pier": under "to" it would be "sell". */
        if (xc_str_is(words[cue->words.end - 1].key, "to") &&
            !xc_lexicon_stance_word_is(scene->lexicon, words[i + 1].key,
                                       XC_STANCE_WORD_UNCHANGED))
            return XC_REACHES_NOT;
        return sure || xc_str_ends(words[i + 1].key, "ed") ? XC_REACHES_NOT
                                                           : XC_REACHES_UNCLEAR;
    }
    return XC_REACHES;
}

/* "The fact that he is not kind and he is rude": a coordinate clause with a subject of
 * its own, before the target or with it. */
static bool
ends_before_clause(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    const struct xc_word *words = scene->text->words.items;
    size_t i;

    for (i = cue->words.end;
         i + 2 < scene->sentence.end && i < scene->target->words.first; i++) {
        bool sure;

        if (xc_str_is(words[i].key, "and") && !xc_scene_is_literal(scene, i) &&
            xc_scene_word_is(scene, i + 1, XC_SYNTAX_SUBJECT) &&
            is_finite(scene, i + 2, &sure) && sure)
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
    size_t i;

    for (i = cue->words.end;
         i < scene->target->words.end && !xc_scene_is_literal(scene, i); i++) {
        if (xc_lexicon_stance_word_is(scene->lexicon, scene->text->words.items[i].key,
                                      XC_STANCE_WORD_OPENER) &&
            !is_consumed(scene, i))
            return true;
    }
    return false;
}

/* Whether word i may limit what is negated before it. */
static bool
is_limit(const struct xc_scene *scene, size_t i)
{
    return xc_lexicon_stance_word_is(scene->lexicon, scene->text->words.items[i].key,
                                     XC_STANCE_WORD_LIMIT);
}

/* "The engine did not fail until the ferry was near": the limit opens the next clause.
 * A reason of its own is none: "The star did not sing because she was ill." */
static bool
is_limited_by_clause(const struct xc_scene *scene, size_t end)
{
    return end < scene->sentence.end && is_limit(scene, end) &&
           !xc_str_is(scene->text->words.items[end].key, "because");
}

/* "The bridge did not close until Monday", "… for long", "… because of the rain": it did
 * then, or otherwise, perhaps.  "Until further notice" leads to nothing. */
static bool
is_limited(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t i = xc_scene_last_literal(scene) + 1;
    size_t clause = xc_scene_clause_of(scene, i - 1);
    size_t end = scene->clauses.items[clause].words.end;

    if (!xc_scope_in_one_clause(scene, i - 1, cue->words.first))
        return false;
    for (; i < end; i++) {
        if (is_limit(scene, i) &&
            (i + 1 < end || xc_str_is(scene->text->words.items[i - 1].key, "so") ||
             xc_scene_word_is(scene, i - 1, XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB)))
            return i + 1 == end ||
                   !xc_str_is(scene->text->words.items[i + 1].key, "further");
    }
    return is_limited_by_clause(scene, end);
}

/* "Never has she sung so well", "Never has she sung again": she did sing. */
static bool
is_of_degree(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    size_t next = xc_scene_last_literal(scene) + 1;

    return !xc_str_is(scene->text->words.items[cue->words.first].key, "no") &&
           next < scene->sentence.end && !xc_scene_gap_has(scene, next, ',') &&
           xc_lexicon_stance_word_is(scene->lexicon, scene->text->words.items[next].key,
                                     XC_STANCE_WORD_DEGREE);
}

/* "Nearly 300 drivers were stranded": of the number alone. */
static bool
is_of_number(const struct xc_scene *scene, const struct xc_scope_cue *cue)
{
    return (cue->options & XC_CUE_NEAR) != 0 && cue->words.end < scene->sentence.end &&
           (scene->text->words.items[cue->words.end].flags & XC_WORD_NUMBER) != 0;
}

enum xc_reach
xc_negation_reach(const struct xc_scene *scene, const struct xc_scope *scope, size_t i)
{
    const struct xc_scope_cue *cue = &scope->items[i];
    enum xc_reach reach;

    if (cue->class == XC_CUE_IMPLICATIVE)
        return cue->level == XC_SCOPE_FORWARD ? reach_of_verb(scene, cue) : XC_REACHES;
    if (is_taken_over(scene, scope, i))
        return XC_REACHES_NOT;
    reach = xc_given_reach(scene, cue);
    if (reach != XC_REACHES)
        return reach;
    if (cue->level == XC_SCOPE_FORWARD && cue->class == XC_CUE_DENIAL)
        return is_order(scene, cue) ? XC_REACHES_UNCLEAR : reach_of_verb(scene, cue);
    if (cue->level != XC_SCOPE_FORWARD || cue->class != XC_CUE_NEGATION)
        return XC_REACHES;
    if (excepts_nothing(scene, scope, i) || is_of_number(scene, cue))
        return XC_REACHES_NOT;
    reach = xc_contrast_reach(scene, cue);
    if (reach != XC_REACHES)
        return reach;
    if (opens_clause(scene, cue) || is_limited(scene, cue) || is_of_degree(scene, cue))
        return XC_REACHES_UNCLEAR;
    if (!embeds_between(scope, i, scope->n) && ends_before_clause(scene, cue))
        return XC_REACHES_NOT;
    return reach_over_and(scene, cue);
}
