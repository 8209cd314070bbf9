/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/buffer.h"

#include <string.h>

bool
xc_buffer_regrow(struct xc_arena *arena, struct xc_str kept, size_t cap, char **bytes)
{
    struct xc_arena larger;
    char *grown;

    xc_arena_init(&larger);
    grown = xc_arena_alloc(&larger, cap);
    if (grown == NULL)
        return false;
    if (kept.len > 0)
        memcpy(grown, kept.ptr, kept.len);
    xc_arena_release(arena);
    *arena = larger;
    *bytes = grown;
    return true;
}
