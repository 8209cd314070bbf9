/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/seed.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "origin/candidate.h"

int
xc_seed_compare(const void *left, const void *right)
{
    const struct xc_seed *a = left;
    const struct xc_seed *b = right;

    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static enum xc_status
add_postings(const struct xc_compared *text, size_t item, struct xc_arena *arena,
             struct xc_posting_vec *out)
{
    uint64_t *hashes = xc_arena_array(arena, text->n_words, sizeof *hashes);

    if (hashes == NULL)
        return XC_NO_MEMORY;
    if (text->n_words > 0)
        memcpy(hashes, text->hashes, text->n_words * sizeof *hashes);
    return xc_postings_of_words(hashes, text->n_words, item, arena, out);
}

/* Pairs the n_a places of a fingerprint in a, which come first, with those in b. */
static enum xc_status
pair_run(const struct xc_posting *run, size_t n_a, size_t n_b, struct xc_arena *arena,
         struct xc_seed_vec *out)
{
    size_t i;
    size_t j;

    if (n_a > XC_MAX_SHARED_POSTINGS || n_b > XC_MAX_SHARED_POSTINGS)
        return XC_OK;
    for (i = 0; i < n_a; i++) {
        for (j = 0; j < n_b; j++) {
            struct xc_seed *seed = XC_VEC_ADD(out, arena);

            if (seed == NULL)
                return XC_NO_MEMORY;
            *seed = (struct xc_seed){run[i].pos, run[n_a + j].pos};
        }
    }
    return XC_OK;
}

enum xc_status
xc_seeds_find(const struct xc_compared *a, const struct xc_compared *b,
              struct xc_arena *arena, struct xc_seed_vec *out)
{
    struct xc_posting_vec all = {NULL, 0, 0};
    size_t i;

    if (add_postings(a, 0, arena, &all) != XC_OK ||
        add_postings(b, 1, arena, &all) != XC_OK)
        return XC_NO_MEMORY;
    if (all.n > 0)
        qsort(all.items, all.n, sizeof *all.items, xc_posting_compare);
    for (i = 0; i < all.n;) {
        const struct xc_posting *run = &all.items[i];
        size_t n[2] = {0, 0};

        for (; i < all.n && all.items[i].hash == run->hash; i++)
            n[all.items[i].item]++;
        if (pair_run(run, n[0], n[1], arena, out) != XC_OK)
            return XC_NO_MEMORY;
    }
    if (out->n > 0)
        qsort(out->items, out->n, sizeof *out->items, xc_seed_compare);
    return XC_OK;
}
