/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/blocks.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"

bool
xc_runs_add(struct xc_run_vec *runs, size_t off, size_t end, struct xc_arena *arena)
{
    struct xc_span *last = runs->n == 0 ? NULL : &runs->items[runs->n - 1];
    struct xc_span *added;

    if (off >= end)
        return true;
    assert(last == NULL || last->off_bytes + last->len_bytes <= off);
    if (last != NULL && last->off_bytes + last->len_bytes == off) {
        last->len_bytes += end - off;
        return true;
    }
    added = XC_VEC_ADD(runs, arena);
    if (added == NULL)
        return false;
    *added = (struct xc_span){off, end - off};
    return true;
}

bool
xc_blocks_add(struct xc_block_vec *blocks, enum xc_block_kind kind,
              const struct xc_run_vec *runs, size_t line, struct xc_arena *arena)
{
    struct xc_block *added;

    if (runs->n == 0)
        return true;
    added = XC_VEC_ADD(blocks, arena);
    if (added == NULL)
        return false;
    *added = (struct xc_block){kind, runs->items, runs->n, line};
    return true;
}

static bool
has_space(struct xc_str text)
{
    return xc_str_find(text, 0, ' ') < text.len ||
           xc_str_find(text, 0, '\n') < text.len ||
           xc_str_find(text, 0, '\t') < text.len;
}

struct xc_str
xc_runs_text(const struct xc_span *runs, size_t n_runs, struct xc_str text,
             struct xc_arena *arena)
{
    size_t len = n_runs;
    size_t end = 0;
    size_t i;
    char *bytes;

    for (i = 0; i < n_runs; i++)
        len += runs[i].len_bytes;
    bytes = xc_arena_alloc(arena, len + 1);
    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    len = 0;
    for (i = 0; i < n_runs; i++) {
        const struct xc_str run = xc_str_at(text, runs[i]);

        if (i > 0 && has_space(xc_str_sub(text, end, runs[i].off_bytes - end)))
            bytes[len++] = ' ';
        memcpy(bytes + len, run.ptr, run.len);
        len += run.len;
        end = runs[i].off_bytes + run.len;
    }
    bytes[len] = '\0';
    return (struct xc_str){bytes, len};
}
