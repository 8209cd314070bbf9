/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/tracer.h"

#include <string.h>

#include "base/vec.h"
#include "origin/shown.h"

enum xc_status
xc_tracer_init(struct xc_tracer *tracer)
{
    size_t i;

    tracer->parent = xc_arena_array(tracer->scratch, tracer->n, sizeof *tracer->parent);
    if (tracer->parent == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++)
        tracer->parent[i] = i;
    tracer->edges = (struct xc_origin_edge_vec){NULL, 0, 0};
    return xc_origin_voices_make(tracer->mentions, tracer->n, tracer->scratch,
                                 &tracer->voices);
}

size_t
xc_tracer_find(struct xc_tracer *tracer, size_t i)
{
    while (tracer->parent[i] != i) {
        tracer->parent[i] = tracer->parent[tracer->parent[i]];
        i = tracer->parent[i];
    }
    return i;
}

enum xc_status
xc_tracer_join(struct xc_tracer *tracer, size_t i, size_t j,
               enum xc_origin_reason reason, struct xc_str shared)
{
    size_t root_i = xc_tracer_find(tracer, i);
    size_t root_j = xc_tracer_find(tracer, j);
    struct xc_origin_edge *edge;

    if (root_i == root_j)
        return XC_OK;
    edge = XC_VEC_ADD(&tracer->edges, tracer->arena);
    if (edge == NULL)
        return XC_NO_MEMORY;
    *edge = (struct xc_origin_edge){i < j ? i : j, i < j ? j : i, reason, shared};
    /* The smaller index stays the root, so that the groups never depend on the order
     * in which edges were found. */
    if (root_i < root_j)
        tracer->parent[root_j] = root_i;
    else
        tracer->parent[root_i] = root_j;
    return XC_OK;
}

enum xc_status
xc_tracer_join_showing(struct xc_tracer *tracer, size_t i, size_t j,
                       enum xc_origin_reason reason, struct xc_str text)
{
    struct xc_str shared;

    if (xc_tracer_find(tracer, i) == xc_tracer_find(tracer, j))
        return XC_OK;
    shared = xc_shown_text(&text, 1, tracer->arena);
    if (shared.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_tracer_join(tracer, i, j, reason, shared);
}

struct xc_str
xc_tracer_key(struct xc_tracer *tracer, uint64_t first, uint64_t second,
              struct xc_str a, struct xc_str b)
{
    uint64_t head[3] = {first, second, a.len};
    size_t len = sizeof head + a.len + b.len;
    char *key = xc_arena_alloc(tracer->scratch, len);

    if (key == NULL)
        return (struct xc_str){NULL, 0};
    memcpy(key, head, sizeof head);
    if (a.len > 0)
        memcpy(&key[sizeof head], a.ptr, a.len);
    if (b.len > 0)
        memcpy(&key[sizeof head + a.len], b.ptr, b.len);
    return (struct xc_str){key, len};
}

enum xc_status
xc_tracer_bucket(struct xc_tracer *tracer, struct xc_table *buckets, struct xc_str key,
                 size_t i, size_t *out_first)
{
    if (key.ptr == NULL || !xc_table_add(buckets, key, i, tracer->scratch, out_first))
        return XC_NO_MEMORY;
    return XC_OK;
}
