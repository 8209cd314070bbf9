/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes into sources: one reader per format, chosen by the file name's ending.
 *
 *     xc_reader_format("a/b.md") -> XC_FORMAT_MARKDOWN
 */
#ifndef XC_ENGINE_READER_H
#define XC_ENGINE_READER_H

#include "source/metadata.h"
#include "source/source.h"
#include "web/feed.h"

enum xc_format {
    XC_FORMAT_UNKNOWN, /* not a source: skipped in folders, an error when named */
    XC_FORMAT_TEXT,
    XC_FORMAT_MARKDOWN,
    XC_FORMAT_JSON_LINES,
    XC_FORMAT_HTML,
    XC_FORMAT_FEED, /* RSS, Atom */
};

/* The format that the ending of path names (case ignored), whether the file is packed
 * ("a.md.gz") or not. */
enum xc_format xc_reader_format(struct xc_str path);

/*
 * What all readings share, read-only; lives in arena.  Call it before the first article,
 * while there is one thread: the libraries behind Markdown, HTML and JSON keep tables of
 * their own.  XC_NO_MEMORY is the only failure.
 */
struct xc_reader;

XC_MUST_CHECK enum xc_status xc_reader_new(struct xc_arena *arena,
                                           const struct xc_reader **out);

/* One article as it stands in its file; all of it is borrowed. */
struct xc_document {
    enum xc_format format;
    struct xc_str path;
    struct xc_str bytes; /* the whole file, or a line of JSON Lines without its '\n' */
    size_t line;         /* JSON Lines: the number of that line */
    const struct xc_feed *feed; /* a feed's item: the feed, and the item's number */
    size_t item;
    const struct xc_metadata *metadata; /* of the sources.yaml beside it; or NULL */
};

/*
 * Reads one document (it must outlive *out) as one source.  What the metadata say
 * overrides what the file says.  NUL bytes and invalid UTF-8 are told as one encoding
 * problem and read all the same.
 *
 * A whole file (.txt, .md, .html): an empty one is a source without blocks; front matter
 * that can't be read is a metadata problem.  A line of JSON Lines: the object's keys are
 * id, publisher, title, published, url, language, author and text (required string);
 * unknown keys are ignored; without an id it is "line N"; blank lines are the caller's to
 * skip.  The id of a line, or of an item of a feed, is path#name.
 *
 * XC_BAD_INPUT: nothing could be made of it (over XC_MAX_ARTICLE_BYTES, HTML nested too
 * deep or without an article, a record without text); told.
 */
XC_MUST_CHECK enum xc_status xc_reader_read(const struct xc_reader *reader,
                                            const struct xc_document *document,
                                            struct xc_arena *arena,
                                            struct xc_source *out,
                                            struct xc_problems *problems);

#endif
