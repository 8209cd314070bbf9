/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that is given back all at once, and blocks for what can't wait so long.
 *
 * Three arenas live in a run: the program's (rules, compiled engine), the run's
 * (what outlasts an article) and the article's (everything else, reset between
 * articles).  Pointers never move.  This is the only file that calls malloc; under
 * AddressSanitizer every allocation is a malloc of its own, so that an overrun
 * cannot hide inside a block.
 *
 *     struct xc_arena arena;
 *     xc_arena_init(&arena);
 *     char *copy = xc_arena_copy(&arena, text.ptr, text.len);
 *     xc_arena_release(&arena);
 */
#ifndef XC_BASE_ARENA_H
#define XC_BASE_ARENA_H

#include <stdarg.h>

#include "base/span.h"

struct xc_arena_chunk;

struct xc_arena {
    struct xc_arena_chunk *newest; /* chunks, newest first; NULL when empty */
    size_t n_bytes;                /* handed out since init or reset */
};

/* Makes an empty arena; allocates nothing, so it can't fail. */
void xc_arena_init(struct xc_arena *arena);

/* Frees everything; the arena is empty and usable afterwards. */
void xc_arena_release(struct xc_arena *arena);

/* Forgets every allocation but keeps the largest chunk for the next article. */
void xc_arena_reset(struct xc_arena *arena);

/* Moves all that lives in from, which is then empty, into arena. */
void xc_arena_adopt(struct xc_arena *arena, struct xc_arena *from);

/*
 * n_bytes of uninitialised memory aligned for any type, valid until reset or
 * release; NULL when memory is short or n_bytes is over XC_MAX_ALLOCATION_BYTES.
 * Zero bytes give a valid pointer that must not be read.
 */
void *xc_arena_alloc(struct xc_arena *arena, size_t n_bytes);

/*
 * Makes the n_bytes at `at` wanted_bytes (no fewer), in their place: true when they were
 * the last to be handed out and there is room behind them.  False changes nothing.
 */
bool xc_arena_extend(struct xc_arena *arena, const void *at, size_t n_bytes,
                     size_t wanted_bytes);

/* The same as xc_arena_alloc for n elements of size bytes each, zeroed; NULL also on overflow. */
void *xc_arena_array(struct xc_arena *arena, size_t n, size_t size);

/* A copy of len bytes with a NUL after it; NULL when memory is short. */
char *xc_arena_copy(struct xc_arena *arena, const char *bytes, size_t len);

/* Copies text into the arena; *out borrows from it.  False when memory is short. */
bool xc_arena_str(struct xc_arena *arena, struct xc_str text, struct xc_str *out);

/*
 * Text made as printf would (NUL-ended; len does not count the NUL).  When memory
 * is short the str's ptr is NULL.  Use %.*s with (int)len for a str.
 */
struct xc_str xc_arena_printf(struct xc_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct xc_str xc_arena_vprintf(struct xc_arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Blocks that can be given back one by one as well: memory for a library that frees as
 * it goes and may have to be left in the middle. */
struct xc_blocks {
    struct xc_heap_block *newest; /* NULL when there is none */
};

/* n_bytes of uninitialised memory aligned for any type; NULL when memory is short or
 * n_bytes is over XC_MAX_ALLOCATION_BYTES.  {NULL} is an empty set of blocks. */
void *xc_blocks_alloc(struct xc_blocks *blocks, size_t n_bytes);

/* Frees what xc_blocks_alloc returned for the same set; NULL is accepted. */
void xc_blocks_free(struct xc_blocks *blocks, void *at);

/* Frees all blocks; the set is empty and usable afterwards. */
void xc_blocks_release(struct xc_blocks *blocks);

#endif
