/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_capture.h"

#include <stdint.h>
#include <string.h>

#include "base/vec.h"
#include "source/line.h"
#include "web/feed_name.h"

static const size_t first_bytes = 256;

void
xc_feed_capture_begin(struct xc_feed_capture *capture, bool escape)
{
    capture->escape = escape;
    capture->n = 0;
    capture->n_newlines = 0;
    capture->lines.n = 0;
}

static bool
put(struct xc_feed_capture *capture, struct xc_str bytes)
{
    size_t i;

    if (bytes.len > capture->cap - capture->n) {
        size_t cap = capture->cap < first_bytes ? first_bytes : capture->cap;
        char *grown;

        while (bytes.len > cap - capture->n) {
            if (cap > SIZE_MAX / 2)
                return false;
            cap *= 2;
        }
        grown = xc_arena_alloc(capture->arena, cap);
        if (grown == NULL)
            return false;
        if (capture->n > 0)
            memcpy(grown, capture->bytes, capture->n);
        capture->bytes = grown;
        capture->cap = cap;
    }
    if (bytes.len > 0)
        memcpy(capture->bytes + capture->n, bytes.ptr, bytes.len);
    capture->n += bytes.len;
    for (i = 0; i < bytes.len; i++)
        capture->n_newlines += bytes.ptr[i] == '\n';
    return true;
}

static struct xc_str
escape_of(char c)
{
    switch (c) {
    case '&':
        return XC_STR("&amp;");
    case '<':
        return XC_STR("&lt;");
    case '"':
        return XC_STR("&quot;");
    default:
        return XC_STR("");
    }
}

/* Puts text with '&', '<' and '"' escaped. */
static bool
put_escaped(struct xc_feed_capture *capture, struct xc_str text)
{
    size_t start = 0;
    size_t i;

    for (i = 0; i < text.len; i++) {
        const struct xc_str escaped = escape_of(text.ptr[i]);

        if (escaped.len == 0)
            continue;
        if (!put(capture, xc_str_sub(text, start, i - start)) || !put(capture, escaped))
            return false;
        start = i + 1;
    }
    return put(capture, xc_str_sub(text, start, text.len - start));
}

/* The line of the file that what is put next would be taken for. */
static size_t
expected_line(const struct xc_feed_capture *capture)
{
    const struct xc_feed_line *last = &capture->lines.items[capture->lines.n - 1];

    return last->file_line + (capture->n_newlines + 1 - last->text_line);
}

/* Remembers that what is put next comes from this line of the file. */
static bool
mark_line(struct xc_feed_capture *capture, size_t line)
{
    const size_t text_line = capture->n_newlines + 1;
    struct xc_feed_line *added;

    if (capture->lines.n > 0) {
        struct xc_feed_line *last = &capture->lines.items[capture->lines.n - 1];

        /* Within one line of text the first place holds. */
        if (last->text_line == text_line || expected_line(capture) == line)
            return true;
    }
    added = XC_VEC_ADD(&capture->lines, capture->arena);
    if (added == NULL)
        return false;
    *added = (struct xc_feed_line){capture->lines.n == 1 ? 1 : text_line, line};
    return true;
}

/* Line ends that stood inside of a tag, where they part nothing. */
static bool
put_line_ends(struct xc_feed_capture *capture, size_t line)
{
    while (expected_line(capture) < line) {
        if (!put(capture, XC_STR("\n")))
            return false;
    }
    return true;
}

bool
xc_feed_capture_open(struct xc_feed_capture *capture, struct xc_str name,
                     const struct xc_attribute *attributes, size_t n_attributes,
                     size_t line)
{
    size_t i;

    if ((capture->lines.n == 0 && !mark_line(capture, line)) ||
        !put(capture, XC_STR("<")) || !put(capture, xc_feed_name_local(name, NULL)) ||
        !put_line_ends(capture, line))
        return false;
    for (i = 0; i < n_attributes; i++) {
        if (!put(capture, XC_STR(" ")) ||
            !put(capture, xc_feed_name_local(attributes[i].name, NULL)) ||
            !put(capture, XC_STR("=\"")) ||
            !put_escaped(capture, attributes[i].value) || !put(capture, XC_STR("\"")))
            return false;
    }
    return put(capture, XC_STR(">"));
}

/* Elements that HTML never closes: "</br>" would be another one. */
static bool
is_void(struct xc_str name)
{
    static const char *const names[] = {"area",  "base",   "br",    "col",  "embed",
                                        "hr",    "img",    "input", "link", "meta",
                                        "param", "source", "track", "wbr"};
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++) {
        if (xc_feed_name_is(name, names[i]))
            return true;
    }
    return false;
}

bool
xc_feed_capture_close(struct xc_feed_capture *capture, struct xc_str name)
{
    const struct xc_str local = xc_feed_name_local(name, NULL);

    return is_void(local) || (put(capture, XC_STR("</")) && put(capture, local) &&
                              put(capture, XC_STR(">")));
}

bool
xc_feed_capture_text(struct xc_feed_capture *capture, struct xc_str text, size_t line)
{
    return mark_line(capture, line) &&
           (capture->escape ? put_escaped(capture, text) : put(capture, text));
}

struct xc_str
xc_feed_capture_str(const struct xc_feed_capture *capture)
{
    if (capture->n == 0)
        return XC_STR("");
    return xc_line_trim((struct xc_str){capture->bytes, capture->n});
}

bool
xc_feed_capture_end(struct xc_feed_capture *capture, struct xc_feed_text *out)
{
    const size_t n_lines = capture->lines.n;
    struct xc_feed_line *lines;
    struct xc_str html;

    if (xc_feed_capture_str(capture).len == 0)
        return true;
    if (!xc_arena_str(capture->arena, (struct xc_str){capture->bytes, capture->n},
                      &html))
        return false;
    lines = xc_arena_array(capture->arena, n_lines, sizeof *lines);
    if (lines == NULL)
        return false;
    memcpy(lines, capture->lines.items, n_lines * sizeof *lines);
    out->html = html;
    out->lines = lines;
    out->n_lines = n_lines;
    return true;
}
