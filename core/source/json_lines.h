/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A record of JSON Lines into a source, but for what its metadata say.
 */
#ifndef XC_SOURCE_JSON_LINES_H
#define XC_SOURCE_JSON_LINES_H

#include "source/source.h"

/*
 * Fills *out from the record on line number line of the file path: text, blocks and
 * fields; *out_name is its id, or "line N".  XC_BAD_INPUT: told.
 */
XC_MUST_CHECK enum xc_status
xc_json_lines_read(struct xc_str record, struct xc_place place, struct xc_arena *arena,
                   struct xc_source *out, struct xc_str *out_name,
                   struct xc_problems *problems);

#endif
