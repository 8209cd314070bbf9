/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs a step function (gzip.h, zstd.h) over packed bytes, in pieces of given sizes.
 */
#ifndef XC_TESTS_UNPACKING_H
#define XC_TESTS_UNPACKING_H

#include "data/unpack.h"
#include "packed.h"
#include "suite.h"

struct unpacked {
    enum xc_status status; /* of the last step */
    struct xc_str text;    /* what came out before it */
    const char *fault;     /* with XC_BAD_INPUT */
};

/* Gives packed to step in pieces of n_in bytes and takes n_room bytes at a time. */
static inline struct unpacked
unpack_all(enum xc_status (*step)(void *handle, struct xc_unpack *, const char **),
           void *handle, struct xc_str packed, const size_t sizes[2],
           struct xc_arena *arena)
{
    struct unpacked result = {.status = XC_OK, .text = XC_STR("")};
    char *room = xc_arena_alloc(arena, sizes[1]);
    struct xc_unpack unpack = {.out = room, .room = sizes[1]};
    size_t off = 0;

    while (result.status == XC_OK && !unpack.ended) {
        const size_t n = packed.len - off < sizes[0] ? packed.len - off : sizes[0];
        const bool waited = unpack.in.len == 0 && unpack.n_out == 0;

        if (unpack.in.len == 0) {
            unpack.in = xc_str_sub(packed, off, n);
            off += n;
        }
        ck_assert_msg(!unpack.last || !waited || n > 0, "a step without an effect");
        unpack.last = n == 0;
        result.status = step(handle, &unpack, &result.fault);
        if (result.status == XC_OK)
            result.text =
                packed_join(arena, result.text, (struct xc_str){room, unpack.n_out});
    }
    return result;
}

#endif
