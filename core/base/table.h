/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A table from byte strings to numbers, in an arena.
 *
 * Open addressing, grown by doubling; the bytes are always compared, the hash never
 * trusted.  Nothing iterates over it, so hash order can't leak into output.
 */
#ifndef XC_BASE_TABLE_H
#define XC_BASE_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/word_hash.h"

struct xc_table_slot {
    struct xc_str key; /* ptr NULL: free */
    uint64_t hash;
    size_t value;
};

struct xc_table {
    struct xc_table_slot *slots; /* cap of them, a power of two; NULL when empty */
    size_t n;
    size_t cap;
};

/*
 * Adds key with value unless key is there already; *out_value is the value that the
 * table holds afterwards.  The key's bytes are borrowed and must live as long as the
 * table.  False when memory is short.
 */
bool xc_table_add(struct xc_table *table, struct xc_str key, size_t value,
                  struct xc_arena *arena, size_t *out_value);

/* The hash that keys are found by: they are words and short phrases. */
static inline uint64_t
xc_table_hash(struct xc_str key)
{
    return xc_word_hash(xc_word_bytes(key), key.len);
}

/* xc_table_get for a key with this hash, in a table that has slots. */
bool xc_table_look_up(const struct xc_table *table, struct xc_str key, uint64_t hash,
                      size_t *out_value);

/* Whether key is in the table; *out_value (may be NULL) is its value.  Inline: most words
 * that are asked for are in no table, which a slot or two tell. */
static inline bool
xc_table_get(const struct xc_table *table, struct xc_str key, size_t *out_value)
{
    uint64_t hash;
    size_t i;

    if (table->cap == 0)
        return false;
    hash = xc_table_hash(key);
    i = (size_t)hash & (table->cap - 1);
    while (table->slots[i].key.ptr != NULL && table->slots[i].hash != hash)
        i = (i + 1) & (table->cap - 1);
    return table->slots[i].key.ptr != NULL &&
           xc_table_look_up(table, key, hash, out_value);
}

#endif
