/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Probing for reuse: what two short texts share.
 *
 *     {"a": "…", "b": "…"}  ->  passages, quotations, and how much of a stands in b
 */
#ifndef XC_AUTHOR_PROBE_REUSE_H
#define XC_AUTHOR_PROBE_REUSE_H

#include "origin/overlap.h"
#include "origin/reuse.h"

/* The same words in both texts: spans of each text's own bytes. */
struct xc_probe_shared {
    struct xc_span a;
    struct xc_span b;
};

struct xc_probe_shared_vec {
    struct xc_probe_shared *items;
    size_t n;
    size_t cap;
};

struct xc_probe_reuse {
    struct xc_probe_shared_vec passages;   /* ascending by a */
    struct xc_probe_shared_vec quotations; /* the same; each piece of a at most once */
    struct xc_overlap overlap;             /* of a with b */
};

/* Compares the texts into *out (arena).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_probe_reuse(const struct xc_origin_rules *rules,
                                            const struct xc_text *a,
                                            const struct xc_text *b,
                                            struct xc_arena *arena,
                                            struct xc_probe_reuse *out);

#endif
