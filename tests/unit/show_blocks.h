/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A source's blocks as lines of text, for comparing with what a test expects.
 *
 *     "headline|Three men\nparagraph|They ~tied~ it\n": '~' stands between two runs
 */
#ifndef XC_TESTS_SHOW_BLOCKS_H
#define XC_TESTS_SHOW_BLOCKS_H

#include "source/source.h"

static inline struct xc_str
show_blocks(const struct xc_source *source, struct xc_arena *arena)
{
    struct xc_str shown = XC_STR("");
    size_t i;
    size_t k;

    for (i = 0; i < source->n_blocks; i++) {
        const struct xc_block *block = &source->blocks[i];

        shown =
            xc_arena_printf(arena, "%s%s|", shown.ptr, xc_block_kind_name(block->kind));
        for (k = 0; k < block->n_runs; k++) {
            const struct xc_str run = xc_str_at(source->text, block->runs[k]);

            shown = xc_arena_printf(arena, "%s%s%.*s", shown.ptr, k == 0 ? "" : "~",
                                    (int)run.len, run.ptr);
        }
        shown = xc_arena_printf(arena, "%s\n", shown.ptr);
    }
    return shown;
}

#endif
