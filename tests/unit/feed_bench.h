/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A feed parsed from text, and its items as lines for comparing with what a test expects.
 */
#ifndef XC_TESTS_FEED_BENCH_H
#define XC_TESTS_FEED_BENCH_H

#include "engine/reader.h"
#include "show_blocks.h"
#include "web/feed_item.h"

static struct xc_arena arena;
static struct xc_problems problems;
static struct xc_feed feed;

static inline enum xc_status
parse(struct xc_str bytes)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    return xc_feed_parse(XC_STR("a.xml"), bytes, &arena, &feed, &problems);
}

/* "name|url|published|author|publisher|language|title", then the blocks with lines. */
static inline struct xc_str
show_item(size_t i)
{
    struct xc_source source;
    struct xc_str date = XC_STR("-");
    struct xc_str shown;

    if (xc_feed_item_read(&feed, i, XC_STR("a.xml"), &arena, &source, &problems) !=
        XC_OK)
        return XC_STR("unread\n");
    if (source.has_published)
        date = xc_date_text(source.published, &arena);
    shown = xc_arena_printf(
        &arena, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s\n", (int)feed.items[i]->name.len,
        feed.items[i]->name.ptr, (int)source.url.len, source.url.ptr, (int)date.len,
        date.ptr, (int)source.author.len, source.author.ptr, (int)source.publisher.len,
        source.publisher.ptr, (int)source.language.len, source.language.ptr,
        (int)source.title.len, source.title.ptr);
    return xc_arena_printf(&arena, "%s%s", shown.ptr, show_blocks(&source, &arena).ptr);
}

#define RSS(inside)                                                                    \
    "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "              \
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "                      \
    "xmlns:media=\"http://search.yahoo.com/mrss/\" "                                   \
    "xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>" inside "</channel></rss>"
#define ATOM(inside) "<feed xmlns=\"http://www.w3.org/2005/Atom\">" inside "</feed>"

#endif
