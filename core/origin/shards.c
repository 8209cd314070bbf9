/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/shards.h"

enum { DIGIT_BITS = 11, N_DIGITS = 1 << DIGIT_BITS, KEY_BITS = 64, SHARD_BITS = 5 };

void
xc_shards_init(struct xc_shards *shards, const struct xc_scratch *scratch,
               size_t first_stream)
{
    *shards = (struct xc_shards){.scratch = scratch, .first_stream = first_stream};
}

enum xc_status
xc_shards_add_to(struct xc_shards *shards, size_t shard, const struct xc_entry *entry)
{
    const struct xc_scratch *scratch = shards->scratch;

    shards->n[shard]++;
    return scratch->append(scratch->context, shards->first_stream + shard, entry,
                           sizeof *entry);
}

enum xc_status
xc_shards_add(struct xc_shards *shards, const struct xc_entry *entry)
{
    return xc_shards_add_to(shards, (size_t)(entry->key >> (KEY_BITS - SHARD_BITS)),
                            entry);
}

/* One pass of a radix sort by the digit at shift; false when all have the same, and
 * nothing was moved. */
static bool
sort_by_digit(const struct xc_entry *from, size_t n, unsigned shift,
              struct xc_entry *to)
{
    size_t first[N_DIGITS] = {0};
    size_t sum = 0;
    size_t i;

    for (i = 0; i < n; i++)
        first[(from[i].key >> shift) & (N_DIGITS - 1)]++;
    if (first[(from[0].key >> shift) & (N_DIGITS - 1)] == n)
        return false;
    for (i = 0; i < N_DIGITS; i++) {
        size_t count = first[i];

        first[i] = sum;
        sum += count;
    }
    for (i = 0; i < n; i++)
        to[first[(from[i].key >> shift) & (N_DIGITS - 1)]++] = from[i];
    return true;
}

enum xc_status
xc_shards_load(const struct xc_shards *shards, size_t shard, struct xc_arena *arena,
               struct xc_entry **out, size_t *out_n)
{
    const struct xc_scratch *scratch = shards->scratch;
    size_t n = shards->n[shard];
    struct xc_entry *entries = xc_arena_alloc(arena, n * sizeof *entries);
    struct xc_entry *other = xc_arena_alloc(arena, n * sizeof *other);
    enum xc_status status;
    unsigned shift;

    if (entries == NULL || other == NULL)
        return XC_NO_MEMORY;
    if (n > 0) {
        status = scratch->read(scratch->context, shards->first_stream + shard,
                               (uint64_t)shards->n_gone[shard] * sizeof *entries,
                               entries, n * sizeof *entries);
        if (status != XC_OK)
            return status;
        for (shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
            struct xc_entry *swap = entries;

            if (!sort_by_digit(entries, n, shift, other))
                continue;
            entries = other;
            other = swap;
        }
    }
    *out = entries;
    *out_n = n;
    return XC_OK;
}

void
xc_shards_restart(struct xc_shards *shards)
{
    size_t i;

    for (i = 0; i < XC_N_SHARDS; i++) {
        shards->n_gone[i] += shards->n[i];
        shards->n[i] = 0;
    }
}

size_t
xc_entries_run(const struct xc_entry *entries, size_t n, size_t i)
{
    size_t end = i + 1;

    while (end < n && entries[end].key == entries[i].key)
        end++;
    return end;
}
