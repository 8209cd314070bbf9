/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON into plain values, by jansson: duplicate keys and bad UTF-8 are refused.
 */
#ifndef XC_DATA_JSON_H
#define XC_DATA_JSON_H

#include "data/node.h"

/* Call once before the first text when there are to be several threads: the library keeps
 * its allocator for all of them.  Can't fail. */
void xc_json_prepare(void);

/*
 * Parses one JSON value from text into *out_root (arena).  line is the line of text
 * in the file path, for problems; the nodes carry it too, with column 0.
 *
 * XC_BAD_INPUT: one problem of kind XC_PROBLEM_MALFORMED was added.
 */
XC_MUST_CHECK enum xc_status xc_json_parse(struct xc_str text, struct xc_str path,
                                           size_t line, struct xc_arena *arena,
                                           struct xc_node **out_root,
                                           struct xc_problems *problems);

/* The same for a report of our own, which may have XC_MAX_REPORT_NODES values. */
XC_MUST_CHECK enum xc_status
xc_json_parse_report(struct xc_str text, struct xc_str path, struct xc_arena *arena,
                     struct xc_node **out_root, struct xc_problems *problems);

#endif
