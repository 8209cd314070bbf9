/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_author.h"

#include <string.h>

#include "base/vec.h"
#include "source/line.h"

/* Longer text is a biography. */
static const size_t most_bytes = 300;

/* Whether text begins with word, ASCII case ignored. */
static bool
begins_with(struct xc_str text, const char *word)
{
    const size_t len = strlen(word);
    size_t i = 0;

    while (i < len && i < text.len && xc_line_lower(text.ptr[i]) == word[i])
        i++;
    return i == len;
}

/* text without "By" before the names; "" for what is no name: an address, an account of
 * whoever runs the site. */
static struct xc_str
clean(struct xc_str text)
{
    text = xc_str_trim(text);
    if (begins_with(text, "by ") || begins_with(text, "by:"))
        text = xc_str_trim(xc_str_sub(text, 3, text.len - 3));
    while (text.len > 0 && strchr(",;|-/", text.ptr[text.len - 1]) != NULL)
        text = xc_str_trim(xc_str_sub(text, 0, text.len - 1));
    if (text.len > most_bytes || begins_with(text, "http:") ||
        begins_with(text, "https:") || begins_with(text, "//") ||
        xc_line_says_the_same(text, XC_STR("admin")))
        return XC_STR("");
    return text;
}

/* The length of the word or mark between two names that text begins with, 0 when it is
 * none. */
static size_t
joint(struct xc_str text)
{
    static const char *const joints[] = {" and ", " & ", "; ", ";", " | "};
    size_t i;

    for (i = 0; i < XC_COUNT(joints); i++) {
        if (begins_with(text, joints[i]))
            return strlen(joints[i]);
    }
    return 0;
}

/* Joins the names that text has by ", "; ptr NULL when memory is short. */
static struct xc_str
join(struct xc_str text, struct xc_arena *arena)
{
    char *bytes = xc_arena_alloc(arena, 2 * text.len + 1);
    size_t n = 0;
    size_t i = 0;

    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    while (i < text.len) {
        const size_t len = joint(xc_str_sub(text, i, text.len - i));

        if (len == 0) {
            bytes[n++] = text.ptr[i++];
            continue;
        }
        i += len;
        /* "Jane Doe, and John Roe" has its comma. */
        if (n > 0 && bytes[n - 1] == ',')
            n--;
        bytes[n++] = ',';
        bytes[n++] = ' ';
    }
    return (struct xc_str){bytes, n};
}

/* The names of microdata's authors, joined; a person's is its "name". */
static enum xc_status
find_props(const struct xc_html_facts *facts, struct xc_str *out)
{
    size_t i;
    size_t j;

    *out = XC_STR("");
    for (i = 0; i < facts->props.n && out->len == 0; i++) {
        const struct xc_html_prop *prop = &facts->props.items[i];

        if (!xc_str_is(prop->name, "author") ||
            xc_str_ends(xc_html_facts_type(facts, prop->scope), "Comment"))
            continue;
        for (j = i + 1; j < facts->props.n; j++) {
            if (facts->props.items[j].scope == prop->element &&
                xc_str_is(facts->props.items[j].name, "name"))
                break;
        }
        *out = xc_html_facts_value(
            facts, j < facts->props.n ? facts->props.items[j].element : prop->element);
        if (out->ptr == NULL)
            return XC_NO_MEMORY;
        *out = clean(*out);
    }
    return XC_OK;
}

/* The text of the first link to an author. */
static enum xc_status
find_link(const struct xc_html_facts *facts, struct xc_str *out)
{
    size_t i;

    *out = XC_STR("");
    for (i = 0; i < facts->author_links.n && out->len == 0; i++) {
        *out = xc_html_facts_text(facts, facts->author_links.items[i]);
        if (out->ptr == NULL)
            return XC_NO_MEMORY;
        *out = clean(*out);
    }
    return XC_OK;
}

enum xc_status
xc_html_author_find(const struct xc_html_facts *facts,
                    const struct xc_html_json_ld *json_ld, struct xc_str *out)
{
    static const char *const keys[] = {
        "author",          "parsely-author",  "sailthru.author", "byl",
        "dc.creator",      "dcterms.creator", "article:author",  "article_author",
        "citation_author", "author.name",     "creator"};
    struct xc_str author = clean(json_ld->author);
    enum xc_status status = XC_OK;
    size_t i;

    if (author.len == 0)
        status = find_props(facts, &author);
    for (i = 0; i < XC_COUNT(keys) && author.len == 0; i++)
        author = clean(xc_html_facts_meta(facts, keys[i]));
    if (status == XC_OK && author.len == 0)
        status = find_link(facts, &author);
    if (status != XC_OK)
        return status;
    *out = join(author, facts->arena);
    return out->ptr == NULL ? XC_NO_MEMORY : XC_OK;
}
