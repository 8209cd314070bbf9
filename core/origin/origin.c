/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/origin.h"

#include <stdlib.h>

#include "origin/citation.h"
#include "origin/shared_words.h"
#include "origin/shown.h"
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
    case XC_ORIGIN_SAME_OUTLET:
        return "same outlet";
    }
    return "";
}

/* Joins i and first, showing text. */
static enum xc_status
join_showing(struct xc_tracer *tracer, size_t first, size_t i,
             enum xc_origin_reason reason, struct xc_str text)
{
    struct xc_str shared;

    if (xc_tracer_find(tracer, first) == xc_tracer_find(tracer, i))
        return XC_OK;
    shared = xc_shown_text(&text, 1, tracer->arena);
    if (shared.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_tracer_join(tracer, first, i, reason, shared);
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
        if (join_showing(tracer, first, i, XC_ORIGIN_SAME_SPEAKER,
                         name.len > other.len ? name : other) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Puts mention i under the citation key and joins it to the first there. */
static enum xc_status
join_citation(struct xc_tracer *tracer, struct xc_table *buckets, struct xc_str key,
              size_t i)
{
    size_t first;

    if (xc_tracer_bucket(tracer, buckets, key, i, &first) != XC_OK)
        return XC_NO_MEMORY;
    return join_showing(tracer, first, i, XC_ORIGIN_SAME_CITATION,
                        xc_citation_name(tracer->rules, key));
}

/* Reports that name the same place where they come from.  A speaker whom one agency
 * reports is not the agency: two people telling one outlet are two. */
static enum xc_status
join_citations(struct xc_tracer *tracer, struct xc_table *buckets)
{
    size_t i;
    size_t k;

    for (i = 0; i < tracer->n; i++) {
        const struct xc_kept *mention = tracer->mentions[i];
        bool speaker = tracer->voices.class_of[i] >= XC_ORIGIN_FIRST_SPEAKER;
        struct xc_str voice = nothing;

        if (speaker) {
            voice = xc_citation_of_outlet(tracer->rules, mention->voice.key,
                                          tracer->scratch);
            if (voice.ptr == NULL)
                return XC_NO_MEMORY;
        }
        for (k = 0; k < mention->n_citations; k++) {
            if ((!speaker || xc_str_equal(voice, mention->citations[k])) &&
                join_citation(tracer, buckets, mention->citations[k], i) != XC_OK)
                return XC_NO_MEMORY;
        }
        /* "Reuters said": the agency speaks. */
        if (speaker && xc_str_starts(voice, "wire:") &&
            join_citation(tracer, buckets, voice, i) != XC_OK)
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
            join_showing(tracer, first, i, XC_ORIGIN_SAME_QUOTATION,
                         XC_STR("its sentences stand in one")) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* What one outlet (or one source, whoever publishes it) says in its own voice. */
static enum xc_status
join_outlets(struct xc_tracer *tracer)
{
    struct xc_table outlets = {NULL, 0, 0};
    struct xc_table sources = {NULL, 0, 0};
    size_t first;
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        size_t source = tracer->mentions[i]->source;
        struct xc_str publisher = tracer->sources[source].publisher;
        struct xc_str outlet;

        if (tracer->voices.class_of[i] != XC_ORIGIN_OWN)
            continue;
        if (xc_tracer_bucket(tracer, &sources,
                             xc_tracer_key(tracer, source, 0, nothing, nothing), i,
                             &first) != XC_OK ||
            join_showing(tracer, first, i, XC_ORIGIN_SAME_OUTLET,
                         publisher.len > 0 ? publisher : XC_STR("one source")) != XC_OK)
            return XC_NO_MEMORY;
        if (publisher.len == 0)
            continue;
        outlet = xc_citation_of_outlet(tracer->rules, publisher, tracer->scratch);
        if (xc_tracer_bucket(tracer, &outlets, outlet, i, &first) != XC_OK ||
            join_showing(tracer, first, i, XC_ORIGIN_SAME_OUTLET, publisher) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* An outlet that speaks in its own voice is where those who cite it have it from. */
static enum xc_status
join_cited_outlets(struct xc_tracer *tracer, const struct xc_table *citations)
{
    size_t first;
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        const struct xc_kept *mention = tracer->mentions[i];
        struct xc_str key;

        if (tracer->voices.class_of[i] != XC_ORIGIN_OWN)
            continue;
        key = xc_citation_of_outlet(
            tracer->rules, tracer->sources[mention->source].publisher, tracer->scratch);
        if (key.ptr == NULL)
            return XC_NO_MEMORY;
        if (key.len > 0 && xc_table_get(citations, key, &first) &&
            join_showing(tracer, first, i, XC_ORIGIN_SAME_CITATION,
                         xc_citation_name(tracer->rules, key)) != XC_OK)
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
    struct xc_table citations = {NULL, 0, 0};
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
        status = join_citations(tracer, &citations);
    if (status == XC_OK)
        status = join_outlets(tracer);
    if (status == XC_OK)
        status = join_quotations_within(tracer);
    if (status == XC_OK)
        status = join_cited_outlets(tracer, &citations);
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
