/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Unified diffs as git writes them: which lines of which files a change touches.
 *
 * Only the new side counts: a line that was only taken away touches nothing, and a file
 * that is gone is not listed.
 *
 *     diff --git a/pier.md b/pier.md
 *     @@ -4 +4,2 @@                     ->  pier.md: lines 4 and 5
 */
#ifndef XC_DATA_UNIFIED_DIFF_H
#define XC_DATA_UNIFIED_DIFF_H

#include "base/status.h"

struct xc_unified_diff_file {
    struct xc_str path;     /* from the top of the repository */
    bool is_whole;          /* new, or binary: every line is touched */
    struct xc_range *lines; /* ascending, apart from one another; from 1 */
    size_t n_lines;
};

/* By path. */
struct xc_unified_diff {
    struct xc_unified_diff_file *items;
    size_t n;
    size_t cap;
};

/*
 * Reads text, which path names in problems, into *out (arena; paths may borrow from
 * text).  What stands between files and hunks is passed over.  XC_BAD_INPUT: a header can't
 * be read, or a hunk is not as long as it says or out of order; told.
 */
XC_MUST_CHECK enum xc_status
xc_unified_diff_read(struct xc_str text, struct xc_str path, struct xc_arena *arena,
                     struct xc_unified_diff *out, struct xc_problems *problems);

/* Adds a file of which every line is touched; call xc_unified_diff_sort afterwards.  False when
 * memory is short. */
bool xc_unified_diff_add_whole(struct xc_unified_diff *diff, struct xc_str path,
                               struct xc_arena *arena);

/* Puts the files into the order that xc_unified_diff_find needs. */
void xc_unified_diff_sort(struct xc_unified_diff *diff);

/* The file of that path, or NULL. */
const struct xc_unified_diff_file *
xc_unified_diff_find(const struct xc_unified_diff *diff, struct xc_str path);

/* Whether one of the lines first to last, both counted in, is touched. */
bool xc_unified_diff_touches(const struct xc_unified_diff_file *file, size_t first,
                             size_t last);

#endif
