/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/lines.h"

#include <string.h>

#include "base/limits.h"
#include "io/buffer.h"
#include "io/input.h"

/* What is asked of the input at once. */
static const size_t piece_bytes = (size_t)64 << 10;

/* The buffer holds [start, end) of the bytes read and not yet handed out. */
struct xc_lines {
    struct xc_arena arena;        /* of this struct and path */
    struct xc_arena buffer_arena; /* of buffer only */
    struct xc_str path;
    struct xc_input *input;
    bool at_end;
    size_t number; /* lines read */
    size_t n_lost;
    char *buffer;
    size_t cap;
    size_t start;
    size_t end;
    size_t scanned; /* no '\n' in [start, scanned) */
};

enum xc_status
xc_lines_open(struct xc_str path, struct xc_lines **out, struct xc_problems *problems)
{
    struct xc_arena arena;
    struct xc_lines *lines;
    enum xc_status status = XC_OK;

    xc_arena_init(&arena);
    lines = xc_arena_array(&arena, 1, sizeof *lines);
    if (lines == NULL || !xc_arena_str(&arena, path, &lines->path))
        status = XC_NO_MEMORY;
    if (status == XC_OK)
        status = xc_input_open(path, &lines->input, problems);
    if (status != XC_OK) {
        xc_arena_release(&arena);
        return status;
    }
    xc_arena_init(&lines->buffer_arena);
    lines->arena = arena;
    *out = lines;
    return XC_OK;
}

void
xc_lines_close(struct xc_lines *lines)
{
    struct xc_arena arena;

    if (lines == NULL)
        return;
    xc_input_close(lines->input);
    xc_arena_release(&lines->buffer_arena);
    arena = lines->arena; /* lines itself lives in it */
    xc_arena_release(&arena);
}

/* Makes room behind end for another piece: moves what is there to the front, or takes a
 * buffer of twice the size. */
static bool
make_room(struct xc_lines *lines)
{
    const size_t n = lines->end - lines->start;
    const size_t cap = lines->cap == 0 ? 2 * piece_bytes : lines->cap * 2;

    if (lines->cap - lines->end >= piece_bytes)
        return true;
    if (lines->cap - n >= piece_bytes && n <= lines->cap / 2) {
        memmove(lines->buffer, lines->buffer + lines->start, n);
    } else {
        const struct xc_str kept = {lines->buffer + lines->start, n};

        if (!xc_buffer_regrow(&lines->buffer_arena, kept, cap, &lines->buffer))
            return false;
        lines->cap = cap;
    }
    lines->scanned -= lines->start;
    lines->start = 0;
    lines->end = n;
    return true;
}

/*
 * Reads another piece; at_end when there is none.  When the rest can't be had, which was
 * told, what is left of the last line is no whole line and is dropped.
 */
static enum xc_status
fill(struct xc_lines *lines, struct xc_problems *problems)
{
    enum xc_status status;
    size_t n = 0;

    if (!make_room(lines))
        return XC_NO_MEMORY;
    status = xc_input_read(lines->input, lines->number + 1, lines->buffer + lines->end,
                           piece_bytes, &n, problems);
    if (status == XC_BAD_INPUT) {
        lines->n_lost++;
        lines->start = lines->end;
        status = XC_OK;
    }
    lines->end += n;
    lines->at_end = n == 0;
    return status;
}

static enum xc_status
tell_long_line(struct xc_lines *lines, struct xc_problems *problems)
{
    const struct xc_place place = {.path = lines->path, .line = lines->number};

    lines->n_lost++;
    return xc_problems_add(problems, XC_PROBLEM_MALFORMED, &place, NULL,
                           "a line of more than %zu bytes", XC_MAX_ARTICLE_BYTES)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Hands out the line [start, stop), whose '\n' (when there is one) stands at stop. */
static struct xc_str
take_line(struct xc_lines *lines, size_t stop)
{
    struct xc_str line = {lines->buffer + lines->start, stop - lines->start};

    lines->start = stop < lines->end ? stop + 1 : stop;
    lines->scanned = lines->start;
    if (xc_str_ends(line, "\r"))
        line.len--;
    return line;
}

enum xc_status
xc_lines_next(struct xc_lines *lines, struct xc_str *out, size_t *out_number,
              bool *out_found, struct xc_problems *problems)
{
    bool skipping = false; /* inside a line that is too long */

    for (;;) {
        const struct xc_str held = {lines->buffer, lines->end};
        size_t stop = xc_str_find(held, lines->scanned, '\n');
        enum xc_status status = XC_OK;

        if (stop < lines->end || (lines->at_end && lines->start < lines->end)) {
            struct xc_str line = take_line(lines, stop);

            lines->number += !skipping;
            if (!skipping && line.len <= XC_MAX_ARTICLE_BYTES) {
                *out = line;
                *out_number = lines->number;
                *out_found = true;
                return XC_OK;
            }
            if (!skipping)
                status = tell_long_line(lines, problems);
            skipping = false;
        } else if (lines->at_end) {
            *out_found = false;
            return XC_OK;
        } else {
            lines->scanned = lines->end;
            if (skipping) {
                lines->start = lines->end;
            } else if (lines->end - lines->start > XC_MAX_ARTICLE_BYTES + 1) {
                skipping = true;
                lines->number++;
                lines->start = lines->end;
                status = tell_long_line(lines, problems);
            }
            if (status == XC_OK)
                status = fill(lines, problems);
        }
        if (status != XC_OK)
            return status;
    }
}

size_t
xc_lines_lost(const struct xc_lines *lines)
{
    return lines->n_lost;
}
