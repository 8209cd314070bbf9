/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading from and writing to a descriptor: interrupted and partial calls gone on with.
 */
#ifndef XC_IO_STREAM_H
#define XC_IO_STREAM_H

#include "base/status.h"

/*
 * Opens path for reading when it is a regular file, without ever blocking on a FIFO or
 * taking a terminal; *out_fd is the caller's to close, *out_size its bytes.
 * XC_BAD_INPUT: told as kind.
 */
XC_MUST_CHECK enum xc_status xc_stream_open(struct xc_str path,
                                            enum xc_problem_kind kind, int *out_fd,
                                            size_t *out_size,
                                            struct xc_problems *problems);

/* Reads up to size bytes into buffer; *out_n is 0 at the end.  Waits on a descriptor
 * that does not block.  Returns 0, or the errno of the failure. */
int xc_stream_read(int fd, char *buffer, size_t size, size_t *out_n);

/* Writes all bytes.  Returns 0, or the errno of the failure. */
int xc_stream_write(int fd, struct xc_str bytes);

/* path with a NUL after it, in arena; NULL when memory is short.  A path with a NUL
 * inside names no file: *out_errnum is then ENOENT, else 0. */
const char *xc_stream_path(struct xc_str path, struct xc_arena *arena, int *out_errnum);

#endif
