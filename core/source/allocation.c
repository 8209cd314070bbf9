/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/allocation.h"

#include <assert.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include "base/vec.h"

struct session {
    struct xc_arena arena;
    size_t max_bytes;
    jmp_buf failed; /* jumped to with an enum xc_status */
};

/*
 * The hooks get no context, so the session hangs on the thread.  It is NULL again when
 * xc_allocation_run returns.
 */
static _Thread_local struct session *session;

/* Every allocation begins with its size, for growing. */
union header {
    size_t n_bytes;
    max_align_t align;
};

/*
 * What the library registers with itself once and for good, between sessions.  It may not
 * run short, and never does: the same few structs are made in every run.  cmark-gfm 0.29
 * takes a quarter of this.
 */
static union header registry[1024];
static size_t n_registry;

static void *
allocate_for_good(size_t n_bytes)
{
    const size_t n = 1 + (n_bytes + sizeof registry[0] - 1) / sizeof registry[0];
    union header *at = registry + n_registry;

    assert(n_bytes <= sizeof registry && n <= XC_COUNT(registry) - n_registry);
    n_registry += n;
    at->n_bytes = n_bytes;
    return at + 1;
}

static void *
allocate(size_t n_bytes)
{
    union header *at = NULL;

    if (session == NULL)
        return allocate_for_good(n_bytes);
    if (n_bytes > session->max_bytes ||
        session->arena.n_bytes > session->max_bytes - n_bytes)
        longjmp(session->failed, XC_BAD_INPUT);
    at = xc_arena_alloc(&session->arena, sizeof *at + n_bytes);
    if (at == NULL)
        longjmp(session->failed, XC_NO_MEMORY);
    at->n_bytes = n_bytes;
    return at + 1;
}

void *
xc_allocation_calloc(size_t n, size_t size)
{
    /* What is too much to be counted is too much to be had. */
    void *at = allocate(size != 0 && n > SIZE_MAX / size ? SIZE_MAX : n * size);

    memset(at, 0, n * size);
    return at;
}

void *
xc_allocation_realloc(void *old, size_t n_bytes)
{
    const size_t n_old = old == NULL ? 0 : ((union header *)old - 1)->n_bytes;
    void *at;

    if (old != NULL && n_bytes <= n_old)
        return old;
    at = allocate(n_bytes);
    if (n_old > 0)
        memcpy(at, old, n_old);
    return at;
}

void
xc_allocation_free(void *at)
{
    (void)at; /* all at once, at the end */
}

enum xc_status
xc_allocation_run(size_t max_bytes, void (*work)(void *context), void *context)
{
    struct session own = {.max_bytes = max_bytes};
    int failed;

    xc_arena_init(&own.arena);
    session = &own;
    failed = setjmp(own.failed);
    if (failed == 0)
        work(context);
    session = NULL;
    xc_arena_release(&own.arena);
    return (enum xc_status)failed;
}
