/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/table.h"

/* The slot where key is, or the free one where it would go; cap is never full. */
static inline struct xc_table_slot *
find(struct xc_table_slot *slots, size_t cap, struct xc_str key, uint64_t hash)
{
    size_t i = (size_t)hash & (cap - 1);

    while (slots[i].key.ptr != NULL &&
           (slots[i].hash != hash || !xc_str_equal(slots[i].key, key)))
        i = (i + 1) & (cap - 1);
    return &slots[i];
}

static bool
grow(struct xc_table *table, struct xc_arena *arena)
{
    size_t cap = table->cap == 0 ? 16 : table->cap * 2;
    struct xc_table_slot *slots = xc_arena_array(arena, cap, sizeof *slots);
    size_t i;

    if (slots == NULL)
        return false;
    for (i = 0; i < table->cap; i++) {
        if (table->slots[i].key.ptr != NULL)
            *find(slots, cap, table->slots[i].key, table->slots[i].hash) =
                table->slots[i];
    }
    table->slots = slots;
    table->cap = cap;
    return true;
}

bool
xc_table_add(struct xc_table *table, struct xc_str key, size_t value,
             struct xc_arena *arena, size_t *out_value)
{
    uint64_t hash = xc_table_hash(key);
    struct xc_table_slot *slot;

    if (key.ptr == NULL)
        key.ptr = "";
    /* Half of the slots stay free: most words that are asked for are in no table, and
     * such a search goes on up to a free slot. */
    if (table->n + 1 > table->cap / 2 && !grow(table, arena))
        return false;
    slot = find(table->slots, table->cap, key, hash);
    if (slot->key.ptr == NULL) {
        *slot = (struct xc_table_slot){key, hash, value};
        table->n++;
    }
    *out_value = slot->value;
    return true;
}

bool
xc_table_look_up(const struct xc_table *table, struct xc_str key, uint64_t hash,
                 size_t *out_value)
{
    const struct xc_table_slot *slot = find(table->slots, table->cap, key, hash);

    if (slot->key.ptr == NULL)
        return false;
    if (out_value != NULL)
        *out_value = slot->value;
    return true;
}
