/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

#if defined(__SANITIZE_ADDRESS__)
#define ONE_MALLOC_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_MALLOC_EACH 1
#endif
#endif
#ifndef ONE_MALLOC_EACH
#define ONE_MALLOC_EACH 0
#endif

struct xc_arena_chunk {
    struct xc_arena_chunk *older;
    size_t cap_bytes;
    size_t used_bytes;
    _Alignas(max_align_t) unsigned char bytes[];
};

static const size_t first_chunk_bytes = (size_t)16 << 10;
static const size_t chunk_ceiling_bytes = (size_t)1 << 20;

void
xc_arena_init(struct xc_arena *arena)
{
    arena->newest = NULL;
    arena->n_bytes = 0;
}

static void
free_chunks(struct xc_arena_chunk *chunk)
{
    while (chunk != NULL) {
        struct xc_arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

void
xc_arena_release(struct xc_arena *arena)
{
    free_chunks(arena->newest);
    xc_arena_init(arena);
}

void
xc_arena_reset(struct xc_arena *arena)
{
    struct xc_arena_chunk *keep = arena->newest;

    if (ONE_MALLOC_EACH || keep == NULL) {
        xc_arena_release(arena);
        return;
    }
    /* An article of 64 MiB must not leave its memory behind for the whole run, so
     * only a chunk of ordinary size is kept. */
    free_chunks(keep->older);
    keep->older = NULL;
    keep->used_bytes = 0;
    arena->n_bytes = 0;
    if (keep->cap_bytes > chunk_ceiling_bytes)
        xc_arena_release(arena);
}

void
xc_arena_adopt(struct xc_arena *arena, struct xc_arena *from)
{
    struct xc_arena_chunk *oldest = from->newest;

    if (oldest == NULL)
        return;
    while (oldest->older != NULL)
        oldest = oldest->older;
    /* Behind the newest, which has room left. */
    if (arena->newest == NULL) {
        arena->newest = from->newest;
    } else {
        oldest->older = arena->newest->older;
        arena->newest->older = from->newest;
    }
    arena->n_bytes += from->n_bytes;
    xc_arena_init(from);
}

static struct xc_arena_chunk *
add_chunk(struct xc_arena *arena, size_t need_bytes)
{
    struct xc_arena_chunk *chunk;
    size_t cap = first_chunk_bytes;

    if (ONE_MALLOC_EACH)
        cap = need_bytes;
    else if (arena->newest != NULL)
        cap = arena->newest->cap_bytes * 2;
    if (!ONE_MALLOC_EACH && cap > chunk_ceiling_bytes)
        cap = chunk_ceiling_bytes;
    if (cap < need_bytes)
        cap = need_bytes;
    chunk = malloc(sizeof *chunk + cap);
    if (chunk == NULL)
        return NULL;
    chunk->cap_bytes = cap;
    chunk->used_bytes = 0;
    chunk->older = arena->newest;
    arena->newest = chunk;
    return chunk;
}

void *
xc_arena_alloc(struct xc_arena *arena, size_t n_bytes)
{
    struct xc_arena_chunk *chunk = arena->newest;
    const size_t align = _Alignof(max_align_t);
    size_t need;
    void *at;

    if (n_bytes > XC_MAX_ALLOCATION_BYTES)
        return NULL;
    /* Exact sizes under AddressSanitizer, so that one byte too many is seen. */
    need = ONE_MALLOC_EACH ? n_bytes : (n_bytes + align - 1) / align * align;
    if (ONE_MALLOC_EACH || chunk == NULL || chunk->cap_bytes - chunk->used_bytes < need)
        chunk = add_chunk(arena, need);
    if (chunk == NULL)
        return NULL;
    at = chunk->bytes + chunk->used_bytes;
    chunk->used_bytes += need;
    arena->n_bytes += need;
    return at;
}

bool
xc_arena_extend(struct xc_arena *arena, const void *at, size_t n_bytes,
                size_t wanted_bytes)
{
    struct xc_arena_chunk *chunk = arena->newest;
    const size_t align = _Alignof(max_align_t);
    size_t held = (n_bytes + align - 1) / align * align;
    size_t more;

    /* What was handed out last ends where the chunk's free bytes begin. */
    if (ONE_MALLOC_EACH || chunk == NULL || wanted_bytes > XC_MAX_ALLOCATION_BYTES ||
        (const unsigned char *)at + held !=
            (const unsigned char *)chunk->bytes + chunk->used_bytes)
        return false;
    more = (wanted_bytes + align - 1) / align * align - held;
    if (chunk->cap_bytes - chunk->used_bytes < more)
        return false;
    chunk->used_bytes += more;
    arena->n_bytes += more;
    return true;
}

void *
xc_arena_array(struct xc_arena *arena, size_t n, size_t size)
{
    void *at;

    if (size != 0 && n > SIZE_MAX / size)
        return NULL;
    at = xc_arena_alloc(arena, n * size);
    if (at != NULL)
        memset(at, 0, n * size);
    return at;
}

char *
xc_arena_copy(struct xc_arena *arena, const char *bytes, size_t len)
{
    char *copy;

    if (len >= XC_MAX_ALLOCATION_BYTES)
        return NULL;
    copy = xc_arena_alloc(arena, len + 1);
    if (copy == NULL)
        return NULL;
    if (len > 0)
        memcpy(copy, bytes, len);
    copy[len] = '\0';
    return copy;
}

bool
xc_arena_str(struct xc_arena *arena, struct xc_str text, struct xc_str *out)
{
    char *copy = xc_arena_copy(arena, text.ptr, text.len);

    if (copy == NULL)
        return false;
    *out = (struct xc_str){copy, text.len};
    return true;
}

struct xc_str
xc_arena_vprintf(struct xc_arena *arena, const char *format, va_list args)
{
    struct xc_str none = {NULL, 0};
    va_list again;
    char *text;
    int len;

    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, args);
    text = len < 0 ? NULL : xc_arena_alloc(arena, (size_t)len + 1);
    if (text != NULL)
        (void)vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text == NULL ? none : (struct xc_str){text, (size_t)len};
}

struct xc_str
xc_arena_printf(struct xc_arena *arena, const char *format, ...)
{
    struct xc_str text;
    va_list args;

    va_start(args, format);
    text = xc_arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

struct xc_heap_block {
    struct xc_heap_block *older;
    struct xc_heap_block *newer;
    _Alignas(max_align_t) unsigned char bytes[];
};

void *
xc_blocks_alloc(struct xc_blocks *blocks, size_t n_bytes)
{
    struct xc_heap_block *block;

    if (n_bytes > XC_MAX_ALLOCATION_BYTES)
        return NULL;
    block = malloc(sizeof *block + n_bytes);
    if (block == NULL)
        return NULL;
    block->older = blocks->newest;
    block->newer = NULL;
    if (block->older != NULL)
        block->older->newer = block;
    blocks->newest = block;
    return block->bytes;
}

void
xc_blocks_free(struct xc_blocks *blocks, void *at)
{
    struct xc_heap_block *block;

    if (at == NULL)
        return;
    block = (struct xc_heap_block *)((unsigned char *)at -
                                     offsetof(struct xc_heap_block, bytes));
    if (block->older != NULL)
        block->older->newer = block->newer;
    if (block->newer != NULL)
        block->newer->older = block->older;
    else
        blocks->newest = block->older;
    free(block);
}

void
xc_blocks_release(struct xc_blocks *blocks)
{
    struct xc_heap_block *older;

    for (; blocks->newest != NULL; blocks->newest = older) {
        older = blocks->newest->older;
        free(blocks->newest);
    }
}
