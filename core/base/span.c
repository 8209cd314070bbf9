/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/span.h"

#include <string.h>

int
xc_str_compare(struct xc_str a, struct xc_str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len == 0 ? 0 : memcmp(a.ptr, b.ptr, len);

    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct xc_str
xc_str_trim(struct xc_str text)
{
    while (text.len > 0 && is_space(text.ptr[0])) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

struct xc_str
xc_str_plain_path(struct xc_str path)
{
    while (path.len > 2 && xc_str_starts(path, "./"))
        path = xc_str_sub(path, 2, path.len - 2);
    return path;
}

size_t
xc_str_find(struct xc_str text, size_t from, char c)
{
    const char *found;

    if (from >= text.len)
        return text.len;
    found = memchr(text.ptr + from, c, text.len - from);
    return found == NULL ? text.len : (size_t)(found - text.ptr);
}

bool
xc_str_split(struct xc_str *rest, char separator, struct xc_str *out_piece)
{
    size_t at;

    if (rest->ptr == NULL)
        return false;
    at = xc_str_find(*rest, 0, separator);
    *out_piece = xc_str_sub(*rest, 0, at);
    if (at == rest->len)
        *rest = (struct xc_str){NULL, 0};
    else
        *rest = xc_str_sub(*rest, at + 1, rest->len - at - 1);
    return true;
}

bool
xc_span_overlaps(struct xc_span a, struct xc_span b)
{
    return a.off_bytes < b.off_bytes + b.len_bytes &&
           b.off_bytes < a.off_bytes + a.len_bytes;
}

bool
xc_range_overlaps(struct xc_range a, struct xc_range b)
{
    return a.first < b.end && b.first < a.end;
}

void
xc_range_take_in(struct xc_range *words, struct xc_range other)
{
    if (other.first < words->first)
        words->first = other.first;
    if (other.end > words->end)
        words->end = other.end;
}
