/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An element's content gathered as HTML, with the lines it came from.
 *
 *     <summary type="text">Tom &amp; Ann</summary>    -> "Tom &amp; Ann" (escape)
 *     <description>&lt;b>Tom&lt;/b></description>     -> "<b>Tom</b>"
 *     <h:div><h:b>Tom</h:b> &lt; Ann</h:div>          -> "<b>Tom</b> &lt; Ann" (escape)
 *
 * One capture is used for all elements, one after the other.
 */
#ifndef XC_WEB_FEED_CAPTURE_H
#define XC_WEB_FEED_CAPTURE_H

#include "data/markup.h"
#include "web/feed.h"

struct xc_feed_line_vec {
    struct xc_feed_line *items;
    size_t n;
    size_t cap;
};

struct xc_feed_capture {
    struct xc_arena *arena; /* set by the caller */
    bool escape;            /* '&' and '<' of text are escaped */
    char *bytes;
    size_t n;
    size_t cap;
    size_t n_newlines; /* among them */
    struct xc_feed_line_vec lines;
};

/* Empties the capture. */
void xc_feed_capture_begin(struct xc_feed_capture *capture, bool escape);

/* Take what the markup's handlers of the same name get.  False when memory is short. */
bool xc_feed_capture_open(struct xc_feed_capture *capture, struct xc_str name,
                          const struct xc_attribute *attributes, size_t n_attributes,
                          size_t line);
bool xc_feed_capture_close(struct xc_feed_capture *capture, struct xc_str name);
bool xc_feed_capture_text(struct xc_feed_capture *capture, struct xc_str text,
                          size_t line);

/* Copies what was gathered to *out (language untouched); white space alone is "".
 * False when memory is short. */
bool xc_feed_capture_end(struct xc_feed_capture *capture, struct xc_feed_text *out);

/* What was gathered, trimmed; borrowed until the next begin. */
struct xc_str xc_feed_capture_str(const struct xc_feed_capture *capture);

#endif
