/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The blocks of an article while a reader makes them.
 */
#ifndef XC_SOURCE_BLOCKS_H
#define XC_SOURCE_BLOCKS_H

#include "base/status.h"
#include "text/block.h"

struct xc_block_vec {
    struct xc_block *items;
    size_t n;
    size_t cap;
};

struct xc_run_vec {
    struct xc_span *items;
    size_t n;
    size_t cap;
};

/* Appends [off, end) to the runs, joined to the last one when it touches it; nothing
 * when it is empty.  Runs come in ascending order (asserted).  False when memory is
 * short, as below. */
bool xc_runs_add(struct xc_run_vec *runs, size_t off, size_t end,
                 struct xc_arena *arena);

/* Appends a block of the runs, which it borrows; nothing when there are none. */
bool xc_blocks_add(struct xc_block_vec *blocks, enum xc_block_kind kind,
                   const struct xc_run_vec *runs, size_t line, struct xc_arena *arena);

/* The bytes of the runs one after the other, a space where white space stands between
 * two of them in text; ptr NULL when memory is short. */
struct xc_str xc_runs_text(const struct xc_span *runs, size_t n_runs,
                           struct xc_str text, struct xc_arena *arena);

#endif
