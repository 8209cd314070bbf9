/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/scope.h"

#include "base/vec.h"
#include "stance/future.h"
#include "stance/modifier.h"
#include "stance/trailing.h"
#include "text/syntax.h"

/* A cue with its place in relation to the target. */
struct placed {
    const struct xc_cue_match *match;
    bool before; /* some of the target follows it */
    bool after;  /* it follows the whole target */
    bool same_clause;
    bool outside; /* of the quotation that holds the target */
};

bool
xc_scope_in_one_clause(const struct xc_scene *scene, size_t a, size_t b)
{
    return xc_scene_same_clause(scene, xc_scene_clause_of(scene, a),
                                xc_scene_clause_of(scene, b));
}

/* Whether the clauses from a to b (a < b) have a border that ends every attribution:
 * a contrast or a semicolon. */
static bool
is_contrasted(const struct xc_scene *scene, size_t a, size_t b)
{
    size_t i;

    for (i = a + 1; i <= b; i++) {
        if (scene->clauses.items[i].kind == XC_CLAUSE_CONTRAST ||
            xc_scene_gap_has(scene, scene->clauses.items[i].words.first, ';'))
            return true;
    }
    return false;
}

/* "She did not wait, jumping into the sea", "She did not wait but jumped": whether the
 * target goes on behind the cue in a clause that the main clause's cues leave alone.
 * What somebody said may go on behind "but". */
static bool
goes_on_elsewhere(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t i = match->words.end;
    size_t own = xc_scene_clause_of(scene, match->words.end - 1);
    size_t clause;

    while (i < scene->target->words.end && !xc_scene_is_literal(scene, i))
        i++;
    if (match->words.first <= scene->target->words.first ||
        i >= scene->target->words.end || match->cue->class == XC_CUE_REPORT)
        return false;
    clause = xc_scene_clause_of(scene, i);
    if (xc_scene_same_clause(scene, own, clause))
        return false;
    /* "She apparently issued an order, closing the bridge": as doubtful as the order. */
    if (scene->clauses.items[clause].kind == XC_CLAUSE_PARTICIPLE)
        return match->cue->class != XC_CUE_HEDGE && match->cue->class != XC_CUE_RUMOUR;
    /* "The bridge is not safe, and police have closed it" */
    if (match->cue->class == XC_CUE_NEGATION && own < clause &&
        (scene->clauses.items[clause].kind == XC_CLAUSE_MAIN ||
         (scene->clauses.items[clause].kind == XC_CLAUSE_PUNCTUATED &&
          !xc_scene_gap_has(scene, scene->clauses.items[clause].words.first, ':'))))
        return true;
    return own < clause && is_contrasted(scene, own, clause);
}

static struct placed
place(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    struct placed made = {.match = match};
    size_t last = xc_scene_last_literal(scene);
    size_t first = scene->target->words.first;

    made.before = match->words.end <= last;
    made.after = match->words.first > last;
    /* The target may reach over clauses; a cue before it meets its first one and a cue
     * in its gap the last, so both ends count.  So do both ends of a cue: the "if" of
     * "remains to be seen if" stands in the clause that it opens. */
    made.same_clause =
        xc_scope_in_one_clause(scene, match->words.first, first) ||
        (made.before && xc_scope_in_one_clause(scene, match->words.end - 1, first)) ||
        (match->words.first > first &&
         xc_scope_in_one_clause(scene, match->words.first, last));
    if (goes_on_elsewhere(scene, match))
        made.same_clause = false;
    made.outside =
        scene->quotation != XC_NO_QUOTATION &&
        xc_scene_quotation_of(scene->text, match->words.first, 1) != scene->quotation;
    return made;
}

/* Whether what an embedding cue in clause a says goes on in clause b > a: over "and",
 * and over the colon right behind the cue; never into an inset clause. */
static bool
complement_reaches(const struct xc_scene *scene, const struct placed *placed)
{
    size_t a = xc_scene_clause_of(scene, placed->match->words.first);
    size_t b = xc_scene_clause_of(scene, scene->target->words.first);

    /* "…, with some questioning if she left": the cue's own last word opens the
     * clause. */
    if (a < b && xc_scene_clause_of(scene, placed->match->words.end - 1) == b)
        return true;
    if (a >= b || is_contrasted(scene, a, b))
        return false;
    switch (scene->clauses.items[b].kind) {
    case XC_CLAUSE_PUNCTUATED:
        return xc_scene_gap_has(scene, scene->clauses.items[b].words.first, ':');
    case XC_CLAUSE_MAIN:
        /* "The mayor said X and Y", but not "When the mayor said X, Y", nor "The mayor
         * confirmed the deal and Y", whose verb has an object and no clause. */
        return xc_trailing_has_complement(scene, placed->match) &&
               (scene->clauses.items[a].kind == XC_CLAUSE_MAIN ||
                xc_scene_word_is(scene, scene->clauses.items[b].words.first,
                                 XC_SYNTAX_COORDINATOR));
    case XC_CLAUSE_CONTRAST:
    case XC_CLAUSE_ATTRIBUTION:
    case XC_CLAUSE_RELATIVE:
    case XC_CLAUSE_PARTICIPLE:
    case XC_CLAUSE_SUBORDINATE:
        return false;
    }
    return false;
}

static bool is_embedding(enum xc_cue_class class)
{
    switch (class) {
    case XC_CUE_IMPLICATIVE:
    case XC_CUE_DENIAL:
    case XC_CUE_DEBUNK:
    case XC_CUE_REPORT:
    case XC_CUE_RUMOUR:
    case XC_CUE_OPEN:
    case XC_CUE_QUESTION:
        return true;
    case XC_CUE_PSEUDO:
    case XC_CUE_NEGATION:
    case XC_CUE_HEDGE:
    case XC_CUE_CONDITION:
    case XC_CUE_WATCH:
        return false;
    }
    return false;
}

static bool
is_near(const struct xc_scene *scene, const struct placed *placed)
{
    if (placed->before)
        return placed->match->words.end + XC_CUE_NEAR_WORDS >=
               scene->target->words.first;
    return placed->match->words.first <= scene->target->words.end + XC_CUE_NEAR_WORDS;
}

/* "If it rains, the gala moves": a condition anywhere in the sentence, no contrast
 * between. */
static bool
reaches_over_sentence(const struct xc_scene *scene, const struct placed *placed)
{
    size_t a = xc_scene_clause_of(scene, placed->match->words.first);
    size_t b = xc_scene_clause_of(scene, scene->target->words.first);

    return a < b ? !is_contrasted(scene, a, b) : !is_contrasted(scene, b, a);
}

bool
xc_scope_phrase_ends(const struct xc_scene *scene, const struct xc_cue_match *match,
                     size_t word)
{
    size_t first = match->words.first;
    size_t i;

    /* "She came without lamp, rope or compass": a list, unless the phrase is fronted. */
    if (first != scene->clauses.items[xc_scene_clause_of(scene, first)].words.first &&
        !xc_scene_gap_has(scene, first, ','))
        return false;
    for (i = match->words.end; i <= word; i++) {
        if (xc_scene_gap_has(scene, i, ','))
            return true;
    }
    return false;
}

/* "Far from being [closed, the bridge] was full": the target begins with the verb of the
 * phrase and ends behind it, so nobody can tell which of the two says it; nor "Unlike the
 * [bridge, the road was closed]".  Not so "Without the [keeper, the lamp went dark]". */
static bool
is_astride(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    return (match->cue->options & XC_CUE_PHRASE) != 0 &&
           match->words.end < scene->sentence.end &&
           (match->cue->class == XC_CUE_OPEN ||
            xc_str_ends(scene->text->words.items[match->words.end].key, "ing")) &&
           match->words.end <= scene->target->words.first &&
           !xc_scope_phrase_ends(scene, match, scene->target->words.first) &&
           xc_scope_phrase_ends(scene, match, xc_scene_last_literal(scene));
}

bool
xc_scope_is_label(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    return match->words.first == scene->sentence.first &&
           match->words.end < scene->sentence.end &&
           xc_scene_gap_has(scene, match->words.end, ':');
}

/* "Called the story that [the bridge closed] nonsense". */
static bool
governs_around(const struct xc_scene *scene, const struct placed *placed)
{
    return (placed->match->cue->options & XC_CUE_AROUND) != 0 &&
           placed->match->words.first < scene->target->words.first &&
           placed->match->words.end > xc_scene_last_literal(scene);
}

static bool
governs_forward(const struct xc_scene *scene, const struct placed *placed)
{
    const struct xc_cue *cue = placed->match->cue;

    if ((cue->options & XC_CUE_FORWARD) == 0 || !placed->before)
        return false;
    if ((cue->options & XC_CUE_LABEL) != 0 && !xc_scope_is_label(scene, placed->match))
        return false;
    if (cue->class == XC_CUE_REPORT &&
        xc_trailing_closes_quotation(scene, placed->match))
        return false;
    if ((cue->options & XC_CUE_PHRASE) != 0 &&
        xc_scope_phrase_ends(scene, placed->match, scene->target->words.first))
        return false;
    if ((cue->options & XC_CUE_NEAR) != 0)
        return placed->same_clause && is_near(scene, placed);
    if (placed->same_clause || is_astride(scene, placed->match))
        return true;
    if ((cue->options & XC_CUE_SENTENCE) != 0)
        return reaches_over_sentence(scene, placed);
    return is_embedding(cue->class) && complement_reaches(scene, placed);
}

/* "The gala moves if it rains", but not "The gala moved, and I won't care if it rains": a
 * condition behind the target's clause is one of that. */
static bool
follows_at_once(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t i;

    for (i = xc_scene_last_literal(scene) + 1; i < match->words.first; i++) {
        if (xc_scene_word_is(scene, i,
                             XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN |
                                 XC_SYNTAX_COORDINATOR))
            return false;
    }
    return true;
}

static bool
governs_backward(const struct xc_scene *scene, const struct placed *placed)
{
    const struct xc_cue *cue = placed->match->cue;

    /* A reporting verb behind the target attributes it only when it is set off. */
    if ((cue->options & XC_CUE_BACKWARD) == 0 || !placed->after ||
        cue->class == XC_CUE_REPORT)
        return false;
    if ((cue->options & XC_CUE_NEAR) != 0)
        return placed->same_clause && is_near(scene, placed);
    if (cue->class == XC_CUE_CONDITION)
        return follows_at_once(scene, placed->match);
    if ((cue->options & XC_CUE_SENTENCE) != 0)
        return reaches_over_sentence(scene, placed);
    return placed->same_clause;
}

static enum xc_status
add(const struct xc_scene *scene, struct xc_scope *scope, const struct placed *placed,
    enum xc_scope_level level, struct xc_arena *arena, struct xc_scope_cue **out)
{
    const struct xc_cue_match *match = placed->match;
    struct xc_scope_cue *made = XC_VEC_ADD(scope, arena);

    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_scope_cue){.level = level,
                                  .class = match->cue->class,
                                  .cue = match->cue,
                                  .options = match->cue->options,
                                  .words = match->words,
                                  .outside = placed->outside,
                                  .passive = xc_scene_is_passive(scene, match)};
    *out = made;
    return XC_OK;
}

/* "No, the bridge is closed": an answer, not a negation of what follows it. */
static bool
is_answer(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    return match->cue->class == XC_CUE_NEGATION && match->n_matched == 1 &&
           match->words.first == scene->sentence.first &&
           match->words.end < scene->sentence.end &&
           xc_str_is(scene->text->words.items[match->words.first].key, "no") &&
           xc_scene_gap_has(scene, match->words.end, ',');
}

/* "…, as the mayor said": about the clause right before it, or, at the head of a
 * sentence, right after it. */
static bool
is_beside(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t as = xc_scene_clause_of(scene, match->words.first);
    size_t target = xc_scene_clause_of(scene, xc_scene_last_literal(scene));

    return target == as || target + 1 == as || (as == 0 && target == 1);
}

/* Adds a cue that governs forward, unless its modifier ends before the target does. */
static enum xc_status
add_forward(const struct xc_scene *scene, const struct placed *placed,
            struct xc_arena *arena, struct xc_scope *out)
{
    enum xc_reach reach = xc_modifier_reach(scene, placed->match);
    struct xc_scope_cue *added;
    enum xc_status status;

    if (is_astride(scene, placed->match))
        reach = XC_REACHES_UNCLEAR;
    if (reach == XC_REACHES_NOT)
        return XC_OK;
    status = add(scene, out, placed, XC_SCOPE_FORWARD, arena, &added);
    if (status == XC_OK)
        added->unclear = reach == XC_REACHES_UNCLEAR;
    return status;
}

/* Adds the cue if it governs the target from where it stands. */
static enum xc_status
consider(const struct xc_scene *scene, const struct placed *placed,
         struct xc_arena *arena, struct xc_scope *out)
{
    const struct xc_cue_match *match = placed->match;
    struct xc_scope_cue *added;
    struct xc_trailing trailing;
    enum xc_status status = XC_OK;

    if (match->cue->class == XC_CUE_PSEUDO || match->cue->class == XC_CUE_WATCH ||
        is_answer(scene, match) ||
        ((match->cue->options & XC_CUE_FUTURE) != 0 && !xc_future_acts(scene, match)))
        return XC_OK;
    if (xc_trailing_find(scene, match, &trailing)) {
        if (trailing.as && !is_beside(scene, match))
            return XC_OK;
        status = add(scene, out, placed, XC_SCOPE_ATTRIBUTION, arena, &added);
        if (status == XC_OK) {
            added->inverted = trailing.inverted;
            added->as = trailing.as;
            /* "as the mayor said" is part of what the words around it govern. */
            if (trailing.as)
                added->level = XC_SCOPE_FORWARD;
        }
        return status;
    }
    if (placed->outside) {
        /* From outside only what introduces the quotation acts on what it says. */
        if (!placed->before || match->cue->class == XC_CUE_HEDGE ||
            match->cue->class == XC_CUE_CONDITION)
            return XC_OK;
        return add(scene, out, placed, XC_SCOPE_OUTSIDE, arena, &added);
    }
    if (governs_around(scene, placed))
        return add(scene, out, placed, XC_SCOPE_FORWARD, arena, &added);
    if (governs_forward(scene, placed))
        return add_forward(scene, placed, arena, out);
    if (governs_backward(scene, placed)) {
        bool rejects =
            match->cue->class == XC_CUE_DEBUNK || match->cue->class == XC_CUE_DENIAL ||
            match->cue->class == XC_CUE_IMPLICATIVE || match->cue->class == XC_CUE_OPEN;

        return add(scene, out, placed, rejects ? XC_SCOPE_REJECTION : XC_SCOPE_FORWARD,
                   arena, &added);
    }
    return XC_OK;
}

bool
xc_scope_is_shut_in(const struct xc_scene *scene, const struct xc_cue_match *match)
{
    size_t q = xc_scene_quotation_of(scene->text, match->words.first, 4);

    return q != XC_NO_QUOTATION && q != scene->quotation;
}

static bool
goes_after(const struct xc_scope_cue *a, const struct xc_scope_cue *b)
{
    if (a->level != b->level)
        return a->level > b->level;
    return a->words.first > b->words.first;
}

static void
sort_outermost_first(struct xc_scope *scope)
{
    size_t i;
    size_t at;

    for (i = 1; i < scope->n; i++) {
        struct xc_scope_cue moved = scope->items[i];

        for (at = i; at > 0 && goes_after(&scope->items[at - 1], &moved); at--)
            scope->items[at] = scope->items[at - 1];
        scope->items[at] = moved;
    }
}

/* "Had the lamp gone dark, ships would have sunk": a condition without "if", made by
 * the order of the words; its clause ends at a comma. */
static enum xc_status
add_inversion(const struct xc_scene *scene, struct xc_arena *arena,
              struct xc_scope *scope)
{
    size_t last = xc_scene_last_literal(scene);
    size_t first = scene->sentence.first;
    struct xc_scope_cue *made;
    size_t i;

    if (xc_scene_word_is(scene, first, XC_SYNTAX_COORDINATOR | XC_SYNTAX_ADVERSATIVE) &&
        first + 1 < scene->target->words.first)
        first++;
    if (!xc_scene_word_is(scene, first, XC_SYNTAX_INVERTER) ||
        first >= scene->target->words.first || xc_scene_is_question(scene))
        return XC_OK;
    for (i = first + 1; i <= last; i++) {
        if (xc_scene_gap_has(scene, i, ','))
            return XC_OK;
    }
    while (i < scene->sentence.end && !xc_scene_gap_has(scene, i, ','))
        i++;
    if (i == scene->sentence.end)
        return XC_OK;
    made = XC_VEC_ADD(scope, arena);
    if (made == NULL)
        return XC_NO_MEMORY;
    *made = (struct xc_scope_cue){.level = XC_SCOPE_FORWARD,
                                  .class = XC_CUE_CONDITION,
                                  .words = {first, first + 1}};
    return XC_OK;
}

enum xc_status
xc_scope_find(const struct xc_scene *scene, struct xc_arena *arena,
              struct xc_scope *out)
{
    struct xc_scope made = {0};
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; status == XC_OK && i < scene->cues.n; i++) {
        struct placed placed = place(scene, &scene->cues.items[i]);

        if (!xc_scope_is_shut_in(scene, placed.match))
            status = consider(scene, &placed, arena, &made);
    }
    if (status == XC_OK)
        status = add_inversion(scene, arena, &made);
    if (status == XC_OK)
        status = xc_future_headline(scene, arena, &made);
    if (status == XC_OK)
        status = xc_trailing_label(scene, arena, &made);
    if (status != XC_OK)
        return status;
    sort_outermost_first(&made);
    *out = made;
    return XC_OK;
}
