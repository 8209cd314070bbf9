/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the system's refusals are called: "permission denied", "is a named pipe, not a
 * file".
 */
#ifndef XC_IO_REFUSAL_H
#define XC_IO_REFUSAL_H

#include <sys/stat.h>

#include "base/status.h"

/* The words for an errno; those that users meet are ours, the others the C library's.
 * Static text or text in buffer. */
const char *xc_refusal_text(int errnum, char *buffer, size_t size);

/* What a thing of this mode is: "is a folder, not a file"; NULL for a regular file. */
const char *xc_refusal_mode(mode_t mode);

/* Tells as kind that path has the fault errnum: "WHAT: permission denied", or only the
 * fault when what is NULL.  False when memory is short. */
bool xc_refusal_tell(struct xc_problems *problems, enum xc_problem_kind kind,
                     struct xc_str path, const char *what, int errnum);

#endif
