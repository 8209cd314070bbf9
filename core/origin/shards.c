/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/shards.h"

#include <string.h>

enum {
    DIGIT_BITS = 11,
    N_DIGITS = 1 << DIGIT_BITS,
    FEW = 32, /* entries: so many are sorted fastest one by one */
    KEY_BITS = 64,
    SHARD_BITS = 5
};

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

static size_t
digit_at(const struct xc_entry *entry, unsigned shift)
{
    return (size_t)(entry->key >> shift) & (N_DIGITS - 1);
}

/* Moves the entries to `to`, sorted by the digit at shift: those with digit d end before
 * ends[d]. */
static void
move_by_digit(const struct xc_entry *from, size_t n, unsigned shift,
              struct xc_entry *to, size_t ends[N_DIGITS])
{
    size_t sum = 0;
    size_t i;

    memset(ends, 0, N_DIGITS * sizeof *ends);
    for (i = 0; i < n; i++)
        ends[digit_at(&from[i], shift)]++;
    for (i = 0; i < N_DIGITS; i++) {
        size_t count = ends[i];

        ends[i] = sum;
        sum += count;
    }
    for (i = 0; i < n; i++)
        to[ends[digit_at(&from[i], shift)]++] = from[i];
}

/* The shift of the first digit in which the entries differ; false when they have one
 * key. */
static bool
first_digit(const struct xc_entry *entries, size_t n, unsigned *out)
{
    uint64_t differing = 0;
    unsigned shift = 0;
    size_t i;

    for (i = 1; i < n; i++)
        differing |= entries[i].key ^ entries[0].key;
    while (differing >> shift >= N_DIGITS)
        shift++;
    *out = shift;
    return differing != 0;
}

static void
sort_few(struct xc_entry *entries, size_t n)
{
    size_t i;

    for (i = 1; i < n; i++) {
        const struct xc_entry entry = entries[i];
        size_t k = i;

        for (; k > 0 && entries[k - 1].key > entry.key; k--)
            entries[k] = entries[k - 1];
        entries[k] = entry;
    }
}

/* Sorts by the digits below bit n_bits, the last one first; other is room for as many. */
static void
sort_from_last(struct xc_entry *entries, size_t n, unsigned n_bits,
               struct xc_entry *other)
{
    size_t ends[N_DIGITS];
    unsigned shift;

    for (shift = 0; shift < n_bits; shift += 2 * DIGIT_BITS) {
        move_by_digit(entries, n, shift, other, ends);
        move_by_digit(other, n, shift + DIGIT_BITS, entries, ends);
    }
}

/* Sorts what has its first digits in common; other is room for as many. */
static void
sort_bucket(struct xc_entry *entries, size_t n, struct xc_entry *other)
{
    size_t ends[N_DIGITS];
    unsigned shift;
    size_t first = 0;
    size_t d;

    if (n <= FEW) {
        sort_few(entries, n);
        return;
    }
    if (!first_digit(entries, n, &shift))
        return;
    move_by_digit(entries, n, shift, other, ends);
    for (d = 0; d < N_DIGITS; d++) {
        if (ends[d] - first <= FEW)
            sort_few(&other[first], ends[d] - first);
        else
            sort_from_last(&other[first], ends[d] - first, shift, &entries[first]);
        first = ends[d];
    }
    memcpy(entries, other, n * sizeof *entries);
}

/*
 * Sorts entries into `to`.  By the first digit first: what is then left to be sorted lies
 * close together, while passes over all of them would each write all over memory.  Keys
 * that are hashes are nearly sorted after two digits.
 */
static void
sort(struct xc_entry *entries, size_t n, struct xc_entry *to)
{
    size_t ends[N_DIGITS];
    unsigned shift;
    size_t first = 0;
    size_t d;

    (void)first_digit(entries, n, &shift);
    move_by_digit(entries, n, shift, to, ends);
    for (d = 0; d < N_DIGITS; d++) {
        sort_bucket(&to[first], ends[d] - first, &entries[first]);
        first = ends[d];
    }
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

    if (entries == NULL || other == NULL)
        return XC_NO_MEMORY;
    if (n > 0) {
        status = scratch->read(scratch->context, shards->first_stream + shard,
                               (uint64_t)shards->n_gone[shard] * sizeof *entries,
                               entries, n * sizeof *entries);
        if (status != XC_OK)
            return status;
        sort(entries, n, other);
    }
    *out = other;
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
