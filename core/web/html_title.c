/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_title.h"

#include "base/limits.h"
#include "base/vec.h"

static void
add(struct xc_html_titles *titles, struct xc_str text)
{
    if (text.len > 0 && text.len <= XC_MAX_PAGE_FACT_BYTES &&
        titles->n < XC_HTML_MOST_TITLES)
        titles->items[titles->n++] = text;
}

void
xc_html_titles_gather(const struct xc_html_facts *facts, struct xc_html_titles *out)
{
    static const char *const keys[] = {
        "og:title", "twitter:title", "sailthru.title", "parsely-title",
        "dc.title", "dcterms.title", "title",          "headline",
        "hdl",      "article:title", "citation_title", "twitter:text:title"};
    size_t i;
    size_t j;

    *out = (struct xc_html_titles){.n = 0};
    for (i = 0; i < XC_COUNT(keys); i++) {
        size_t n_same = 0;

        /* A theme and a plug-in may both write og:title. */
        for (j = 0; j < facts->metas.n && n_same < 2; j++) {
            if (xc_str_is(facts->metas.items[j].key, keys[i])) {
                add(out, facts->metas.items[j].value);
                n_same++;
            }
        }
    }
    add(out, facts->title);
}

struct chooser {
    const struct xc_html_facts *facts;
    const struct xc_html_host *host;
    struct xc_html_name sites[XC_HTML_MOST_SITES];
    size_t n_sites;
    /* The titles, JSON-LD's first, without the site's names. */
    struct xc_html_name titles[XC_HTML_MOST_TITLES + 1];
    size_t n_titles;
};

/* Whether name is one of the site's. */
static bool
is_site(const struct chooser *c, const struct xc_html_name *name)
{
    size_t i = 0;

    while (i < c->n_sites && !xc_html_name_same(name, &c->sites[i]))
        i++;
    return i < c->n_sites || xc_html_host_is(c->host, name);
}

/*
 * Takes the site's name off one end of *text; false when it does not stand there.  Its
 * own slogan may have marks in it, so every mark is tried, the longest part first.
 */
static enum xc_status
cut_site(const struct chooser *c, bool at_end, struct xc_str *text, bool *out_cut)
{
    const size_t most_marks = 8;
    size_t len = 0;
    size_t at = xc_html_name_find_mark(*text, 0, !at_end, &len);
    size_t n;

    *out_cut = false;
    for (n = 0; n < most_marks && at < text->len; n++) {
        const struct xc_str before = xc_str_sub(*text, 0, at);
        const struct xc_str after = xc_str_sub(*text, at + len, text->len - at - len);
        struct xc_html_name name;
        enum xc_status status =
            xc_html_name_new(at_end ? after : before, c->facts->arena, &name);

        if (status != XC_OK)
            return status;
        if (is_site(c, &name) && before.len > 0 && after.len > 0) {
            *text = xc_str_trim(at_end ? before : after);
            *out_cut = true;
            return XC_OK;
        }
        at = xc_html_name_find_mark(*text, at + 1, !at_end, &len);
    }
    return XC_OK;
}

/* text without the site's names at its ends. */
static enum xc_status
cut_sites(const struct chooser *c, struct xc_str *text)
{
    const size_t most_cuts = 4;
    bool cut = true;
    size_t n;

    for (n = 0; n < most_cuts && cut; n++) {
        enum xc_status status = cut_site(c, true, text, &cut);

        if (status == XC_OK && !cut)
            status = cut_site(c, false, text, &cut);
        if (status != XC_OK)
            return status;
    }
    return XC_OK;
}

static enum xc_status
add_title(struct chooser *c, struct xc_str text)
{
    struct xc_html_name *title = &c->titles[c->n_titles];
    enum xc_status status;

    text = xc_str_trim(text);
    status = cut_sites(c, &text);
    if (status == XC_OK)
        status = xc_html_name_new(text, c->facts->arena, title);
    /* The site's name alone is no title of an article. */
    if (status == XC_OK && title->key.len > 0 && !is_site(c, title))
        c->n_titles++;
    return status;
}

/* How much name is like the title that it is most like, in a hundred; that title in
 * *out_title. */
static size_t
likeness(const struct chooser *c, const struct xc_html_name *name, size_t *out_title)
{
    size_t best = 0;
    size_t i;

    for (i = 0; i < c->n_titles; i++) {
        size_t shared = xc_html_name_shared(name, &c->titles[i]);

        if (xc_html_name_same(name, &c->titles[i]))
            shared = 101; /* whatever stands behind the words that are compared */
        if (shared > best) {
            best = shared;
            *out_title = i;
        }
    }
    return best;
}

/* Whether the heading's class or place says that it is the headline. */
static bool
is_marked(const struct chooser *c, uint32_t element)
{
    static const char *const marks[] = {
        "headline",       "entry-title", "post-title", "article-title",
        "article__title", "story-title", "post__title"};
    const struct xc_element *at = &c->facts->page->elements[element];
    const struct xc_str class = xc_element_attribute(at, "class");
    const struct xc_str prop = xc_element_attribute(at, "itemprop");
    size_t i = 0;

    while (i < XC_COUNT(marks) && !xc_html_facts_holds(class, marks[i]))
        i++;
    return i < XC_COUNT(marks) || xc_html_facts_holds(prop, "headline");
}

/* Whether the element has elements of its own in which words stand. */
static bool
has_parts(const struct chooser *c, uint32_t element)
{
    const struct xc_element *at = &c->facts->page->elements[element];

    return at->end > element + 1 && at->end_piece > at->first_piece + 1;
}

/* Whether a line of the page says name alone. */
static enum xc_status
find_line(const struct chooser *c, const struct xc_html_name *name, bool *out_found)
{
    enum xc_status status = XC_OK;
    size_t i;

    *out_found = false;
    for (i = 0; i < c->facts->lines.n && status == XC_OK && !*out_found; i++) {
        const struct xc_html_line *line = &c->facts->lines.items[i];
        struct xc_html_name said;

        if (line->text.len < name->key.len || line->text.len > 2 * name->text.len + 16)
            continue;
        status = xc_html_name_new(line->text, c->facts->arena, &said);
        if (status == XC_OK)
            *out_found = xc_html_name_same(name, &said);
    }
    return status;
}

/*
 * Parts the title from the site's name where a line of the page says the headline alone,
 * for a page whose headline is in no heading that is known as such.
 */
static enum xc_status
cut_by_lines(const struct chooser *c, struct xc_str *text)
{
    const size_t most_marks = 8;
    size_t len = 0;
    size_t at = xc_html_name_find_mark(*text, 0, false, &len);
    bool found = false;
    size_t n;

    for (n = 0; n < most_marks && at < text->len; n++) {
        const struct xc_str part = xc_str_sub(*text, 0, at);
        struct xc_html_name name;
        enum xc_status status = xc_html_name_new(part, c->facts->arena, &name);

        if (status == XC_OK && name.n_words > 2)
            status = find_line(c, &name, &found);
        if (status != XC_OK)
            return status;
        if (found) {
            *text = part;
            return XC_OK;
        }
        at = xc_html_name_find_mark(*text, at + 1, false, &len);
    }
    return XC_OK;
}

/* A heading, and how much it is like a title. */
struct heading {
    struct xc_str text;
    size_t like;
    size_t title; /* index of that title */
    uint32_t element;
};

/* The heading most like a title; like 0 when none is at all.  Of headings that are like
 * none, the only one that is marked as headline counts as like enough, unless the page
 * says one of its titles elsewhere. */
static enum xc_status
choose_heading(const struct chooser *c, struct heading *out)
{
    const size_t least_like = 40;
    const size_t most_headings = 64;
    struct heading marked = {.like = 0};
    bool said = false;
    size_t n_marked = 0;
    size_t i;

    *out = (struct heading){.like = 0};
    for (i = 0; i < c->facts->headings.n && i < most_headings; i++) {
        struct heading here = {.element = c->facts->headings.items[i]};
        struct xc_html_name name;
        enum xc_status status;

        here.text = xc_html_facts_text(c->facts, here.element);
        if (here.text.ptr == NULL)
            return XC_NO_MEMORY;
        status = xc_html_name_new(here.text, c->facts->arena, &name);
        if (status != XC_OK)
            return status;
        if (name.key.len == 0 || is_site(c, &name))
            continue;
        here.like = likeness(c, &name, &here.title);
        if (here.like > out->like)
            *out = here;
        /* A page without any title has its headline in its first heading. */
        if (c->n_titles == 0) {
            *out = here;
            out->like = least_like;
            return XC_OK;
        }
        if (is_marked(c, here.element) && name.n_words > 2) {
            marked = here;
            n_marked++;
        }
    }
    if (out->like < least_like)
        out->like = 0;
    for (i = 0; i < c->n_titles && out->like == 0 && n_marked == 1 && !said; i++) {
        enum xc_status status = find_line(c, &c->titles[i], &said);

        if (status != XC_OK)
            return status;
    }
    if (out->like == 0 && n_marked == 1 && !said) {
        *out = marked;
        out->like = least_like;
    }
    return XC_OK;
}

/*
 * The heading's text, or the title's where the heading holds more than the headline: a
 * kicker or a subtitle in an element of its own.
 */
static enum xc_status
heading_text(const struct chooser *c, const struct heading *heading, struct xc_str *out)
{
    const struct xc_html_name *title = &c->titles[heading->title];
    struct xc_html_name name;
    enum xc_status status;

    *out = heading->text;
    if (heading->like > 100 || c->n_titles == 0 || !has_parts(c, heading->element))
        return XC_OK;
    status = xc_html_name_new(heading->text, c->facts->arena, &name);
    if (status == XC_OK && title->n_words > 2 && name.key.len > title->key.len &&
        (xc_str_equal(xc_str_sub(name.key, 0, title->key.len), title->key) ||
         xc_str_equal(
             xc_str_sub(name.key, name.key.len - title->key.len, title->key.len),
             title->key)))
        *out = title->text;
    return status;
}

/* The part behind the last mark of the title element when it is the site's name. */
static enum xc_status
find_site_suffix(const struct chooser *c, struct xc_str *out)
{
    const struct xc_str title = c->facts->title;
    struct xc_str last = XC_STR("");
    struct xc_html_name name;
    size_t len = 0;
    size_t at = xc_html_name_find_mark(title, 0, false, &len);
    enum xc_status status;

    while (at < title.len) {
        last = xc_str_sub(title, at + len, title.len - at - len);
        at = xc_html_name_find_mark(title, at + 1, false, &len);
    }
    status = xc_html_name_new(last, c->facts->arena, &name);
    if (status == XC_OK && is_site(c, &name))
        *out = xc_str_trim(last);
    return status;
}

/* What stands beside the headline in the title element: behind it, or before it. */
static enum xc_status
find_suffix(const struct chooser *c, struct xc_str headline, struct xc_str *out)
{
    const struct xc_str title = c->facts->title;
    struct xc_html_name whole;
    size_t len = 0;
    size_t at;
    size_t pass;

    *out = XC_STR("");
    for (pass = 0; pass < 2 && title.len > 0; pass++) {
        enum xc_status status = xc_html_name_new(headline, c->facts->arena, &whole);

        at = xc_html_name_find_mark(title, 0, pass == 1, &len);
        while (status == XC_OK && at < title.len) {
            const struct xc_str before = xc_str_sub(title, 0, at);
            const struct xc_str after =
                xc_str_sub(title, at + len, title.len - at - len);
            struct xc_html_name name;

            status =
                xc_html_name_new(pass == 0 ? before : after, c->facts->arena, &name);
            if (status == XC_OK && xc_html_name_same(&name, &whole)) {
                *out = xc_str_trim(pass == 0 ? after : before);
                return XC_OK;
            }
            at = xc_html_name_find_mark(title, at + 1, pass == 1, &len);
        }
        if (status != XC_OK)
            return status;
    }
    return find_site_suffix(c, out);
}

enum xc_status
xc_html_title_choose(const struct xc_html_facts *facts, struct xc_str json_ld_headline,
                     const struct xc_str *sites, size_t n_sites,
                     const struct xc_html_host *host, struct xc_html_title *out)
{
    struct chooser c = {.facts = facts, .host = host};
    struct xc_html_title title = {XC_STR(""), XC_STR("")};
    struct xc_html_titles titles;
    struct heading heading;
    enum xc_status status = XC_OK;
    size_t i;

    xc_html_titles_gather(facts, &titles);
    for (i = 0; i < n_sites && c.n_sites < XC_HTML_MOST_SITES && status == XC_OK; i++)
        status = xc_html_name_new(sites[i], facts->arena, &c.sites[c.n_sites++]);
    if (status == XC_OK)
        status = add_title(&c, json_ld_headline);
    for (i = 0; i < titles.n && status == XC_OK; i++)
        status = add_title(&c, titles.items[i]);
    if (status == XC_OK)
        status = choose_heading(&c, &heading);
    if (status == XC_OK && heading.like > 0) {
        status = heading_text(&c, &heading, &title.headline);
    } else if (status == XC_OK && c.n_titles > 0) {
        title.headline = c.titles[0].text;
        status = cut_by_lines(&c, &title.headline);
    }
    if (status == XC_OK)
        status = find_suffix(&c, title.headline, &title.suffix);
    if (status == XC_OK)
        *out = title;
    return status;
}
