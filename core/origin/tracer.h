/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Groups in the making: a union-find over the mentions that keeps the edges which
 * joined two groups.
 *
 * Buckets join what is equal in linear time: each mention is put under a key, and every
 * later one under the same key is joined to the first.
 */
#ifndef XC_ORIGIN_TRACER_H
#define XC_ORIGIN_TRACER_H

#include <stdint.h>

#include "base/table.h"
#include "origin/origin.h"
#include "origin/voices.h"

struct xc_origin_edge_vec {
    struct xc_origin_edge *items;
    size_t n;
    size_t cap;
};

struct xc_tracer {
    const struct xc_origin_rules *rules;
    const struct xc_kept *const *mentions;
    size_t n;
    const struct xc_origin_source *sources;
    struct xc_arena *arena;   /* for what the caller gets: shared texts and edges */
    struct xc_arena *scratch; /* for the rest */
    struct xc_arena *room;    /* reset between two comparisons */
    struct xc_origin_voices voices;
    size_t *parent;
    struct xc_table citations; /* key -> the first mention that cites it */
    struct xc_origin_edge_vec edges;
};

/* Makes every mention its own group; the members above voices are filled in already. */
XC_MUST_CHECK enum xc_status xc_tracer_init(struct xc_tracer *tracer);

/* The group of mention i, for comparing only. */
size_t xc_tracer_find(struct xc_tracer *tracer, size_t i);

/* Joins the groups of i and j and keeps the edge; nothing when they are one already.
 * shared lives in tracer->arena (or as long). */
XC_MUST_CHECK enum xc_status xc_tracer_join(struct xc_tracer *tracer, size_t i,
                                            size_t j, enum xc_origin_reason reason,
                                            struct xc_str shared);

/* The same, showing the first words of text, which is copied. */
XC_MUST_CHECK enum xc_status xc_tracer_join_showing(struct xc_tracer *tracer, size_t i,
                                                    size_t j,
                                                    enum xc_origin_reason reason,
                                                    struct xc_str text);

/*
 * A key of two numbers and two texts in scratch, different for different ones; ptr NULL
 * when memory is short.
 */
struct xc_str xc_tracer_key(struct xc_tracer *tracer, uint64_t first, uint64_t second,
                            struct xc_str a, struct xc_str b);

/* The first mention put under key: *out_first, which is i itself when it is that. */
XC_MUST_CHECK enum xc_status xc_tracer_bucket(struct xc_tracer *tracer,
                                              struct xc_table *buckets,
                                              struct xc_str key, size_t i,
                                              size_t *out_first);

#endif
