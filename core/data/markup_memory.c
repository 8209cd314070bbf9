/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup_memory.h"

#include <assert.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include "base/vec.h"

/* Stands before every allocation, for growing. */
union header {
    size_t n_bytes;
    max_align_t align;
};

struct memory {
    struct xc_blocks blocks;
    jmp_buf left; /* jumped to with an enum xc_status */
};

/* The hooks get no context, so it hangs on the thread, NULL between runs. */
static _Thread_local struct memory *markup_memory;

/*
 * What the library makes of itself once and for good, before the first run.  It may not
 * run short, and never does: the same few structs are made in every run.  libxml2 2.9.14
 * takes a tenth of this.
 */
static union header registry[2048];
static size_t n_registry;

static void *
take_for_good(size_t n_bytes)
{
    const size_t n = 1 + (n_bytes + sizeof registry[0] - 1) / sizeof registry[0];
    union header *at = registry + n_registry;

    assert(n_bytes <= sizeof registry && n <= XC_COUNT(registry) - n_registry);
    n_registry += n;
    at->n_bytes = n_bytes;
    return at + 1;
}

void *
xc_markup_memory_take(size_t n_bytes)
{
    union header *at = NULL;

    if (markup_memory == NULL)
        return take_for_good(n_bytes);
    if (n_bytes <= SIZE_MAX - sizeof *at)
        at = xc_blocks_alloc(&markup_memory->blocks, sizeof *at + n_bytes);
    if (at == NULL)
        xc_markup_memory_leave(XC_NO_MEMORY);
    at->n_bytes = n_bytes;
    return at + 1;
}

void
xc_markup_memory_give(void *at)
{
    if (at != NULL && markup_memory != NULL)
        xc_blocks_free(&markup_memory->blocks, (union header *)at - 1);
}

void *
xc_markup_memory_grow(void *old, size_t n_bytes)
{
    void *at = xc_markup_memory_take(n_bytes);
    size_t n_old;

    if (old == NULL || at == NULL)
        return at;
    n_old = ((union header *)old - 1)->n_bytes;
    memcpy(at, old, n_old < n_bytes ? n_old : n_bytes);
    xc_markup_memory_give(old);
    return at;
}

char *
xc_markup_memory_copy(const char *text)
{
    const size_t n = strlen(text) + 1;
    char *copy = xc_markup_memory_take(n);

    if (copy != NULL)
        memcpy(copy, text, n);
    return copy;
}

_Noreturn void
xc_markup_memory_leave(enum xc_status status)
{
    longjmp(markup_memory->left, (int)status);
}

enum xc_status
xc_markup_memory_run(void (*work)(void *context), void *context, void (*done)(void))
{
    struct memory memory = {.blocks = {NULL}};
    int status;

    markup_memory = &memory;
    status = setjmp(memory.left);
    if (status == 0)
        work(context);
    done();
    markup_memory = NULL;
    xc_blocks_release(&memory.blocks);
    return (enum xc_status)status;
}
