/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/growing.h"

#include <stdint.h>
#include <string.h>

static const size_t first_cap = 120; /* a sentence */

static bool
write_bytes(void *context, const char *bytes, size_t len)
{
    struct xc_growing *growing = context;
    size_t cap = growing->cap == 0 ? first_cap : growing->cap;
    char *grown;

    if (len > SIZE_MAX / 2 - growing->n)
        return false;
    while (cap < growing->n + len)
        cap *= 2;
    if (cap > growing->cap) {
        grown = xc_arena_alloc(growing->arena, cap);
        if (grown == NULL)
            return false;
        if (growing->n > 0)
            memcpy(grown, growing->bytes, growing->n);
        growing->bytes = grown;
        growing->cap = cap;
    }
    if (len > 0)
        memcpy(growing->bytes + growing->n, bytes, len);
    growing->n += len;
    return true;
}

struct xc_sink
xc_growing_pen(struct xc_growing *growing)
{
    return (struct xc_sink){.write = write_bytes, .context = growing};
}

struct xc_str
xc_growing_text(const struct xc_growing *growing, const struct xc_sink *pen)
{
    if (pen->failed)
        return (struct xc_str){NULL, 0};
    return growing->n == 0 ? XC_STR("") : (struct xc_str){growing->bytes, growing->n};
}

struct xc_str
xc_growing_text_or(const struct xc_growing *growing, const struct xc_sink *pen,
                   bool *failed)
{
    *failed |= pen->failed;
    return pen->failed ? XC_STR("") : xc_growing_text(growing, pen);
}
