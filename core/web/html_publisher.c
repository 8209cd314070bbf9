/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_publisher.h"

#include <string.h>

#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "source/line.h"
#include "web/html_imprint.h"

/* A longer name is a sentence. */
static const size_t most_name_bytes = 100;

/* Whether text is an address of the web, or one of mail. */
static bool
is_address(struct xc_str text)
{
    return xc_str_starts(text, "http:") || xc_str_starts(text, "https:") ||
           xc_str_starts(text, "//");
}

/* text without what no name has: "@" before an account, "www." before a host. */
static struct xc_str
clean(struct xc_str text)
{
    text = xc_str_trim(text);
    if (text.len > 0 && text.ptr[0] == '@')
        text = xc_str_sub(text, 1, text.len - 1);
    while (text.len > 0 && text.ptr[text.len - 1] == '_')
        text.len--;
    if (xc_str_starts(text, "www."))
        text = xc_str_sub(text, 4, text.len - 4);
    return is_address(text) || text.len > most_name_bytes ? XC_STR("") : text;
}

/*
 * The part of a name that is the name: "Harbour Post | News from the coast".  It is the
 * one that agrees with the host, else the first; of a title's suffix the last, which
 * sections come before: "Local | The Harbour Post".
 */
static enum xc_status
cut_slogan(const struct xc_html_facts *facts, const struct xc_html_host *host,
           bool is_suffix, struct xc_str *name)
{
    struct xc_str outer = XC_STR("");
    size_t from = 0;

    while (from < name->len) {
        size_t len = 0;
        const size_t at = xc_html_name_find_mark(*name, from, true, &len);
        const struct xc_str part = xc_str_trim(xc_str_sub(*name, from, at - from));
        struct xc_html_name compared;
        enum xc_status status = xc_html_name_new(part, facts->arena, &compared);

        if (status != XC_OK)
            return status;
        if (compared.key.len > 0 && xc_html_host_agrees(host, &compared)) {
            *name = part;
            return XC_OK;
        }
        if (part.len > 0 && (is_suffix || outer.len == 0))
            outer = part;
        from = at + len;
    }
    if (outer.len > 0)
        *name = outer;
    return XC_OK;
}

/* The address's label before the registered one: "hosted" of hosted.example.org. */
static struct xc_str
first_label(const struct xc_html_host *host)
{
    const struct xc_str first =
        xc_str_sub(host->name, 0, xc_str_find(host->name, 0, '.'));

    return xc_str_equal(first, host->label) ? XC_STR("") : first;
}

/* Whether name says what kind of page this is, or who made its software, and not whose
 * it is. */
static bool
is_generic(const struct xc_html_host *host, const struct xc_html_name *name)
{
    struct xc_str rest = xc_lexicon_file("page-site-words");
    struct xc_str line;

    if (name->key.len == 0 || xc_str_equal(name->key, first_label(host)))
        return true;
    while (xc_str_split(&rest, '\n', &line)) {
        if (xc_str_equal(line, name->key))
            return !xc_html_host_is(host, name);
    }
    return false;
}

/* Adds a name unless it is none, generic, or there already. */
static enum xc_status
add_site(const struct xc_html_facts *facts, const struct xc_html_host *host,
         struct xc_str text, struct xc_str *sites, size_t *n)
{
    struct xc_html_name name;
    enum xc_status status;
    size_t i = 0;

    text = clean(text);
    if (text.len == 0 || *n == XC_HTML_MOST_SITES)
        return XC_OK;
    status = xc_html_name_new(text, facts->arena, &name);
    if (status != XC_OK || is_generic(host, &name))
        return status;
    while (i < *n && !xc_str_equal(sites[i], text))
        i++;
    if (i == *n)
        sites[(*n)++] = text;
    return XC_OK;
}

/* The name that microdata gives the publisher: its "name", or all its text. */
static enum xc_status
find_prop(const struct xc_html_facts *facts, struct xc_str *out)
{
    size_t i;
    size_t j;

    *out = XC_STR("");
    for (i = 0; i < facts->props.n && out->len == 0; i++) {
        const uint32_t element = facts->props.items[i].element;

        if (!xc_str_is(facts->props.items[i].name, "publisher"))
            continue;
        for (j = i + 1; j < facts->props.n; j++) {
            if (facts->props.items[j].scope == element &&
                xc_str_is(facts->props.items[j].name, "name"))
                break;
        }
        *out = xc_html_facts_value(
            facts, j < facts->props.n ? facts->props.items[j].element : element);
        if (out->ptr == NULL)
            return XC_NO_MEMORY;
        break;
    }
    return XC_OK;
}

enum xc_status
xc_html_publisher_sites(const struct xc_html_facts *facts,
                        const struct xc_html_json_ld *json_ld,
                        const struct xc_html_host *host, struct xc_str *sites,
                        size_t *out_n)
{
    struct xc_str prop;
    enum xc_status status = find_prop(facts, &prop);
    const struct xc_str names[] = {
        xc_html_facts_meta(facts, "og:site_name"),
        json_ld->publisher,
        json_ld->site,
        prop,
        xc_html_facts_meta(facts, "application-name"),
        xc_html_facts_meta(facts, "apple-mobile-web-app-title"),
        xc_html_facts_meta(facts, "dc.publisher"),
        xc_html_facts_meta(facts, "dcterms.publisher"),
        xc_html_facts_meta(facts, "publisher"),
        json_ld->organization,
    };
    size_t i;

    *out_n = 0;
    for (i = 0; i < XC_COUNT(names) && status == XC_OK; i++) {
        /* Some pages put the headline where the site's name belongs. */
        if (i > 0 && xc_str_equal(names[i], xc_html_facts_meta(facts, "og:title")))
            continue;
        status = add_site(facts, host, names[i], sites, out_n);
    }
    return status;
}

struct chooser {
    const struct xc_html_facts *facts;
    const struct xc_html_host *host;
    struct xc_html_name headline;
    struct xc_str first;  /* the first name that may be the publisher's */
    struct xc_str agreed; /* the first that agrees with the host, too */
};

/* Weighs a name: "News - The Harbour Post" by its parts. */
static enum xc_status
weigh(struct chooser *c, bool is_suffix, struct xc_str text)
{
    struct xc_html_name name;
    enum xc_status status = cut_slogan(c->facts, c->host, is_suffix, &text);

    if (status == XC_OK)
        status = xc_html_name_new(text, c->facts->arena, &name);
    if (status != XC_OK)
        return status;
    if (name.key.len == 0 || is_generic(c->host, &name) ||
        xc_html_name_same(&name, &c->headline))
        return XC_OK;
    if (c->first.len == 0)
        c->first = text;
    if (c->agreed.len == 0 && xc_html_imprint_is_spelled(c->host, text) &&
        xc_html_host_agrees(c->host, &name))
        c->agreed = text;
    return XC_OK;
}

/* The number of bytes in text that are no letters or digits: "The Hill" has one more than
 * "TheHill". */
static size_t
count_marks(struct xc_str text)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < text.len; i++)
        n += !xc_line_is_letter(text.ptr[i]) && !xc_line_is_digit(text.ptr[i]);
    return n;
}

/* Takes text for *chosen when it has the same letters and is better parted. */
static enum xc_status
prefer(const struct chooser *c, struct xc_str text, struct xc_str *chosen)
{
    struct xc_html_name old;
    struct xc_html_name name;
    enum xc_status status = cut_slogan(c->facts, c->host, false, &text);

    if (status == XC_OK)
        status = xc_html_name_new(text, c->facts->arena, &name);
    if (status == XC_OK)
        status = xc_html_name_new(*chosen, c->facts->arena, &old);
    if (status == XC_OK && xc_html_name_same(&old, &name) &&
        count_marks(text) > count_marks(*chosen) &&
        memchr(text.ptr, '.', text.len) == NULL)
        *chosen = text;
    return status;
}

/* Whether text has a capital or a space. */
static bool
is_written_out(struct xc_str text)
{
    const struct xc_html_host nowhere = {XC_STR(""), XC_STR("")};

    return xc_html_imprint_is_spelled(&nowhere, text);
}

/* Takes for *chosen the name among names that is the host, as "hp.example" is where "hp"
 * says too little. */
static void
take_host(const struct chooser *c, const struct xc_str *names, size_t n_names,
          struct xc_str *chosen)
{
    size_t i;

    for (i = 0; i < n_names; i++) {
        if (c->host->name.len > 0 && xc_line_says_the_same(names[i], c->host->name)) {
            *chosen = names[i];
            return;
        }
    }
}

/* The best spelling of the chosen name ("" when none was), by what the page says in
 * other places. */
static enum xc_status
spell(const struct chooser *c, const struct xc_str *names, size_t n_names,
      struct xc_str *chosen)
{
    struct xc_str spelling = XC_STR("");
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < n_names && chosen->len > 0 && status == XC_OK; i++)
        status = prefer(c, names[i], chosen);
    if (status != XC_OK ||
        (chosen->len > 0 && xc_html_imprint_is_spelled(c->host, *chosen)))
        return status;
    for (i = 0; i < n_names && spelling.len == 0 && status == XC_OK; i++)
        status = xc_html_imprint_try(c->facts, c->host, names[i], &spelling);
    if (status == XC_OK && spelling.len == 0 && !is_written_out(*chosen))
        status = xc_html_imprint_of_host(c->facts, c->host, &spelling);
    if (status != XC_OK)
        return status;
    if (spelling.len > 0)
        *chosen = spelling;
    else if (chosen->len > 0 && !is_written_out(*chosen))
        take_host(c, names, n_names, chosen);
    return XC_OK;
}

enum xc_status
xc_html_publisher_choose(const struct xc_html_facts *facts, const struct xc_str *sites,
                         size_t n_sites, const struct xc_html_title *title,
                         const struct xc_html_host *host, struct xc_str *out)
{
    struct chooser c = {.facts = facts, .host = host};
    struct xc_str names[XC_HTML_MOST_SITES + 2];
    struct xc_str chosen;
    enum xc_status status =
        xc_html_name_new(title->headline, facts->arena, &c.headline);
    bool own;
    size_t n;
    size_t i;

    c.first = XC_STR("");
    c.agreed = XC_STR("");
    for (n = 0; n < n_sites; n++)
        names[n] = sites[n];
    names[n++] = title->suffix;
    names[n++] = clean(xc_html_facts_meta(facts, "twitter:site"));
    for (i = 0; i < n && status == XC_OK; i++)
        status = weigh(&c, i == n_sites, names[i]);
    if (status != XC_OK)
        return status;
    /* What a site calls itself there is its name, whatever its address; but not in the
     * letters of an account. */
    own = n_sites > 0 &&
          xc_str_equal(sites[0], clean(xc_html_facts_meta(facts, "og:site_name")));
    chosen = c.agreed.len > 0 && !(own && is_written_out(c.first)) ? c.agreed : c.first;
    status = spell(&c, names, n, &chosen);
    if (status == XC_OK && chosen.len == 0 && host->name.len > 0)
        chosen = host->name;
    else if (status == XC_OK && chosen.len == 0)
        status = xc_html_imprint_of_nobody(facts, &chosen);
    if (status == XC_OK)
        *out = chosen;
    return status;
}
