/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a file is packed with: by its name, and by its first bytes.
 *
 *     xc_packing_named("a.txt.gz") -> XC_PACKING_GZIP
 */
#ifndef XC_DATA_PACKING_H
#define XC_DATA_PACKING_H

#include "base/status.h"

/* How many of a file's first bytes tell all that is asked here. */
#define XC_PACKING_HEAD_BYTES 16

enum xc_packing { XC_PACKING_NONE, XC_PACKING_GZIP, XC_PACKING_ZSTD };

/* What the path's ending says (case ignored). */
enum xc_packing xc_packing_named(struct xc_str path);

/* The path without the ending that says so: "a.txt". */
struct xc_str xc_packing_strip(struct xc_str path);

/* What the first bytes of a file say. */
enum xc_packing xc_packing_seen(struct xc_str head);

/*
 * Refuses the file at path, which is to be packed so (not none), when its first bytes
 * are something else.  XC_BAD_INPUT: told as malformed, with what to do.
 */
XC_MUST_CHECK enum xc_status xc_packing_check(struct xc_str path,
                                              enum xc_packing packing,
                                              struct xc_str head,
                                              struct xc_problems *problems);

/*
 * Refuses text that is packed: head are its first bytes, which were packed so.
 * XC_BAD_INPUT: a file whose name does not say what it is, one packed twice, an archive
 * of another kind; told as malformed, with what to do.
 */
XC_MUST_CHECK enum xc_status xc_packing_check_text(struct xc_str path,
                                                   enum xc_packing packing,
                                                   struct xc_str head,
                                                   struct xc_problems *problems);

#endif
