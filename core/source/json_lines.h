/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A record of JSON Lines into a source, but for what its metadata say.
 */
#ifndef XC_SOURCE_JSON_LINES_H
#define XC_SOURCE_JSON_LINES_H

#include "source/page_line.h"
#include "source/source.h"

struct xc_json_record {
    struct xc_str text;    /* the line, without its end */
    struct xc_place place; /* path and line */
    const struct xc_page_rules *rules;
};

/*
 * Fills *out from the record (borrowed): text, blocks and fields; *out_name is its id, or
 * "line N".  XC_BAD_INPUT: told.
 */
XC_MUST_CHECK enum xc_status xc_json_lines_read(const struct xc_json_record *record,
                                                struct xc_arena *arena,
                                                struct xc_source *out,
                                                struct xc_str *out_name,
                                                struct xc_problems *problems);

#endif
