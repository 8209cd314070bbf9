/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Zstandard (RFC 8878), by libzstd, piece by piece; the only file that knows libzstd.
 *
 * Frames that follow one another are read as one, skippable ones are passed over.  A
 * frame that wants a window of more than 2^XC_MAX_ZSTD_WINDOW_LOG bytes is refused
 * before memory is taken for it.
 */
#ifndef XC_DATA_ZSTD_H
#define XC_DATA_ZSTD_H

#include "data/unpack.h"

struct xc_zstd;

/* Whether bytes begin as zstd data do (a skippable frame, too); four bytes tell. */
bool xc_zstd_begins(struct xc_str bytes);

/* As xc_gzip_new, xc_gzip_free and xc_gzip_step, but that of the piece in which damage
 * shows nothing may be given out. */
XC_MUST_CHECK enum xc_status xc_zstd_new(struct xc_arena *arena, struct xc_zstd **out);
void xc_zstd_free(struct xc_zstd *zstd);
XC_MUST_CHECK enum xc_status xc_zstd_step(struct xc_zstd *zstd, struct xc_unpack *step,
                                          const char **out_fault);

#endif
