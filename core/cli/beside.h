/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sources.yaml beside the articles that are being read.
 *
 * Articles come folder by folder, so that one file at a time is held.
 */
#ifndef XC_CLI_BESIDE_H
#define XC_CLI_BESIDE_H

#include "base/table.h"
#include "source/metadata.h"

struct xc_beside {
    struct xc_arena arena;              /* of what follows */
    struct xc_str folder;               /* ptr NULL: none read yet */
    const struct xc_metadata *metadata; /* NULL: there is no sources.yaml */
    struct xc_arena names;
    struct xc_table told; /* folders whose entries without a file were told */
};

/* An empty one, released by xc_beside_release. */
void xc_beside_init(struct xc_beside *beside);
void xc_beside_release(struct xc_beside *beside);

/* Whether what was read last is of the folder of the article at path. */
bool xc_beside_holds(const struct xc_beside *beside, struct xc_str path);

/*
 * Makes beside->metadata that of the folder of the article at path.  An entry for a file
 * that isn't there is told as a metadata problem, once a run.  XC_BAD_INPUT: there is a
 * sources.yaml, but it can't be used; told; metadata is then NULL.
 */
XC_MUST_CHECK enum xc_status xc_beside_read(struct xc_beside *beside,
                                            struct xc_str path,
                                            struct xc_problems *problems);

#endif
