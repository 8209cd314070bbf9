/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gzip (RFC 1952), by zlib, piece by piece; the only file that knows zlib.
 *
 * Members that follow one another are read as one; zero bytes after the last are
 * padding, as tapes and block devices leave it.  How much may come out of how little is
 * the caller's to watch.
 */
#ifndef XC_DATA_GZIP_H
#define XC_DATA_GZIP_H

#include "data/unpack.h"

struct xc_gzip;

/* Whether bytes begin as gzip data do; three bytes tell. */
bool xc_gzip_begins(struct xc_str bytes);

/* A handle in arena, to be freed by xc_gzip_free before the arena is: the library has
 * memory of its own. */
XC_MUST_CHECK enum xc_status xc_gzip_new(struct xc_arena *arena, struct xc_gzip **out);

/* Frees what the library holds; gzip may be NULL. */
void xc_gzip_free(struct xc_gzip *gzip);

/*
 * Unpacks on.  After XC_OK step has some output, or has no input left, or has ended.
 * XC_BAD_INPUT: the data are at fault, and every further step says so, too; *out_fault
 * (static) says how in words that follow a file's name ("is cut off").  What could be
 * unpacked before the fault has been given out.
 */
XC_MUST_CHECK enum xc_status xc_gzip_step(struct xc_gzip *gzip, struct xc_unpack *step,
                                          const char **out_fault);

#endif
