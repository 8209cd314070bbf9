/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A field of a feed, captured as HTML: its words, and where in the file they stand.
 */
#ifndef XC_WEB_FEED_TEXT_H
#define XC_WEB_FEED_TEXT_H

#include "web/feed.h"

/* The line of the file for a line of text (from 1); otherwise when text is "". */
size_t xc_feed_file_line(const struct xc_feed_text *text, size_t line,
                         size_t otherwise);

/*
 * The field's words on one line, without tags and with its entities resolved:
 * "Tom &amp; <b>Ann</b>" is "Tom & Ann".  Lives in arena; XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_feed_text_words(const struct xc_feed_text *text,
                                                struct xc_arena *arena,
                                                struct xc_str *out);

/*
 * The field as the body of a page, in which blank lines part paragraphs when it has no
 * tags at all; its lines stay where they were.  ptr NULL when memory is short.
 */
struct xc_str xc_feed_text_html(const struct xc_feed_text *text,
                                struct xc_arena *arena);

/*
 * Tells the problems that were met in a piece of the file: each line has n_lines more
 * there, or stands where text says when it isn't NULL.  False when memory is short.
 */
bool xc_feed_relay(const struct xc_problems *met, size_t n_lines,
                   const struct xc_feed_text *text, struct xc_problems *problems);

#endif
