/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_text.h"

#include <string.h>

#include "source/line.h"
#include "web/page.h"

size_t
xc_feed_file_line(const struct xc_feed_text *text, size_t line, size_t otherwise)
{
    size_t first = 0;
    size_t end = text->n_lines;

    if (text->n_lines == 0)
        return otherwise;
    /* The last one that is not after line. */
    while (end - first > 1) {
        const size_t middle = first + (end - first) / 2;

        if (text->lines[middle].text_line <= line)
            first = middle;
        else
            end = middle;
    }
    return text->lines[first].file_line + (line - text->lines[first].text_line);
}

static bool
has_markup(struct xc_str html)
{
    return xc_str_find(html, 0, '<') < html.len || xc_str_find(html, 0, '&') < html.len;
}

/* text's words with one space between two of them; ptr NULL when memory is short. */
static struct xc_str
on_one_line(struct xc_str text, struct xc_arena *arena)
{
    char *bytes = xc_arena_alloc(arena, text.len + 1);
    struct xc_str word;
    size_t n = 0;

    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    while (xc_line_next_word(&text, &word)) {
        if (n > 0)
            bytes[n++] = ' ';
        memcpy(bytes + n, word.ptr, word.len);
        n += word.len;
    }
    bytes[n] = '\0';
    return (struct xc_str){bytes, n};
}

/* The words of the first "div" of the page. */
static struct xc_str
words_of_page(const struct xc_page *page, struct xc_arena *arena)
{
    size_t i = 0;

    while (i < page->n_elements && !xc_str_is(page->elements[i].name, "div"))
        i++;
    return i == page->n_elements ? XC_STR("") : xc_page_text(page, i, arena);
}

enum xc_status
xc_feed_text_words(const struct xc_feed_text *text, struct xc_arena *arena,
                   struct xc_str *out)
{
    struct xc_str words = text->html;
    struct xc_problems ignored;
    struct xc_page page;
    enum xc_status status = XC_BAD_INPUT;

    if (has_markup(text->html)) {
        const struct xc_str html = xc_arena_printf(arena, "<div>%.*s</div>",
                                                   (int)text->html.len, text->html.ptr);

        if (html.ptr == NULL)
            return XC_NO_MEMORY;
        xc_problems_init(&ignored, arena);
        status = xc_page_read(html, XC_STR(""), arena, &page, &ignored);
        if (status == XC_OK)
            words = words_of_page(&page, arena);
    }
    /* A title that is nested too deep stands as it is written. */
    if (status == XC_NO_MEMORY || words.ptr == NULL)
        return XC_NO_MEMORY;
    words = on_one_line(words, arena);
    if (words.ptr == NULL)
        return XC_NO_MEMORY;
    *out = words;
    return XC_OK;
}

static bool
has_tags(struct xc_str html)
{
    size_t at = xc_str_find(html, 0, '<');

    for (; at + 1 < html.len; at = xc_str_find(html, at + 1, '<')) {
        const char next = html.ptr[at + 1];

        if (next == '/' || next == '!' ||
            (xc_line_lower(next) >= 'a' && xc_line_lower(next) <= 'z'))
            return true;
    }
    return false;
}

/* The end of the blank lines that begin with the line end at; at when there are none. */
static size_t
blank_end(struct xc_str html, size_t at)
{
    size_t end = at;
    size_t i;

    for (i = at + 1; i < html.len && (html.ptr[i] == ' ' || html.ptr[i] == '\t' ||
                                      html.ptr[i] == '\r' || html.ptr[i] == '\n');
         i++) {
        if (html.ptr[i] == '\n')
            end = i + 1;
    }
    return end;
}

struct xc_str
xc_feed_text_html(const struct xc_feed_text *text, struct xc_arena *arena)
{
    static const char body[] = "<body>";
    static const char tag[] = "<p>";
    const bool parted = !has_tags(text->html);
    const struct xc_str html = text->html;
    char *bytes;
    size_t n = sizeof body - 1;
    size_t i = 0;

    /* Blank lines are two bytes at least, so that there are as many tags at most. */
    bytes = xc_arena_alloc(arena, n + (html.len / 2 + 1) * (sizeof tag - 1) + html.len);
    if (bytes == NULL)
        return (struct xc_str){NULL, 0};
    memcpy(bytes, body, n);
    while (i < html.len) {
        const size_t end = parted && html.ptr[i] == '\n' ? blank_end(html, i) : i;

        if (end == i) {
            bytes[n++] = html.ptr[i++];
            continue;
        }
        memcpy(bytes + n, html.ptr + i, end - i);
        n += end - i;
        memcpy(bytes + n, tag, sizeof tag - 1);
        n += sizeof tag - 1;
        i = end;
    }
    return (struct xc_str){bytes, n};
}

bool
xc_feed_relay(const struct xc_problems *met, size_t n_lines,
              const struct xc_feed_text *text, struct xc_problems *problems)
{
    size_t i;

    for (i = 0; i < met->n; i++) {
        const struct xc_problem *problem = &met->items[i];
        struct xc_place place = {.path = problem->path,
                                 .line = problem->line,
                                 .column = problem->column,
                                 .excerpt = problem->excerpt};

        if (problem->line > 0)
            place.line += n_lines;
        if (text != NULL) {
            place.line = xc_feed_file_line(text, problem->line == 0 ? 1 : problem->line,
                                           problem->line);
            place.column = 0;
            place.excerpt = XC_STR("");
        }
        if (!xc_problems_add(problems, problem->kind, &place,
                             problem->hint.len == 0 ? NULL : problem->hint.ptr, "%.*s",
                             (int)problem->message.len, problem->message.ptr))
            return false;
    }
    problems->n_dropped += met->n_dropped;
    return true;
}
