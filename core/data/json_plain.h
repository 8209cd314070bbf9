/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON's plain case, read without a library: one object of scalars, as most records of
 * JSON Lines are.
 *
 *     {"id": "a/1", "day": 7, "text": "A \"b\""}
 *
 * It answers only where it is sure to find what the library would; all else, faults
 * included, is not plain and left to json.h.
 */
#ifndef XC_DATA_JSON_PLAIN_H
#define XC_DATA_JSON_PLAIN_H

#include "data/node.h"

/*
 * The tree of text in *out_root (arena, borrows nothing), its nodes on line line, as
 * xc_json_parse makes it; NULL when text is not plain.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_json_plain(struct xc_str text, size_t line,
                                           struct xc_arena *arena,
                                           struct xc_node **out_root);

#endif
