/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_published.h"

#include "base/vec.h"
#include "source/line.h"
#include "web/html_dateline.h"
#include "web/html_name.h"

struct finder {
    const struct xc_html_published *in;
    struct xc_html_date_rules rules;
};

/* The date that text begins with or holds; text is a stamp, of a few words. */
static bool
read(const struct finder *f, struct xc_str text, struct xc_html_date *out)
{
    const size_t most_bytes = 120;

    return text.len > 0 && text.len <= most_bytes &&
           xc_html_date_find(&f->rules, text, 0, out);
}

/*
 * Whether day is the day before or after that of a stamp and may be the same moment in
 * another zone: zones are up to 12 hours behind UTC and 14 ahead.
 */
static bool
is_same_moment(const struct xc_html_date *stamp, struct xc_date day)
{
    const int32_t apart = xc_date_day(day) - xc_date_day(stamp->date);

    if (stamp->hour < 0)
        return false;
    return (apart == -1 && stamp->hour < 12) ||
           (apart == 1 && stamp->hour >= 10 && stamp->floating);
}

/* Whether a thing of this type may be the page's article. */
static bool
may_be_article(struct xc_str type)
{
    static const char *const endings[] = {"Article", "Posting", "Page",  "CreativeWork",
                                          "Report",  "Review",  "Recipe"};
    size_t i = 0;

    while (i < XC_COUNT(endings) && !xc_str_ends(type, endings[i]))
        i++;
    return type.len == 0 || i < XC_COUNT(endings);
}

/* The thing of microdata whose headline is the page's; XC_PAGE_NO_PARENT also when none
 * is. */
static enum xc_status
find_own_scope(const struct finder *f, uint32_t *out)
{
    const struct xc_html_facts *facts = f->in->facts;
    struct xc_html_name title;
    enum xc_status status = xc_html_name_new(f->in->title, facts->arena, &title);
    size_t i;

    *out = XC_PAGE_NO_PARENT;
    for (i = 0; i < facts->props.n && status == XC_OK; i++) {
        const struct xc_html_prop *prop = &facts->props.items[i];
        struct xc_html_name name;
        struct xc_str value;

        if (!xc_str_is(prop->name, "headline") && !xc_str_is(prop->name, "name"))
            continue;
        value = xc_html_facts_value(facts, prop->element);
        if (value.ptr == NULL)
            return XC_NO_MEMORY;
        status = xc_html_name_new(value, facts->arena, &name);
        if (status == XC_OK && xc_html_name_same(&title, &name)) {
            *out = prop->scope;
            break;
        }
    }
    return status;
}

/* Microdata: first of the thing that has the page's headline, then of any article. */
static enum xc_status
read_props(const struct finder *f, struct xc_html_date *out, bool *out_found)
{
    const struct xc_html_facts *facts = f->in->facts;
    uint32_t own;
    enum xc_status status = find_own_scope(f, &own);
    int pass;
    size_t i;

    *out_found = false;
    for (pass = 0; pass < 2 && status == XC_OK; pass++) {
        for (i = 0; i < facts->props.n; i++) {
            const struct xc_html_prop *prop = &facts->props.items[i];
            struct xc_str value;

            if (!xc_str_is(prop->name, "datepublished") ||
                (pass == 0 ? prop->scope != own
                           : !may_be_article(xc_html_facts_type(facts, prop->scope))))
                continue;
            value = xc_html_facts_value(facts, prop->element);
            if (value.ptr == NULL)
                return XC_NO_MEMORY;
            if (read(f, value, out)) {
                *out_found = true;
                return XC_OK;
            }
        }
    }
    return status;
}

/* Takes the stamp of text into *out unless there is one already; but one in UTC, or of
 * no zone, gives way to one of the same time in a zone: that is where it was written. */
static void
offer(const struct finder *f, struct xc_str text, struct xc_html_date *out,
      bool *out_found)
{
    struct xc_html_date date;

    if (!read(f, text, &date))
        return;
    if (!*out_found || (out->floating && !date.floating && date.hour >= 0 &&
                        is_same_moment(out, date.date)))
        *out = date;
    *out_found = true;
}

/* The stamp for machines, from the most trustworthy place that has one. */
static enum xc_status
read_stamp(const struct finder *f, struct xc_html_date *out, bool *out_found)
{
    static const char *const sure[] = {"article:published_time",
                                       "og:article:published_time",
                                       "og:published_time",
                                       "article:published",
                                       "article.published",
                                       "datepublished",
                                       "og:datepublished",
                                       "parsely-pub-date",
                                       "sailthru.date",
                                       "rnews:datepublished",
                                       "bt:pubdate",
                                       "cxenseparse:recs:publishtime",
                                       "cxenseparse:publishtime",
                                       "published",
                                       "published_at",
                                       "published_time",
                                       "published-date",
                                       "publisheddate",
                                       "published_date",
                                       "publish-date",
                                       "publishdate",
                                       "publish_date",
                                       "pubdate",
                                       "pub_date",
                                       "pub-date",
                                       "publication_date",
                                       "publication-date",
                                       "publicationdate",
                                       "originalpublicationdate",
                                       "article_date_original",
                                       "article-publish-date",
                                       "iso-8601-publish-date",
                                       "vr:published_time",
                                       "dcterms.issued",
                                       "dc.date.issued",
                                       "dcterms.date",
                                       "dc.date",
                                       "dc.date.published",
                                       "dcterms.created",
                                       "dc.date.created",
                                       "dc.created",
                                       "dcsext.articlefirstpublished",
                                       "citation_publication_date",
                                       "citation_online_date",
                                       "citation_date",
                                       "date.release",
                                       "displaydate",
                                       "articlepublicationdate",
                                       "date_published",
                                       "releasedate"};
    static const char *const less_sure[] = {"date", "created", "datecreated",
                                            "publish_time", "time.release"};
    const struct xc_html_facts *facts = f->in->facts;
    enum xc_status status;
    size_t i;

    *out_found = false;
    offer(f, f->in->json_ld->published, out, out_found);
    for (i = 0; i < XC_COUNT(sure); i++)
        offer(f, xc_html_facts_meta(facts, sure[i]), out, out_found);
    offer(f, f->in->json_ld->page_published, out, out_found);
    if (*out_found)
        return XC_OK;
    status = read_props(f, out, out_found);
    for (i = 0; i < XC_COUNT(less_sure) && status == XC_OK && !*out_found; i++)
        offer(f, xc_html_facts_meta(facts, less_sure[i]), out, out_found);
    return status;
}

/* "/2017/11/18/", "/2017/nov/18/", "/20171118/" or "-2017-11-18" in the address: the year
 * first, or it may be the day that the article is about. */
static bool
read_url(const struct finder *f, struct xc_html_date *out)
{
    const int first_year = 1990;
    struct xc_str rest = f->in->url;
    struct xc_html_date date;
    struct xc_str piece;
    size_t from = 0;

    while (xc_html_date_find(&f->rules, f->in->url, from, &date)) {
        const size_t end = date.off_bytes + date.len_bytes;
        const struct xc_str text =
            xc_str_at(f->in->url, (struct xc_span){date.off_bytes, date.len_bytes});

        /* "/2017/11/18-things-to-do" has no day. */
        if (text.len > 6 && xc_line_is_digit(text.ptr[3]) &&
            date.date.year >= first_year &&
            (end == f->in->url.len || f->in->url.ptr[end] == '/' ||
             text.ptr[4] == '-')) {
            *out = date;
            return true;
        }
        from = end;
    }
    while (xc_str_split(&rest, '/', &piece)) {
        if (piece.len == 8 && read(f, piece, &date) && date.len_bytes == 8 &&
            date.date.year >= first_year) {
            *out = date;
            return true;
        }
    }
    return false;
}

/* The day that readers were shown, see the header. */
static struct xc_date
shown_day(const struct xc_html_date *stamp, const struct xc_html_dateline *line,
          const struct xc_html_date *url)
{
    const struct xc_date day = line->date.date;
    const bool same_moment = is_same_moment(stamp, day);

    /* A change is never before the first day; nor is it evidence for a later one. */
    if (line->rank == XC_HTML_DATELINE_CHANGED)
        return same_moment && xc_date_day(day) < xc_date_day(stamp->date) ? day
                                                                          : stamp->date;
    if (line->rank >= XC_HTML_DATELINE_OWN ||
        (line->rank == XC_HTML_DATELINE_NEAR && line->date.hour >= 0))
        return same_moment ? day : stamp->date;
    if (url != NULL && stamp->floating && is_same_moment(stamp, url->date))
        return url->date;
    return stamp->date;
}

enum xc_status
xc_html_published_find(const struct xc_html_published *in, struct xc_date *out,
                       bool *out_found)
{
    struct finder f = {.in = in,
                       .rules = {NULL, xc_html_date_order_of(in->language), 0}};
    struct xc_html_date stamp;
    struct xc_html_date url;
    struct xc_html_date made;
    struct xc_html_dateline line;
    bool has_stamp;
    bool has_url;
    bool has_made;
    enum xc_status status = xc_html_date_words_new(in->facts->arena, &f.rules.words);

    if (status == XC_OK)
        status = read_stamp(&f, &stamp, &has_stamp);
    if (status != XC_OK)
        return status;
    has_url = read_url(&f, &url);
    has_made = read(&f, in->json_ld->made, &made);
    /* Beside a stamp a line need not say its year. */
    f.rules.year = has_stamp ? stamp.date.year : 0;
    status = xc_html_dateline_find(in->facts, &f.rules, in->title, &line);
    if (status != XC_OK)
        return status;
    *out_found = has_stamp || line.rank > XC_HTML_DATELINE_NONE || has_url || has_made;
    if (has_stamp)
        *out = shown_day(&stamp, &line, has_url ? &url : NULL);
    else if (has_url && line.rank < XC_HTML_DATELINE_NEAR)
        *out = url.date;
    else if (has_made && line.rank < XC_HTML_DATELINE_NEAR)
        *out = made.date;
    else if (*out_found)
        *out = line.date.date;
    return XC_OK;
}
