/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/feed_url.h"

#include "base/limits.h"
#include "source/line.h"

bool
xc_feed_url_is_web(struct xc_str text)
{
    size_t i;

    for (i = 0; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] <= ' ')
            return false;
    }
    return (xc_str_starts(text, "http://") && text.len > 7) ||
           (xc_str_starts(text, "https://") && text.len > 8);
}

/* The length of "http:" in front of text; 0 when it has no scheme. */
static size_t
scheme_length(struct xc_str text)
{
    size_t i = 0;

    while (i < text.len &&
           (xc_line_is_digit(text.ptr[i]) || text.ptr[i] == '+' || text.ptr[i] == '-' ||
            text.ptr[i] == '.' ||
            (xc_line_is_letter(text.ptr[i]) && (unsigned char)text.ptr[i] < 0x80)))
        i++;
    return i > 0 && i < text.len && text.ptr[i] == ':' ? i + 1 : 0;
}

/* base's length up to what follows the host: "http://x.org" of "http://x.org/a/b". */
static size_t
origin_length(struct xc_str base, size_t scheme)
{
    size_t i = scheme + 2;

    while (i < base.len && base.ptr[i] != '/' && base.ptr[i] != '?' &&
           base.ptr[i] != '#')
        i++;
    return i;
}

/* base's length without query and fragment. */
static size_t
path_length(struct xc_str base)
{
    size_t i = 0;

    while (i < base.len && base.ptr[i] != '?' && base.ptr[i] != '#')
        i++;
    return i;
}

/* base's length with the last '/' of its path, but never less than its origin. */
static size_t
folder_length(struct xc_str base, size_t len, size_t origin)
{
    while (len > origin && base.ptr[len - 1] != '/')
        len--;
    return len;
}

/* What of base stays in front of *reference, whose "./" and "../" are taken off. */
static size_t
kept_length(struct xc_str base, size_t scheme, struct xc_str *reference)
{
    const size_t origin = origin_length(base, scheme);
    size_t len;

    if (xc_str_starts(*reference, "//"))
        return scheme;
    if (xc_str_starts(*reference, "/"))
        return origin;
    if (xc_str_starts(*reference, "#") || xc_str_starts(*reference, "?"))
        return path_length(base);
    len = folder_length(base, path_length(base), origin);
    for (;;) {
        const size_t step = xc_str_starts(*reference, "./")    ? 2
                            : xc_str_starts(*reference, "../") ? 3
                                                               : 0;

        if (step == 0)
            return len;
        if (step == 3 && len > origin)
            len = folder_length(base, len - 1, origin);
        *reference = xc_str_sub(*reference, step, reference->len - step);
    }
}

bool
xc_feed_url_resolve(struct xc_str base, struct xc_str reference, struct xc_arena *arena,
                    struct xc_str *out)
{
    const size_t scheme = scheme_length(base);
    struct xc_str rest = reference;
    struct xc_str made;
    size_t kept;
    const char *between;

    *out = reference;
    if (reference.len == 0 || scheme_length(reference) > 0 || scheme == 0 ||
        !xc_str_starts(xc_str_sub(base, scheme, base.len - scheme), "//"))
        return true;
    kept = kept_length(base, scheme, &rest);
    if (kept + rest.len > XC_MAX_FEED_URL_BYTES)
        return true;
    /* "a" at "http://x.org" */
    between = kept == origin_length(base, scheme) && !xc_str_starts(rest, "/") &&
                      !xc_str_starts(rest, "?") && !xc_str_starts(rest, "#") &&
                      base.ptr[kept - 1] != '/'
                  ? "/"
                  : "";
    made = xc_arena_printf(arena, "%.*s%s%.*s", (int)kept, base.ptr, between,
                           (int)rest.len, rest.ptr);
    if (made.ptr == NULL)
        return false;
    *out = made;
    return true;
}
