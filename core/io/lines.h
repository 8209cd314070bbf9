/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file of articles line by line: JSON Lines, from a file or from standard input.
 *
 * Only the line at hand is held in memory, however long the file is, packed or not.
 */
#ifndef XC_IO_LINES_H
#define XC_IO_LINES_H

#include "base/status.h"

struct xc_lines;

/* Opens path ("-": standard input) for reading lines; a handle, freed by xc_lines_close.
 * XC_BAD_INPUT as xc_input_open. */
XC_MUST_CHECK enum xc_status xc_lines_open(struct xc_str path, struct xc_lines **out,
                                           struct xc_problems *problems);

/* Frees lines, which may be NULL. */
void xc_lines_close(struct xc_lines *lines);

/*
 * The next line without its "\n" or "\r\n", borrowed until the next call; its number
 * from 1 in *out_number.  *out_found is false at the end.  A line over
 * XC_MAX_ARTICLE_BYTES is told as malformed and skipped.  At a place where packed data
 * are cut off or damaged that is told, the line begun there is dropped, and the lines
 * are at their end.  XC_IO_FAILED: told.
 */
XC_MUST_CHECK enum xc_status xc_lines_next(struct xc_lines *lines, struct xc_str *out,
                                           size_t *out_number, bool *out_found,
                                           struct xc_problems *problems);

/* How many times so far a line was skipped or the rest of the lines was lost. */
size_t xc_lines_lost(const struct xc_lines *lines);

#endif
