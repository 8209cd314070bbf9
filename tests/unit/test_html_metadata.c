/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_metadata.h"

#include <stdio.h>

#include "base/vec.h"
#include "source/fields.h"

#include "suite.h"

#include "short_memory.h"

/* Reads html into *out, whose strings live in arena. */
static enum xc_status
read_page(struct xc_str html, struct xc_arena *arena, struct xc_source *out)
{
    struct xc_problems problems;
    struct xc_page page;
    enum xc_status status;

    xc_problems_init(&problems, arena);
    status = xc_page_read(html, XC_STR("page.html"), arena, &page, &problems);
    if (status != XC_OK)
        return status;
    xc_fields_clear(out);
    return xc_html_metadata_read(&page, arena, out);
}

/* What a page says in one field. */
struct row {
    const char *name;
    const char *html;
    const char *expected;
};

/* A row's field, as text: "title", "publisher", "author", "url", "language", "date". */
static struct xc_str
field_of(const struct xc_source *source, const char *field, struct xc_arena *arena)
{
    const struct xc_str name = xc_str_of(field);

    if (xc_str_is(name, "title"))
        return source->title;
    if (xc_str_is(name, "publisher"))
        return source->publisher;
    if (xc_str_is(name, "author"))
        return source->author;
    if (xc_str_is(name, "url"))
        return source->url;
    if (xc_str_is(name, "language"))
        return source->language;
    return source->has_published ? xc_date_text(source->published, arena) : XC_STR("");
}

static void
check_rows(const char *field, const struct row *rows, size_t n)
{
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < n; i++) {
        struct xc_source source;
        struct xc_str said;

        ck_assert_int_eq(read_page(xc_str_of(rows[i].html), &arena, &source), XC_OK);
        said = field_of(&source, field, &arena);
        ck_assert_msg(xc_str_is(said, rows[i].expected), "%s: '%.*s'", rows[i].name,
                      (int)said.len, said.ptr);
    }
    xc_arena_release(&arena);
}

#define URL "<link rel=canonical href='https://www.harbourpost.example/news/ferry'>"
#define SITE "<meta property='og:site_name' content='The Harbour Post'>"
#define H1 "<h1>Ferry runs aground off the cape</h1>"
#define LD(json) "<script type='application/ld+json'>" json "</script>"

START_TEST(html_metadata_title_is_the_headline)
{
    static const struct row rows[] = {
        {"nothing", "<p>Text</p>", ""},
        {"title element", "<title>Ferry runs aground</title>", "Ferry runs aground"},
        {"site cut by og:site_name",
         SITE "<title>Ferry runs aground - The Harbour Post</title>",
         "Ferry runs aground"},
        {"site cut by the host", URL "<title>Ferry runs aground | Harbour Post</title>",
         "Ferry runs aground"},
        {"site cut before a colon",
         SITE "<meta property='og:title' content='The Harbour Post: Ferry aground'>",
         "Ferry aground"},
        {"site and its slogan cut",
         "<meta property='og:site_name' content='Harbour Post - Coast - News'>"
         "<title>Ferry aground - Harbour Post - Coast - News</title>",
         "Ferry aground"},
        {"no site known, nothing cut",
         "<title>Ferry runs aground - second boat follows</title>",
         "Ferry runs aground - second boat follows"},
        {"heading confirms the cut",
         "<title>Ferry runs aground off the cape | Local | Post</title>" H1,
         "Ferry runs aground off the cape"},
        {"heading keeps its hyphen",
         "<title>Ferry - a history of wrecks - Post</title>"
         "<h1>Ferry - a history of wrecks</h1>",
         "Ferry - a history of wrecks"},
        {"a line confirms the cut",
         "<title>Ferry runs aground - Post</title><div class=t>Ferry runs "
         "aground</div>",
         "Ferry runs aground"},
        {"heading before the social title",
         "<meta property='og:title' content='Ferry aground off cape: what we know'>"
         "<title>Ferry runs aground off cape</title>" H1,
         "Ferry runs aground off the cape"},
        {"another heading is none",
         "<meta property='og:title' content='Ferry runs aground off the cape'>"
         "<h1>Most read</h1>",
         "Ferry runs aground off the cape"},
        {"logo's heading is none",
         SITE "<h1>The Harbour Post</h1><meta property='og:title' content='Ferry "
              "runs aground'>",
         "Ferry runs aground"},
        {"the heading marked as headline",
         "<title>Shipping accident in autumn</title><h1>Weather</h1>"
         "<h1 class='post-headline'>Ferry runs aground off the cape</h1>",
         "Ferry runs aground off the cape"},
        {"another article's heading marked as headline",
         "<title>Shipping accident in autumn</title><h2>Shipping accident in autumn"
         "</h2><h1 class='post-headline'>Ferry runs aground off the cape</h1>",
         "Shipping accident in autumn"},
        {"kicker left out",
         "<meta property='og:title' content='Ferry runs aground off the cape'>"
         "<h1><span>Shipping</span> <b>Ferry runs aground off the cape</b></h1>",
         "Ferry runs aground off the cape"},
        {"JSON-LD alone",
         LD("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry &amp; tug "
            "<i>collide</i>\"}"),
         "Ferry & tug collide"},
        {"escaped twice", "<meta property='og:title' content='Ferry &amp;#8217;s end'>",
         "Ferry \xE2\x80\x99s end"},
        {"title of a picture is none",
         "<svg><title>Menu</title></svg><h1>Ferry</h1><title>Ferry</title>", "Ferry"},
        {"headline in place of the site",
         "<meta name=application-name content='Ferry aground'>"
         "<meta property='og:title' content='Ferry aground'><h1>Ferry aground</h1>",
         "Ferry aground"},
    };

    check_rows("title", rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_metadata_date_is_the_first_published)
{
    static const struct row rows[] = {
        {"nothing", H1 "<p>On 3 May 2019 the ferry ran aground.</p>", ""},
        {"JSON-LD before meta",
         "<meta property='article:published_time' content='2019-05-04'>" LD(
             "{\"@type\":\"Article\",\"datePublished\":\"2019-05-03\","
             "\"dateModified\":\"2019-05-05\"}"),
         "2019-05-03"},
        {"published before modified",
         "<meta property='article:modified_time' content='2019-05-05T08:00:00+02:00'>"
         "<meta property='article:published_time' "
         "content='2019-05-03T08:00:00+02:00'>",
         "2019-05-03"},
        {"modified alone is none",
         "<meta property='article:modified_time' content='2019-05-05'>", ""},
        {"the day of its own zone",
         "<meta property='article:published_time' content='2019-05-03T23:30:00-07:00'>",
         "2019-05-03"},
        {"UTC and the line of the evening before",
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>" H1
         "<p class=date>May 3, 2019 10:30 PM</p>",
         "2019-05-03"},
        {"UTC and the line of another time",
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>" H1
         "<p class=date>May 1, 2019 10:30 PM</p>",
         "2019-05-04"},
        {"UTC in the afternoon is no evening before",
         "<meta property='article:published_time' content='2019-05-04T15:30:00Z'>" H1
         "<p class=date>May 3, 2019 10:30 PM</p>",
         "2019-05-04"},
        {"UTC and a later line that says changed",
         "<meta property='article:published_time' content='2019-05-04T15:30:00Z'>" H1
         "<p class=date>Updated May 5, 2019 1:30 AM</p>",
         "2019-05-04"},
        {"UTC and the address",
         "<link rel=canonical href='https://a.example/2019/05/03/ferry'>"
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>",
         "2019-05-03"},
        {"a zone of its own, and the address",
         "<link rel=canonical href='https://a.example/2019/05/03/ferry'>"
         "<meta property='article:published_time' "
         "content='2019-05-04T05:30:00+02:00'>",
         "2019-05-04"},
        {"UTC and a stamp of the writer's zone",
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>"
         "<meta name='sailthru.date' content='2019-05-03 22:30:00 -0700'>",
         "2019-05-03"},
        {"UTC and a stamp of another day",
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>"
         "<meta name='sailthru.date' content='2019-05-01 22:30:00 -0700'>",
         "2019-05-04"},
        {"UTC and a line without a year",
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>" H1
         "<p>Posted May 3, 10:30 PM</p>",
         "2019-05-03"},
        {"a line without a year alone is none", H1 "<p>Posted May 3, 10:30 PM</p>", ""},
        {"UTC and a change on the evening before",
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>" H1
         "<p>Updated May 3, 2019, 10:45 PM</p>",
         "2019-05-03"},
        {"a change that day, against the address",
         "<link rel=canonical href='https://a.example/2019/05/03/ferry'>"
         "<meta property='article:published_time' content='2019-05-04T05:30:00Z'>" H1
         "<p>Updated May 4, 2019, 5:45 AM</p>",
         "2019-05-04"},
        {"another article's line further on",
         H1 "<p class=date>May 3, 2019</p><p>Text.</p><p>Published May 4, 2019</p>",
         "2019-05-03"},
        {"boxes",
         H1 "<div class=date> <div>May</div> <div>3</div> <div>2019</div></div>",
         "2019-05-03"},
        {"boxes of no date",
         H1 "<div class=score> <div>May</div> <div>3</div> <div>2019</div></div>", ""},
        {"microdata", H1 "<span itemprop=datePublished>3 May 2019</span>",
         "2019-05-03"},
        {"microdata of the article with the headline",
         "<div itemscope itemtype='http://schema.org/Article'><b itemprop=headline>"
         "Tug sinks</b><i itemprop=datePublished content='2019-04-01'></i></div>"
         "<div itemscope itemtype='http://schema.org/Article'><h1 itemprop=headline>"
         "Ferry aground</h1><i itemprop=datePublished content='2019-05-03'></i></div>"
         "<title>Ferry aground</title>",
         "2019-05-03"},
        {"microdata of a comment is none",
         H1 "<p itemscope itemtype='http://schema.org/Comment'>"
            "<i itemprop=datePublished content='2019-05-03'></i>Good.</p>",
         ""},
        {"time element", H1 "<time datetime='2019-05-03'>a day ago</time>",
         "2019-05-03"},
        {"time of the change comes last",
         H1 "<time class=modified datetime='2019-05-05'>5 May</time>"
            "<time class=published datetime='2019-05-03'>3 May</time>",
         "2019-05-03"},
        {"byline", H1 "<div>By Jane Doe, 3 May 2019</div>", "2019-05-03"},
        {"published and updated in one line",
         H1 "<div>Updated May 5, 2019 / Published May 3, 2019</div>", "2019-05-03"},
        {"told far below", H1 "<p>Text.</p><div>First published on May 3, 2019</div>",
         "2019-05-03"},
        {"caption is none",
         H1 "<figure><figcaption>The ferry, May 3, 2019</figcaption></figure>", ""},
        {"the day above the menu is none",
         "<div>Sunday, 5 May 2019</div>"
         "<nav>News Sport Weather</nav>" H1 "<p class=byline>3 May 2019</p>",
         "2019-05-03"},
        {"address alone",
         "<link rel=canonical href='https://a.example/2019/may/03/ferry'>",
         "2019-05-03"},
        {"address in eight figures",
         "<link rel=canonical href='https://a.example/20190503/ferry'>", "2019-05-03"},
        {"a number in the address is no day",
         "<link rel=canonical href='https://a.example/2019/05/03-wrecks'>", ""},
        {"month in the address is no day",
         "<link rel=canonical href='https://a.example/2019/05/ferry'>", ""},
        {"day first by language", "<html lang=en-GB>" H1 "<p class=date>03/05/2019</p>",
         "2019-05-03"},
        {"month first by language",
         "<html lang=en-US>" H1 "<p class=date>05/03/2019</p>", "2019-05-03"},
        {"either by no language", "<html lang=en>" H1 "<p class=date>05/03/2019</p>",
         ""},
        {"no-break space", H1 "<p class=date>3&nbsp;May&nbsp;2019</p>", "2019-05-03"},
    };

    check_rows("date", rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_metadata_publisher_is_the_site)
{
    static const struct row rows[] = {
        {"nothing", H1, ""},
        {"og:site_name", SITE, "The Harbour Post"},
        {"slogan behind",
         "<meta property='og:site_name' content='Harbour Post | News from the coast'>",
         "Harbour Post"},
        {"slogan before, by the host",
         URL "<meta property='og:site_name' content='Coast news - Harbour Post'>",
         "Harbour Post"},
        {"site before the agency of JSON-LD",
         SITE LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Wire "
                 "Agency\"}}"),
         "The Harbour Post"},
        {"JSON-LD's publisher",
         LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Wire Agency\"}}"),
         "Wire Agency"},
        {"JSON-LD's publisher as a string",
         LD("{\"@type\":\"NewsArticle\",\"publisher\":\"Wire Agency\"}"),
         "Wire Agency"},
        {"JSON-LD's publisher by reference",
         LD("{\"@graph\":[{\"@type\":\"Article\",\"publisher\":{\"@id\":\"#o\"}},"
            "{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Wire Agency\"}]}"),
         "Wire Agency"},
        {"the one that agrees with the host",
         URL LD("{\"@type\":\"NewsArticle\",\"publisher\":\"Wire Agency\"}") "<meta "
                                                                             "name="
                                                                             "applicati"
                                                                             "on-name "
                                                                             "content='"
                                                                             "Harbour "
                                                                             "Post'>",
         "Harbour Post"},
        {"one whose words begin the host's label",
         "<link rel=canonical href='https://www.thpost.example/a'>"
         "<meta name='twitter:site' content='@thpost'>" LD(
             "{\"@type\":\"NewsArticle\",\"publisher\":\"The Tidal Harbour "
             "Post\"}"),
         "The Tidal Harbour Post"},
        {"one whose words don't",
         "<link rel=canonical href='https://www.thpost.example/a'>"
         "<meta name=application-name content='THpost'>" LD(
             "{\"@type\":\"NewsArticle\",\"publisher\":\"The Tidal Harbour "
             "Mail\"}"),
         "THpost"},
        {"its account's letters, and the title's name",
         URL "<meta property='og:site_name' content='@harbourpost'>"
             "<title>Ferry runs aground off the cape | Harbour Post North</title>" H1,
         "Harbour Post North"},
        {"host rather than its label",
         "<link rel=canonical href='https://www.hp.example/a'>"
         "<meta property='og:site_name' content='hp'>"
         "<title>Ferry runs aground off the cape - HP.example</title>" H1,
         "HP.example"},
        {"host as the site writes it",
         "<link rel=canonical href='https://www.harbour.example/a'>"
         "<meta property='og:site_name' content='Harbour.example'>"
         "<img alt='HARBOUR )'><p>\xC2\xA9 2019 Harbour Media Inc</p>",
         "Harbour.example"},
        {"suffix of the title",
         "<title>Ferry runs aground off the cape - Local - Harbour Post</title>" H1,
         "Harbour Post"},
        {"software is no publisher",
         "<meta property='og:site_name' content='WordPress'>"
         "<meta name=application-name content='Harbour Post'>",
         "Harbour Post"},
        {"kind of page is no publisher",
         "<link rel=canonical href='https://stories.hp.example/a'>"
         "<meta property='og:site_name' content='Stories'>"
         "<p>\xC2\xA9 2019 The Harbour Post. All rights reserved.</p>",
         "The Harbour Post"},
        {"account", "<meta name='twitter:site' content='@HarbourPost'>", "HarbourPost"},
        {"address is no name",
         "<meta name=publisher content='https://www.facebook.example/hp'>", ""},
        {"spelled with spaces",
         "<meta property='og:site_name' content='harbourpost.example'>" URL LD(
             "{\"@type\":\"Organization\",\"name\":\"Harbour Post\"}"),
         "Harbour Post"},
        {"spelled in an image", URL "<img alt='Harbour Post - Home' src=l.png>" H1,
         "Harbour Post"},
        {"host", URL H1, "harbourpost.example"},
        {"copyright notice without a host",
         H1 "<p>\xC2\xA9 Jane Doe</p><p>Copyright \xC2\xA9 2018-2019 Harbour "
            "Post</p>",
         "Harbour Post"},
        {"logo without a host", "<img alt='harbour-post-logo' src=l.svg>",
         "harbour post"},
        {"apostrophe as people see it",
         LD("{\"@type\":\"NewsArticle\",\"publisher\":\"Fishers\"}") "<title>Ferry "
                                                                     "runs aground off "
                                                                     "the cape - "
                                                                     "Fisher's</"
                                                                     "title>" H1,
         "Fisher's"},
        {"microdata",
         "<div itemprop=publisher itemscope><meta itemprop=name content='Harbour "
         "Post'></div>",
         "Harbour Post"},
    };

    check_rows("publisher", rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_metadata_json_ld_is_the_pages_own)
{
    static const struct row rows[] = {
        {"related article before it",
         URL H1 LD("{\"@type\":\"NewsArticle\",\"url\":\"https://harbourpost.example/"
                   "news/tug\",\"headline\":\"Tug sinks in storm\",\"datePublished\":"
                   "\"2019-04-01\"}")
             LD("{\"@type\":\"NewsArticle\",\"url\":\"http://harbourpost.example/news/"
                "ferry/?a=b\",\"datePublished\":\"2019-05-03\"}"),
         "2019-05-03"},
        {"related article alone",
         URL "<title>Ferry runs aground</title>" LD(
             "{\"@type\":\"NewsArticle\",\"url\":\"https://harbourpost.example/news/"
             "tug\",\"headline\":\"Tug sinks in storm\",\"datePublished\":\"2019-04-01"
             "\"}"),
         ""},
        {"another address and the same headline",
         URL "<title>Ferry runs aground</title>" LD(
             "{\"@type\":\"NewsArticle\",\"url\":\"https://wire.example/1\","
             "\"headline\":\"Ferry runs aground\",\"datePublished\":\"2019-05-03\"}"),
         "2019-05-03"},
        {"the one with the headline",
         "<title>Ferry runs aground</title>" LD(
             "[{\"@type\":\"Article\",\"headline\":\"Tug sinks in storm\","
             "\"datePublished\":\"2019-04-01\"},{\"@type\":\"Article\",\"headline\":"
             "\"Ferry runs aground\",\"datePublished\":\"2019-05-03\"}]"),
         "2019-05-03"},
        {"article before page",
         LD("{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2019-04-01\"},"
            "{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"datePublished\":"
            "\"2019-05-03\"}]}"),
         "2019-05-03"},
        {"page", LD("{\"@type\":\"WebPage\",\"datePublished\":\"2019-05-03\"}"),
         "2019-05-03"},
        {"main entity",
         LD("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\","
            "\"datePublished\":\"2019-05-03\"}}"),
         "2019-05-03"},
        {"list of other articles",
         LD("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\","
            "\"datePublished\":\"2019-04-01\"}]}"),
         ""},
        {"event", LD("{\"@type\":\"Event\",\"datePublished\":\"2019-04-01\"}"), ""},
        {"video only when nothing else has one",
         LD("{\"@type\":\"VideoObject\",\"uploadDate\":\"2019-05-03\"}"), "2019-05-03"},
        {"mended",
         LD("<!-- {\"@type\":\"Article\",\"name\":\"a\nb\",\"name\":\"c\","
            "\"datePublished\":\"2019-05-03\",} //-->"),
         "2019-05-03"},
        {"broken one passed over",
         LD("{\"@type\" \"Article\" oops}")
             LD("{\"@type\":\"Article\",\"datePublished\":\"2019-05-03\"}"),
         "2019-05-03"},
        {"of other scripts nothing",
         "<script>{\"@type\":\"Article\",\"datePublished\":\"2019-05-03\"}</script>",
         ""},
    };

    check_rows("date", rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_metadata_author_is_names)
{
    static const struct row rows[] = {
        {"nothing", H1, ""},
        {"meta", "<meta name=author content='By Jane Doe'>", "Jane Doe"},
        {"two", "<meta name=author content='By Jane Doe, and John Roe'>",
         "Jane Doe, John Roe"},
        {"a name with and in it", "<meta name=author content='Alexandra Sands'>",
         "Alexandra Sands"},
        {"JSON-LD's list",
         LD("{\"@type\":\"Article\",\"author\":[{\"name\":\"Jane Doe\"},\"John "
            "Roe\"]}"),
         "Jane Doe, John Roe"},
        {"JSON-LD's string", LD("{\"@type\":\"Article\",\"author\":\"Jane Doe\"}"),
         "Jane Doe"},
        {"JSON-LD's reference",
         LD("{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#j\"}},"
            "{\"@type\":\"Person\",\"@id\":\"#j\",\"name\":\"Jane Doe\"}]}"),
         "Jane Doe"},
        {"address is none",
         "<meta property='article:author' content='https://f.example/jane'>", ""},
        {"administrator is none", "<meta name=author content=admin>", ""},
        {"microdata",
         "<span itemprop=author itemscope>By <b itemprop=name>Jane Doe</b></span>",
         "Jane Doe"},
        {"link", "<a rel='author external' href='/jane'>Jane Doe</a>", "Jane Doe"},
    };

    check_rows("author", rows, XC_COUNT(rows));
}
END_TEST

START_TEST(html_metadata_url_and_language_are_as_declared)
{
    static const struct row urls[] = {
        {"nothing", H1, ""},
        {"canonical first",
         "<meta property='og:url' content='https://b.example/x'>" URL,
         "https://www.harbourpost.example/news/ferry"},
        {"og:url", "<meta property='og:url' content='https://b.example/x'>",
         "https://b.example/x"},
        {"path alone is none", "<link rel=canonical href='/x'>", ""},
        {"JSON-LD",
         LD("{\"@type\":\"Article\",\"mainEntityOfPage\":{\"@id\":\"https://b.example/"
            "y\"}}"),
         "https://b.example/y"},
    };
    static const struct row languages[] = {
        {"nothing", H1, ""},
        {"html element", "<html lang=en-GB><meta property='og:locale' content='de_DE'>",
         "en-GB"},
        {"og:locale", "<meta property='og:locale' content='en_US'>", "en-US"},
        {"first of several", "<meta http-equiv='Content-Language' content='en, de'>",
         "en"},
    };

    check_rows("url", urls, XC_COUNT(urls));
    check_rows("language", languages, XC_COUNT(languages));
}
END_TEST

START_TEST(html_metadata_unsaid_fields_stay)
{
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_source source;
    struct xc_page page;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    ck_assert_int_eq(
        xc_page_read(XC_STR(SITE "<p>Text</p>"), XC_STR("x"), &arena, &page, &problems),
        XC_OK);
    xc_fields_clear(&source);
    source.title = XC_STR("Known before");
    source.has_published = true;
    source.published = (struct xc_date){2019, 5, 3};
    ck_assert_int_eq(xc_html_metadata_read(&page, &arena, &source), XC_OK);
    ck_assert(xc_str_is(source.title, "Known before"));
    ck_assert(source.has_published && source.published.day == 3);
    ck_assert(xc_str_is(source.publisher, "The Harbour Post"));
    xc_arena_release(&arena);
}
END_TEST

/* A page of `before`, n times `unit`, and `after`. */
static struct xc_str
repeat(struct xc_arena *arena, const char *before, const char *unit, size_t n,
       const char *after)
{
    const size_t unit_len = strlen(unit);
    const size_t len = strlen(before) + n * unit_len + strlen(after);
    char *bytes = xc_arena_alloc(arena, len);
    size_t at = strlen(before);
    size_t i;

    ck_assert_ptr_nonnull(bytes);
    memcpy(bytes, before, at);
    for (i = 0; i < n; i++) {
        memcpy(bytes + at, unit, unit_len);
        at += unit_len;
    }
    memcpy(bytes + at, after, strlen(after));
    return (struct xc_str){bytes, len};
}

START_TEST(html_metadata_hostile_pages_end_soon)
{
    static const struct {
        const char *name;
        const char *before;
        const char *unit;
        size_t n;
        const char *after;
    } pages[] = {
        {"nested JSON", "<h1>Ferry</h1><script type='application/ld+json'>", "[",
         1000000, "</script>"},
        {"keys said again", "<h1>Ferry</h1><script type='application/ld+json'>{",
         "\"a\":1,", 200000, "\"b\":2}</script>"},
        {"many values", "<h1>Ferry</h1><script type='application/ld+json'>", "{} ",
         500000, "</script>"},
        {"many articles",
         "<title>Ferry</title><h1>Ferry</h1><script type='application/ld+json'>[",
         "{\"@type\":\"Article\",\"headline\":\"Tug sinks in storm\"},", 50000,
         "{}]</script>"},
        {"one string", "<h1>Ferry</h1><script type='application/ld+json'>{\"a\":\"",
         "\\u12\" ", 500000, "\"}</script>"},
        {"headings", "<h1>Ferry</h1>", "<h1>Tug sinks in storm</h1>", 20000, ""},
        {"meta elements", "<h1>Ferry</h1>", "<meta name=author content='A B'>", 50000,
         ""},
        {"one line of marks", "<h1>Ferry</h1><title>", "a - ", 300000, "</title>"},
        {"dates", "<h1>Ferry</h1>", "<p class=date>32 May 2019 1/2/3</p>", 50000, ""},
        {"white space and figures", "<h1>Ferry</h1>", "        20190532", 100000, ""},
        {"words of a date", "<h1>Ferry</h1><p>", "May 1 May de ", 100000, ""},
    };
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(pages); i++) {
        struct xc_source source;
        const struct xc_str html =
            repeat(&arena, pages[i].before, pages[i].unit, pages[i].n, pages[i].after);

        ck_assert_msg(read_page(html, &arena, &source) == XC_OK, "%s", pages[i].name);
        ck_assert_msg(xc_str_is(source.title, "Ferry"), "%s: '%.*s'", pages[i].name,
                      (int)source.title.len, source.title.ptr);
        xc_arena_reset(&arena);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(html_metadata_short_memory_is_told)
{
    static const char html[] =
        "<html lang=en>" URL SITE "<title>Ferry &amp;amp; tug - Post</title>" LD(
            "{\"@type\":\"Article\",\"headline\":\"Ferry &amp; tug\",\"author\":"
            "[\"Jane Doe\",\"John Roe\"],\"a\":1,\"a\":2}") H1
        "<div itemprop=author>Jane</div><time>3 May 2019</time>"
        "<img alt='Harbour Post'><p>\xC2\xA9 2019 Harbour</p>";
    size_t n;

    if (!short_memory_works())
        return;
    for (n = 1; n < 100000; n++) {
        struct xc_arena arena;
        struct xc_arena pages;
        struct xc_problems problems;
        struct xc_source source;
        struct xc_page page;
        enum xc_status status;

        xc_arena_init(&pages);
        xc_problems_init(&problems, &pages);
        ck_assert_int_eq(
            xc_page_read(xc_str_of(html), XC_STR("x"), &pages, &page, &problems),
            XC_OK);
        xc_arena_init(&arena);
        xc_fields_clear(&source);
        short_memory_countdown = n;
        status = xc_html_metadata_read(&page, &arena, &source);
        short_memory_countdown = 0;
        if (status == XC_OK)
            ck_assert(xc_str_is(source.publisher, "The Harbour Post"));
        else
            ck_assert(status == XC_NO_MEMORY && source.publisher.len == 0);
        xc_arena_release(&arena);
        xc_arena_release(&pages);
        if (status == XC_OK)
            break;
    }
    ck_assert_uint_gt(n, 3);
    ck_assert_uint_lt(n, 100000);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        html_metadata_title_is_the_headline,
        html_metadata_date_is_the_first_published,
        html_metadata_publisher_is_the_site,
        html_metadata_json_ld_is_the_pages_own,
        html_metadata_author_is_names,
        html_metadata_url_and_language_are_as_declared,
        html_metadata_unsaid_fields_stay,
        html_metadata_hostile_pages_end_soon,
        html_metadata_short_memory_is_told,
        NULL,
    };

    xc_markup_prepare();
    return suite_run("html_metadata", tests);
}
