/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Undated copies: an article without a date is about the instance that a dated one with
 * the same passage is about.  The other way round says nothing: a date is an article's
 * own.
 *
 *     a.txt, 2031-05-06:  "At the gala it took three men to lace her into the corset."
 *     copy.txt, undated:  "It took three men to lace her into the corset."  as in a.txt
 */
#ifndef XC_ORIGIN_UNDATED_H
#define XC_ORIGIN_UNDATED_H

#include "origin/kept.h"
#include "origin/rules.h"

/* What is needed of a source. */
struct xc_undated_source {
    bool is_dated;
    struct xc_str name; /* for the reason: "a.txt" */
};

/*
 * Places those of mentions[0..n) (of one claim, by source, then place) whose event is
 * undetermined and whose source is undated, where dated articles that share a verified
 * passage with them agree.  sources is indexed by xc_kept.source; reasons live in arena.
 */
XC_MUST_CHECK enum xc_status xc_undated_place(const struct xc_origin_rules *rules,
                                              struct xc_kept *const *mentions, size_t n,
                                              const struct xc_undated_source *sources,
                                              struct xc_arena *arena);

#endif
