/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scratch space for what does not fit in memory, handed in by whoever has files: the
 * pure rooms know these callbacks only.
 *
 * A stream is a sequence of bytes that grows at its end and is read anywhere.  What is
 * written is read back in the same run, on the same machine, and never after.
 */
#ifndef XC_BASE_SCRATCH_H
#define XC_BASE_SCRATCH_H

#include <stdint.h>

#include "base/status.h"

struct xc_scratch {
    void *context;
    size_t n_streams;
    /* Appends n bytes to the stream.  XC_IO_FAILED: told. */
    enum xc_status (*append)(void *context, size_t stream, const void *bytes, size_t n);
    /* Reads n bytes at off, all of which were appended before.  XC_IO_FAILED: told. */
    enum xc_status (*read)(void *context, size_t stream, uint64_t off, void *bytes,
                           size_t n);
};

#endif
