/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a change touches, asked of git: the lines that differ between the merge base of a
 * commit with HEAD and the files as they now are, committed or not.
 *
 *     xc_git_changes(XC_STR("origin/main"), ".", &arena, &problems, &changes)
 *     xc_changes_touch(&changes, XC_STR("news/pier.md"), 4, 5)
 */
#ifndef XC_IO_GIT_H
#define XC_IO_GIT_H

#include "data/unified_diff.h"

struct xc_changes {
    struct xc_str top; /* the folder of the working tree, canonical, NUL-ended */
    struct xc_unified_diff
        diff; /* with the files that git does not know yet, all their lines */
};

/*
 * Runs git for the repository that folder is in (NULL: the working folder) and fills *out
 * (arena) with what has changed since the merge base of the commit ref with HEAD.
 *
 * XC_BAD_OPTION: there is no git, no repository, no such commit, or no merge base, as in
 * a shallow clone; told, with what to do.  XC_IO_FAILED: git could not be run or its answer
 * not be read; told.
 */
XC_MUST_CHECK enum xc_status xc_git_changes(struct xc_str ref, const char *folder,
                                            struct xc_arena *arena,
                                            struct xc_changes *out,
                                            struct xc_problems *problems);

/*
 * Whether the change touches the file at path (by its text, its name or its mode).  path
 * is as a user names it: from the working folder, or from the root; symbolic links are
 * followed.  A file outside of the repository, or none at all ("-"), is not touched.
 */
bool xc_changes_has_file(const struct xc_changes *changes, struct xc_str path);

/* Whether the change touches one of its lines first to last, both counted in. */
bool xc_changes_touch(const struct xc_changes *changes, struct xc_str path,
                      size_t first, size_t last);

#endif
