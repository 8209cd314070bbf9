/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scratch space in files: each stream is a file without a name, in TMPDIR or /tmp, that
 * is gone when the program ends, however it ends.
 */
#ifndef XC_IO_SCRATCH_H
#define XC_IO_SCRATCH_H

#include "base/scratch.h"

struct xc_scratch_files;

/* Opens n_streams empty streams; a handle, ended by xc_scratch_close.  XC_IO_FAILED:
 * told in problems (borrowed), as are later failures. */
XC_MUST_CHECK enum xc_status xc_scratch_open(size_t n_streams,
                                             struct xc_scratch_files **out,
                                             struct xc_problems *problems);

/* The callbacks on it; borrowed. */
const struct xc_scratch *xc_scratch_of(const struct xc_scratch_files *files);

/* Drops everything; accepts NULL. */
void xc_scratch_close(struct xc_scratch_files *files);

#endif
