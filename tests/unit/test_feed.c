/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed.h"

#include "base/vec.h"
#include "feed_bench.h"
#include "reader_bench.h"
#include "suite.h"

static struct xc_str
show_feed(void)
{
    struct xc_str shown = XC_STR("");
    size_t i;

    for (i = 0; i < feed.n_items; i++)
        shown = xc_arena_printf(&arena, "%s%s", shown.ptr, show_item(i).ptr);
    return shown;
}

struct row {
    const char *name;
    const char *bytes;
    const char *shown;
};

/* Every row is a feed that is read without a complaint. */
static void
check_rows(const struct row *rows, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        enum xc_status status = parse(xc_str_of(rows[i].bytes));
        struct xc_str shown;

        ck_assert_msg(status == XC_OK, "%s: %s", rows[i].name,
                      problems.n == 0 ? "" : problems.items[0].message.ptr);
        shown = show_feed();
        ck_assert_msg(xc_str_is(shown, rows[i].shown), "%s:\n%s", rows[i].name,
                      shown.ptr);
        ck_assert_msg(problems.n == 0, "%s: %s", rows[i].name,
                      problems.n == 0 ? "" : problems.items[0].message.ptr);
        ck_assert_msg(!feed.broken, "%s", rows[i].name);
        xc_arena_release(&arena);
    }
}

START_TEST(feed_rss_item_has_its_fields)
{
    static const struct row rows[] = {
        {"all of them",
         "<?xml version=\"1.0\"?>\n"
         "<rss version=\"2.0\"><channel><title>The Post</title>"
         "<link>http://post.example/</link><language>en-gb</language>"
         "<item><title>The bridge is shut</title><link> http://post.example/1 </link>"
         "<guid isPermaLink=\"false\">p-1</guid>"
         "<pubDate>Mon, 06 May 2019 21:30:00 GMT</pubDate>"
         "<author>desk@post.example (Jane Doe)</author>"
         "<description>It was shut on Monday.</description></item></channel></rss>",
         "p-1|http://post.example/1|2019-05-06|Jane Doe|The Post|en-gb|"
         "The bridge is shut\n"
         "headline|The bridge is shut\nparagraph|It was shut on Monday.\n"},
        {"none of them", RSS("<item><description>It was shut.</description></item>"),
         "item 1||-||||\nparagraph|It was shut.\n"},
        {"no items", RSS("<title>The Post</title>"), ""},
        {"a title alone", RSS("<item><title>It is shut</title></item>"),
         "item 1||-||||It is shut\nheadline|It is shut\n"},
        {"the id is the address",
         RSS("<item><guid>http://x.org/1</guid><title>A</title></item>"
             "<item><guid isPermaLink=\"false\">http://x.org/2</guid><title>B</title>"
             "</item>"),
         "http://x.org/1|http://x.org/1|-||||A\nheadline|A\n"
         "http://x.org/2||-||||B\nheadline|B\n"},
        {"the address is the id",
         RSS("<item><link>http://x.org/1</link><title>A</title></item>"
             "<item><title>B</title></item>"),
         "http://x.org/1|http://x.org/1|-||||A\nheadline|A\n"
         "item 2||-||||B\nheadline|B\n"},
        {"a channel that comes after its items",
         RSS("<item><title>A</title><link>/1</link></item><title>The Post</title>"
             "<language>en</language><link>http://x.org/news/</link>"),
         "/1|http://x.org/1|-||The Post|en|A\nheadline|A\n"},
        {"an aggregator's item names its publisher",
         RSS("<title>All News</title><item><title>A</title>"
             "<source url=\"http://post.example/rss\">The Post</source></item>"),
         "item 1||-||The Post||A\nheadline|A\n"},
        {"a channel's picture has a title of its own",
         RSS("<image><title>Logo</title><link>http://logo.example</link></image>"
             "<textInput><title>Search</title></textInput><item><title>A</title>"
             "</item>"),
         "item 1||-||||A\nheadline|A\n"},
        {"letter case is ignored",
         "<RSS><Channel><Item><Title>A</Title><pubdate>6 May 2019</pubdate></Item>"
         "</Channel></RSS>",
         "item 1||2019-05-06||||A\nheadline|A\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(feed_extension_is_known_by_its_namespace)
{
    static const struct row rows[] = {
        {"dublin core",
         RSS("<item><title>A</title><dc:creator>Jane Doe</dc:creator>"
             "<dc:date>2019-05-06T21:30:00Z</dc:date><dc:language>en-US</dc:language>"
             "</item>"),
         "item 1||2019-05-06|Jane Doe||en-US|A\nheadline|A\n"},
        {"another prefix",
         "<rss xmlns:d=\"https://purl.org/dc/elements/1.1\"><channel><item>"
         "<title>A</title><d:creator>Jane Doe</d:creator></item></channel></rss>",
         "item 1||-|Jane Doe|||A\nheadline|A\n"},
        {"the prefix of something else",
         "<rss xmlns:dc=\"http://example.org/other\"><channel><item>"
         "<title>A</title><dc:creator>Jane Doe</dc:creator></item></channel></rss>",
         "item 1||-||||A\nheadline|A\n"},
        {"bound on the element itself",
         "<rss><channel><item><title>A</title><creator "
         "xmlns=\"http://purl.org/dc/elements/1.1/\">Jane Doe</creator>"
         "<title xmlns=\"http://example.org/other\">B</title></item><item>"
         "<title>C</title></item></channel></rss>",
         "item 1||-|Jane Doe|||A\nheadline|A\nitem 2||-||||C\nheadline|C\n"},
        {"a name is better than an address",
         RSS("<item><title>A</title><author>desk@x.org (Desk)</author>"
             "<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>"
             "<author>desk@x.org</author></item>"),
         "item 1||-|Jane Doe, John Roe|||A\nheadline|A\n"},
        {"the same name twice",
         RSS("<item><title>A</title><dc:creator>Jane Doe</dc:creator>"
             "<atom:author><atom:name>Jane  Doe</atom:name></atom:author></item>"),
         "item 1||-|Jane Doe|||A\nheadline|A\n"},
        {"pubDate before dc:date and updated",
         RSS("<item><title>A</title><atom:updated>2019-05-08T00:00:00Z</atom:updated>"
             "<dc:date>2019-05-07</dc:date><pubDate>6 May 2019</pubDate></item>"),
         "item 1||2019-05-06||||A\nheadline|A\n"},
        {"atom's link in rss",
         RSS("<atom:link rel=\"self\" href=\"http://x.org/rss\"/><item><title>A</title>"
             "<atom:link rel=\"related\" href=\"http://x.org/0\"/>"
             "<atom:link href=\"http://x.org/1\"/></item>"),
         "http://x.org/1|http://x.org/1|-||||A\nheadline|A\n"},
        {"what is said of pictures and sound is no text",
         RSS("<item><media:title>Not this</media:title><media:group>"
             "<media:description>Nor this</media:description></media:group>"
             "<enclosure url=\"http://x.org/a.mp3\" type=\"audio/mpeg\"/>"
             "<media:content url=\"http://x.org/a.jpg\"><media:text>Nor that"
             "</media:text></media:content><category>News</category>"
             "<comments>http://x.org/c</comments><title>A</title></item>"),
         "item 1||-||||A\nheadline|A\n"},
        {"a default namespace that is wrong",
         "<rss xmlns=\"http://www.w3.org/2005/Atom\"><channel><item><title>A</title>"
         "<description>It &lt;b&gt;was&lt;/b&gt; shut.</description></item></channel>"
         "</rss>",
         "item 1||-||||A\nheadline|A\nparagraph|It was shut.\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(feed_content_is_read_as_html)
{
    static const struct row rows[] = {
        {"escaped",
         RSS("<item><description>&lt;p&gt;It was &lt;b&gt;shut&lt;/b&gt;.&lt;/p&gt;"
             "&lt;p&gt;Tom &amp;amp; Ann said so.&lt;/p&gt;</description></item>"),
         "item 1||-||||\nparagraph|It was shut.\nparagraph|Tom & Ann said so.\n"},
        {"in a CDATA section",
         RSS("<item><description><![CDATA[<p>It was shut.</p><blockquote>It&#8217;s "
             "a shame.</blockquote>]]></description></item>"),
         "item 1||-||||\nparagraph|It was shut.\n"
         "quotation|It\xE2\x80\x99s a shame.\n"},
        {"as elements of the feed",
         RSS("<item><description><p>It was shut.</p>\n<p>So<br/>they say.</p>"
             "</description></item>"),
         "item 1||-||||\nparagraph|It was shut.\nparagraph|So they say.\n"},
        {"the longer one of content and description",
         RSS("<item><description>It was shut.</description><content:encoded>"
             "<![CDATA[<p>It was shut on Monday.</p><p>It opens soon.</p>]]>"
             "</content:encoded></item>"),
         "item 1||-||||\nparagraph|It was shut on Monday.\nparagraph|It opens soon.\n"},
        {"a picture is not longer than a description",
         RSS("<item><content:encoded><![CDATA[<img src=\"http://x.org/a/very/long/"
             "address/of/a/picture.jpg\"/>]]></content:encoded>"
             "<description>It was shut.</description></item>"),
         "item 1||-||||\nparagraph|It was shut.\n"},
        {"blank lines part paragraphs where there are no tags",
         RSS("<item><description>It was shut\non Monday.\n \n\nIt opens &amp;lt; 5 "
             "days.</description></item>"),
         "item 1||-||||\nparagraph|It was shut on Monday.\n"
         "paragraph|It opens < 5 days.\n"},
        {"a title of markup",
         RSS("<item><title>Tom &amp;amp; &lt;i&gt;Ann&lt;/i&gt;&#xA0;\n are"
             "  here</title></item>"),
         "item 1||-||||Tom & Ann are here\nheadline|Tom & Ann are here\n"},
        {"a title with a lone sign",
         RSS("<item><title>AT&amp;T is &lt; 5</title></item>"),
         "item 1||-||||AT&T is < 5\nheadline|AT&T is < 5\n"},
        {"its own headline again",
         RSS("<item><title>It is shut</title><description><![CDATA[<h1>It is shut!</h1>"
             "<p>It was shut.</p>]]></description></item>"),
         "item 1||-||||It is shut\nheadline|It is shut\nparagraph|It was shut.\n"},
        {"what WordPress ends an item with",
         RSS("<item><title>It is shut</title><description><![CDATA[<p>It was shut.</p>"
             "<p>The post <a href='http://x.org/1'>It is shut</a> appeared first on "
             "<a href='http://x.org'>X</a>.</p><p>The post It is open appeared first "
             "on "
             "Monday.</p>]]></description></item>"),
         "item 1||-||||It is shut\nheadline|It is shut\nparagraph|It was shut.\n"
         "credit|The post It is shut appeared first on X.\n"
         "paragraph|The post It is open appeared first on Monday.\n"},
        {"scripts are no text",
         RSS("<item><description><![CDATA[<p>It was shut.</p><script>var a = "
             "'not';</script><style>p {}</style>]]></description></item>"),
         "item 1||-||||\nparagraph|It was shut.\n"},
        {"old XHTML in RSS",
         "<rss xmlns:h=\"http://www.w3.org/1999/xhtml\"><channel><item><h:body><h:p>It "
         "was &lt;shut&gt;.</h:p></h:body></item></channel></rss>",
         "item 1||-||||\nparagraph|It was <shut>.\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(feed_atom_entry_has_its_fields)
{
    static const struct row rows[] = {
        {"all of them",
         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"
         "<title type=\"html\">The &lt;b&gt;Post&lt;/b&gt;</title>"
         "<link rel=\"self\" href=\"http://post.example/atom\"/>"
         "<entry><title>It is shut</title><id>tag:post.example,2019:1</id>"
         "<link rel=\"enclosure\" href=\"http://post.example/1.mp3\"/>"
         "<link rel=\"alternate\" type=\"text/html\" href=\"http://post.example/1\"/>"
         "<updated>2019-05-08T00:00:00Z</updated>"
         "<published>2019-05-06T21:30:00Z</published>"
         "<author><name>Jane Doe</name><email>jane@post.example</email></author>"
         "<author><name>John Roe</name></author><contributor><name>Max Moe</name>"
         "</contributor><summary>It was shut.</summary></entry></feed>",
         "tag:post.example,2019:1|http://post.example/1|2019-05-06|Jane Doe, John Roe|"
         "The Post|en|It is shut\nheadline|It is shut\nparagraph|It was shut.\n"},
        {"the feed's author, unless the entry has one",
         ATOM("<author><name>Jane Doe</name></author><entry><title>A</title></entry>"
              "<entry><title>B</title><author><name>John Roe</name></author></entry>"),
         "item 1||-|Jane Doe|||A\nheadline|A\nitem 2||-|John Roe|||B\nheadline|B\n"},
        {"updated when it was never published",
         ATOM("<entry><title>A</title><updated>2019-05-08T00:00:00Z</updated></entry>"),
         "item 1||2019-05-08||||A\nheadline|A\n"},
        {"the id is the address",
         ATOM("<entry><title>A</title><id>http://x.org/1</id></entry>"
              "<entry><title>B</title><id>tag:x.org,2019:2</id></entry>"),
         "http://x.org/1|http://x.org/1|-||||A\nheadline|A\n"
         "tag:x.org,2019:2||-||||B\nheadline|B\n"},
        {"a page before other alternates",
         ATOM("<entry><title>A</title>"
              "<link type=\"application/json\" href=\"http://x.org/1.json\"/>"
              "<link type=\"text/html\" href=\"http://x.org/1\"/>"
              "<link type=\"text/html\" href=\"http://x.org/2\"/></entry>"),
         "http://x.org/1|http://x.org/1|-||||A\nheadline|A\n"},
        {"xml:base",
         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://x.org/a/\">"
         "<entry xml:base=\"b/\"><title>A</title><link href=\"1\"/></entry>"
         "<entry><title>B</title><link href=\"2\" xml:base=\"/c/\"/></entry></feed>",
         "http://x.org/a/b/1|http://x.org/a/b/1|-||||A\nheadline|A\n"
         "http://x.org/c/2|http://x.org/c/2|-||||B\nheadline|B\n"},
        {"the source that it was taken from",
         ATOM("<title>All News</title><entry><title>A</title><source><id>x</id>"
              "<title>The Post</title><author><name>Nobody</name></author></source>"
              "</entry>"),
         "item 1||-||The Post||A\nheadline|A\n"},
        {"languages of entry and content",
         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><entry "
         "xml:lang=\"en\"><title>A</title></entry><entry><title>B</title>"
         "<content xml:lang=\"en-US\">It was shut.</content></entry><entry>"
         "<title>C</title></entry></feed>",
         "item 1||-|||en|A\nheadline|A\n"
         "item 2||-|||en-US|B\nheadline|B\nparagraph|It was shut.\n"
         "item 3||-|||de|C\nheadline|C\n"},
        {"with a prefix",
         "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>The Post</a:title>"
         "<a:entry><a:title>A</a:title><a:id>1</a:id><title>B</title></a:entry>"
         "</a:feed>",
         "1||-||The Post||A\nheadline|A\n"},
        {"without a namespace", "<feed><entry><title>A</title></entry></feed>",
         "item 1||-||||A\nheadline|A\n"},
        {"atom 0.3",
         "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry>"
         "<title mode=\"escaped\" type=\"text/html\">A &lt;i>B&lt;/i></title>"
         "<issued>2019-05-06T21:30:00Z</issued>"
         "<modified>2019-05-08T00:00:00Z</modified>"
         "<content type=\"application/xhtml+xml\" mode=\"xml\">"
         "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It was shut.</p></div>"
         "</content></entry></feed>",
         "item 1||2019-05-06||||A B\nheadline|A B\nparagraph|It was shut.\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(feed_atom_content_is_read_by_its_type)
{
    static const struct row rows[] = {
        {"text",
         ATOM("<entry><content>5 &lt;b&gt; 4 &amp;amp; so on.</content></entry>"),
         "item 1||-||||\nparagraph|5 <b> 4 &amp; so on.\n"},
        {"text by name",
         ATOM("<entry><content type=\"text\">5 &lt;b&gt; 4.\n\nSo "
              "on.</content></entry>"),
         "item 1||-||||\nparagraph|5 <b> 4.\nparagraph|So on.\n"},
        {"html",
         ATOM("<entry><content type=\"html\">5 &lt;b&gt; 4&lt;/b&gt; &amp;amp; so on."
              "</content></entry>"),
         "item 1||-||||\nparagraph|5 4 & so on.\n"},
        {"xhtml",
         ATOM("<entry><content type=\"xhtml\"><div "
              "xmlns=\"http://www.w3.org/1999/xhtml\"><p>5 &lt;b&gt; 4 <i>so "
              "on</i>.</p><blockquote>Ah<br/>so.</blockquote></div></content></entry>"),
         "item 1||-||||\nparagraph|5 <b> 4 so on.\nquotation|Ah so.\n"},
        {"what is no text",
         ATOM(
             "<entry><title>A</title><content type=\"image/png\">AAAA</content></entry>"
             "<entry><title>B</title><content src=\"http://x.org/1\" type=\"text\"/>"
             "<summary>It was shut.</summary></entry>"
             "<entry><title>C</title><content mode=\"base64\">AAAA</content></entry>"
             "<entry><title>D</title><content type=\"image/svg+xml\"><svg><text>No"
             "</text></svg></content></entry>"),
         "item 1||-||||A\nheadline|A\n"
         "item 2||-||||B\nheadline|B\nparagraph|It was shut.\n"
         "item 3||-||||C\nheadline|C\nitem 4||-||||D\nheadline|D\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(feed_rdf_items_stand_beside_the_channel)
{
    static const struct row rows[] = {
        {"rss 1.0",
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
         "xmlns=\"http://purl.org/rss/1.0/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
         "<channel rdf:about=\"http://x.org/rss\"><title>The Post</title>"
         "<dc:language>en</dc:language><items><rdf:Seq><rdf:li "
         "rdf:resource=\"http://x.org/1\"/></rdf:Seq></items></channel>"
         "<item rdf:about=\"http://x.org/1\"><title>A</title>"
         "<link>http://x.org/1?rss</link><dc:date>2019-05-06</dc:date></item>"
         "<item rdf:about=\"http://x.org/2\"><title>B</title></item></rdf:RDF>",
         "http://x.org/1|http://x.org/1?rss|2019-05-06||The Post|en|A\nheadline|A\n"
         "http://x.org/2|http://x.org/2|-||The Post|en|B\nheadline|B\n"},
        {"rss 0.90",
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
         "xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel>"
         "<title>The Post</title></channel><item><title>A</title></item></rdf:RDF>",
         "item 1||-||The Post||A\nheadline|A\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

START_TEST(feed_same_id_gets_a_number)
{
    static const struct row rows[] = {
        {"three of one, and one that has the number already",
         RSS("<item><guid>a</guid><title>1</title></item>"
             "<item><guid>a</guid><title>2</title></item>"
             "<item><guid>a#3</guid><title>3</title></item>"
             "<item><guid>a</guid><title>4</title></item>"
             "<item><guid>a#2</guid><title>5</title></item>"),
         "a||-||||1\nheadline|1\na#2||-||||2\nheadline|2\na#3||-||||3\nheadline|3\n"
         "a#4||-||||4\nheadline|4\na#2#2||-||||5\nheadline|5\n"},
    };

    check_rows(rows, XC_COUNT(rows));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {feed_rss_item_has_its_fields,
                                  feed_extension_is_known_by_its_namespace,
                                  feed_content_is_read_as_html,
                                  feed_atom_entry_has_its_fields,
                                  feed_atom_content_is_read_by_its_type,
                                  feed_rdf_items_stand_beside_the_channel,
                                  feed_same_id_gets_a_number,
                                  NULL};

    reader_open();
    return reader_close(suite_run("feed", tests));
}
