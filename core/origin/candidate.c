/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/candidate.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "origin/winnow.h"

static int
compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

int
xc_posting_compare(const void *left, const void *right)
{
    const struct xc_posting *a = left;
    const struct xc_posting *b = right;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    if (a->item != b->item)
        return compare_sizes(a->item, b->item);
    return compare_sizes(a->pos, b->pos);
}

enum xc_status
xc_postings_of_words(uint64_t *hashes, size_t n, size_t item, struct xc_arena *arena,
                     struct xc_posting_vec *out)
{
    size_t *places = xc_arena_array(arena, n, sizeof *places);
    size_t n_places;
    size_t i;

    if (places == NULL)
        return XC_NO_MEMORY;
    n_places = xc_winnow(hashes, n, places);
    for (i = 0; i < n_places; i++) {
        struct xc_posting *posting = XC_VEC_ADD(out, arena);

        if (posting == NULL)
            return XC_NO_MEMORY;
        *posting = (struct xc_posting){hashes[places[i]], item, places[i]};
    }
    return XC_OK;
}

/* Whether pos_b - pos_a of the first lies below, at, above that of the second. */
static int
compare_offsets(const struct xc_candidate *a, const struct xc_candidate *b)
{
    return compare_sizes(a->pos_b + b->pos_a, b->pos_b + a->pos_a);
}

static int
compare_candidates(const void *left, const void *right)
{
    const struct xc_candidate *a = left;
    const struct xc_candidate *b = right;

    if (a->a != b->a)
        return compare_sizes(a->a, b->a);
    if (a->b != b->b)
        return compare_sizes(a->b, b->b);
    if (compare_offsets(a, b) != 0)
        return compare_offsets(a, b);
    return compare_sizes(a->pos_a, b->pos_a);
}

/* Pairs the postings of one hash, one for each text. */
static enum xc_status
pair_run(const struct xc_posting *run, size_t n, struct xc_arena *arena,
         struct xc_candidate_vec *out)
{
    struct xc_candidate *pair;
    size_t reach = n <= XC_MAX_SHARED_POSTINGS ? n : 1;
    size_t i;
    size_t j;

    for (i = 0; i < n; i++) {
        for (j = i + 1; j < n && j - i <= reach; j++) {
            pair = XC_VEC_ADD(out, arena);
            if (pair == NULL)
                return XC_NO_MEMORY;
            *pair =
                (struct xc_candidate){run[i].item, run[j].item, run[i].pos, run[j].pos};
        }
    }
    return XC_OK;
}

/* One candidate for each pair and offset: the first. */
static void
drop_repeats(struct xc_candidate_vec *pairs)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < pairs->n; i++) {
        const struct xc_candidate *last = n == 0 ? NULL : &pairs->items[n - 1];
        const struct xc_candidate *pair = &pairs->items[i];

        if (last != NULL && last->a == pair->a && last->b == pair->b &&
            compare_offsets(last, pair) == 0)
            continue;
        pairs->items[n++] = *pair;
    }
    pairs->n = n;
}

enum xc_status
xc_candidates_find(struct xc_posting_vec *postings, struct xc_arena *arena,
                   struct xc_candidate_vec *out)
{
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    struct xc_posting *items = postings->items;
    size_t first;
    size_t n;
    size_t i;

    if (postings->n > 0)
        qsort(items, postings->n, sizeof *items, xc_posting_compare);
    for (i = 0; i < postings->n;) {
        /* The run of this hash, reduced to the first posting of each text. */
        uint64_t hash = items[i].hash;

        first = i;
        n = 0;
        for (; i < postings->n && items[i].hash == hash; i++) {
            if (n == 0 || items[first + n - 1].item != items[i].item)
                items[first + n++] = items[i];
        }
        if (pair_run(&items[first], n, arena, &pairs) != XC_OK)
            return XC_NO_MEMORY;
    }
    if (pairs.n > 0)
        qsort(pairs.items, pairs.n, sizeof *pairs.items, compare_candidates);
    drop_repeats(&pairs);
    *out = pairs;
    return XC_OK;
}
