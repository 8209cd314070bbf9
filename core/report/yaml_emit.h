/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML out: scalars that load as the very text that went in, whatever it holds.
 *
 *     say "no": #1  ->  "say \"no\": #1"
 */
#ifndef XC_REPORT_YAML_EMIT_H
#define XC_REPORT_YAML_EMIT_H

#include "base/sink.h"

/* The text, valid UTF-8, as a double-quoted scalar on one line.  What YAML or a terminal
 * takes for more than a letter (controls, line ends, bidirectional marks) is escaped. */
void xc_yaml_quoted(struct xc_sink *sink, struct xc_str text);

/* The same for reading, in a comment: line ends become spaces. */
void xc_yaml_quoted_line(struct xc_sink *sink, struct xc_str text);

#endif
