/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bytes of a file of articles, or of standard input: unpacked when they are gzip or
 * zstd, and turned into UTF-8 when a mark says UTF-16 or UTF-32.
 *
 * A file is unpacked when its name says so (a.txt.gz, a.jsonl.zst), standard input when
 * its first bytes do.  All else comes as it is.
 */
#ifndef XC_IO_INPUT_H
#define XC_IO_INPUT_H

#include "base/status.h"

struct xc_input;

/*
 * Opens path ("-": standard input) for reading; a handle, freed by xc_input_close.
 * XC_BAD_INPUT: missing, no permission, not a regular file; told as unreadable.
 */
XC_MUST_CHECK enum xc_status xc_input_open(struct xc_str path, struct xc_input **out,
                                           struct xc_problems *problems);

/* Frees input, which may be NULL. */
void xc_input_close(struct xc_input *input);

/*
 * Reads between 1 and size bytes into buffer (size at least 4); *out_n is 0 at the end.
 * Characters that were replaced are told there, once, as an encoding problem.  line is
 * where the bytes asked for belong, for problems; 0: not known.
 *
 * XC_BAD_INPUT: packed data that are cut off, damaged, packed twice or not what the
 * name says, or that grow beyond XC_MAX_COMPRESSION_RATIO; told as malformed with what
 * to do, after all bytes before that place have been given out.  XC_IO_FAILED: told.
 */
XC_MUST_CHECK enum xc_status xc_input_read(struct xc_input *input, size_t line,
                                           char *buffer, size_t size, size_t *out_n,
                                           struct xc_problems *problems);

/*
 * Reads all of path into *out, with a NUL after it.  arena is emptied first and then
 * holds nothing else, so that a growing text can be moved and its old place given back.
 * XC_BAD_INPUT: as above, or more than max_bytes; told.
 */
XC_MUST_CHECK enum xc_status xc_input_whole(struct xc_str path, size_t max_bytes,
                                            struct xc_arena *arena, struct xc_str *out,
                                            struct xc_problems *problems);

#endif
