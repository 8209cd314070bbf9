/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file of the working folder or of one above it.
 */
#ifndef XC_IO_UPWARD_H
#define XC_IO_UPWARD_H

#include "base/status.h"

/*
 * Looks for a file called name in the working folder, then in the folder above it, and so
 * on; the last one looked at is the root, or the first that holds something called stop.
 * A folder that nobody may look into ends it, too.  The path is seen from the working
 * folder ("../xclaim.yaml"), in arena; "" when there is none.  XC_IO_FAILED: told.
 */
XC_MUST_CHECK enum xc_status xc_file_upward(const char *name, const char *stop,
                                            struct xc_arena *arena, struct xc_str *out,
                                            struct xc_problems *problems);

#endif
