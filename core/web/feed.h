/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RSS (0.9x, 1.0, 2.0) and Atom (0.3, 1.0) files: what each item says, in raw form.
 *
 *     <rss><channel><title>The Post</title><item><title>A</title>…</item></channel></rss>
 *         title "The Post", items[0]->title "A"
 *
 * The whole file is parsed once; an item is made a source by itself (feed_item.h), in
 * the article's memory.  Names are known by their namespaces, and by the usual prefixes
 * where none are declared.  Pictures, enclosures and whatever Media RSS or iTunes say of
 * them are not text.
 */
#ifndef XC_WEB_FEED_H
#define XC_WEB_FEED_H

#include "web/html_rules.h"

/* Lines of a text from text_line on are those of the file from file_line on. */
struct xc_feed_line {
    size_t text_line;
    size_t file_line;
};

/* An element's content as HTML: what a feed marks as plain text is escaped. */
struct xc_feed_text {
    struct xc_str html;
    struct xc_feed_line *lines; /* ascending; the first has text_line 1 */
    size_t n_lines;             /* 0 when html is "" */
    struct xc_str language;     /* xml:lang of the element, or "" */
};

/* The places of a date, those that are believed first in front. */
enum xc_feed_date_kind {
    XC_FEED_PUBLISHED, /* pubDate, published, issued */
    XC_FEED_DC_DATE,   /* dc:date, dcterms:issued, dcterms:created, created */
    XC_FEED_UPDATED,   /* updated, modified, dcterms:modified */
    XC_FEED_N_DATES,
};

/* Every str and text is "" when the item doesn't say it. */
struct xc_feed_item {
    size_t line;        /* where the item begins */
    struct xc_str name; /* guid, id, link or "item N"; another of that name has "#2" */
    struct xc_str url;
    struct xc_str language;
    struct xc_feed_text title;
    struct xc_feed_text body; /* the longer one of content and summary */
    struct xc_feed_text publisher;
    struct xc_feed_text *authors;
    size_t n_authors;
    struct xc_str dates[XC_FEED_N_DATES]; /* as written */
    size_t date_lines[XC_FEED_N_DATES];
};

struct xc_feed {
    struct xc_feed_text title;
    struct xc_feed_text *authors; /* of what names none itself (Atom) */
    size_t n_authors;
    struct xc_str link;
    struct xc_str language;
    struct xc_feed_item **items; /* in the file's order */
    size_t n_items;
    struct xc_html_rules rules; /* for the items' content */
    bool broken; /* the file ends in a fault, or has too many items: told */
};

/*
 * Parses the bytes (UTF-8; borrowed for the call) of the feed path; *out and all in it
 * lives in arena.  A file that breaks midway, or has more than XC_MAX_FEED_ITEMS, gives
 * the items that were complete: one lost input beside them (broken).
 *
 * XC_BAD_INPUT: it is no XML, or neither RSS nor Atom, or breaks before the end of its
 * first item; told as malformed.
 */
XC_MUST_CHECK enum xc_status xc_feed_parse(struct xc_str path, struct xc_str bytes,
                                           struct xc_arena *arena, struct xc_feed *out,
                                           struct xc_problems *problems);

#endif
