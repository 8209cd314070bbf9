/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/overlap.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"
#include "origin/candidate.h"

enum {
    RUN_WORDS = 3,
    MIN_SHARED = 8,
    REUSE_SHARE = 5 /* one word in so many */
};

static uint64_t
run_hash(const struct xc_compared *text, size_t first)
{
    uint64_t hash = 0;
    size_t i;

    for (i = 0; i < RUN_WORDS; i++)
        hash = xc_hash_join(hash, text->hashes[first + i]);
    return hash;
}

/* Whether words a[i..) and b[j..) are the same run. */
static bool
same_run(const struct xc_compared *a, size_t i, const struct xc_compared *b, size_t j)
{
    size_t k;

    for (k = 0; k < RUN_WORDS; k++) {
        if (a->words[i + k].id != b->words[j + k].id)
            return false;
    }
    return true;
}

/* The runs of b, sorted by hash. */
static enum xc_status
index_runs(const struct xc_compared *b, struct xc_arena *arena,
           struct xc_posting_vec *out)
{
    size_t i;

    for (i = 0; i + RUN_WORDS <= b->n_words; i++) {
        struct xc_posting *posting = XC_VEC_ADD(out, arena);

        if (posting == NULL)
            return XC_NO_MEMORY;
        *posting = (struct xc_posting){run_hash(b, i), 0, i};
    }
    if (out->n > 0)
        qsort(out->items, out->n, sizeof *out->items, xc_posting_compare);
    return XC_OK;
}

static bool
has_run(const struct xc_posting_vec *runs, const struct xc_compared *a, size_t i,
        const struct xc_compared *b)
{
    const struct xc_posting wanted = {run_hash(a, i), 0, 0};
    size_t low = 0;
    size_t high = runs->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (runs->items[middle].hash < wanted.hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < runs->n && runs->items[low].hash == wanted.hash &&
           same_run(a, i, b, runs->items[low].pos);
}

enum xc_status
xc_overlap_measure(const struct xc_compared *a, const struct xc_compared *b,
                   struct xc_arena *arena, struct xc_overlap *out)
{
    struct xc_posting_vec runs = {NULL, 0, 0};
    struct xc_overlap overlap = {.n_words = a->n_words};
    size_t end = 0; /* of the shared words counted so far */
    size_t i;

    if (index_runs(b, arena, &runs) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i + RUN_WORDS <= a->n_words; i++) {
        if (!has_run(&runs, a, i, b))
            continue;
        overlap.n_shared += i + RUN_WORDS - (end > i ? end : i);
        end = i + RUN_WORDS;
    }
    overlap.is_reuse = overlap.n_shared >= MIN_SHARED &&
                       overlap.n_shared * REUSE_SHARE >= overlap.n_words;
    *out = overlap;
    return XC_OK;
}
