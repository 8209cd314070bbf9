/* SPDX-License-Identifier: Apache-2.0 */
/* An RSS or Atom file, and each of its items as a source. */
#include "config.h"

#include "reading.h"

static void
check_text(const struct xc_feed_text *text, size_t n_lines)
{
    size_t i;

    invariant_utf8(text->html);
    invariant_utf8(text->language);
    assert((text->html.len == 0) == (text->n_lines == 0));
    for (i = 0; i < text->n_lines; i++) {
        assert(text->lines[i].file_line >= 1 && text->lines[i].file_line <= n_lines);
        assert(i == 0 ? text->lines[i].text_line == 1
                      : text->lines[i].text_line > text->lines[i - 1].text_line);
    }
}

static void
check_item(const struct xc_feed *feed, size_t i, size_t n_lines,
           struct xc_problems *problems)
{
    const struct xc_feed_item *item = feed->items[i];
    struct xc_str path = XC_STR("a.rss");
    struct xc_source source;
    struct xc_arena arena;
    enum xc_status status;
    size_t n;

    assert(item->line >= 1 && item->line <= n_lines && item->name.len > 0);
    invariant_utf8(item->name);
    invariant_utf8(item->url);
    check_text(&item->title, n_lines);
    check_text(&item->body, n_lines);
    check_text(&item->publisher, n_lines);
    for (n = 0; n < item->n_authors; n++)
        check_text(&item->authors[n], n_lines);
    for (n = 0; n < i; n++)
        assert(!xc_str_equal(feed->items[n]->name, item->name));
    xc_arena_init(&arena);
    status = xc_reader_read(
        harness_reader(),
        &(struct xc_document){
            .format = XC_FORMAT_FEED, .path = path, .feed = feed, .item = i},
        &arena, &source, problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems->n > 0));
    if (status == XC_OK) {
        assert(xc_str_starts(source.id, "a.rss#"));
        reading_check_source(&source, n_lines, &arena);
    }
    xc_arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n_bytes)
{
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_feed feed;
    struct xc_str text;
    enum xc_status status;
    size_t n_lines;
    size_t i;

    (void)harness_reader(); /* readies the library */
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    text = harness_utf8(harness_input(bytes, n_bytes), &arena);
    n_lines = reading_lines(text);
    status = xc_feed_parse(XC_STR("a.rss"), text, &arena, &feed, &problems);
    assert(status == XC_OK || (status == XC_BAD_INPUT && problems.n > 0));
    for (i = 0; status == XC_OK && i < feed.n_items; i++)
        check_item(&feed, i, n_lines, &problems);
    assert(status != XC_OK || !feed.broken || problems.n > 0);
    invariant_problems(&problems);
    xc_arena_release(&arena);
    return 0;
}
