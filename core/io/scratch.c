/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/stream.h"

enum { BUFFER_BYTES = 32 << 10 };

/* A stream: its file, which is made when the buffer overflows for the first time, and
 * what has not been written to it yet. */
struct stream {
    int fd; /* -1: none yet */
    uint64_t n_written;
    size_t n_held;
    char *held; /* BUFFER_BYTES; NULL until something is appended */
};

struct xc_scratch_files {
    struct xc_arena arena;
    struct xc_scratch scratch;
    struct xc_problems *problems;
    struct stream *streams;
};

static enum xc_status
fail(const struct xc_scratch_files *files, const char *what, int errnum)
{
    const struct xc_place place = {.path = XC_STR("scratch space")};

    return xc_problems_add(files->problems, XC_PROBLEM_UNREADABLE, &place,
                           "TMPDIR names the folder that is used", "%s: %s", what,
                           strerror(errnum))
               ? XC_IO_FAILED
               : XC_NO_MEMORY;
}

/* Makes a file that has no name. */
static enum xc_status
make_file(struct xc_scratch_files *files, int *out)
{
    const char *folder = getenv("TMPDIR");
    struct xc_str name;
    char *path;
    int fd;

    if (folder == NULL || folder[0] == '\0')
        folder = "/tmp";
    name = xc_arena_printf(&files->arena, "%s/xclaim-XXXXXX", folder);
    path = name.ptr == NULL ? NULL : xc_arena_copy(&files->arena, name.ptr, name.len);
    if (path == NULL)
        return XC_NO_MEMORY;
    fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0)
        return fail(files, "can't be made", errno);
    if (unlink(path) != 0) {
        int errnum = errno;

        close(fd);
        return fail(files, "can't be unlinked", errnum);
    }
    *out = fd;
    return XC_OK;
}

static enum xc_status
write_held(struct xc_scratch_files *files, struct stream *stream)
{
    enum xc_status status;
    int errnum;

    if (stream->fd < 0) {
        status = make_file(files, &stream->fd);
        if (status != XC_OK)
            return status;
    }
    errnum = xc_stream_write(stream->fd, (struct xc_str){stream->held, stream->n_held});
    if (errnum != 0)
        return fail(files, "can't be written", errnum);
    stream->n_written += stream->n_held;
    stream->n_held = 0;
    return XC_OK;
}

static enum xc_status
append(void *context, size_t number, const void *bytes, size_t n)
{
    struct xc_scratch_files *files = context;
    struct stream *stream = &files->streams[number];
    const char *at = bytes;

    if (stream->held == NULL) {
        stream->held = xc_arena_alloc(&files->arena, BUFFER_BYTES);
        if (stream->held == NULL)
            return XC_NO_MEMORY;
    }
    while (n > 0) {
        size_t room = BUFFER_BYTES - stream->n_held;
        size_t n_taken = n < room ? n : room;

        memcpy(stream->held + stream->n_held, at, n_taken);
        stream->n_held += n_taken;
        at += n_taken;
        n -= n_taken;
        if (stream->n_held == BUFFER_BYTES) {
            enum xc_status status = write_held(files, stream);

            if (status != XC_OK)
                return status;
        }
    }
    return XC_OK;
}

/* Reads what stands in the file. */
static enum xc_status
read_file(struct xc_scratch_files *files, const struct stream *stream, uint64_t off,
          char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t n_read = pread(stream->fd, bytes, n, (off_t)off);

        if (n_read < 0 && errno == EINTR)
            continue;
        if (n_read <= 0)
            return fail(files, "can't be read", n_read < 0 ? errno : EIO);
        bytes += n_read;
        off += (uint64_t)n_read;
        n -= (size_t)n_read;
    }
    return XC_OK;
}

static enum xc_status
read_stream(void *context, size_t number, uint64_t off, void *bytes, size_t n)
{
    struct xc_scratch_files *files = context;
    const struct stream *stream = &files->streams[number];
    size_t n_filed = 0;
    enum xc_status status = XC_OK;

    if (off < stream->n_written) {
        uint64_t left = stream->n_written - off;

        n_filed = left < n ? (size_t)left : n;
        status = read_file(files, stream, off, bytes, n_filed);
    }
    if (status == XC_OK && n > n_filed)
        memcpy((char *)bytes + n_filed,
               stream->held + (size_t)(off + n_filed - stream->n_written), n - n_filed);
    return status;
}

enum xc_status
xc_scratch_open(size_t n_streams, struct xc_scratch_files **out,
                struct xc_problems *problems)
{
    struct xc_arena arena;
    struct xc_scratch_files *files;
    size_t i;

    xc_arena_init(&arena);
    files = xc_arena_array(&arena, 1, sizeof *files);
    if (files != NULL)
        files->streams = xc_arena_array(&arena, n_streams, sizeof *files->streams);
    if (files == NULL || files->streams == NULL) {
        xc_arena_release(&arena);
        return XC_NO_MEMORY;
    }
    for (i = 0; i < n_streams; i++)
        files->streams[i].fd = -1;
    files->problems = problems;
    files->scratch = (struct xc_scratch){files, n_streams, append, read_stream};
    files->arena = arena;
    *out = files;
    return XC_OK;
}

const struct xc_scratch *
xc_scratch_of(const struct xc_scratch_files *files)
{
    return &files->scratch;
}

void
xc_scratch_close(struct xc_scratch_files *files)
{
    struct xc_arena arena;
    size_t i;

    if (files == NULL)
        return;
    for (i = 0; i < files->scratch.n_streams; i++) {
        if (files->streams[i].fd >= 0)
            close(files->streams[i].fd);
    }
    arena = files->arena; /* it holds files itself */
    xc_arena_release(&arena);
}
