/* SPDX-License-Identifier: Apache-2.0 */
/* The reader that the tests of a program share. */
#ifndef READER_BENCH_H
#define READER_BENCH_H

#include <stdlib.h>

#include "engine/reader.h"

static struct xc_arena reader_arena;
static const struct xc_reader *reader;

/* Call first in main. */
static inline void
reader_open(void)
{
    if (xc_reader_new(&reader_arena, &reader) != XC_OK)
        abort();
}

/* Call last, with what the suite returned. */
static inline int
reader_close(int result)
{
    xc_arena_release(&reader_arena);
    return result;
}

#endif
