/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writing folded bytes together with the map that leads them back.
 *
 * Before bytes are put, the writer is told where they come from: from one article byte
 * each (linear), or all of them from one piece of the article.  For fold.c alone; the
 * fast path for ASCII, which most text is, stands in fold_ascii.c.
 */
#ifndef XC_TEXT_FOLD_MAP_H
#define XC_TEXT_FOLD_MAP_H

#include "text/fold.h"
#include "text/simd.h"

struct xc_fold_writer {
    struct xc_arena *arena;
    xc_simd_lower lower; /* of the quickest kind that there is */
    char *bytes;
    size_t n;
    size_t cap;
    struct xc_fold_step *steps;
    size_t n_steps;
    size_t cap_steps;
    size_t block_at; /* where the block being written begins */
    bool failed;     /* memory was short: nothing more is written */
};

/* Makes room for n_bytes more; false (and failed) when memory is short. */
bool xc_fold_writer_room(struct xc_fold_writer *writer, size_t n_bytes);

/* The next bytes put come from the article bytes at original, one each. */
void xc_fold_writer_linear(struct xc_fold_writer *writer, size_t original);

/* The next bytes put all come from the piece of the article. */
void xc_fold_writer_piece(struct xc_fold_writer *writer, struct xc_span piece);

/* Puts bytes; nothing when memory is short. */
void xc_fold_writer_put(struct xc_fold_writer *writer, struct xc_str bytes);

/* Takes back every byte from n on; returns the article offset that byte n, which is
 * there, came from. */
size_t xc_fold_writer_cut(struct xc_fold_writer *writer, size_t n);

/* Puts the one space that white space at original folds to, unless one ends the text
 * already or the block is still empty. */
void xc_fold_writer_space(struct xc_fold_writer *out, size_t original);

/* Folds the ASCII of article from `at` to the first byte that is not ASCII or is a control
 * character, or to end; returns where it stopped (end when memory is short). */
size_t xc_fold_writer_ascii(struct xc_fold_writer *out, struct xc_str article,
                            size_t at, size_t end);

#endif
