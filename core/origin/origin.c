/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/origin.h"

#include <stdlib.h>

#include "origin/citation.h"
#include "origin/cited.h"
#include "origin/shared_words.h"
#include "origin/tracer.h"

static const struct xc_str nothing = {"", 0};

const char *
xc_origin_reason_name(enum xc_origin_reason reason)
{
    switch (reason) {
    case XC_ORIGIN_SAME_SENTENCE:
        return "same sentence";
    case XC_ORIGIN_SAME_BLOCK:
        return "same paragraph";
    case XC_ORIGIN_SHARED_PASSAGE:
        return "shared passage";
    case XC_ORIGIN_SAME_QUOTATION:
        return "same quotation";
    case XC_ORIGIN_SAME_SPEAKER:
        return "same speaker";
    case XC_ORIGIN_SAME_CITATION:
        return "same citation";
    case XC_ORIGIN_CIRCULAR:
        return "circular citation";
    case XC_ORIGIN_SAME_OUTLET:
        return "same outlet";
    case XC_ORIGIN_UNKNOWN_SPEAKER:
        return "unknown speaker";
    }
    return "";
}

/* One person telling two outlets is one voice. */
static enum xc_status
join_speakers(struct xc_tracer *tracer)
{
    struct xc_table buckets = {NULL, 0, 0};
    size_t first;
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        size_t class = tracer->voices.class_of[i];
        struct xc_str name = tracer->mentions[i]->voice.name;
        struct xc_str other;

        if (class < XC_ORIGIN_FIRST_SPEAKER)
            continue;
        if (xc_tracer_bucket(tracer, &buckets,
                             xc_tracer_key(tracer, class, 0, nothing, nothing), i,
                             &first) != XC_OK)
            return XC_NO_MEMORY;
        other = tracer->mentions[first]->voice.name;
        if (xc_tracer_join_showing(tracer, first, i, XC_ORIGIN_SAME_SPEAKER,
                                   name.len > other.len ? name : other) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/*
 * "She told the Wire" in an article where somebody is named beside: whoever she is, it may
 * be the same person, so she adds no origin.  Two named ones stay two.
 */
static enum xc_status
join_unknown_speakers(struct xc_tracer *tracer)
{
    struct xc_table known = {NULL, 0, 0};
    struct xc_table unknown = {NULL, 0, 0};
    size_t first;
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        if (tracer->voices.class_of[i] >= XC_ORIGIN_FIRST_SPEAKER &&
            xc_tracer_bucket(
                tracer, &known,
                xc_tracer_key(tracer, tracer->mentions[i]->source, 0, nothing, nothing),
                i, &first) != XC_OK)
            return XC_NO_MEMORY;
    }
    for (i = 0; i < tracer->n; i++) {
        const struct xc_kept *mention = tracer->mentions[i];
        struct xc_str key = xc_tracer_key(tracer, mention->source, 0, nothing, nothing);

        if (tracer->voices.class_of[i] != XC_ORIGIN_UNKNOWN ||
            mention->voice.kind != XC_VOICE_SPEAKER)
            continue;
        if (key.ptr == NULL)
            return XC_NO_MEMORY;
        if (!xc_table_get(&known, key, &first) &&
            xc_tracer_bucket(tracer, &unknown, key, i, &first) != XC_OK)
            return XC_NO_MEMORY;
        if (xc_tracer_join_showing(tracer, first < i ? first : i, first < i ? i : first,
                                   XC_ORIGIN_UNKNOWN_SPEAKER,
                                   tracer->mentions[first]->voice.name) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Sentences of one quotation are one voice, whoever "she" is. */
static enum xc_status
join_quotations_within(struct xc_tracer *tracer)
{
    struct xc_table buckets = {NULL, 0, 0};
    size_t first;
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        const struct xc_kept *mention = tracer->mentions[i];

        if (mention->quotation_number == 0)
            continue;
        if (xc_tracer_bucket(tracer, &buckets,
                             xc_tracer_key(tracer, mention->source,
                                           mention->quotation_number, nothing, nothing),
                             i, &first) != XC_OK ||
            xc_tracer_join_showing(tracer, first, i, XC_ORIGIN_SAME_QUOTATION,
                                   XC_STR("its sentences stand in one")) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Joins mention i to the first that stands under key, showing name. */
static enum xc_status
join_outlet(struct xc_tracer *tracer, struct xc_table *buckets, struct xc_str key,
            size_t i, struct xc_str name)
{
    size_t first;

    if (xc_tracer_bucket(tracer, buckets, key, i, &first) != XC_OK)
        return XC_NO_MEMORY;
    return xc_tracer_join_showing(tracer, first, i, XC_ORIGIN_SAME_OUTLET, name);
}

/* Which mentions are another outlet's boilerplate and joined to what that one prints in
 * its own voice; NULL when memory is short.  A copy whose original is not among the
 * mentions stays its printer's. */
static bool *
find_borrowed(struct xc_tracer *tracer)
{
    bool *lent = xc_arena_array(tracer->scratch, tracer->n, sizeof *lent);
    bool *borrowed = xc_arena_array(tracer->scratch, tracer->n, sizeof *borrowed);
    size_t i;

    if (lent == NULL || borrowed == NULL)
        return NULL;
    for (i = 0; i < tracer->n; i++) {
        if (tracer->voices.class_of[i] == XC_ORIGIN_OWN &&
            !tracer->mentions[i]->is_borrowed)
            lent[xc_tracer_find(tracer, i)] = true;
    }
    for (i = 0; i < tracer->n; i++)
        borrowed[i] =
            tracer->mentions[i]->is_borrowed && lent[xc_tracer_find(tracer, i)];
    return borrowed;
}

/* What one outlet (or one source, whoever publishes it) says in its own voice, and what
 * outlets of one newsroom do.  An agency's report is not the outlet's that prints it, and
 * neither is another outlet's boilerplate. */
static enum xc_status
join_outlets(struct xc_tracer *tracer)
{
    struct xc_table outlets = {NULL, 0, 0};
    struct xc_table houses = {NULL, 0, 0};
    struct xc_table sources = {NULL, 0, 0};
    const bool *borrowed = find_borrowed(tracer);
    size_t i;

    if (borrowed == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++) {
        size_t source = tracer->mentions[i]->source;
        struct xc_str publisher = tracer->sources[source].publisher;
        struct xc_str outlet;
        struct xc_str house;
        struct xc_str name;

        if (tracer->voices.class_of[i] != XC_ORIGIN_OWN || borrowed[i])
            continue;
        if (join_outlet(tracer, &sources,
                        xc_tracer_key(tracer, source, 0, nothing, nothing), i,
                        publisher.len > 0 ? publisher : XC_STR("one source")) != XC_OK)
            return XC_NO_MEMORY;
        if (publisher.len == 0 || tracer->mentions[i]->n_citations > 0)
            continue;
        outlet = xc_citation_of_outlet(tracer->rules, publisher, tracer->scratch);
        if (outlet.ptr == NULL ||
            join_outlet(tracer, &outlets, outlet, i, publisher) != XC_OK)
            return XC_NO_MEMORY;
        if (xc_origin_house(tracer->rules, outlet, &house, &name) &&
            join_outlet(tracer, &houses, house, i, name) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

int
xc_origin_edge_compare(const void *left, const void *right)
{
    const struct xc_origin_edge *a = left;
    const struct xc_origin_edge *b = right;

    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

/* Numbers the groups in order of their first mention. */
static enum xc_status
number_groups(struct xc_tracer *tracer, struct xc_origins *out)
{
    struct xc_origins origins = {NULL, 0, tracer->edges.items, tracer->edges.n};
    size_t i;

    origins.group_of = xc_arena_array(tracer->arena, tracer->n, sizeof(size_t));
    if (origins.group_of == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++) {
        /* The root of a group is its first mention (xc_tracer_join). */
        size_t root = xc_tracer_find(tracer, i);

        origins.group_of[i] = root == i ? origins.n_groups++ : origins.group_of[root];
    }
    if (origins.n_edges > 0)
        qsort(origins.edges, origins.n_edges, sizeof *origins.edges,
              xc_origin_edge_compare);
    *out = origins;
    return XC_OK;
}

/* The surest reason first, so that it is the one shown. */
static enum xc_status
trace(struct xc_tracer *tracer, struct xc_origins *out)
{
    enum xc_status status = xc_tracer_init(tracer);

    if (status == XC_OK)
        status = xc_tracer_join_sentences(tracer);
    if (status == XC_OK)
        status = xc_tracer_join_blocks(tracer);
    if (status == XC_OK)
        status = xc_tracer_join_passages(tracer);
    if (status == XC_OK)
        status = xc_tracer_join_quotations(tracer);
    if (status == XC_OK)
        status = join_speakers(tracer);
    if (status == XC_OK)
        status = xc_tracer_join_citations(tracer);
    if (status == XC_OK)
        status = join_outlets(tracer);
    if (status == XC_OK)
        status = join_quotations_within(tracer);
    if (status == XC_OK)
        status = xc_tracer_join_cited_outlets(tracer);
    if (status == XC_OK)
        status = join_unknown_speakers(tracer);
    if (status == XC_OK)
        status = number_groups(tracer, out);
    return status;
}

enum xc_status
xc_origins_group(const struct xc_origin_rules *rules,
                 const struct xc_kept *const *mentions, size_t n,
                 const struct xc_origin_source *sources, struct xc_arena *arena,
                 struct xc_origins *out)
{
    struct xc_arena scratch;
    struct xc_arena room;
    struct xc_tracer tracer = {0};
    enum xc_status status;

    xc_arena_init(&scratch);
    xc_arena_init(&room);
    tracer.rules = rules;
    tracer.mentions = mentions;
    tracer.n = n;
    tracer.sources = sources;
    tracer.arena = arena;
    tracer.scratch = &scratch;
    tracer.room = &room;
    status = trace(&tracer, out);
    xc_arena_release(&room);
    xc_arena_release(&scratch);
    return status;
}
