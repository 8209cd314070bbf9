/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_item.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "feed_bench.h"
#include "reader_bench.h"
#include "suite.h"

/* The blocks' lines and the line of the first byte of each, "1:3/3 …". */
static struct xc_str
show_lines(size_t number)
{
    struct xc_str shown = XC_STR("");
    struct xc_source source;
    size_t i;

    ck_assert_int_eq(
        xc_feed_item_read(&feed, number, XC_STR("a.xml"), &arena, &source, &problems),
        XC_OK);
    for (i = 0; i < source.n_blocks; i++) {
        const struct xc_block *block = &source.blocks[i];
        size_t line;
        size_t column;

        xc_source_place(&source, block->runs[0].off_bytes, &line, &column);
        ck_assert_uint_eq(column, 0);
        ck_assert_uint_eq(line, block->line);
        shown = xc_arena_printf(&arena, "%s%zu ", shown.ptr, line);
    }
    return shown;
}

START_TEST(feed_blocks_have_their_lines)
{
    static const struct {
        const char *name;
        const char *bytes;
        const char *lines;
    } rows[] = {
        {"in a CDATA section",
         "<rss><channel>\n<item>\n<title>A</title>\n<description>\n<![CDATA[<p>B</p>\n"
         "<p>C</p>\n\n<p>D\nd</p>]]></description></item></channel></rss>",
         "3 5 6 8 "},
        {"escaped, with comments and attributes over lines",
         "<rss\nversion='2.0'\n><!-- a\n -->\n<channel><item><title>A</title>\n"
         "<description>&lt;p&gt;B&lt;/p&gt;\n&lt;p&gt;C&lt;/p&gt;</description></item>"
         "</channel></rss>",
         "5 6 7 "},
        {"a title behind its content",
         "<rss><channel><item>\n<description>B\n\nC</description>\n<title>\nA</title>"
         "</item></channel></rss>",
         "6 2 4 "},
        {"as elements, with attributes over lines",
         "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title>\n"
         "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>\n"
         "<p\nclass='a'\n>B</p><p>C</p>\n<p>D <!-- \n --> d</p><p>E</p>\n<p>F</p></div>"
         "</content></entry></feed>",
         "1 5 5 6 7 8 "},
        {"white space before the declaration",
         "\n \n<?xml version=\"1.0\"?>\n<rss><channel><item><title>A</title>"
         "<description>B\n\nC</description></item></channel></rss>",
         "4 4 6 "},
        {"carriage returns",
         "<rss>\r\n<channel>\r\n<item><title>A</title>\r\n<description>B\r\n\r\nC"
         "</description></item></channel></rss>",
         "3 4 6 "},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str lines;

        ck_assert_msg(parse(xc_str_of(rows[i].bytes)) == XC_OK, "%s", rows[i].name);
        lines = show_lines(0);
        ck_assert_msg(xc_str_is(lines, rows[i].lines), "%s: %s", rows[i].name,
                      lines.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(feed_text_is_content_then_title)
{
    struct xc_source source;

    ck_assert_int_eq(parse(XC_STR(RSS("<item><title>A</title><description>&lt;p>B"
                                      "&lt;/p>&lt;p>C&lt;/p></description></item>"))),
                     XC_OK);
    ck_assert_int_eq(
        xc_feed_item_read(&feed, 0, XC_STR("a.xml"), &arena, &source, &problems),
        XC_OK);
    ck_assert_msg(xc_str_is(source.text, "B\n\nC\n\nA"), "%s", source.text.ptr);
    ck_assert_uint_eq(source.record_line, 1);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(feed_content_without_text_has_no_mark)
{
    struct xc_source source;

    ck_assert_int_eq(parse(XC_STR(RSS("<item><description>&lt;img src='a.jpg'/&gt;"
                                      "</description>\n<title>A</title></item>"))),
                     XC_OK);
    ck_assert_int_eq(
        xc_feed_item_read(&feed, 0, XC_STR("a.xml"), &arena, &source, &problems),
        XC_OK);
    ck_assert_uint_eq(source.n_marks, 1);
    ck_assert_uint_eq(source.marks[0].off_bytes, 0);
    ck_assert_uint_eq(source.marks[0].line, 2);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(feed_of_two_bytes_a_character_is_refused)
{
    static const char bytes[] = "<\0r\0s\0s\0>\0<\0/\0r\0s\0s\0>\0";

    ck_assert_int_eq(parse((struct xc_str){bytes, sizeof bytes - 1}), XC_BAD_INPUT);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_int_eq(problems.items[0].kind, XC_PROBLEM_MALFORMED);
    ck_assert_str_eq(problems.items[0].message.ptr, "is UTF-16; save it as UTF-8");
    xc_arena_release(&arena);
}
END_TEST

START_TEST(feed_in_other_xml_is_refused)
{
    static const char *const rows[] = {
        "<urlset><url><loc>http://x.org/</loc></url></urlset>",
        "<html><head><title>A</title></head></html>",
        "<opml><body><outline text=\"A\"/></body></opml>",
        "<item><title>A</title></item>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        "<rdf:Description><title>A</title></rdf:Description></rdf:RDF>",
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        feed.n_items = 7;
        ck_assert_msg(parse(xc_str_of(rows[i])) == XC_BAD_INPUT, "%s", rows[i]);
        ck_assert_msg(problems.n == 1, "%s", rows[i]);
        ck_assert_int_eq(problems.items[0].kind, XC_PROBLEM_MALFORMED);
        ck_assert_msg(
            xc_str_is(problems.items[0].message, "is XML, but neither RSS nor Atom"),
            "%s", problems.items[0].message.ptr);
        ck_assert_uint_eq(feed.n_items, 7);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(feed_that_breaks_keeps_what_was_complete)
{
    static const struct {
        const char *name;
        const char *bytes;
        size_t n_items; /* 0: nothing is left of it */
        size_t line;
    } rows[] = {
        {"cut off within an item",
         "<rss><channel><item><title>A</title></item>\n<item><title>B</ti", 1, 2},
        {"cut off within a text",
         "<rss><channel><item><title>A</title></item>\n<item><title>B</title>"
         "<description>It was",
         1, 2},
        {"cut off between items",
         "<rss><channel><item><title>A</title></item>\n<item><title>B</title></item>\n",
         2, 3},
        {"a tag that is not closed",
         "<rss><channel><item><title>A</title></item>\n<item><title>B</item>"
         "<item><title>C</title></item></channel></rss>",
         1, 2},
        {"no XML from there on",
         "<rss><channel><item><title>A</title></item>\n< & "
         "<item><title>B</title></item>"
         "</channel></rss>",
         1, 2},
        {"something behind the end",
         "<rss><channel><item><title>A</title></item></channel></rss>\n<b>", 1, 2},
        {"before the first item is complete", "<rss><channel>\n<item><title>A</title>",
         0, 2},
        {"no XML at all", "\nMonday. It was shut.", 0, 2},
        {"nothing", "", 0, 1},
        {"white space behind its mark", "\xEF\xBB\xBF \n ", 0, 2},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        enum xc_status status = parse(xc_str_of(rows[i].bytes));

        ck_assert_msg(status == (rows[i].n_items == 0 ? XC_BAD_INPUT : XC_OK), "%s",
                      rows[i].name);
        ck_assert_msg(problems.n == 1, "%s: %zu", rows[i].name, problems.n);
        ck_assert_int_eq(problems.items[0].kind, XC_PROBLEM_MALFORMED);
        ck_assert_msg(problems.items[0].line == rows[i].line, "%s: %zu", rows[i].name,
                      problems.items[0].line);
        if (status == XC_OK) {
            ck_assert_msg(feed.broken, "%s", rows[i].name);
            ck_assert_msg(feed.n_items == rows[i].n_items, "%s: %zu", rows[i].name,
                          feed.n_items);
            ck_assert_msg(xc_str_is(show_item(0), "item 1||-||||A\nheadline|A\n"), "%s",
                          rows[i].name);
        }
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(feed_item_of_nothing_is_told)
{
    static const char *const rows[] = {
        RSS("\n<item><link>http://x.org/1</link></item>"),
        RSS("\n<item><title> \n </title><description>&lt;img src='a.jpg'/&gt;"
            "</description></item>"),
        RSS("\n<item/>"),
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_source source;

        ck_assert_int_eq(parse(xc_str_of(rows[i])), XC_OK);
        ck_assert_uint_eq(feed.n_items, 1);
        ck_assert_msg(xc_feed_item_read(&feed, 0, XC_STR("a.xml"), &arena, &source,
                                        &problems) == XC_BAD_INPUT,
                      "%s", rows[i]);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert_int_eq(problems.items[0].kind, XC_PROBLEM_MALFORMED);
        ck_assert_uint_eq(problems.items[0].line, 2);
        ck_assert_str_eq(problems.items[0].message.ptr,
                         "the item has neither title nor text");
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(reader_date_that_is_none_is_told)
{
    static const struct {
        const char *name;
        const char *metadata; /* of a sources.yaml */
        size_t item;
        int day; /* 0: none */
        bool told;
    } rows[] = {
        {"no date in it", "", 0, 0, true},
        {"a second place has one", "", 1, 6, false},
        {"no place for a date", "", 2, 0, false},
        {"sources.yaml knows better", "'a.xml#item 1': {published: 2019-05-09}", 0, 9,
         false},
        {"sources.yaml does not", "'a.xml#item 1': {publisher: The Post}", 0, 0, true},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_metadata *metadata;
        struct xc_source source;

        ck_assert_int_eq(
            parse(
                XC_STR(RSS("<item><title>A</title>\n<pubDate>last Monday</pubDate>"
                           "<dc:date>soon</dc:date></item><item><title>B</title>"
                           "<pubDate>05/06/2019</pubDate><dc:date>2019-05-06</dc:date>"
                           "</item><item><title>C</title></item>"))),
            XC_OK);
        ck_assert_int_eq(xc_metadata_parse(XC_STR("sources.yaml"),
                                           xc_str_of(rows[i].metadata), &arena,
                                           &metadata, &problems),
                         XC_OK);
        ck_assert_int_eq(xc_reader_read(reader,
                                        &(struct xc_document){.format = XC_FORMAT_FEED,
                                                              .path = XC_STR("a.xml"),
                                                              .feed = &feed,
                                                              .item = rows[i].item,
                                                              .metadata = metadata},
                                        &arena, &source, &problems),
                         XC_OK);
        ck_assert_msg(source.has_published == (rows[i].day != 0), "%s", rows[i].name);
        ck_assert_msg(rows[i].day == 0 || source.published.day == rows[i].day, "%s",
                      rows[i].name);
        ck_assert_msg(problems.n == rows[i].told, "%s", rows[i].name);
        if (rows[i].told) {
            ck_assert_int_eq(problems.items[0].kind, XC_PROBLEM_METADATA);
            ck_assert_uint_eq(problems.items[0].line, 2);
            ck_assert_str_eq(problems.items[0].message.ptr,
                             "'last Monday' is not a date");
        }
        xc_arena_release(&arena);
    }
}
END_TEST

/* A feed of n items with what stands around each, in its own arena. */
static struct xc_str
long_feed(size_t n, const char *item, struct xc_arena *bytes_arena)
{
    const struct xc_str head = XC_STR("<rss><channel>");
    const struct xc_str tail = XC_STR("</channel></rss>");
    const struct xc_str one = xc_str_of(item);
    char *bytes = xc_arena_alloc(bytes_arena, head.len + n * one.len + tail.len);
    size_t i;

    ck_assert_ptr_nonnull(bytes);
    memcpy(bytes, head.ptr, head.len);
    for (i = 0; i < n; i++)
        memcpy(bytes + head.len + i * one.len, one.ptr, one.len);
    memcpy(bytes + head.len + n * one.len, tail.ptr, tail.len);
    return (struct xc_str){bytes, head.len + n * one.len + tail.len};
}

START_TEST(feed_of_too_many_items_tells_how_many)
{
    const size_t n_more = 3;
    struct xc_arena bytes;

    xc_arena_init(&bytes);
    ck_assert_int_eq(parse(long_feed(XC_MAX_FEED_ITEMS + n_more,
                                     "<item><title>A</title></item>", &bytes)),
                     XC_OK);
    ck_assert_uint_eq(feed.n_items, XC_MAX_FEED_ITEMS);
    ck_assert(feed.broken);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_str_eq(problems.items[0].message.ptr,
                     "more than 262144 items; the last 3 are not read");
    xc_arena_release(&arena);
    xc_arena_release(&bytes);
}
END_TEST

START_TEST(feed_of_one_id_stays_linear)
{
    const size_t n = 50000;
    struct xc_arena bytes;

    xc_arena_init(&bytes);
    ck_assert_int_eq(
        parse(long_feed(n, "<item><guid>a</guid><title>A</title></item>", &bytes)),
        XC_OK);
    ck_assert_uint_eq(feed.n_items, n);
    ck_assert(xc_str_is(feed.items[n - 1]->name, "a#50000"));
    xc_arena_release(&arena);
    xc_arena_release(&bytes);
}
END_TEST

/* inside, put n times in front of itself and followed by n times its end. */
static struct xc_str
nested(size_t n, const char *open, const char *close, struct xc_arena *bytes_arena)
{
    const size_t open_len = strlen(open);
    const size_t close_len = strlen(close);
    char *bytes = xc_arena_alloc(bytes_arena, n * (open_len + close_len) + 1);
    size_t i;

    ck_assert_ptr_nonnull(bytes);
    for (i = 0; i < n; i++) {
        memcpy(bytes + i * open_len, open, open_len);
        memcpy(bytes + n * open_len + i * close_len, close, close_len);
    }
    bytes[n * (open_len + close_len)] = '\0';
    return (struct xc_str){bytes, n * (open_len + close_len)};
}

START_TEST(feed_nested_deep_is_refused)
{
    const size_t deep = 100000;
    struct xc_arena bytes;
    struct xc_str feed_bytes;

    xc_arena_init(&bytes);
    feed_bytes = xc_arena_printf(
        &bytes,
        "<rss><channel><item><title>A</title></item><item>%s</item></channel></rss>",
        nested(deep, "<b>", "</b>", &bytes).ptr);
    ck_assert_int_eq(parse(feed_bytes), XC_OK);
    ck_assert(feed.broken);
    ck_assert_uint_eq(feed.n_items, 1);
    ck_assert_uint_eq(problems.n, 1);
    xc_arena_release(&arena);

    /* the same inside of an item's content: that item is lost, and no other */
    feed_bytes = xc_arena_printf(
        &bytes,
        "<rss><channel><item><title>A</title>\n<description>%s</description></item>"
        "<item><title>B</title></item></channel></rss>",
        nested(deep, "&lt;div>", "&lt;/div>", &bytes).ptr);
    ck_assert_int_eq(parse(feed_bytes), XC_OK);
    ck_assert(!feed.broken);
    ck_assert_uint_eq(feed.n_items, 2);
    ck_assert(xc_str_is(show_item(0), "unread\n"));
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_int_eq(problems.items[0].kind, XC_PROBLEM_MALFORMED);
    ck_assert_uint_eq(problems.items[0].line, 2);
    ck_assert(xc_str_is(show_item(1), "item 2||-||||B\nheadline|B\n"));
    xc_arena_release(&arena);
    xc_arena_release(&bytes);
}
END_TEST

START_TEST(feed_entity_bomb_is_harmless)
{
    static const char bomb[] =
        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM "
        "\"file:///etc/hostname\">]><rss><channel><item><title>A</title></item><item>"
        "<title>B&c;&d;</title></item></channel></rss>";
    size_t i;

    feed.n_items = 0;
    (void)parse(XC_STR(bomb));
    for (i = 0; i < feed.n_items && i < 2; i++)
        ck_assert(xc_str_find(feed.items[i]->title.html, 0, 'a') ==
                  feed.items[i]->title.html.len);
    ck_assert_uint_le(problems.n, 1);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(feed_base_that_grows_is_capped)
{
    /* a base of eight kilobytes, and one more that would make it nine */
    struct xc_arena bytes;
    struct xc_str base;
    struct xc_str whole;

    xc_arena_init(&bytes);
    base = nested(1000, "a", "", &bytes);
    whole = xc_arena_printf(
        &bytes,
        "<feed xml:base=\"http://x.org/\"><entry xml:base=\"%s/%s/%s/%s/%s/%s/%s/%s/\">"
        "<title>A</title><link xml:base=\"%s/\" href=\"b\"/></entry></feed>",
        base.ptr, base.ptr, base.ptr, base.ptr, base.ptr, base.ptr, base.ptr, base.ptr,
        base.ptr);
    ck_assert_int_eq(parse(whole), XC_OK);
    ck_assert_uint_le(feed.items[0]->url.len, XC_MAX_FEED_URL_BYTES);
    xc_arena_release(&arena);
    xc_arena_release(&bytes);
}
END_TEST

static const char metadata_yaml[] = "\"a.xml#p-1\":\n  publisher: The Times\n"
                                    "  published: 2019-05-07\n"
                                    "a.xml:\n  publisher: Nobody\n";

START_TEST(reader_item_is_named_and_overridden)
{
    const struct xc_metadata *metadata;
    struct xc_source source;

    ck_assert_int_eq(
        parse(XC_STR(RSS("<title>The Post</title><item><guid>p-1</guid><title>A"
                         "</title></item><item><guid>p-2</guid><title>B</title>"
                         "</item>"))),
        XC_OK);
    ck_assert_int_eq(xc_metadata_parse(XC_STR("news/sources.yaml"),
                                       XC_STR(metadata_yaml), &arena, &metadata,
                                       &problems),
                     XC_OK);
    ck_assert_int_eq(xc_reader_read(reader,
                                    &(struct xc_document){.format = XC_FORMAT_FEED,
                                                          .path = XC_STR("news/a.xml"),
                                                          .feed = &feed,
                                                          .item = 0,
                                                          .metadata = metadata},
                                    &arena, &source, &problems),
                     XC_OK);
    ck_assert(xc_str_is(source.id, "news/a.xml#p-1"));
    ck_assert(xc_str_is(source.path, "news/a.xml"));
    ck_assert(xc_str_is(source.publisher, "The Times"));
    ck_assert(source.has_published && source.published.day == 7);
    ck_assert_int_eq(xc_reader_read(reader,
                                    &(struct xc_document){.format = XC_FORMAT_FEED,
                                                          .path = XC_STR("news/a.xml"),
                                                          .feed = &feed,
                                                          .item = 1,
                                                          .metadata = metadata},
                                    &arena, &source, &problems),
                     XC_OK);
    ck_assert(xc_str_is(source.id, "news/a.xml#p-2"));
    ck_assert(xc_str_is(source.publisher, "The Post"));
    ck_assert_uint_eq(problems.n, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(reader_knows_a_feed_by_its_name)
{
    static const char *const paths[] = {"a.rss", "a.atom", "a.xml", "b/A.XML"};
    size_t i;

    for (i = 0; i < XC_COUNT(paths); i++)
        ck_assert_int_eq(xc_reader_format(xc_str_of(paths[i])), XC_FORMAT_FEED);
    ck_assert_int_eq(xc_reader_format(XC_STR("a.xmlx")), XC_FORMAT_UNKNOWN);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        feed_blocks_have_their_lines,          feed_text_is_content_then_title,
        feed_content_without_text_has_no_mark, feed_of_two_bytes_a_character_is_refused,
        feed_in_other_xml_is_refused,          feed_that_breaks_keeps_what_was_complete,
        feed_item_of_nothing_is_told,          reader_date_that_is_none_is_told,
        feed_of_too_many_items_tells_how_many, feed_of_one_id_stays_linear,
        feed_nested_deep_is_refused,           feed_entity_bomb_is_harmless,
        feed_base_that_grows_is_capped,        reader_item_is_named_and_overridden,
        reader_knows_a_feed_by_its_name,       NULL};

    reader_open();
    return reader_close(suite_run("feed_item", tests));
}
