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

/* Call once before the first article, while there is one thread: the libraries of
 * Markdown and HTML keep tables of their own.  Can't fail. */
void xc_reader_prepare(void);

/*
 * Reads a whole .txt, .md or .html file's bytes (borrowed, must outlive *out) as one
 * source.  metadata (may be NULL) are the entries of the sources.yaml beside the file;
 * they override what the file says.  An empty file is a source without blocks.  Front
 * matter that can't be read is a metadata problem: the article is still read.  NUL
 * bytes and invalid UTF-8 are told as one encoding problem and read all the same.
 *
 * XC_BAD_INPUT: nothing could be made of it (over XC_MAX_ARTICLE_BYTES, HTML nested too
 * deep or without an article); told.
 */
XC_MUST_CHECK enum xc_status
xc_reader_read(enum xc_format format, struct xc_str path, struct xc_str bytes,
               const struct xc_metadata *metadata, struct xc_arena *arena,
               struct xc_source *out, struct xc_problems *problems);

/*
 * Reads one line of JSON Lines (without its '\n') as one source: the object's keys are
 * id, publisher, title, published, url, language, author and text (required string);
 * unknown keys are ignored.  Without an id it is "line N".  Blank lines are the caller's
 * to skip.  XC_BAD_INPUT: told with path and line.
 */
XC_MUST_CHECK enum xc_status
xc_reader_read_record(struct xc_str path, size_t line, struct xc_str record,
                      const struct xc_metadata *metadata, struct xc_arena *arena,
                      struct xc_source *out, struct xc_problems *problems);

/*
 * Reads item number i of a feed (borrowed, must outlive *out) as one source whose id is
 * path#name; metadata as above, by the feed's name and that name.  XC_BAD_INPUT: nothing
 * could be made of this item; told with path and line.
 */
XC_MUST_CHECK enum xc_status
xc_reader_read_item(struct xc_str path, const struct xc_feed *feed, size_t i,
                    const struct xc_metadata *metadata, struct xc_arena *arena,
                    struct xc_source *out, struct xc_problems *problems);

#endif
