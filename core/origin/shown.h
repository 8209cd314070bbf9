/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of an edge as people see them: short, on one line.
 */
#ifndef XC_ORIGIN_SHOWN_H
#define XC_ORIGIN_SHOWN_H

#include "base/arena.h"

/*
 * The first XC_MAX_SHOWN_WORDS words of the pieces one after another, one space between
 * them, " …" after them when there are more; in arena, ptr NULL when memory is short.
 */
struct xc_str xc_shown_text(const struct xc_str *pieces, size_t n_pieces,
                            struct xc_arena *arena);

/* The same for word keys words[0..n): a clitic ("'s") follows its word directly. */
struct xc_str xc_shown_words(const struct xc_str *words, size_t n,
                             struct xc_arena *arena);

#endif
