/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An item of a feed into a source, but for what its metadata say.
 *
 * The text is the item's content, then "\n\n" and the title, as with JSON Lines; the
 * headline block comes first all the same.  Each block has its line in the feed.
 */
#ifndef XC_WEB_FEED_ITEM_H
#define XC_WEB_FEED_ITEM_H

#include "source/source.h"
#include "web/feed.h"

/*
 * Fills *out from item number i of feed (both borrowed), the file path, but for its id
 * and path.  The published date is the first that can be read, if any.  XC_BAD_INPUT: the
 * item has neither title nor text, or is nested too deep; told.
 */
XC_MUST_CHECK enum xc_status xc_feed_item_read(const struct xc_feed *feed, size_t i,
                                               struct xc_str path,
                                               struct xc_arena *arena,
                                               struct xc_source *out,
                                               struct xc_problems *problems);

/* Tells, as a metadata problem, the date that an item bears when it could not be read.
 * XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_feed_item_tell_date(const struct xc_feed *feed,
                                                    size_t i, struct xc_str path,
                                                    struct xc_problems *problems);

#endif
