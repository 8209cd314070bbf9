/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes that grow: the only thing in an arena, so that the old ones can be given back.
 */
#ifndef XC_IO_BUFFER_H
#define XC_IO_BUFFER_H

#include "base/arena.h"

/*
 * Moves the kept bytes to the start of a new buffer of cap bytes (at least kept.len) and
 * gives back all else that arena holds.  *bytes is then the new buffer.  False when
 * memory is short; nothing has changed then.
 */
bool xc_buffer_regrow(struct xc_arena *arena, struct xc_str kept, size_t cap,
                      char **bytes);

#endif
