/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A source: one document of one publisher, as read.
 *
 * Its text is what every span counts in.  For .txt and .md it is the file's own
 * bytes.  For a JSON Lines article it is the record's text, followed, when there is a
 * title, by "\n\n" and the title, so that spans in the body count in the record's
 * own text; the headline block comes first all the same.
 */
#ifndef XC_SOURCE_SOURCE_H
#define XC_SOURCE_SOURCE_H

#include "base/status.h"
#include "text/block.h"
#include "value/date.h"

struct xc_source {
    struct xc_str id;        /* the path as named; for JSON Lines path#id */
    struct xc_str path;      /* as named on the command line or found below it */
    struct xc_str publisher; /* "" when unknown, as all that follow */
    struct xc_str title;
    struct xc_str author;
    struct xc_str url;
    struct xc_str language; /* as declared: "en", "en-GB" */
    bool has_published;
    struct xc_date published; /* day known, when has_published */
    struct xc_str text;
    struct xc_block *blocks; /* in reading order */
    size_t n_blocks;
    size_t record_line; /* JSON Lines: the record's line; else 0 */
};

/*
 * Line and column (in characters) in the original file of a byte offset of the text:
 * for JSON Lines the record's line and column 0 (the format gives none).
 */
void xc_source_place(const struct xc_source *source, size_t off_bytes, size_t *out_line,
                     size_t *out_column);

/* Whether the declared language is none or English ("en", "eng", "en-US", "English"). */
bool xc_source_may_be_english(const struct xc_source *source);

#endif
