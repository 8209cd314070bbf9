/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/predicate.h"

#include "stance/verb.h"
#include "text/syntax.h"

static const size_t none = (size_t)-1;

struct search {
    const struct xc_scene *scene;
    struct xc_range range;
    size_t start;     /* of what is said, behind verbs of saying */
    size_t relative;  /* the verb of a relative clause of the subject, or none */
    size_t pronoun;   /* that opens it */
    bool in_relative; /* that verb is still to come */
    size_t found;     /* the predicate, or none */
    size_t group;     /* where its verb group begins: "did not [sink]" */
    bool sure;        /* no later word can be it */
    const struct xc_cue_match *own; /* the cue that the predicate is a word of */
};

static struct xc_str
key_of(const struct xc_scene *scene, size_t word)
{
    return scene->text->words.items[word].key;
}

/* The cue that holds word, or NULL. */
static const struct xc_cue_match *
cue_at(const struct xc_scene *scene, size_t word)
{
    size_t i;
    size_t k;

    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        for (k = 0; k < match->n_matched; k++) {
            if (match->matched[k] == word)
                return match;
        }
    }
    return NULL;
}

/* "After", "because", "who", "so": what follows them is told beside the main thing. */
static bool
opens_aside(const struct xc_scene *scene, size_t word)
{
    return xc_scene_word_is(scene, word,
                            XC_SYNTAX_SUBORDINATOR | XC_SYNTAX_RELATIVE |
                                XC_SYNTAX_THAT | XC_SYNTAX_CONCESSIVE) ||
           (word > scene->sentence.first && xc_str_is(key_of(scene, word), "so")) ||
           xc_str_is(key_of(scene, word), "after") ||
           xc_lexicon_stance_word_is(scene->lexicon, key_of(scene, word),
                                     XC_STANCE_WORD_OPENER);
}

/* Cues that a subject stands before: "critics [say]", "guests [not] named". */
static bool
is_verb_cue(const struct search *search, const struct xc_cue_match *match)
{
    const struct xc_scene *scene = search->scene;

    if (match == NULL)
        return false;
    /* "Mob attacks alleged thief": the verb stands before. */
    if (match->n_matched == 1 && match->words.end < search->range.end &&
        xc_str_ends(key_of(scene, match->words.first), "ed") &&
        !xc_verb_is_determiner(scene, match->words.end) &&
        !xc_scene_word_is(scene, match->words.end,
                          XC_SYNTAX_AUXILIARY | XC_SYNTAX_PRONOUN | XC_SYNTAX_SUBJECT |
                              XC_SYNTAX_THAT | XC_SYNTAX_PREPOSITION))
        return false;
    return (match->cue->class == XC_CUE_REPORT || match->cue->class == XC_CUE_DENIAL ||
            match->cue->class == XC_CUE_OPEN || match->cue->class == XC_CUE_QUESTION ||
            match->cue->class == XC_CUE_NEGATION || match->cue->class == XC_CUE_HEDGE ||
            match->cue->class == XC_CUE_IMPLICATIVE);
}

/* "Buys", "kills": a present tense, as far as its form and its neighbours tell.  A plural
 * stands before an auxiliary, a negator or a verb of saying: "critics say". */
static bool
is_present(const struct search *search, size_t word)
{
    const struct xc_scene *scene = search->scene;
    struct xc_str key = key_of(scene, word);
    size_t next = word + 1;

    if (key.len < 4 || !xc_str_ends(key, "s") || xc_str_ends(key, "ss") ||
        xc_str_ends(key, "us") || xc_str_ends(key, "is") ||
        (scene->text->words.items[word].flags & XC_WORD_POSSESSIVE) != 0 ||
        next >= search->range.end || word == search->start)
        return false;
    if (xc_verb_is_determiner(scene, word - 1) ||
        xc_scene_word_is(scene, word - 1, XC_SYNTAX_PREPOSITION) ||
        xc_scene_word_is(scene, word,
                         XC_SYNTAX_PREPOSITION | XC_SYNTAX_ADVERB | XC_SYNTAX_DEFINITE |
                             XC_SYNTAX_PRONOUN))
        return false;
    if (xc_scene_word_is(scene, next, XC_SYNTAX_AUXILIARY | XC_SYNTAX_NOT) ||
        (xc_verb_is_past(scene, next) && cue_at(scene, next) == NULL))
        return false;
    return xc_scene_word_is(scene, next, XC_SYNTAX_PREPOSITION) ||
           !is_verb_cue(search, cue_at(scene, next));
}

bool
xc_predicate_follows(const struct xc_scene *scene, struct xc_range range,
                     const struct xc_cue_match *match)
{
    struct xc_str key = key_of(scene, match->words.first);

    return match->n_matched == 1 && match->words.end < range.end &&
           !xc_str_ends(key, "s") && !xc_str_ends(key, "ed") &&
           xc_scene_word_is(scene, match->words.end, XC_SYNTAX_AUXILIARY) &&
           !xc_scene_gap_has(scene, match->words.end, ',');
}

/* Whether a verb of saying is followed by what is said, and not by a thing that is spoken
 * about: "says pier is sold", "claims to know", but not "complains of pains" nor "adds
 * a boat". */
static bool
has_clause(const struct search *search, const struct xc_cue_match *match)
{
    const struct xc_scene *scene = search->scene;
    size_t next = match->words.end;
    size_t i;

    if (next >= search->range.end)
        return false;
    if (xc_scene_word_is(scene, next - 1, XC_SYNTAX_THAT | XC_SYNTAX_CLAUSAL) ||
        xc_scene_word_is(scene, next, XC_SYNTAX_THAT | XC_SYNTAX_SUBJECT) ||
        xc_str_is(key_of(scene, next), "to") || xc_scene_gap_has(scene, next, ':'))
        return true;
    if (xc_scene_word_is(scene, next, XC_SYNTAX_PREPOSITION))
        return false;
    for (i = next; i < search->range.end; i++) {
        if (opens_aside(scene, i))
            return false;
        if (xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY | XC_SYNTAX_NOT) ||
            (i > next && (is_present(search, i) || xc_verb_is_past(scene, i) ||
                          xc_scene_word_is(scene, i, XC_SYNTAX_PARTICIPLE))))
            return true;
    }
    return false;
}

/* "Killed", "found", "seizing", "to sell" behind a noun. */
static bool
is_other_verb(const struct search *search, size_t word)
{
    const struct xc_scene *scene = search->scene;
    struct xc_str key = key_of(scene, word);

    if (word == search->start || xc_verb_is_determiner(scene, word - 1))
        return false;
    if (xc_str_is(key_of(scene, word - 1), "to"))
        return true;
    if (xc_scene_word_is(scene, word - 1, XC_SYNTAX_PREPOSITION) ||
        xc_scene_word_is(scene, word, XC_SYNTAX_PREPOSITION | XC_SYNTAX_STEADY))
        return false;
    return xc_verb_is_past(scene, word) ||
           xc_scene_word_is(scene, word, XC_SYNTAX_PARTICIPLE) ||
           (key.len > 4 && xc_str_ends(key, "ing"));
}

static void
take(struct search *search, size_t word, const struct xc_cue_match *own, bool sure)
{
    /* "Nun who had no idea gives birth": the first verb is the relative clause's. */
    if (search->in_relative) {
        search->in_relative = false;
        search->relative = word;
        return;
    }
    search->found = word;
    search->group = word;
    search->own = own;
    search->sure = sure;
}

/* What a verb of saying, denying or asking leads to comes after it. */
static bool
embeds(const struct search *search, const struct xc_cue_match *match)
{
    if (match->words.end >= search->range.end ||
        (match->cue->options & XC_CUE_FORWARD) == 0 ||
        xc_predicate_follows(search->scene, search->range, match))
        return false;
    /* "Attacks alleged thief": right behind the verb, of its object. */
    if (search->found != none && match->words.first == search->found + 1 &&
        xc_str_ends(key_of(search->scene, match->words.first), "ed"))
        return false;
    switch (match->cue->class) {
    case XC_CUE_REPORT:
        return has_clause(search, match);
    case XC_CUE_DENIAL:
    case XC_CUE_QUESTION:
        return true;
    case XC_CUE_OPEN:
        return (match->cue->options & XC_CUE_NEAR) == 0;
    case XC_CUE_PSEUDO:
    case XC_CUE_NEGATION:
    case XC_CUE_IMPLICATIVE:
    case XC_CUE_DEBUNK:
    case XC_CUE_RUMOUR:
    case XC_CUE_HEDGE:
    case XC_CUE_CONDITION:
    case XC_CUE_WATCH:
        return false;
    }
    return false;
}

/* Whether the cue is the predicate itself: the headline tells that somebody quits, plans
 * or complains. */
static bool
is_predicate(const struct search *search, const struct xc_cue_match *match)
{
    const struct xc_scene *scene = search->scene;
    size_t first = match->words.first;

    if (first == search->start ||
        xc_predicate_follows(search->scene, search->range, match) ||
        xc_scene_word_is(scene, first,
                         XC_SYNTAX_PREPOSITION | XC_SYNTAX_SUBORDINATOR |
                             XC_SYNTAX_RELATIVE | XC_SYNTAX_ADVERB))
        return false;
    return match->cue->class == XC_CUE_IMPLICATIVE ||
           match->cue->class == XC_CUE_REPORT || match->cue->class == XC_CUE_OPEN;
}

/* Reads the cue that begins at word i; the word to go on with. */
static size_t
read_cue(struct search *search, size_t i, const struct xc_cue_match *match)
{
    if (embeds(search, match)) {
        search->found = none;
        search->start = match->words.end;
        return match->words.end;
    }
    if (search->found == none && is_predicate(search, match))
        take(search, match->words.first, match,
             match->cue->class != XC_CUE_IMPLICATIVE);
    return i + 1;
}

/* Whether word i stands within the group of an auxiliary: "was never reportedly seen". */
static bool
is_in_group(const struct search *search, size_t i)
{
    const struct xc_scene *scene = search->scene;
    const struct xc_cue_match *match = cue_at(scene, i);

    if (xc_scene_word_is(scene, i,
                         XC_SYNTAX_AUXILIARY | XC_SYNTAX_NOT | XC_SYNTAX_PERFECT |
                             XC_SYNTAX_ADVERB) ||
        (xc_str_ends(key_of(scene, i), "ly") && i + 1 < search->range.end))
        return true;
    return match != NULL &&
           (match->cue->class == XC_CUE_NEGATION || match->cue->class == XC_CUE_HEDGE ||
            match->cue->class == XC_CUE_RUMOUR || match->cue->class == XC_CUE_PSEUDO);
}

/* Reads the group of the auxiliary at word i: what stands behind it is the predicate, or
 * leads on to it ("is said to be shut").  The word to go on with. */
static size_t
read_group(struct search *search, size_t i)
{
    const struct xc_cue_match *next;
    size_t first = i;

    while (i < search->range.end && is_in_group(search, i))
        i++;
    if (i == search->range.end)
        return i;
    next = cue_at(search->scene, i);
    if (next != NULL && embeds(search, next))
        return read_cue(search, i, next);
    take(search, i, next, true);
    if (search->found == i)
        search->group = first;
    return i + 1;
}

/* Whether the predicate that was found can't be followed by a surer one. */
static bool
is_done(const struct search *search, size_t i)
{
    return search->found != none && (search->sure || opens_aside(search->scene, i) ||
                                     xc_scene_gap_has(search->scene, i, ','));
}

static void
open_relative(struct search *search, size_t pronoun)
{
    search->in_relative = true;
    search->pronoun = pronoun;
}

static void
scan(struct search *search)
{
    const struct xc_scene *scene = search->scene;
    size_t i = search->range.first;

    while (i < search->range.end && !is_done(search, i)) {
        const struct xc_cue_match *match = cue_at(scene, i);

        if (search->found == none && search->relative == none && i > search->start &&
            xc_scene_word_is(scene, i, XC_SYNTAX_RELATIVE))
            open_relative(search, i);
        if (xc_scene_word_is(scene, i, XC_SYNTAX_AUXILIARY)) {
            i = read_group(search, i);
        } else if (match != NULL) {
            i = match->words.first == i ? read_cue(search, i, match) : i + 1;
        } else {
            if (search->found == none &&
                (is_present(search, i) || is_other_verb(search, i)))
                take(search, i, NULL, false);
            i++;
        }
    }
}

/* The first word of a negator, or none. */
static size_t
first_negator(const struct search *search)
{
    size_t i;

    for (i = 0; i < search->scene->cues.n; i++) {
        const struct xc_cue_match *match = &search->scene->cues.items[i];

        if (match->cue->class == XC_CUE_NEGATION &&
            match->words.first >= search->start &&
            match->words.first < search->range.end)
            return match->words.first;
    }
    return none;
}

/* What a verbless clause says: the first noun behind a negator, else the last before a
 * preposition. */
static void
take_noun(struct search *search)
{
    const struct xc_scene *scene = search->scene;
    size_t negator = first_negator(search);
    size_t i = negator == none ? search->start : negator;

    for (; i < search->range.end; i++) {
        bool links = xc_scene_word_is(scene, i, XC_SYNTAX_PREPOSITION);

        if (links && search->found != none)
            break;
        if (links || cue_at(scene, i) != NULL)
            continue;
        search->found = i;
        if (negator != none)
            break;
    }
}

bool
xc_predicate_find(const struct xc_scene *scene, struct xc_range range,
                  struct xc_predicate *out)
{
    struct search search = {.scene = scene,
                            .range = range,
                            .start = range.first,
                            .relative = none,
                            .found = none};

    scan(&search);
    *out = (struct xc_predicate){.range = range};
    if (search.found != none && search.relative != none)
        out->aside = (struct xc_range){search.pronoun, search.group};
    if (search.found == none)
        search.found = search.relative;
    if (search.found == none)
        take_noun(&search);
    out->word = search.found;
    out->own = search.own;
    return search.found != none;
}
