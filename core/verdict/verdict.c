/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/verdict.h"

#include <stdlib.h>

#include "base/vec.h"
#include "verdict/values.h"
#include "verdict/why.h"

struct edge_vec {
    struct xc_origin_edge *items;
    size_t n;
    size_t cap;
};

struct source_vec {
    struct xc_claim_source *items;
    size_t n;
    size_t cap;
};

/* The mentions of one side, traced. */
struct side {
    const struct xc_kept **mentions;
    size_t *index_of; /* of each: in the claim's mentions */
    size_t n;
    struct xc_origins origins;
    size_t *number_of; /* of each group: its number in the claim, 0 not given yet */
};

/* Tracing the two sides of one claim. */
struct judging {
    const struct xc_origin_rules *rules;
    const struct xc_origin_source *sources;
    struct xc_arena *arena;
    struct xc_arena *scratch;
    struct xc_claim_result *result;
    struct side asserted;
    struct side denied;
};

/* The side that a mention is evidence for; NULL when it takes none, is not about this
 * event, or by an editor's decision not about the claim. */
static struct side *
side_of(struct judging *judging, const struct xc_kept *mention)
{
    if (!xc_kept_counts(mention))
        return NULL;
    switch (mention->stance) {
    case XC_STANCE_ASSERTED:
        return &judging->asserted;
    case XC_STANCE_DENIED:
        return &judging->denied;
    case XC_STANCE_HEDGED:
    case XC_STANCE_QUESTIONED:
    case XC_STANCE_HYPOTHETICAL:
    case XC_STANCE_UNRESOLVED:
        return NULL;
    }
    return NULL;
}

static enum xc_status
trace_side(struct judging *judging, struct side *side, enum xc_stance stance)
{
    const struct xc_claim_result *result = judging->result;
    enum xc_status status;
    size_t i;

    side->mentions =
        xc_arena_array(judging->scratch, result->n_mentions, sizeof(struct xc_kept *));
    side->index_of =
        xc_arena_array(judging->scratch, result->n_mentions, sizeof *side->index_of);
    if (side->mentions == NULL || side->index_of == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < result->n_mentions; i++) {
        const struct xc_kept *mention = result->mentions[i];

        if (mention->stance != stance || side_of(judging, mention) == NULL)
            continue;
        side->mentions[side->n] = mention;
        side->index_of[side->n++] = i;
    }
    status = xc_origins_group(judging->rules, side->mentions, side->n, judging->sources,
                              judging->arena, &side->origins);
    if (status != XC_OK)
        return status;
    side->number_of = xc_arena_array(judging->scratch, side->origins.n_groups,
                                     sizeof *side->number_of);
    return side->number_of == NULL ? XC_NO_MEMORY : XC_OK;
}

/* Numbers the origins of both sides in order of their first mention, from 1. */
static enum xc_status
number_origins(struct judging *judging)
{
    struct xc_claim_result *result = judging->result;
    size_t next[2] = {0, 0}; /* the next mention of the asserted, of the denied side */
    size_t i;

    result->origin_of =
        xc_arena_array(judging->arena, result->n_mentions, sizeof *result->origin_of);
    if (result->origin_of == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < result->n_mentions; i++) {
        const struct side *side = side_of(judging, result->mentions[i]);
        size_t *number;

        if (side == NULL)
            continue;
        number =
            &side->number_of[side->origins.group_of[next[side == &judging->denied]++]];
        if (*number == 0)
            *number = ++result->n_origins;
        result->origin_of[i] = *number;
    }
    return XC_OK;
}

/* The edges of both sides, between the claim's mentions. */
static enum xc_status
list_edges(struct judging *judging)
{
    const struct side *const sides[] = {&judging->asserted, &judging->denied};
    struct edge_vec edges = {NULL, 0, 0};
    size_t i;
    size_t k;

    for (k = 0; k < XC_COUNT(sides); k++) {
        for (i = 0; i < sides[k]->origins.n_edges; i++) {
            struct xc_origin_edge *edge = XC_VEC_ADD(&edges, judging->arena);

            if (edge == NULL)
                return XC_NO_MEMORY;
            *edge = sides[k]->origins.edges[i];
            edge->a = sides[k]->index_of[edge->a];
            edge->b = sides[k]->index_of[edge->b];
        }
    }
    if (edges.n > 0)
        qsort(edges.items, edges.n, sizeof *edges.items, xc_origin_edge_compare);
    judging->result->edges = edges.items;
    judging->result->n_edges = edges.n;
    return XC_OK;
}

/* Each source's run of mentions, and its position. */
static enum xc_status
list_sources(struct judging *judging)
{
    struct xc_claim_result *result = judging->result;
    struct source_vec sources = {NULL, 0, 0};
    size_t first;
    size_t i;

    for (first = 0; first < result->n_mentions; first = i) {
        size_t source = result->mentions[first]->source;
        struct xc_claim_source *entry = XC_VEC_ADD(&sources, judging->arena);

        if (entry == NULL)
            return XC_NO_MEMORY;
        for (i = first;
             i < result->n_mentions && result->mentions[i]->source == source;)
            i++;
        entry->source = source;
        entry->mentions = (struct xc_range){first, i};
        entry->position = xc_position_of(
            (const struct xc_kept *const *)&result->mentions[first], i - first);
    }
    result->sources = sources.items;
    result->n_sources = sources.n;
    return XC_OK;
}

static bool
is_about_this(const struct xc_claim_result *result)
{
    size_t i;

    for (i = 0; i < result->n_mentions; i++) {
        if (xc_kept_counts(result->mentions[i]))
            return true;
    }
    return false;
}

/* The verdict over what was traced and measured. */
static void
decide(const struct judging *judging, const struct xc_value_conflict *conflict)
{
    struct xc_claim_result *result = judging->result;
    bool asserted = judging->asserted.n > 0;
    bool denied = judging->denied.n > 0;

    result->side = XC_SIDE_NONE;
    if (asserted != denied)
        result->side = asserted ? XC_SIDE_ASSERTED : XC_SIDE_DENIED;
    if ((asserted && denied) || conflict->found)
        result->verdict = XC_VERDICT_CONTRADICTION;
    else if (result->n_origins >= 2)
        result->verdict = XC_VERDICT_AGREEMENT;
    else if (result->n_origins == 1)
        result->verdict = XC_VERDICT_SINGLE_SOURCE;
    else if (is_about_this(result))
        result->verdict = XC_VERDICT_UNSETTLED;
    else
        result->verdict = XC_VERDICT_SILENT;
}

static enum xc_status
judge(struct judging *judging, const int32_t *published_day)
{
    struct xc_claim_result *result = judging->result;
    struct xc_claim_values values;
    enum xc_status status = trace_side(judging, &judging->asserted, XC_STANCE_ASSERTED);

    if (status == XC_OK)
        status = trace_side(judging, &judging->denied, XC_STANCE_DENIED);
    if (status == XC_OK)
        status = number_origins(judging);
    if (status == XC_OK)
        status = list_edges(judging);
    if (status == XC_OK)
        status = list_sources(judging);
    if (status == XC_OK)
        status = xc_claim_values_gather(result, published_day, judging->arena, &values);
    if (status != XC_OK)
        return status;
    result->values = values.stated;
    result->n_values = values.n_stated;
    result->has_agreed = values.has_agreed;
    result->agreed = values.agreed;
    decide(judging, &values.conflict);
    result->why = xc_verdict_why(result, &values.conflict, judging->arena);
    return result->why.ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

enum xc_status /* NOLINTNEXTLINE(readability-function-size): the contract has nine */
xc_verdict_judge(const struct xc_origin_rules *rules, const struct xc_topic *topic,
                 const struct xc_claim *claim, struct xc_kept **mentions, size_t n,
                 const struct xc_origin_source *sources, const int32_t *published_day,
                 struct xc_arena *arena, struct xc_claim_result *out)
{
    struct xc_claim_result result = {0};
    struct xc_arena scratch;
    struct judging judging = {0};
    enum xc_status status;

    xc_arena_init(&scratch);
    result.topic = topic;
    result.claim = claim;
    result.mentions = mentions;
    result.n_mentions = n;
    judging.rules = rules;
    judging.sources = sources;
    judging.arena = arena;
    judging.scratch = &scratch;
    judging.result = &result;
    status = judge(&judging, published_day);
    xc_arena_release(&scratch);
    if (status == XC_OK)
        *out = result;
    return status;
}
