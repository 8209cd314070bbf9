/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The one place that writes JSON: brackets, commas, indentation and escapes.
 *
 * Pretty-printed with two spaces, or all in one line.  What comes out is ASCII-safe where it matters:
 * controls, bidirectional and other hidden characters are written as \uXXXX, and a
 * piece that is not UTF-8 as U+FFFD, so the output is valid and inert whatever goes in.
 *
 *     xc_json_emit_open(&emit, NULL, '{');
 *     xc_json_emit_number(&emit, "format", 1);
 *     xc_json_emit_close(&emit);
 */
#ifndef XC_REPORT_JSON_EMIT_H
#define XC_REPORT_JSON_EMIT_H

#include "base/sink.h"

/* Nesting of a report: fixed by its shape, not by input (asserted). */
#define XC_JSON_EMIT_DEPTH 16

struct xc_json_emit {
    struct xc_sink *sink;
    bool in_line; /* no line breaks: one document a line */
    size_t depth;
    char closing[XC_JSON_EMIT_DEPTH]; /* of each open bracket */
    bool filled[XC_JSON_EMIT_DEPTH];  /* whether something stands in it */
};

/* Starts a document that goes to sink (borrowed). */
void xc_json_emit_init(struct xc_json_emit *emit, struct xc_sink *sink);

/* The same, in one line: for JSON Lines. */
void xc_json_emit_init_line(struct xc_json_emit *emit, struct xc_sink *sink);

/* Opens an object ('{') or an array ('['); key is NULL within an array and at the
 * top.  xc_json_emit_close closes the innermost one; the last one ends the line. */
void xc_json_emit_open(struct xc_json_emit *emit, const char *key, char bracket);
void xc_json_emit_close(struct xc_json_emit *emit);

/* The same for an object's key that comes from input. */
void xc_json_emit_open_named(struct xc_json_emit *emit, struct xc_str key,
                             char bracket);

/* One member (key NULL: element). */
void xc_json_emit_str(struct xc_json_emit *emit, const char *key, struct xc_str text);
void xc_json_emit_number(struct xc_json_emit *emit, const char *key, size_t number);
void xc_json_emit_bool(struct xc_json_emit *emit, const char *key, bool flag);
void xc_json_emit_null(struct xc_json_emit *emit, const char *key);

/* As above, but the empty text (the number 0) means unknown and is written as null. */
void xc_json_emit_known_str(struct xc_json_emit *emit, const char *key,
                            struct xc_str text);
void xc_json_emit_known_number(struct xc_json_emit *emit, const char *key,
                               size_t number);

#endif
