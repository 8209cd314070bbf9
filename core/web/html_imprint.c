/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/html_imprint.h"

#include <string.h>

#include "base/vec.h"
#include "source/line.h"

/* A longer line says other things than who publishes the page. */
static const size_t most_line_bytes = 160;

bool
xc_html_imprint_is_spelled(const struct xc_html_host *host, struct xc_str text)
{
    bool has_mark = false;
    size_t i;

    for (i = 0; i < text.len; i++)
        has_mark = has_mark || text.ptr[i] == ' ' || xc_line_is_upper(text.ptr[i]);
    return has_mark && !xc_line_says_the_same(text, host->name);
}

/* Whether text begins and ends as a name does. */
static bool
is_whole(struct xc_str text)
{
    const char first = text.ptr[0];
    const char last = text.ptr[text.len - 1];

    return (xc_line_is_letter(first) || xc_line_is_digit(first)) &&
           (xc_line_is_letter(last) || xc_line_is_digit(last) || last == '!' ||
            last == '.');
}

enum xc_status
xc_html_imprint_try(const struct xc_html_facts *facts, const struct xc_html_host *host,
                    struct xc_str text, struct xc_str *out)
{
    struct xc_html_name name;
    enum xc_status status;
    size_t from = 0;

    while (from < text.len) {
        size_t len = 0;
        const size_t at = xc_html_name_find_mark(text, from, true, &len);
        const struct xc_str part = xc_str_trim(xc_str_sub(text, from, at - from));

        from = at + len;
        if (part.len == 0 || part.len < host->label.len ||
            part.len > 2 * host->label.len + 4 || !is_whole(part) ||
            !xc_html_imprint_is_spelled(host, part))
            continue;
        status = xc_html_name_new(part, facts->arena, &name);
        if (status != XC_OK)
            return status;
        if (xc_html_host_is(host, &name)) {
            *out = part;
            return XC_OK;
        }
    }
    return XC_OK;
}

/* How the page spells its host's label, in its images' texts and its short lines. */
static enum xc_status
find_spelling(const struct xc_html_facts *facts, const struct xc_html_host *host,
              struct xc_str *out)
{
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < facts->images.n && status == XC_OK && out->len == 0; i++) {
        const struct xc_str alt =
            xc_element_attribute(&facts->page->elements[facts->images.items[i]], "alt");

        if (alt.len <= most_line_bytes)
            status = xc_html_imprint_try(facts, host, xc_str_trim(alt), out);
    }
    for (i = 0; i < facts->lines.n && status == XC_OK && out->len == 0; i++) {
        if (facts->lines.items[i].text.len <= most_line_bytes)
            status = xc_html_imprint_try(facts, host, facts->lines.items[i].text, out);
    }
    return status;
}

/* Whether rest begins with a sign or word of a copyright notice; its length in *out. */
static bool
is_notice_mark(struct xc_str rest, size_t *out)
{
    static const char *const marks[] = {"\xC2\xA9",  "(c)",       "(C)",
                                        "Copyright", "copyright", "COPYRIGHT"};
    size_t i;

    for (i = 0; i < XC_COUNT(marks); i++) {
        if (xc_str_starts(rest, marks[i])) {
            *out = strlen(marks[i]);
            return true;
        }
    }
    return false;
}

/* The name in a line that begins with a copyright notice: "Copyright © 2018-2019 The
 * Harbour Post. All rights reserved."  "" when it has none; whether it has a year. */
static struct xc_str
notice_name(struct xc_str line, bool *out_has_year)
{
    size_t len = 0;
    size_t end;

    *out_has_year = false;
    if (!is_notice_mark(line, &len))
        return XC_STR("");
    /* Marks, years and what stands between them. */
    while (line.len > 0) {
        if (xc_line_is_digit(line.ptr[0]))
            *out_has_year = true;
        if (xc_line_is_digit(line.ptr[0]) || strchr(" ,-.:", line.ptr[0]) != NULL)
            len = 1;
        else if (xc_str_starts(line, "\xE2\x80\x93") || xc_str_starts(line, "by "))
            len = 3;
        else if (!is_notice_mark(line, &len))
            break;
        line = xc_str_sub(line, len, line.len - len);
    }
    for (end = 0; end < line.len; end++) {
        const struct xc_str rest = xc_str_sub(line, end, line.len - end);

        if (xc_str_starts(rest, ". ") || xc_str_starts(rest, " | ") ||
            xc_str_starts(rest, ", ") || xc_str_starts(rest, " - ") ||
            xc_str_starts(rest, " All ") || xc_str_starts(rest, " all "))
            break;
    }
    if (end > 0 && end == line.len && line.ptr[end - 1] == '.')
        end--;
    line = xc_str_trim(xc_str_sub(line, 0, end));
    return line.len > 0 &&
                   (xc_line_is_upper(line.ptr[0]) || (unsigned char)line.ptr[0] >= 0x80)
               ? line
               : XC_STR("");
}

/* The last copyright notice's name: of those that agree with the host, or with no host,
 * of those that have a year, so that no photograph's notice is taken. */
static enum xc_status
find_notice(const struct xc_html_facts *facts, const struct xc_html_host *host,
            struct xc_str *out)
{
    size_t i = facts->lines.n;

    while (i-- > 0 && out->len == 0) {
        const struct xc_str line = facts->lines.items[i].text;
        bool has_year;
        struct xc_str text;
        struct xc_html_name name;
        enum xc_status status;

        if (line.len > most_line_bytes)
            continue;
        text = notice_name(line, &has_year);
        if (text.len == 0 || (host == NULL && !has_year))
            continue;
        status = xc_html_name_new(text, facts->arena, &name);
        if (status != XC_OK)
            return status;
        if (host == NULL || xc_html_host_agrees(host, &name))
            *out = text;
    }
    return XC_OK;
}

enum xc_status
xc_html_imprint_of_host(const struct xc_html_facts *facts,
                        const struct xc_html_host *host, struct xc_str *out)
{
    const size_t short_label = 3; /* so few letters are a word of any text */
    struct xc_str found = XC_STR("");
    enum xc_status status = XC_OK;

    if (host->label.len > short_label)
        status = find_spelling(facts, host, &found);
    if (status == XC_OK && host->label.len > 0 && found.len == 0)
        status = find_notice(facts, host, &found);
    if (status == XC_OK)
        *out = found;
    return status;
}

/* Whether the word says what an image shows, and not whose it is. */
static bool
is_logo_word(struct xc_str word)
{
    static const char *const words[] = {"logo", "image", "img",    "icon", "svg",
                                        "home", "page",  "header", "site", "main"};
    size_t i = 0;

    while (i < XC_COUNT(words) && !xc_line_says_the_same(word, xc_str_of(words[i])))
        i++;
    return i < XC_COUNT(words);
}

/* "harbour-post-logo", "Logo of Harbour Post" without what calls it a logo; ptr NULL
 * when memory is short. */
static struct xc_str
logo_name(struct xc_str alt, struct xc_arena *arena)
{
    char *bytes = xc_arena_alloc(arena, alt.len + 1);
    size_t n = 0;
    size_t from = 0;

    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    while (from < alt.len) {
        size_t end = from;
        struct xc_str word;

        while (end < alt.len && strchr(" -_", alt.ptr[end]) == NULL)
            end++;
        word = xc_str_sub(alt, from, end - from);
        from = end + 1;
        if (word.len == 0 || is_logo_word(word) ||
            (n == 0 && xc_line_says_the_same(word, XC_STR("of"))))
            continue;
        if (n > 0)
            bytes[n++] = ' ';
        memcpy(bytes + n, word.ptr, word.len);
        n += word.len;
    }
    return (struct xc_str){bytes, n};
}

enum xc_status
xc_html_imprint_of_nobody(const struct xc_html_facts *facts, struct xc_str *out)
{
    struct xc_html_host host = {XC_STR(""), XC_STR("")};
    struct xc_html_name name;
    struct xc_str found = XC_STR("");
    enum xc_status status = find_notice(facts, NULL, &found);
    size_t i;

    for (i = 0; i < facts->images.n && found.len == 0 && status == XC_OK; i++) {
        const struct xc_str alt =
            xc_element_attribute(&facts->page->elements[facts->images.items[i]], "alt");

        if (alt.len > most_line_bytes || !xc_html_facts_holds(alt, "logo"))
            continue;
        found = logo_name(alt, facts->arena);
        if (found.ptr == NULL)
            return XC_NO_MEMORY;
        /* As a file's name: "harbour-post"; the page may spell it elsewhere. */
        status = xc_html_name_new(found, facts->arena, &name);
        host = (struct xc_html_host){name.key, name.key};
        if (status == XC_OK && found.len > 0 &&
            !xc_html_imprint_is_spelled(&host, found))
            status = find_spelling(facts, &host, &found);
    }
    if (status == XC_OK)
        *out = found;
    return status;
}
