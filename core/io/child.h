/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Running another program and taking what it prints.  No shell is between.
 */
#ifndef XC_IO_CHILD_H
#define XC_IO_CHILD_H

#include "base/arena.h"

/* How a program ended. */
struct xc_child {
    struct xc_str out;   /* its standard output */
    struct xc_str words; /* the start of its standard error, in one line */
    int code;            /* its exit code; 128 and the signal that ended it */
};

/*
 * Runs words[0], looked for in PATH, with the NULL-ended words, nothing on its standard
 * input, and our environment but for its language: it speaks as in the C locale.  Waits
 * for its end and fills *out (arena).
 *
 * Returns 0, or the errno of what failed: ENOENT when there is no such program, EFBIG when
 * it printed more than max_bytes (it is then ended), ENOMEM.
 */
int xc_child_run(const char *const *words, size_t max_bytes, struct xc_arena *arena,
                 struct xc_child *out);

#endif
