/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html.h"

#include <string.h>

#include "base/limits.h"
#include "data/utf8.h"
#include "web/html_article.h"
#include "web/html_metadata.h"

static enum xc_status
refuse(const struct xc_source *source, struct xc_problems *problems, const char *hint,
       const char *message)
{
    const struct xc_place place = {.path = source->path};

    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, hint, "%s", message)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/* Whether what was told from the first problem on means that something was lost. */
static bool
has_lost(const struct xc_problems *problems, size_t first)
{
    size_t i;

    for (i = first; i < problems->n; i++) {
        if (xc_problem_loses_input(problems->items[i].kind))
            return true;
    }
    return false;
}

/*
 * Makes *html valid UTF-8 without NUL.  The library would take a page with one wrong
 * byte for Latin-1 from there on.
 */
static enum xc_status
replace_bad(struct xc_str *html, const struct xc_source *source, struct xc_arena *arena,
            struct xc_problems *problems)
{
    static const char replacement[3] = {'\xEF', '\xBF', '\xBD'};
    const struct xc_str given = *html;
    size_t off = xc_utf8_first_bad(given, 0);
    size_t start = 0;
    size_t n = 0;
    size_t len = 0;
    char *bytes;

    if (off == given.len)
        return XC_OK;
    for (; off < given.len; off = xc_utf8_first_bad(given, off + 1))
        n++;
    if (n > XC_MAX_BAD_BYTES)
        return refuse(source, problems, "save the file as UTF-8",
                      "too many bytes are not UTF-8");
    bytes = xc_arena_alloc(arena, given.len + n * sizeof replacement);
    if (bytes == NULL)
        return XC_NO_MEMORY;
    while (start < given.len) {
        off = xc_utf8_first_bad(given, start);
        memcpy(bytes + len, given.ptr + start, off - start);
        len += off - start;
        start = off + 1;
        if (off == given.len)
            break;
        memcpy(bytes + len, replacement, sizeof replacement);
        len += sizeof replacement;
    }
    *html = (struct xc_str){bytes, len};
    return XC_OK;
}

/* A page without text is one that scripts fill, as a rule; its headline may be there. */
static enum xc_status
check_text(const struct xc_html_article *article, const struct xc_source *source,
           struct xc_problems *problems)
{
    enum xc_status status;

    if (article->body_len_bytes > 0)
        return XC_OK;
    status = refuse(
        source, problems, "a page that scripts fill must be saved when it is full",
        article->blocks.n == 0 ? "no text of an article in this page"
                               : "no text of an article in this page but its headline");
    return status == XC_BAD_INPUT && article->blocks.n > 0 ? XC_OK : status;
}

enum xc_status
xc_html_read(struct xc_str html, const struct xc_html_rules *rules,
             struct xc_arena *arena, struct xc_source *source,
             struct xc_problems *problems)
{
    const bool is_empty = xc_str_trim(html).len == 0;
    const size_t n_before = problems->n;
    struct xc_html_article article;
    struct xc_page page;
    enum xc_status status = replace_bad(&html, source, arena, problems);

    if (status == XC_OK)
        status = xc_page_read(html, source->path, arena, &page, problems);
    if (status == XC_OK)
        status = xc_html_metadata_read(&page, arena, source);
    if (status == XC_OK)
        status = xc_html_article_find(&page, source->title, rules, arena, &article);
    if (status == XC_OK && !is_empty)
        status = check_text(&article, source, problems);
    if (status != XC_OK)
        return status;
    source->text = article.text;
    source->n_apart = article.text.len - article.body_len_bytes;
    source->blocks = article.blocks.items;
    source->n_blocks = article.blocks.n;
    source->marks = article.marks;
    source->n_marks = article.n_marks;
    source->is_cut = has_lost(problems, n_before);
    return XC_OK;
}
