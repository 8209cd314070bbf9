/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/modifier.h"

#include "stance/aside.h"
#include "stance/verb.h"
#include "text/syntax.h"

static const size_t none = (size_t)-1;
static const size_t widest_noun_phrase = 4;    /* words from a determiner to its noun */
static const size_t longest_relative_lead = 6; /* from "who" to a cue of its clause */

static const unsigned opens_noun_phrase = XC_SYNTAX_DEFINITE | XC_SYNTAX_INDEFINITE;

static struct xc_str
key_of(const struct xc_scene *scene, size_t word)
{
    return scene->text->words.items[word].key;
}

static bool
is_be(const struct xc_scene *scene, size_t word)
{
    struct xc_str key = key_of(scene, word);

    return xc_str_is(key, "be") || xc_str_is(key, "is") || xc_str_is(key, "are") ||
           xc_str_is(key, "was") || xc_str_is(key, "were") || xc_str_is(key, "'s");
}

static enum xc_reach
reach_past(enum xc_verb verb)
{
    switch (verb) {
    case XC_NO_VERB:
        return XC_REACHES;
    case XC_MAYBE_VERB:
        return XC_REACHES_UNCLEAR;
    case XC_SURE_VERB:
        return XC_REACHES_NOT;
    }
    return XC_REACHES;
}

/* Whether the target has its head before word and its verb behind it, or begins with
 * that verb: "[A drone] without lights [hit the tent]". */
static bool
spans(const struct xc_scene *scene, size_t word, size_t verb)
{
    return scene->target->words.first < word || scene->target->words.first == verb;
}

/* The first word of the clause that word stands in, as far as punctuation tells. */
static size_t
clause_start(const struct xc_scene *scene, size_t word)
{
    return scene->clauses.items[xc_scene_clause_of(scene, word)].words.first;
}

/* Where the subject that the cue stands in begins: with the target's head, or behind
 * the verb that embeds it ("the mayor said a drone without lights …"). */
static size_t
subject_start(const struct xc_scene *scene, size_t cue)
{
    size_t start = clause_start(scene, cue);
    size_t i;

    if (scene->target->words.first < cue)
        return scene->target->words.first > start ? scene->target->words.first : start;
    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        if ((match->cue->class == XC_CUE_REPORT ||
             match->cue->class == XC_CUE_DENIAL) &&
            match->words.end <= cue && match->words.end > start)
            start = match->words.end;
    }
    return start;
}

static bool
is_relative(const struct xc_scene *scene, size_t word)
{
    struct xc_str key = key_of(scene, word);

    return xc_str_is(key, "that") || xc_str_is(key, "who") || xc_str_is(key, "which");
}

/* "Three judges who did not vote resigned": a cue in a relative clause of the subject,
 * whose own verb ends before the main one. */
static enum xc_reach
reach_from_relative(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t cue = match->words.first;
    size_t last = xc_scene_last_literal(scene);
    size_t start = subject_start(scene, cue);
    size_t relative = cue;
    size_t own;
    size_t verb = none;
    enum xc_verb found;

    while (relative > start + 1 && cue - relative < longest_relative_lead &&
           !is_relative(scene, relative))
        relative--;
    if (!is_relative(scene, relative) || relative <= start ||
        xc_scene_gap_has(scene, relative, ',') ||
        xc_verb_stands(scene, start, relative))
        return XC_REACHES;
    own = xc_verb_group_end(scene, relative + 1, last);
    if (own < match->words.end)
        own = xc_verb_group_end(scene, match->words.end, last);
    found = xc_verb_main(scene, own + 1, last, &verb);
    return found != XC_NO_VERB && spans(scene, relative, verb) ? reach_past(found)
                                                               : XC_REACHES;
}

/* The first word of a phrase that the cue opens, alone or behind a preposition:
 * "without lights", "with no lights"; SIZE_MAX when it opens none. */
static size_t
phrase_start(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t cue = match->words.first;
    struct xc_str before;

    if ((match->cue->options & XC_CUE_PHRASE) != 0)
        return cue;
    if (cue == scene->sentence.first)
        return none;
    before = key_of(scene, cue - 1);
    return xc_str_is(before, "with") || xc_str_is(before, "of") ||
                   xc_str_is(before, "for")
               ? cue - 1
               : none;
}

/* Where the verb may stand that ends the cue's phrase: behind its first word, but "being
 * closed" and "having at last been closed" are one. */
static size_t
phrase_body_end(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t at = match->words.end;

    if (at >= scene->sentence.end || (!xc_str_is(key_of(scene, at), "being") &&
                                      !xc_str_is(key_of(scene, at), "having")))
        return at + 1;
    for (at++; at < scene->sentence.end; at++) {
        if (!xc_str_is(key_of(scene, at), "been") &&
            !xc_scene_word_is(scene, at, XC_SYNTAX_ADVERB))
            return at + 1;
    }
    return at;
}

/* "A drone without lights hit", "a drone with no lights hit": the cue's phrase belongs
 * to the subject and ends before the verb. */
static enum xc_reach
reach_from_phrase(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t cue = match->words.first;
    size_t verb = none;
    enum xc_verb found;

    if (phrase_start(scene, match) == none ||
        xc_verb_stands(scene, subject_start(scene, cue), cue))
        return XC_REACHES;
    found = xc_verb_main(scene, phrase_body_end(scene, match),
                         xc_scene_last_literal(scene), &verb);
    if (found == XC_NO_VERB || !spans(scene, cue, verb))
        return XC_REACHES;
    return reach_past(found);
}

/* "Without the keeper the lamp went dark": a phrase in front ends where the next noun
 * phrase begins, when a verb follows that. */
static enum xc_reach
reach_from_front(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    unsigned joins = XC_SYNTAX_PREPOSITION | XC_SYNTAX_COORDINATOR |
                     XC_SYNTAX_RELATIVE | XC_SYNTAX_THAT;
    size_t start = phrase_start(scene, match);
    size_t verb = none;
    enum xc_verb found;
    size_t i;

    /* "All roads reopened except the harbour road": behind its clause, whatever the
     * clauses say. */
    if (xc_lexicon_stance_word_is(scene->lexicon, key_of(scene, match->words.first),
                                  XC_STANCE_WORD_EXCEPTION))
        return XC_REACHES;
    if (start == none || start != clause_start(scene, start) ||
        match->words.first >= scene->target->words.first)
        return XC_REACHES;
    found = xc_verb_main(scene, phrase_body_end(scene, match),
                         xc_scene_last_literal(scene), &verb);
    if (found == XC_NO_VERB)
        return XC_REACHES;
    for (i = match->words.end + 1; i <= verb; i++) {
        bool opens = xc_verb_is_determiner(scene, i) ||
                     xc_scene_word_is(scene, i, XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN);

        if (opens && !xc_verb_is_determiner(scene, i - 1) &&
            !xc_scene_word_is(scene, i - 1, joins) &&
            i <= scene->target->words.first + 1)
            return reach_past(found);
    }
    return XC_REACHES_UNCLEAR;
}

/* "Eating without pain and walking": the verb behind "and" goes with the one before the
 * phrase. */
static enum xc_reach
reach_over_parallel(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t target = scene->target->words.first;
    size_t i;

    if ((match->cue->options & XC_CUE_PHRASE) == 0 || match->words.end + 1 >= target ||
        !xc_str_is(key_of(scene, target - 1), "and") ||
        !xc_str_ends(key_of(scene, target), "ing"))
        return XC_REACHES;
    for (i = clause_start(scene, match->words.first); i < match->words.first; i++) {
        if (xc_str_ends(key_of(scene, i), "ing") &&
            !xc_scene_word_is(scene, i, XC_SYNTAX_STEADY))
            return XC_REACHES_NOT;
    }
    return XC_REACHES;
}

/* "A drone not seen by the pilot hit the tent": a negated participle of the subject. */
static enum xc_reach
reach_from_participle(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t own = match->words.end;
    size_t last = xc_scene_last_literal(scene);
    size_t verb = none;
    enum xc_verb found;

    if (match->n_matched != 1 || own >= last ||
        scene->target->words.first >= match->words.first ||
        xc_verb_stands(scene, subject_start(scene, match->words.first),
                       match->words.first))
        return XC_REACHES;
    while (own < last && xc_scene_word_is(scene, own, XC_SYNTAX_ADVERB))
        own++;
    if (!xc_scene_word_is(scene, own, XC_SYNTAX_PARTICIPLE | XC_SYNTAX_EITHER) &&
        !xc_str_ends(key_of(scene, own), "ed") &&
        !xc_str_ends(key_of(scene, own), "ing"))
        return XC_REACHES;
    found = xc_verb_main(scene, own + 1, last, &verb);
    /* "never", unlike "not", stands before a finite verb: "the crew never watched …" has its
     * verb there, and only a sure one behind it can make that doubtful. */
    if (!xc_str_is(key_of(scene, match->words.first), "not") && found != XC_NO_VERB)
        found = found == XC_SURE_VERB ? XC_MAYBE_VERB : XC_NO_VERB;
    return reach_past(found);
}

/* "The lamp never stopped: it went dark": a colon or semicolon between the cue and the
 * target's end, so that the cue met one part of the target alone. */
static enum xc_reach
reach_over_stop(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t i;

    if (scene->target->words.first >= match->words.first)
        return XC_REACHES;
    for (i = match->words.end; i <= xc_scene_last_literal(scene); i++) {
        if (xc_scene_gap_has(scene, i, ':') || xc_scene_gap_has(scene, i, ';'))
            return XC_REACHES_UNCLEAR;
    }
    return XC_REACHES;
}

/* The relative pronoun of a clause that the target's end stands in, its verb right
 * after it: "the drone [that hit the tent]"; SIZE_MAX when there is none. */
static size_t
relative_of_target(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t first = scene->target->words.first;
    size_t last = xc_scene_last_literal(scene);
    size_t i = first > scene->sentence.first ? first - 1 : first;

    for (; i < last; i++) {
        size_t next = i + 1;

        if (i < match->words.end + 1 || !is_relative(scene, i) ||
            xc_scene_is_literal(scene, i) || xc_scene_gap_has(scene, i, ','))
            continue;
        if (xc_verb_is_past(scene, next) ||
            xc_scene_word_is(scene, next, XC_SYNTAX_AUXILIARY) ||
            (xc_scene_is_literal(scene, next) && next < last &&
             xc_scene_word_is(scene, next + 1, opens_noun_phrase)))
            return i;
    }
    return none;
}

/* The determiner of the noun before word, or SIZE_MAX. */
static size_t
determiner_before(const struct xc_scene *scene, size_t word)
{
    size_t i;

    for (i = word - 1; i > scene->sentence.first && word - i <= widest_noun_phrase;
         i--) {
        if (xc_verb_is_determiner(scene, i))
            return i;
        if (xc_scene_word_is(
                scene, i, XC_SYNTAX_PREPOSITION | XC_SYNTAX_AUXILIARY | XC_SYNTAX_PAST))
            return none;
    }
    return none;
}

/* Cues that say of a thing that it is not so, or not known to be. */
static bool rejects(enum xc_cue_class class)
{
    return class == XC_CUE_NEGATION || class == XC_CUE_IMPLICATIVE ||
           class == XC_CUE_DENIAL || class == XC_CUE_OPEN;
}

/* "It was not the drone that hit the tent": a cleft says it of the drone alone. */
static enum xc_reach
reach_into_cleft(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t cue = match->words.first;

    if (cue < scene->sentence.first + 1 || !is_be(scene, cue - 1))
        return XC_REACHES_UNCLEAR;
    return cue >= scene->sentence.first + 2 && xc_str_is(key_of(scene, cue - 2), "it")
               ? XC_REACHES
               : XC_REACHES_UNCLEAR;
}

/* "Denied the existence of the drone that hit the tent", "no evidence of the drone that
 * …": nothing is taken for granted. */
static bool
is_of_notion(const struct xc_scene *scene, const struct xc_cue_match *match,
             size_t determiner)
{
    size_t i;

    if (match->cue->class == XC_CUE_NEGATION && match->n_matched > 1)
        return true;
    for (i = match->words.first; i < determiner; i++) {
        if (xc_lexicon_stance_word_is(scene->lexicon, key_of(scene, i),
                                      XC_STANCE_WORD_NOTION))
            return true;
    }
    return false;
}

/*
 * "They never saw the drone that hit the tent": a definite noun phrase takes for granted
 * what its relative clause says, whatever is said of it.  With "a drone" it may be
 * denied together with the rest.
 */
static enum xc_reach
reach_into_relative(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t last = xc_scene_last_literal(scene);
    size_t relative;
    size_t determiner;
    size_t verb = none;
    enum xc_verb after;
    bool definite;

    if (!rejects(match->cue->class) || match->words.end > scene->target->words.first)
        return XC_REACHES;
    relative = relative_of_target(scene, match);
    if (relative == none)
        return XC_REACHES;
    /* "None of the judges who spoke resigned": the verb is the sentence's own. */
    after = xc_verb_main(scene, xc_verb_group_end(scene, relative + 1, last) + 1, last,
                         &verb);
    if (after != XC_NO_VERB)
        return after == XC_SURE_VERB ? XC_REACHES : XC_REACHES_UNCLEAR;
    determiner = determiner_before(scene, relative);
    if (determiner == none)
        return xc_str_is(key_of(scene, match->words.first), "no") ? XC_REACHES
                                                                  : XC_REACHES_UNCLEAR;
    if (determiner < match->words.end)
        return XC_REACHES;
    definite = xc_scene_word_is(scene, determiner, XC_SYNTAX_DEFINITE) ||
               (scene->text->words.items[determiner].flags & XC_WORD_POSSESSIVE) != 0;
    if (!definite)
        return determiner == match->words.end && match->cue->class != XC_CUE_DENIAL
                   ? XC_REACHES
                   : XC_REACHES_UNCLEAR;
    if (determiner == match->words.end && match->cue->class == XC_CUE_NEGATION &&
        match->n_matched == 1 && xc_str_is(key_of(scene, match->words.first), "not"))
        return reach_into_cleft(scene, match);
    return is_of_notion(scene, match, determiner) ? XC_REACHES_UNCLEAR : XC_REACHES_NOT;
}

enum xc_reach
xc_modifier_reach(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    enum xc_reach reach = reach_from_relative(scene, match);

    if (reach == XC_REACHES)
        reach = reach_into_relative(scene, match);
    if (reach == XC_REACHES && match->cue->class == XC_CUE_RUMOUR)
        return xc_aside_reach(scene, match);
    if (reach != XC_REACHES || match->cue->class != XC_CUE_NEGATION)
        return reach;
    reach = xc_aside_reach(scene, match);
    if (reach == XC_REACHES)
        reach = reach_from_phrase(scene, match);
    if (reach == XC_REACHES)
        reach = reach_from_front(scene, match);
    if (reach == XC_REACHES)
        reach = reach_from_participle(scene, match);
    if (reach == XC_REACHES)
        reach = reach_over_parallel(scene, match);
    if (reach == XC_REACHES)
        reach = reach_over_stop(scene, match);
    return reach;
}
