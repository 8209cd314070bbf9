/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "io/refusal.h"
#include "io/stream.h"

/* What is asked of the system at once. */
static const size_t piece_bytes = (size_t)64 << 10;

enum xc_status
xc_file_exists(struct xc_str path, bool *out)
{
    struct xc_arena arena;
    struct stat info;
    const char *name;
    int errnum;

    xc_arena_init(&arena);
    name = xc_stream_path(path, &arena, &errnum);
    if (name != NULL && errnum == 0 && lstat(name, &info) != 0)
        errnum = errno;
    xc_arena_release(&arena);
    if (name == NULL)
        return XC_NO_MEMORY;
    *out = errnum != ENOENT && errnum != ENOTDIR;
    return XC_OK;
}

static enum xc_status
tell_too_large(struct xc_problems *problems, enum xc_problem_kind kind,
               struct xc_str path, size_t max_bytes)
{
    const struct xc_place place = {.path = path};

    return xc_problems_add(problems, kind, &place, NULL, "larger than %zu bytes",
                           max_bytes)
               ? XC_BAD_INPUT
               : XC_NO_MEMORY;
}

/*
 * Reads fd to its end into *text, a buffer of cap bytes in arena that grows up to
 * max_bytes + 2: one more byte tells that there is too much, and one is for the NUL.
 * The size that the system told is only a hint: the file may be written to, and under
 * /proc it is 0.  Returns 0, -1 when memory is short, or the errno.
 */
static int
read_all(int fd, size_t max_bytes, size_t cap, struct xc_arena *arena,
         struct xc_str *text)
{
    char *bytes = xc_arena_alloc(arena, cap);
    size_t used = 0;
    size_t n = 1;

    while (bytes != NULL && n > 0 && used <= max_bytes) {
        int errnum;

        if (used + 1 == cap) {
            char *grown;

            cap = cap < max_bytes / 2 ? cap * 2 : max_bytes + 2;
            grown = xc_arena_alloc(arena, cap);
            if (grown != NULL)
                memcpy(grown, bytes, used);
            bytes = grown;
            continue;
        }
        errnum = xc_stream_read(fd, bytes + used, cap - used - 1, &n);
        if (errnum != 0)
            return errnum;
        used += n;
    }
    if (bytes == NULL)
        return -1;
    bytes[used] = '\0';
    *text = (struct xc_str){bytes, used};
    return 0;
}

enum xc_status
xc_file_read(struct xc_str path, size_t max_bytes, enum xc_problem_kind kind,
             struct xc_arena *arena, struct xc_str *out, struct xc_problems *problems)
{
    struct xc_str text = {NULL, 0};
    enum xc_status status;
    size_t size;
    int errnum;
    int fd;

    status = xc_stream_open(path, kind, &fd, &size, problems);
    if (status != XC_OK)
        return status;
    if (size > max_bytes) {
        (void)close(fd);
        return tell_too_large(problems, kind, path, max_bytes);
    }
    errnum = read_all(fd, max_bytes, size + 2, arena, &text);
    (void)close(fd);
    if (errnum < 0)
        return XC_NO_MEMORY;
    if (errnum > 0)
        return xc_refusal_tell(problems, kind, path, "can't be read", errnum)
                   ? XC_IO_FAILED
                   : XC_NO_MEMORY;
    if (text.len > max_bytes)
        return tell_too_large(problems, kind, path, max_bytes);
    *out = text;
    return XC_OK;
}

/*
 * The buffer holds [start, end) of the bytes read and not yet handed out.  It lives in
 * an arena of its own, so that growing gives the smaller one back.
 */
struct xc_lines {
    struct xc_arena arena; /* of this struct and path */
    struct xc_arena buffer_arena;
    struct xc_str path;
    int fd;
    bool at_end;
    size_t number; /* lines read */
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
    size_t size;

    xc_arena_init(&arena);
    lines = xc_arena_array(&arena, 1, sizeof *lines);
    if (lines == NULL || !xc_arena_str(&arena, path, &lines->path)) {
        xc_arena_release(&arena);
        return XC_NO_MEMORY;
    }
    lines->fd = STDIN_FILENO;
    if (!xc_str_is(path, "-"))
        status =
            xc_stream_open(path, XC_PROBLEM_UNREADABLE, &lines->fd, &size, problems);
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
    if (lines->fd != STDIN_FILENO)
        (void)close(lines->fd);
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
    struct xc_arena arena;
    size_t cap = lines->cap == 0 ? 2 * piece_bytes : lines->cap * 2;
    char *grown;

    if (lines->cap - lines->end >= piece_bytes)
        return true;
    if (lines->cap - n >= piece_bytes && n <= lines->cap / 2) {
        memmove(lines->buffer, lines->buffer + lines->start, n);
    } else {
        xc_arena_init(&arena);
        grown = xc_arena_alloc(&arena, cap);
        if (grown == NULL)
            return false;
        if (n > 0)
            memcpy(grown, lines->buffer + lines->start, n);
        xc_arena_release(&lines->buffer_arena);
        lines->buffer_arena = arena;
        lines->buffer = grown;
        lines->cap = cap;
    }
    lines->scanned -= lines->start;
    lines->start = 0;
    lines->end = n;
    return true;
}

/* Reads another piece; at_end when there is none.  XC_IO_FAILED: told. */
static enum xc_status
fill(struct xc_lines *lines, struct xc_problems *problems)
{
    size_t n = 0;
    int errnum;

    if (!make_room(lines))
        return XC_NO_MEMORY;
    errnum = xc_stream_read(lines->fd, lines->buffer + lines->end, piece_bytes, &n);
    if (errnum != 0)
        return xc_refusal_tell(problems, XC_PROBLEM_UNREADABLE, lines->path,
                               "can't be read", errnum)
                   ? XC_IO_FAILED
                   : XC_NO_MEMORY;
    lines->end += n;
    lines->at_end = n == 0;
    return XC_OK;
}

static enum xc_status
tell_long_line(const struct xc_lines *lines, struct xc_problems *problems)
{
    const struct xc_place place = {.path = lines->path, .line = lines->number};

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
