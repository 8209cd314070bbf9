/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML into plain values, by libyaml's event API.
 *
 * Refused, each with its place: anchors, aliases, tags, directives, several documents,
 * duplicate and empty keys, keys that are not scalars, depth over XC_MAX_DATA_DEPTH, NUL
 * and control characters, bytes that are not UTF-8, files over XC_MAX_RULE_BYTES or
 * XC_MAX_RULE_NODES (XC_MAX_BESIDE_BYTES and XC_MAX_DATA_NODES where kind is no
 * XC_PROBLEM_RULE).  Linear on hostile files.
 */
#ifndef XC_DATA_YAML_H
#define XC_DATA_YAML_H

#include "data/node.h"

/*
 * Parses text (the file path's whole content) into *out_root, which lives in arena
 * and borrows nothing.  first_line is the line in the file of text's first line (1,
 * or more for front matter).  An empty document gives a NULL-kind node.
 *
 * XC_BAD_RULE: problems (of the given kind) were added, *out_root is untouched.
 */
XC_MUST_CHECK enum xc_status xc_yaml_parse(struct xc_str text, struct xc_str path,
                                           size_t first_line, enum xc_problem_kind kind,
                                           struct xc_arena *arena,
                                           struct xc_node **out_root,
                                           struct xc_problems *problems);

#endif
