/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/cited.h"

#include "base/limits.h"
#include "base/vec.h"
#include "origin/citation.h"

/* The key of the outlet whose mention this is; "" unknown, ptr NULL when memory is
 * short. */
static struct xc_str
outlet_of(struct xc_tracer *tracer, size_t i)
{
    return xc_citation_of_outlet(tracer->rules,
                                 tracer->sources[tracer->mentions[i]->source].publisher,
                                 tracer->scratch);
}

/* The key of the speaker of mention i, read as an outlet; "" when nobody known speaks. */
static struct xc_str
voice_of(struct xc_tracer *tracer, size_t i)
{
    if (tracer->voices.class_of[i] < XC_ORIGIN_FIRST_SPEAKER)
        return (struct xc_str){"", 0};
    return xc_citation_of_outlet(tracer->rules, tracer->mentions[i]->voice.key,
                                 tracer->scratch);
}

/* Whether the report of mention i comes from citation k of it.  A speaker whom an agency
 * reports is not the agency: two people telling one outlet are two. */
static bool
comes_from(const struct xc_tracer *tracer, size_t i, size_t k, struct xc_str voice)
{
    return voice.len == 0 || xc_str_equal(voice, tracer->mentions[i]->citations[k]);
}

/* An outlet that cites another on this claim, by numbers. */
struct link {
    size_t from;
    size_t to;
    size_t mention;
};

struct link_vec {
    struct link *items;
    size_t n;
    size_t cap;
};

static enum xc_status
add_links(struct xc_tracer *tracer, size_t i, struct xc_table *numbers,
          struct link_vec *out)
{
    const struct xc_kept *mention = tracer->mentions[i];
    struct xc_str outlet = outlet_of(tracer, i);
    struct xc_str voice = voice_of(tracer, i);
    struct link link = {.mention = i};
    struct link *added;
    size_t k;

    if (outlet.ptr == NULL || voice.ptr == NULL)
        return XC_NO_MEMORY;
    if (outlet.len == 0)
        return XC_OK;
    if (!xc_table_add(numbers, outlet, numbers->n, tracer->scratch, &link.from))
        return XC_NO_MEMORY;
    for (k = 0; k < mention->n_citations; k++) {
        if (!comes_from(tracer, i, k, voice))
            continue;
        if (!xc_table_add(numbers, mention->citations[k], numbers->n, tracer->scratch,
                          &link.to))
            return XC_NO_MEMORY;
        if (link.from == link.to)
            continue;
        added = XC_VEC_ADD(out, tracer->scratch);
        if (added == NULL)
            return XC_NO_MEMORY;
        *added = link;
    }
    return XC_OK;
}

/* Takes the links away that lead to an outlet that cites nobody, until none is left that
 * does: the others go round.  Each time the last links of all chains go. */
static void
drop_rooted(struct link_vec *links, size_t *n_out)
{
    size_t depth;
    size_t n;
    size_t i;

    for (i = 0; i < links->n; i++)
        n_out[links->items[i].from]++;
    for (depth = 0; depth < XC_MAX_CITATION_DEPTH; depth++) {
        n = 0;
        for (i = 0; i < links->n; i++) {
            if (n_out[links->items[i].to] > 0)
                links->items[n++] = links->items[i];
            else
                n_out[links->items[i].from]--;
        }
        if (n == links->n)
            return;
        links->n = n;
    }
    links->n = 0;
}

/* Joins the mentions by which outlets cite one another in a ring. */
static enum xc_status
join_rings(struct xc_tracer *tracer)
{
    struct xc_table numbers = {NULL, 0, 0};
    struct link_vec links = {NULL, 0, 0};
    size_t *n_out;
    size_t *first;
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        if (add_links(tracer, i, &numbers, &links) != XC_OK)
            return XC_NO_MEMORY;
    }
    if (links.n < 2)
        return XC_OK;
    n_out = xc_arena_array(tracer->scratch, numbers.n, sizeof *n_out);
    first = xc_arena_array(tracer->scratch, numbers.n, sizeof *first);
    if (n_out == NULL || first == NULL)
        return XC_NO_MEMORY;
    drop_rooted(&links, n_out);
    for (i = 0; i < links.n; i++) {
        if (first[links.items[i].from] == 0)
            first[links.items[i].from] = links.items[i].mention + 1;
    }
    for (i = 0; i < links.n; i++) {
        const struct link *link = &links.items[i];
        struct xc_str name = tracer->mentions[link->mention]->voice.name;

        if (xc_tracer_join_showing(
                tracer, first[link->to] - 1, link->mention, XC_ORIGIN_CIRCULAR,
                name.len > 0 ? name : XC_STR("each cites another")) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* Puts mention i under the citation key and joins it to the first there. */
static enum xc_status
join_citation(struct xc_tracer *tracer, struct xc_str key, size_t i)
{
    size_t first;

    if (xc_tracer_bucket(tracer, &tracer->citations, key, i, &first) != XC_OK)
        return XC_NO_MEMORY;
    return xc_tracer_join_showing(tracer, first, i, XC_ORIGIN_SAME_CITATION,
                                  xc_citation_name(tracer->rules, key));
}

enum xc_status
xc_tracer_join_citations(struct xc_tracer *tracer)
{
    size_t i;
    size_t k;

    if (join_rings(tracer) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++) {
        const struct xc_kept *mention = tracer->mentions[i];
        struct xc_str voice = voice_of(tracer, i);

        if (voice.ptr == NULL)
            return XC_NO_MEMORY;
        for (k = 0; k < mention->n_citations; k++) {
            if (comes_from(tracer, i, k, voice) &&
                join_citation(tracer, mention->citations[k], i) != XC_OK)
                return XC_NO_MEMORY;
        }
        /* "Reuters said": the agency speaks. */
        if (xc_str_starts(voice, "wire:") && join_citation(tracer, voice, i) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* What an outlet that others cite says of the claim. */
struct cited {
    size_t mention; /* the first in its own voice, else the first */
    bool own;
    bool several; /* voices that are not one origin */
};

static void
note(struct xc_tracer *tracer, size_t i, bool is_new, struct cited *cited)
{
    bool own = tracer->voices.class_of[i] == XC_ORIGIN_OWN &&
               tracer->mentions[i]->n_citations == 0;

    if (is_new || (own && !cited->own))
        *cited = (struct cited){i, own, false};
    else if (own == cited->own &&
             xc_tracer_find(tracer, i) != xc_tracer_find(tracer, cited->mention))
        cited->several = true;
}

enum xc_status
xc_tracer_join_cited_outlets(struct xc_tracer *tracer)
{
    struct xc_table numbers = {NULL, 0, 0};
    struct cited *all = xc_arena_array(tracer->scratch, tracer->n, sizeof *all);
    struct xc_str *keys = xc_arena_array(tracer->scratch, tracer->n, sizeof *keys);
    size_t first;
    size_t i;

    if (all == NULL || keys == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++) {
        struct xc_str key = outlet_of(tracer, i);
        size_t n_before = numbers.n;
        size_t number;

        if (key.ptr == NULL)
            return XC_NO_MEMORY;
        if (key.len == 0 || !xc_table_get(&tracer->citations, key, NULL))
            continue;
        if (!xc_table_add(&numbers, key, n_before, tracer->scratch, &number))
            return XC_NO_MEMORY;
        keys[number] = key;
        note(tracer, i, number == n_before, &all[number]);
    }
    for (i = 0; i < numbers.n; i++) {
        if (!all[i].several && xc_table_get(&tracer->citations, keys[i], &first) &&
            xc_tracer_join_showing(tracer, first, all[i].mention,
                                   XC_ORIGIN_SAME_CITATION,
                                   xc_citation_name(tracer->rules, keys[i])) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}
