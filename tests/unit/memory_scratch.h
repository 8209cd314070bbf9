/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scratch space in memory, which fails when it is told to.
 */
#ifndef XC_TESTS_MEMORY_SCRATCH_H
#define XC_TESTS_MEMORY_SCRATCH_H

#include <check.h>

#include "base/scratch.h"
#include "base/vec.h"
#include "origin/corpus.h"

struct bytes {
    char *items;
    size_t n;
    size_t cap;
};

struct memory_scratch {
    struct xc_arena *arena;
    struct bytes streams[XC_CORPUS_STREAMS];
    size_t n_left; /* calls until one fails */
};

static enum xc_status
memory_append(void *context, size_t stream, const void *bytes, size_t n)
{
    struct memory_scratch *memory = context;
    struct bytes *to = &memory->streams[stream];
    size_t i;

    ck_assert_uint_lt(stream, XC_CORPUS_STREAMS);
    if (memory->n_left-- == 0)
        return XC_IO_FAILED;
    for (i = 0; i < n; i++) {
        char *byte = XC_VEC_ADD(to, memory->arena);

        ck_assert_ptr_nonnull(byte);
        *byte = ((const char *)bytes)[i];
    }
    return XC_OK;
}

static enum xc_status
memory_read(void *context, size_t stream, uint64_t off, void *bytes, size_t n)
{
    struct memory_scratch *memory = context;

    ck_assert_uint_lt(stream, XC_CORPUS_STREAMS);
    ck_assert_uint_le(off + n, memory->streams[stream].n);
    if (memory->n_left-- == 0)
        return XC_IO_FAILED;
    if (n > 0)
        memcpy(bytes, &memory->streams[stream].items[off], n);
    return XC_OK;
}

/* Scratch space on *memory, whose n_left-th call fails (SIZE_MAX: none). */
static inline struct xc_scratch
memory_scratch(struct memory_scratch *memory, struct xc_arena *arena, size_t n_left)
{
    memset(memory, 0, sizeof *memory);
    memory->arena = arena;
    memory->n_left = n_left;
    return (struct xc_scratch){memory, XC_CORPUS_STREAMS, memory_append, memory_read};
}

#endif
