/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_metadata.h"

#include "web/html_author.h"
#include "web/html_facts.h"
#include "web/html_json_ld.h"
#include "web/html_published.h"
#include "web/html_publisher.h"
#include "web/html_title.h"

/* Whether url names its host. */
static bool
is_whole(struct xc_str url)
{
    return xc_str_starts(url, "http://") || xc_str_starts(url, "https://");
}

/* Adds the first headings to the titles, for JSON-LD to be known by. */
static bool
add_headings(const struct xc_html_facts *facts, struct xc_html_titles *titles)
{
    const size_t most = 6;
    size_t i;

    for (i = 0; i < facts->headings.n && i < most && titles->n < XC_HTML_MOST_TITLES;
         i++) {
        const struct xc_str text = xc_html_facts_text(facts, facts->headings.items[i]);

        if (text.ptr == NULL)
            return false;
        if (text.len > 0)
            titles->items[titles->n++] = text;
    }
    return true;
}

/* The addresses that the page gives itself: canonical, og:url, … Returns how many. */
static size_t
gather_urls(const struct xc_html_facts *facts, struct xc_str *urls)
{
    static const char *const keys[] = {"og:url", "twitter:url", "parsely-link"};
    size_t n = 0;
    size_t i;

    if (is_whole(facts->canonical))
        urls[n++] = facts->canonical;
    for (i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct xc_str url = xc_html_facts_meta(facts, keys[i]);

        if (is_whole(url))
            urls[n++] = url;
    }
    return n;
}

/* "en_US" as "en-US"; of several languages the first.  ptr NULL when memory is short. */
static struct xc_str
language_tag(struct xc_str text, struct xc_arena *arena)
{
    char *tag = xc_arena_copy(arena, text.len == 0 ? "" : text.ptr, text.len);
    size_t len = 0;

    if (tag == NULL)
        return (struct xc_str){NULL, 0};
    while (len < text.len && tag[len] != ',' && tag[len] != ';' && tag[len] != ' ') {
        if (tag[len] == '_')
            tag[len] = '-';
        len++;
    }
    return (struct xc_str){tag, len};
}

/* The language that the page declares, "" when none; ptr NULL when memory is short. */
static struct xc_str
find_language(const struct xc_html_facts *facts, const struct xc_html_json_ld *json_ld)
{
    static const char *const keys[] = {"content-language", "og:locale", "dc.language",
                                       "dcterms.language", "language",  NULL};
    struct xc_str text = facts->language;

    if (text.len == 0)
        text = xc_html_facts_first(facts, keys);
    if (text.len == 0)
        text = json_ld->language;
    return language_tag(text, facts->arena);
}

static void
set(struct xc_str *field, struct xc_str text)
{
    if (text.len > 0)
        *field = text;
}

enum xc_status
xc_html_metadata_read(const struct xc_page *page, struct xc_arena *arena,
                      struct xc_source *source)
{
    struct xc_html_facts facts;
    struct xc_html_json_ld json_ld;
    struct xc_html_titles titles;
    struct xc_html_host host;
    struct xc_html_title title;
    struct xc_html_published published = {.facts = &facts, .json_ld = &json_ld};
    struct xc_str urls[4];
    struct xc_str sites[XC_HTML_MOST_SITES];
    struct xc_str publisher;
    struct xc_str author;
    struct xc_date date;
    bool has_date;
    size_t n_urls = 0;
    size_t n_sites;
    enum xc_status status = xc_html_facts_gather(page, arena, &facts);

    if (status == XC_OK) {
        xc_html_titles_gather(&facts, &titles);
        if (!add_headings(&facts, &titles))
            return XC_NO_MEMORY;
        n_urls = gather_urls(&facts, urls);
        status = xc_html_json_ld_read(&facts, titles.items, titles.n, urls, n_urls,
                                      &json_ld);
    }
    if (status != XC_OK)
        return status;
    published.url = n_urls > 0              ? urls[0]
                    : is_whole(json_ld.url) ? json_ld.url
                                            : XC_STR("");
    published.language = find_language(&facts, &json_ld);
    if (published.language.ptr == NULL)
        return XC_NO_MEMORY;
    status = xc_html_host_of(published.url, arena, &host);
    if (status == XC_OK)
        status = xc_html_publisher_sites(&facts, &json_ld, &host, sites, &n_sites);
    if (status == XC_OK)
        status = xc_html_title_choose(&facts, json_ld.headline, sites, n_sites, &host,
                                      &title);
    if (status == XC_OK)
        status =
            xc_html_publisher_choose(&facts, sites, n_sites, &title, &host, &publisher);
    if (status == XC_OK)
        status = xc_html_author_find(&facts, &json_ld, &author);
    if (status != XC_OK)
        return status;
    published.title = title.headline;
    status = xc_html_published_find(&published, &date, &has_date);
    if (status != XC_OK)
        return status;
    set(&source->title, title.headline);
    set(&source->publisher, publisher);
    set(&source->author, author);
    set(&source->url, published.url);
    set(&source->language, published.language);
    if (has_date) {
        source->has_published = true;
        source->published = date;
    }
    return XC_OK;
}
