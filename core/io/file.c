/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/file.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/refusal.h"
#include "io/stream.h"

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

/* Fills *out for the regular file at path; *out_found is false for anything else. */
static enum xc_status
look_at(struct xc_str path, struct xc_arena *arena, struct stat *out, bool *out_found)
{
    int errnum;
    const char *name = xc_stream_path(path, arena, &errnum);

    if (name == NULL)
        return XC_NO_MEMORY;
    *out_found = errnum == 0 && stat(name, out) == 0 && S_ISREG(out->st_mode);
    return XC_OK;
}

enum xc_status
xc_file_is_same(struct xc_str a, struct xc_str b, bool *out)
{
    struct xc_arena arena;
    struct stat info_a;
    struct stat info_b;
    enum xc_status status;
    bool found_a;
    bool found_b;

    xc_arena_init(&arena);
    status = look_at(a, &arena, &info_a, &found_a);
    if (status == XC_OK)
        status = look_at(b, &arena, &info_b, &found_b);
    xc_arena_release(&arena);
    if (status == XC_OK)
        *out = found_a && found_b && info_a.st_dev == info_b.st_dev &&
               info_a.st_ino == info_b.st_ino;
    return status;
}

enum xc_status
xc_file_identity(struct xc_str path, struct xc_arena *arena, struct xc_str *out)
{
    struct stat info;
    bool found;
    enum xc_status status = look_at(path, arena, &info, &found);

    if (status != XC_OK)
        return status;
    *out = found ? xc_arena_printf(arena, "%ju %ju", (uintmax_t)info.st_dev,
                                   (uintmax_t)info.st_ino)
                 : XC_STR("");
    return out->ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

static enum xc_status
tell_too_large(struct xc_problems *problems, enum xc_problem_kind kind,
               struct xc_str path, size_t max_bytes)
{
    const struct xc_place place = {.path = path};

    return xc_problems_add(problems, kind, &place,
                           kind == XC_PROBLEM_RULE ? "make several files of it" : NULL,
                           "larger than %zu bytes", max_bytes)
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
