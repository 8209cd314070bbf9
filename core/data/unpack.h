/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One step of unpacking: what passes between gzip.h or zstd.h and their caller.
 *
 * The caller gives packed bytes and room; the callee moves in on, sets n_out and, once
 * everything is unpacked, ended.
 */
#ifndef XC_DATA_UNPACK_H
#define XC_DATA_UNPACK_H

#include "base/status.h"

struct xc_unpack {
    struct xc_str in; /* packed bytes not yet taken */
    bool last;        /* none come after them */
    char *out;        /* takes up to room unpacked bytes; room is not 0 */
    size_t room;
    size_t n_out;
    bool ended;
};

#endif
