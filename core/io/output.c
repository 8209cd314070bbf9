/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/refusal.h"
#include "io/stream.h"

enum { BUFFER_BYTES = 64 << 10, MOST_LINKS = 40, MOST_NAMES = 1000 };

struct xc_output {
    struct xc_arena arena; /* of this struct and all below */
    struct xc_str path;    /* as named */
    const char *target;    /* what the file is renamed to, links followed … */
    const char *beside;    /* … from this; both NULL when written in place */
    int fd;
    int errnum; /* of the first failure, else 0 */
    struct xc_sink sink;
    size_t n_held;
    char held[BUFFER_BYTES];
};

static bool
flush(struct xc_output *output)
{
    if (output->errnum == 0)
        output->errnum =
            xc_stream_write(output->fd, (struct xc_str){output->held, output->n_held});
    output->n_held = 0;
    return output->errnum == 0;
}

static bool
take(void *context, const char *bytes, size_t len)
{
    struct xc_output *output = context;

    if (len > BUFFER_BYTES - output->n_held && !flush(output))
        return false;
    if (len >= BUFFER_BYTES) {
        output->errnum = xc_stream_write(output->fd, (struct xc_str){bytes, len});
        return output->errnum == 0;
    }
    memcpy(output->held + output->n_held, bytes, len);
    output->n_held += len;
    return true;
}

/* The part of path up to and with its last '/', which may be nothing. */
static struct xc_str
folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return (struct xc_str){path, slash == NULL ? 0 : (size_t)(slash - path) + 1};
}

/*
 * Follows symbolic links from path to the name that the file has or will have, so that
 * a link stays and what it leads to is replaced.  Returns 0, -1 when memory is short,
 * or the errno.
 */
static int
follow_links(struct xc_arena *arena, const char *path, const char **out)
{
    int n_links;

    for (n_links = 0; n_links < MOST_LINKS; n_links++) {
        char to[4096];
        ssize_t len = readlink(path, to, sizeof to);
        struct xc_str folder;

        if (len < 0) {
            *out = path;
            return errno == EINVAL || errno == ENOENT ? 0 : errno;
        }
        if (len == 0 || (size_t)len == sizeof to)
            return ENAMETOOLONG;
        folder = to[0] == '/' ? XC_STR("") : folder_of(path);
        path = xc_arena_printf(arena, "%.*s%.*s", (int)folder.len, folder.ptr, (int)len,
                               to)
                   .ptr;
        if (path == NULL)
            return -1;
    }
    return ELOOP;
}

/* Makes a new file beside output->target.  Returns as follow_links. */
static int
open_beside(struct xc_output *output)
{
    const struct xc_str folder = folder_of(output->target);
    int i;

    for (i = 0; i < MOST_NAMES; i++) {
        const char *name =
            xc_arena_printf(&output->arena, "%.*s.xclaim-%ld-%d.tmp", (int)folder.len,
                            folder.ptr, (long)getpid(), i)
                .ptr;

        if (name == NULL)
            return -1;
        output->fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (output->fd >= 0) {
            output->beside = name;
            return 0;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

/* Gives the new file the owner, as far as that is allowed, and mode of the old one. */
static int
keep_mode(const struct xc_output *output, const struct stat *old)
{
    struct stat now;

    if (fstat(output->fd, &now) != 0)
        return errno;
    if ((now.st_uid != old->st_uid || now.st_gid != old->st_gid) &&
        fchown(output->fd, old->st_uid, old->st_gid) != 0 && errno != EPERM)
        return errno;
    return fchmod(output->fd, old->st_mode & 0777) == 0 ? 0 : errno;
}

static int
open_regular(struct xc_output *output, const char *path, const struct stat *old)
{
    int errnum = follow_links(&output->arena, path, &output->target);

    if (errnum != 0)
        return errnum;
    /* A rename would replace even a file that must not be written. */
    if (old != NULL && access(output->target, W_OK) != 0)
        return errno;
    errnum = open_beside(output);
    return errnum == 0 && old != NULL ? keep_mode(output, old) : errnum;
}

/* Opens output->path.  Returns as follow_links. */
static int
open_output(struct xc_output *output)
{
    struct stat info;
    const char *path;
    int errnum;

    if (xc_str_is(output->path, "-")) {
        output->fd = STDOUT_FILENO;
        return 0;
    }
    path = xc_stream_path(output->path, &output->arena, &errnum);
    if (path == NULL)
        return -1;
    if (errnum != 0 || path[0] == '\0')
        return ENOENT;
    if (stat(path, &info) != 0)
        return errno == ENOENT ? open_regular(output, path, NULL) : errno;
    if (S_ISREG(info.st_mode))
        return open_regular(output, path, &info);
    output->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return output->fd >= 0 ? 0 : errno;
}

/* Closes and frees; what was written beside the target is removed unless moved. */
static void
release(struct xc_output *output)
{
    struct xc_arena arena = output->arena;

    if (output->fd >= 0 && output->fd != STDOUT_FILENO)
        (void)close(output->fd);
    if (output->beside != NULL)
        (void)unlink(output->beside);
    xc_arena_release(&arena); /* output itself lives in it */
}

static enum xc_status
tell(struct xc_problems *problems, struct xc_str path, int errnum)
{
    if (xc_str_is(path, "-"))
        path = XC_STR("standard output");
    if (errnum < 0 || !xc_refusal_tell(problems, XC_PROBLEM_UNREADABLE, path,
                                       "can't be written", errnum))
        return XC_NO_MEMORY;
    return XC_IO_FAILED;
}

enum xc_status
xc_output_open(struct xc_str path, struct xc_output **out, struct xc_problems *problems)
{
    struct xc_arena arena;
    struct xc_output *output;
    enum xc_status status;
    int errnum;

    xc_arena_init(&arena);
    output = xc_arena_alloc(&arena, sizeof *output);
    if (output == NULL)
        return XC_NO_MEMORY;
    *output = (struct xc_output){.path = path, .fd = -1};
    output->sink = (struct xc_sink){take, output, false};
    if (!xc_arena_str(&arena, path, &output->path)) {
        xc_arena_release(&arena);
        return XC_NO_MEMORY;
    }
    output->arena = arena;
    errnum = open_output(output);
    if (errnum == 0) {
        *out = output;
        return XC_OK;
    }
    status = tell(problems, path, errnum);
    release(output);
    return status;
}

struct xc_sink *
xc_output_sink(struct xc_output *output)
{
    return &output->sink;
}

/* Sees to it that the system has taken everything.  Standard output stays open, but
 * closing a copy shows what closing it would. */
static int
finish(struct xc_output *output)
{
    int fd = output->fd;
    int errnum;

    if (!flush(output))
        return output->errnum;
    /* Whoever wrote the report was short of memory. */
    if (output->sink.failed)
        return -1;
    if (output->beside != NULL && fsync(fd) != 0 && errno != EINVAL)
        return errno;
    if (fd == STDOUT_FILENO) {
        fd = dup(fd);
        return fd < 0 || close(fd) == 0 ? 0 : errno;
    }
    output->fd = -1;
    errnum = close(fd) == 0 ? 0 : errno;
    if (errnum == 0 && output->beside != NULL) {
        errnum = rename(output->beside, output->target) == 0 ? 0 : errno;
        if (errnum == 0)
            output->beside = NULL;
    }
    return errnum;
}

enum xc_status
xc_output_commit(struct xc_output *output, struct xc_problems *problems)
{
    const int errnum = finish(output);
    enum xc_status status = XC_OK;

    if (errnum != 0)
        status = tell(problems, output->path, errnum);
    release(output);
    return status;
}

void
xc_output_abandon(struct xc_output *output)
{
    if (output != NULL)
        release(output);
}
