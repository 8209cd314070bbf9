/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/source.h"

bool
xc_source_is_file(const struct xc_source *source)
{
    return source->n_marks == 0 && source->record_line == 0;
}

/* The line of the last mark that is not behind off_bytes. */
static size_t
marked_line(const struct xc_source *source, size_t off_bytes)
{
    size_t first = 0;
    size_t end = source->n_marks;

    while (end - first > 1) {
        const size_t middle = first + (end - first) / 2;

        if (source->marks[middle].off_bytes <= off_bytes)
            first = middle;
        else
            end = middle;
    }
    return source->marks[first].line;
}

void
xc_source_place(const struct xc_source *source, size_t off_bytes, size_t *out_line,
                size_t *out_column)
{
    struct xc_place place;

    if (!xc_source_is_file(source)) {
        *out_line =
            source->n_marks > 0 ? marked_line(source, off_bytes) : source->record_line;
        *out_column = 0;
        return;
    }
    xc_place_of_offset(source->text, off_bytes, &place);
    *out_line = place.line;
    *out_column = place.column;
}

bool
xc_source_may_be_english(const struct xc_source *source)
{
    static const char *const names[] = {"en", "eng", "english"};
    const struct xc_str language = xc_str_trim(source->language);
    size_t i;

    if (language.len == 0)
        return true;
    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct xc_str name = xc_str_of(names[i]);
        size_t at = 0;

        while (at < name.len && at < language.len &&
               ((unsigned char)language.ptr[at] | 0x20u) == (unsigned char)name.ptr[at])
            at++;
        /* "en-GB" and "en_US" are English, "enm" (Middle English) is not. */
        if (at == name.len &&
            (at == language.len || language.ptr[at] == '-' || language.ptr[at] == '_'))
            return true;
    }
    return false;
}
