/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Unpacking in pieces of different sizes, which must come to the same.
 */
#ifndef XC_TESTS_FUZZ_UNPACKING_H
#define XC_TESTS_FUZZ_UNPACKING_H

#include "data/unpack.h"
#include "harness.h"

/* A packed format: data/gzip.h or data/zstd.h. */
struct unpacking_format {
    void *(*make)(struct xc_arena *arena);
    void (*free)(void *handle);
    enum xc_status (*step)(void *handle, struct xc_unpack *step,
                           const char **out_fault);
    /* Damage is seen whatever the pieces, and all that comes before it is given out.
     * libzstd sees less: it takes the size that a frame declares seriously when it has
     * all of the frame at once, but not at the end of an empty last block. */
    bool is_exact;
};

/* Unpacks packed as a whole and in small pieces, and compares. */
void unpacking_check(const struct unpacking_format *format, struct xc_str packed);

#endif
