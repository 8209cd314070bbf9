/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "stance/stance.h"

#include "stance/attribution.h"
#include "stance/compose.h"
#include "stance/residue.h"
#include "stance/scope.h"
#include "stance/turnabout.h"
#include "text/syntax.h"

/* The words of the next sentence of the block; none when there is none. */
static struct xc_range
next_sentence(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;
    size_t next = scene->target->sentence + 1;

    if (next >= text->n_sentences ||
        text->sentences[next].block != text->sentences[next - 1].block)
        return (struct xc_range){0, 0};
    return text->sentences[next].words;
}

/* "Did three men tie it? No." — the answer that the next sentence of the block gives. */
static bool
is_answered_no(const struct xc_scene *scene)
{
    const struct xc_text *text = scene->text;
    struct xc_range words = next_sentence(scene);

    if (words.end == words.first)
        return false;
    if (xc_lexicon_stance_word_is(scene->lexicon, text->words.items[words.first].key,
                                  XC_STANCE_WORD_ANSWER))
        return words.end - words.first == 1 ||
               xc_scene_gap_has(scene, words.first + 1, ',');
    /* "It did not.", "They were not." */
    if (words.end - words.first == 3 &&
        xc_scene_word_is(scene, words.first, XC_SYNTAX_PRONOUN | XC_SYNTAX_SUBJECT) &&
        xc_scene_word_is(scene, words.first + 1, XC_SYNTAX_AUXILIARY))
        return xc_str_is(text->words.items[words.end - 1].key, "not");
    return words.end - words.first == 3 &&
           xc_str_is(text->words.items[words.first].key, "not") &&
           xc_str_is(text->words.items[words.first + 1].key, "so");
}

/* "[But] it was not", "it was": a pronoun with its verb and nothing else, in words [range);
 * *out_negated when the verb is. */
static bool
is_elliptic(const struct xc_scene *scene, struct xc_range range, bool *out_negated)
{
    const struct xc_word *words = scene->text->words.items;

    *out_negated =
        range.end > range.first && xc_str_is(words[range.end - 1].key, "not");
    if (*out_negated)
        range.end--;
    if (range.end - range.first == 3 &&
        xc_scene_word_is(scene, range.first, XC_SYNTAX_ADVERSATIVE))
        range.first++;
    return range.end - range.first == 2 &&
           xc_scene_word_is(scene, range.first,
                            XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN) &&
           xc_scene_word_is(scene, range.first + 1, XC_SYNTAX_AUXILIARY);
}

/* "She was lying." */
static bool
is_said_to_err(const struct xc_scene *scene, struct xc_range range)
{
    return range.end - range.first == 3 &&
           xc_scene_word_is(scene, range.first,
                            XC_SYNTAX_SUBJECT | XC_SYNTAX_PRONOUN) &&
           xc_scene_word_is(scene, range.first + 1, XC_SYNTAX_AUXILIARY) &&
           xc_lexicon_stance_word_is(scene->lexicon,
                                     scene->text->words.items[range.end - 1].key,
                                     XC_STANCE_WORD_ERRING);
}

/*
 * "Reed said it was closed.  But it was not.", "…  She was lying.", "She said it was not,
 * but the police confirmed that it was.": whoever is right, it is not left at that.
 */
static bool
is_taken_back(const struct xc_scene *scene, bool asserted)
{
    const struct xc_text *text = scene->text;
    struct xc_range next = next_sentence(scene);
    struct xc_range tail = scene->sentence;
    bool negated;

    /* A headline's corrections are read by its own rules. */
    if (text->blocks[text->sentences[scene->target->sentence].block].kind ==
        XC_BLOCK_HEADLINE)
        return false;
    if (is_said_to_err(scene, next) ||
        (is_elliptic(scene, next, &negated) && negated == asserted))
        return true;
    for (tail.first = xc_scene_last_literal(scene) + 1; tail.first + 2 <= tail.end;
         tail.first++) {
        if (tail.end - tail.first <= 3 && is_elliptic(scene, tail, &negated) &&
            negated == asserted)
            return true;
    }
    return false;
}

/* Who says it: the innermost speech verb, the quotation's speaker, or the source. */
static enum xc_status
find_voice(const struct xc_scene *scene, const struct xc_composition *composed,
           struct xc_arena *arena, struct xc_voice *out)
{
    const struct xc_text *text = scene->text;
    size_t block = text->sentences[scene->target->sentence].block;
    bool in_block = text->blocks[block].kind == XC_BLOCK_QUOTATION;
    bool quoted = scene->quotation != XC_NO_QUOTATION || in_block;
    struct xc_voice voice = {.kind = XC_VOICE_OWN};
    bool found = false;
    enum xc_status status = XC_OK;

    if (composed->speech != NULL) {
        status = xc_attribution_of_cue(scene, composed->speech, arena, &voice);
    } else if (quoted) {
        voice.kind = XC_VOICE_UNNAMED;
        voice.commitment = XC_COMMITMENT_NEUTRAL;
        status =
            xc_attribution_of_quotation(scene, scene->quotation, arena, &voice, &found);
    } else if (composed->unnamed) {
        voice.kind = XC_VOICE_UNNAMED;
        voice.commitment = XC_COMMITMENT_WEAK;
    }
    voice.quoted = in_block || xc_scene_is_quoted(scene);
    /* «"…," she claimed»: what she says is there in her own words. */
    if (quoted && voice.commitment == XC_COMMITMENT_WEAK &&
        (composed->speech == NULL || composed->speech->outside))
        voice.commitment = XC_COMMITMENT_NEUTRAL;
    if (status == XC_OK)
        *out = voice;
    return status;
}

/* The first that holds wins: a question is no denial, however it is negated. */
static enum xc_stance
decide(const struct xc_scene *scene, const struct xc_composition *composed,
       const struct xc_voice *voice)
{
    bool softened = composed->hedged || voice->kind == XC_VOICE_UNNAMED;

    if (composed->questioned || xc_scene_is_question(scene))
        return is_answered_no(scene) ? XC_STANCE_DENIED : XC_STANCE_QUESTIONED;
    if (composed->hypothetical)
        return XC_STANCE_HYPOTHETICAL;
    if (composed->truth == XC_UNKNOWN || scene->cut)
        return XC_STANCE_UNRESOLVED;
    if (softened)
        return XC_STANCE_HEDGED;
    if (is_taken_back(scene, composed->truth == XC_TRUE) ||
        xc_turnabout_follows(scene, composed))
        return XC_STANCE_UNRESOLVED;
    return composed->truth == XC_TRUE ? XC_STANCE_ASSERTED : XC_STANCE_DENIED;
}

static enum xc_status
list_cues(const struct xc_scope *scope, const struct xc_composition *composed,
          struct xc_arena *arena, struct xc_stance_reading *out)
{
    size_t i;

    out->cues = xc_arena_array(arena, scope->n + 1, sizeof *out->cues);
    if (out->cues == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < scope->n; i++) {
        if (composed->acted[i])
            out->cues[out->n_cues++] = (struct xc_cue_hit){
                scope->items[i].cue, scope->items[i].class, scope->items[i].words};
    }
    return XC_OK;
}

/* The guard: a word that no rule read leaves what would be asserted or denied
 * unresolved, and is listed behind the cues (list_cues keeps room for it). */
static bool
guard(const struct xc_scene *scene, const struct xc_scope *scope,
      struct xc_arena *arena, struct xc_stance_reading *reading)
{
    struct xc_range left;
    struct xc_str words;

    reading->unread = (size_t)-1;
    if (reading->stance != XC_STANCE_ASSERTED && reading->stance != XC_STANCE_DENIED)
        return true;
    left.first = xc_residue_find(scene, scope);
    if (left.first == (size_t)-1)
        return true;
    left.end = left.first + 1;
    words = xc_text_original(scene->text, left);
    reading->stance = XC_STANCE_UNRESOLVED;
    reading->unread = left.first;
    reading->cues[reading->n_cues++] = (struct xc_cue_hit){NULL, XC_CUE_WATCH, left};
    reading->trace = xc_arena_printf(
        arena, "%.*sno rule reads '%.*s'\n", (int)reading->trace.len,
        reading->trace.len == 0 ? "" : reading->trace.ptr, (int)words.len, words.ptr);
    return reading->trace.ptr != NULL;
}

/* Reads the scene's target as one stretch of words. */
static enum xc_status
weigh_whole(const struct xc_scene *scene, struct xc_arena *arena,
            struct xc_stance_reading *out)
{
    struct xc_stance_reading made = {.stance = XC_STANCE_UNRESOLVED};
    struct xc_composition composed;
    struct xc_scope scope;
    enum xc_status status;

    status = xc_scope_find(scene, arena, &scope);
    if (status == XC_OK)
        status = xc_compose(scene, &scope, arena, &composed);
    if (status == XC_OK)
        status = find_voice(scene, &composed, arena, &made.voice);
    if (status != XC_OK)
        return status;
    made.stance = decide(scene, &composed, &made.voice);
    made.truth = composed.truth;
    made.trace = composed.trace;
    status = list_cues(&scope, &composed, arena, &made);
    if (status == XC_OK && !guard(scene, &scope, arena, &made))
        status = XC_NO_MEMORY;
    if (status != XC_OK)
        return status;
    made.trace = xc_arena_printf(arena, "%.*s%s\n", (int)made.trace.len,
                                 made.trace.ptr == NULL ? "" : made.trace.ptr,
                                 xc_stance_name(made.stance));
    if (made.trace.ptr == NULL)
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}

/* Whether a fronted phrase holds one of two words and ends before the other. */
static bool
are_parted_by_phrase(const struct xc_scene *scene, size_t a, size_t b)
{
    size_t i;

    for (i = 0; i < scene->cues.n; i++) {
        const struct xc_cue_match *match = &scene->cues.items[i];

        if ((match->cue->options & XC_CUE_PHRASE) != 0 && match->words.end <= a &&
            match->words.end <= b &&
            xc_scope_phrase_ends(scene, match, a) !=
                xc_scope_phrase_ends(scene, match, b))
            return true;
    }
    return false;
}

/* The first part with all those that stand in one clause with it; apart gets flags of the
 * parts that don't. */
static struct xc_range
main_part(const struct xc_scene *scene, const struct xc_target *target, bool *apart)
{
    struct xc_range first = target->parts[0];
    struct xc_range made = first;
    size_t clause = xc_scene_clause_of(scene, first.end - 1);
    size_t i;

    for (i = 1; i < target->n_parts; i++) {
        const struct xc_range *part = &target->parts[i];

        apart[i] = !xc_scene_same_clause(scene, clause,
                                         xc_scene_clause_of(scene, part->first)) ||
                   are_parted_by_phrase(scene, first.first, part->first);
        if (apart[i])
            continue;
        if (part->first < made.first)
            made.first = part->first;
        if (part->end > made.end)
            made.end = part->end;
    }
    return made;
}

/* What a part in another clause leaves of the stance.  A part that comes first is
 * what the claim speaks about ("the clip suggests a corset, which took three men to
 * tie"), so a hedge there does not touch the claim. */
static enum xc_stance
doubt(enum xc_stance stance, enum xc_stance apart, bool comes_first)
{
    if (stance != XC_STANCE_ASSERTED && stance != XC_STANCE_DENIED)
        return stance;
    switch (apart) {
    case XC_STANCE_ASSERTED:
        return stance;
    case XC_STANCE_DENIED:
        return stance == XC_STANCE_DENIED ? stance : XC_STANCE_UNRESOLVED;
    case XC_STANCE_HEDGED:
        return comes_first || stance == XC_STANCE_DENIED ? stance : XC_STANCE_HEDGED;
    case XC_STANCE_QUESTIONED:
    case XC_STANCE_HYPOTHETICAL:
    case XC_STANCE_UNRESOLVED:
        return XC_STANCE_UNRESOLVED;
    }
    return stance;
}

/* Lets the parts in another clause take certainty away from what the first one says. */
static enum xc_status
weigh_parts(const struct xc_scene *scene, const struct xc_target *target,
            struct xc_arena *arena, struct xc_stance_reading *out)
{
    struct xc_target part = {.sentence = target->sentence,
                             .literal = target->literal,
                             .foretold = target->foretold,
                             .names = target->names};
    bool *apart = xc_arena_array(arena, target->n_parts, sizeof *apart);
    struct xc_stance_reading made;
    struct xc_scene turned;
    struct xc_range first;
    enum xc_status status;
    size_t i;

    if (apart == NULL)
        return XC_NO_MEMORY;
    first = main_part(scene, target, apart);
    part.words = first;
    status = xc_scene_turn(scene, &part, arena, &turned);
    if (status == XC_OK)
        status = weigh_whole(&turned, arena, &made);
    for (i = 1; status == XC_OK && i < target->n_parts; i++) {
        struct xc_stance_reading reading;
        enum xc_stance left;

        if (!apart[i])
            continue;
        part.words = target->parts[i];
        status = xc_scene_turn(scene, &part, arena, &turned);
        if (status == XC_OK)
            status = weigh_whole(&turned, arena, &reading);
        if (status != XC_OK)
            return status;
        left = doubt(made.stance, reading.stance, part.words.first < first.first);
        if (left == made.stance)
            continue;
        made.stance = left;
        made.trace = xc_arena_printf(
            arena, "%.*sits part in another clause is %s: %s\n", (int)made.trace.len,
            made.trace.ptr, xc_stance_name(reading.stance), xc_stance_name(left));
        if (made.trace.ptr == NULL)
            return XC_NO_MEMORY;
    }
    if (status == XC_OK)
        *out = made;
    return status;
}

enum xc_status
xc_stance_weigh(const struct xc_lexicon *lexicon, const struct xc_text *text,
                const struct xc_target *target, struct xc_arena *arena,
                struct xc_stance_reading *out)
{
    struct xc_target whole = *target;
    struct xc_scene scene;
    enum xc_status status;

    if (target->n_parts >= 2)
        whole.words = target->parts[0];
    status = xc_scene_set(lexicon, text, &whole, arena, &scene);
    if (status != XC_OK)
        return status;
    return target->n_parts >= 2 ? weigh_parts(&scene, target, arena, out)
                                : weigh_whole(&scene, arena, out);
}
