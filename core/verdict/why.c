/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/why.h"

#include <assert.h>

static const struct xc_str no_memory = {NULL, 0};

/* The evidence of one side. */
struct evidence {
    size_t n_origins;
    size_t n_sources;
    const struct xc_kept *first;
    bool one_voice; /* all in the voice of the first */
};

static bool
same_voice(const struct xc_voice *a, const struct xc_voice *b)
{
    return a->kind == b->kind && xc_str_equal(a->key, b->key);
}

/* Counts the side's sources (mentions come by source) and origins, which are numbered
 * in order of first mention. */
static struct evidence
count_evidence(const struct xc_claim_result *result, enum xc_stance stance)
{
    struct evidence evidence = {0, 0, NULL, true};
    const struct xc_kept *last = NULL;
    size_t highest = 0;
    size_t i;

    for (i = 0; i < result->n_mentions; i++) {
        const struct xc_kept *mention = result->mentions[i];

        if (result->origin_of[i] > highest) {
            highest = result->origin_of[i];
            evidence.n_origins += mention->stance == stance;
        }
        if (result->origin_of[i] == 0 || mention->stance != stance)
            continue;
        if (evidence.first == NULL)
            evidence.first = mention;
        else if (!same_voice(&mention->voice, &evidence.first->voice))
            evidence.one_voice = false;
        evidence.n_sources += last == NULL || last->source != mention->source;
        last = mention;
    }
    return evidence;
}

/* Whether all evidence stands in one source. */
static bool
inside_one_source(const struct xc_claim_result *result)
{
    const struct xc_kept *first = NULL;
    size_t i;

    for (i = 0; i < result->n_mentions; i++) {
        if (result->origin_of[i] == 0)
            continue;
        if (first == NULL)
            first = result->mentions[i];
        else if (result->mentions[i]->source != first->source)
            return false;
    }
    return true;
}

/* The one voice of a side by name, else how many origins it has. */
static struct xc_str
side_text(const struct evidence *evidence, bool one_source, const char *one,
          const char *many, struct xc_arena *arena)
{
    const struct xc_voice *voice;

    assert(evidence->first != NULL); /* both sides have evidence */
    voice = &evidence->first->voice;
    if (evidence->one_voice && voice->kind == XC_VOICE_SPEAKER && voice->name.len > 0)
        return xc_arena_printf(arena, "%.*s %s", (int)voice->name.len, voice->name.ptr,
                               one);
    if (evidence->one_voice && one_source && voice->kind == XC_VOICE_OWN)
        return xc_arena_printf(arena, "the source itself %s", one);
    if (evidence->n_origins == 1)
        return xc_arena_printf(arena, "one origin %s", one);
    return xc_arena_printf(arena, "%zu origins %s", evidence->n_origins, many);
}

static struct xc_str
two_sides(const struct xc_claim_result *result, struct xc_arena *arena)
{
    struct evidence asserted = count_evidence(result, XC_STANCE_ASSERTED);
    struct evidence denied = count_evidence(result, XC_STANCE_DENIED);
    bool one_source = inside_one_source(result);
    struct xc_str a =
        side_text(&asserted, one_source, "asserts it", "assert it", arena);
    struct xc_str b = side_text(&denied, one_source, "denies it", "deny it", arena);

    if (a.ptr == NULL || b.ptr == NULL)
        return no_memory;
    return xc_arena_printf(arena, "%s%.*s and %.*s",
                           one_source ? "inside one source, " : "", (int)a.len, a.ptr,
                           (int)b.len, b.ptr);
}

/* A value in short: what was said where a number would say something else than that. */
static struct xc_str
value_text(const struct xc_value *value, struct xc_arena *arena)
{
    bool said = value->approximation != XC_VALUE_EXACT || value->kind == XC_VALUE_MONEY;

    return said ? xc_value_said(value, arena) : xc_value_display(value, arena);
}

static struct xc_str
values_conflict(const struct xc_claim_result *result,
                const struct xc_value_conflict *conflict, struct xc_arena *arena)
{
    const struct xc_claim_slot *slot = &result->claim->slots[conflict->slot];
    struct xc_str a = value_text(conflict->value_a, arena);
    struct xc_str b = value_text(conflict->value_b, arena);
    const char *where = "";
    const char *pause = "";

    if (a.ptr == NULL || b.ptr == NULL)
        return no_memory;
    if (result->mentions[conflict->a]->source == result->mentions[conflict->b]->source)
        where = " inside one source";
    else if (result->origin_of[conflict->a] == result->origin_of[conflict->b])
        where = " inside one origin";
    /* "between 20 and 30, and 35" */
    if (conflict->value_a->approximation == XC_VALUE_BOUND)
        pause = ",";
    if (result->claim->n_slots == 1)
        return xc_arena_printf(arena, "values conflict%s: %.*s%s and %.*s", where,
                               (int)a.len, a.ptr, pause, (int)b.len, b.ptr);
    return xc_arena_printf(arena, "values of %.*s conflict%s: %.*s%s and %.*s",
                           (int)slot->name.len, slot->name.ptr, where, (int)a.len,
                           a.ptr, pause, (int)b.len, b.ptr);
}

/* Adds what the sources agree on when that is not what the statement says: without it
 * "agreement" would stand beside a sentence that nobody said. */
static struct xc_str
with_other_value(const struct xc_claim_result *result, struct xc_str why,
                 struct xc_arena *arena)
{
    size_t i;

    for (i = 0; i < result->claim->n_slots && why.ptr != NULL; i++) {
        const struct xc_claim_slot *slot = &result->claim->slots[i];
        struct xc_str agreed;
        struct xc_str stated;

        if (result->side != XC_SIDE_ASSERTED || !result->has_agreed[i] ||
            !slot->has_value ||
            xc_value_compare(&result->agreed[i], &slot->value) != XC_VALUES_CONFLICT)
            continue;
        agreed = value_text(&result->agreed[i], arena);
        stated = value_text(&slot->value, arena);
        if (agreed.ptr == NULL || stated.ptr == NULL)
            return no_memory;
        why = xc_arena_printf(arena, "%.*s, but with %.*s, not %.*s", (int)why.len,
                              why.ptr, (int)agreed.len, agreed.ptr, (int)stated.len,
                              stated.ptr);
    }
    return why;
}

/* One side, one origin or more; a source more than origins is an echo. */
static struct xc_str
one_side(const struct xc_claim_result *result, struct xc_arena *arena)
{
    bool asserted = result->side == XC_SIDE_ASSERTED;
    struct evidence evidence =
        count_evidence(result, asserted ? XC_STANCE_ASSERTED : XC_STANCE_DENIED);

    if (evidence.n_origins == 1 && evidence.n_sources > 1)
        return xc_arena_printf(arena, "one origin %s it, echoed by %zu sources",
                               asserted ? "asserts" : "denies", evidence.n_sources);
    if (evidence.n_origins == 1)
        return xc_arena_printf(arena, "one origin %s it",
                               asserted ? "asserts" : "denies");
    if (evidence.n_sources > evidence.n_origins)
        return xc_arena_printf(arena, "%zu origins %s it, in %zu sources",
                               evidence.n_origins, asserted ? "assert" : "deny",
                               evidence.n_sources);
    return xc_arena_printf(arena, "%zu origins %s it", evidence.n_origins,
                           asserted ? "assert" : "deny");
}

/* Why nobody speaks of the claim. */
static struct xc_str
silence(const struct xc_claim_result *result)
{
    size_t i;

    for (i = 0; i < result->n_mentions; i++) {
        if (result->mentions[i]->event.place == XC_EVENT_THIS)
            return XC_STR("no mention is about it, by editors' decisions");
    }
    return result->topic->event.present ? XC_STR("no mention of this event")
                                        : XC_STR("no mention");
}

struct xc_str
xc_verdict_why(const struct xc_claim_result *result,
               const struct xc_value_conflict *conflict, struct xc_arena *arena)
{
    switch (result->verdict) {
    case XC_VERDICT_AGREEMENT:
    case XC_VERDICT_SINGLE_SOURCE:
        return with_other_value(result, one_side(result, arena), arena);
    case XC_VERDICT_CONTRADICTION:
        return result->side == XC_SIDE_NONE ? two_sides(result, arena)
                                            : values_conflict(result, conflict, arena);
    case XC_VERDICT_UNSETTLED:
        return XC_STR("mentioned, but nobody takes a side");
    case XC_VERDICT_SILENT:
        return silence(result);
    }
    return no_memory;
}
