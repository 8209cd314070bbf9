/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A source: one document of one publisher, as read.
 *
 * Its text is what every span counts in.  For .txt and .md it is the file's own bytes
 * (unpacked, and in UTF-8).  For a page of HTML it is the article without its markup, and
 * marks lead from it to the lines of the page; headline, captions and credits stand apart
 * behind the article's own text.  For a JSON Lines article it is the record's text, with
 * the title apart behind it, so that spans in the body count in the record's own text.
 * Blocks come in reading order all the same, the headline first.
 */
#ifndef XC_SOURCE_SOURCE_H
#define XC_SOURCE_SOURCE_H

#include "base/status.h"
#include "text/block.h"
#include "value/date.h"

/* A line of the file for every offset of a text from off_bytes on. */
struct xc_line_mark {
    size_t off_bytes;
    size_t line;
};

struct xc_node;

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
    size_t
        n_apart; /* bytes at the end of text that are no running text of the article */
    struct xc_block *blocks; /* in reading order */
    size_t n_blocks;
    size_t record_line;               /* JSON Lines: the record's line; else 0 */
    const struct xc_line_mark *marks; /* ascending by off_bytes */
    size_t n_marks; /* 0 where the text is the file's own or has one line */
    /* Front matter: its list of suppressions as it stands there (rule/suppression.h), in
     * lines of the text; NULL when there is none. */
    const struct xc_node *suppressions;
    bool is_cut; /* a part of the file could not be read, which was told */
};

/*
 * Line and column (in characters) in the original file of a byte offset of the text.
 * With marks it is the line of the last mark that is not behind it; without, for JSON
 * Lines, the record's.  Their column is 0: the format gives none.
 */
void xc_source_place(const struct xc_source *source, size_t off_bytes, size_t *out_line,
                     size_t *out_column);

/* Whether lines and columns of the text are those of the file. */
bool xc_source_is_file(const struct xc_source *source);

/* Whether the declared language is none or English ("en", "eng", "en-US", "English"). */
bool xc_source_may_be_english(const struct xc_source *source);

#endif
