/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"

#include <stdint.h>
#include <string.h>

/* Most vectors stay small, and a rule set has many thousands of them. */
#define FIRST_ITEMS ((size_t)4)

bool
xc_vec_room(void *items_field, size_t n, size_t *cap, size_t size,
            struct xc_arena *arena)
{
    void *items;
    void *grown;
    size_t wanted;

    /* items_field is a T **; memcpy reads and writes it without breaking aliasing. */
    memcpy(&items, items_field, sizeof items);
    if (n == *cap) {
        wanted = *cap == 0 ? FIRST_ITEMS : *cap * 2;
        if (wanted > SIZE_MAX / size)
            return false;
        if (n > 0 && xc_arena_extend(arena, items, n * size, wanted * size)) {
            *cap = wanted;
            memset((unsigned char *)items + n * size, 0, size);
            return true;
        }
        grown = xc_arena_alloc(arena, wanted * size);
        if (grown == NULL)
            return false;
        if (n > 0)
            memcpy(grown, items, n * size);
        items = grown;
        memcpy(items_field, &items, sizeof items);
        *cap = wanted;
    }
    memset((unsigned char *)items + n * size, 0, size);
    return true;
}
