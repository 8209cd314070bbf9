/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"

#include <stdint.h>
#include <string.h>

/* Most vectors stay small, and a rule set has many thousands of them. */
#define FIRST_ITEMS ((size_t)4)

bool
xc_vec_grow(void *items_field, size_t n, size_t *cap, size_t size,
            struct xc_arena *arena)
{
    const size_t wanted = *cap == 0 ? FIRST_ITEMS : *cap * 2;
    void *items;
    void *grown;

    if (wanted > SIZE_MAX / size)
        return false;
    /* items_field is a T **; memcpy reads and writes it without breaking aliasing. */
    memcpy(&items, items_field, sizeof items);
    if (n == 0 || !xc_arena_extend(arena, items, n * size, wanted * size)) {
        grown = xc_arena_alloc(arena, wanted * size);
        if (grown == NULL)
            return false;
        if (n > 0)
            memcpy(grown, items, n * size);
        memcpy(items_field, &grown, sizeof grown);
    }
    *cap = wanted;
    return true;
}
