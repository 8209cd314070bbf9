/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files and folders, read.
 */
#ifndef XC_IO_FILE_H
#define XC_IO_FILE_H

#include "base/status.h"

/*
 * Reads the whole regular file at path into *out (arena, NUL after it).  A FIFO, device
 * or folder is refused without blocking.  XC_BAD_INPUT: told as kind; also when it has
 * more than max_bytes.  XC_IO_FAILED: a read failed midway; told.
 */
XC_MUST_CHECK enum xc_status xc_file_read(struct xc_str path, size_t max_bytes,
                                          enum xc_problem_kind kind,
                                          struct xc_arena *arena, struct xc_str *out,
                                          struct xc_problems *problems);

/* Whether path names an existing file or folder of any kind into *out; true also when
 * that can't be found out, so that reading it tells why.  XC_NO_MEMORY or XC_OK. */
XC_MUST_CHECK enum xc_status xc_file_exists(struct xc_str path, bool *out);

/* Whether both paths name one existing regular file, into *out, by whatever links.
 * XC_NO_MEMORY or XC_OK. */
XC_MUST_CHECK enum xc_status xc_file_is_same(struct xc_str a, struct xc_str b,
                                             bool *out);

/* A text that all paths of one existing regular file have in common, into *out (arena); ""
 * when path names no such file.  XC_NO_MEMORY or XC_OK. */
XC_MUST_CHECK enum xc_status
xc_file_identity(struct xc_str path, struct xc_arena *arena, struct xc_str *out);

struct xc_path_vec {
    struct xc_str *items;
    size_t n;
    size_t cap;
};

/*
 * Appends the regular files at or below path whose names end in one of the NULL-ended
 * endings (".yaml"), folders walked in byte order of their names.  A path that names a
 * file is taken whatever its ending.  Hidden names (".git") are passed over.  Symbolic
 * links are followed, a loop of folders is entered once.  What can't be looked at (no
 * permission, a FIFO, a dangling link, too deep) is told as kind and the rest goes on.
 * Endings are compared whatever the case; a "sources.yaml" and an
 * "xclaim.yaml" below path are passed over.
 * XC_BAD_INPUT: path itself is missing or can't be looked at, or there are more
 * than XC_MAX_FILES; told.
 */
XC_MUST_CHECK enum xc_status
xc_files_walk(struct xc_str path, const char *const *endings, enum xc_problem_kind kind,
              struct xc_arena *arena, struct xc_path_vec *out,
              struct xc_problems *problems);

#endif
