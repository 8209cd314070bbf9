/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/refusal.h"

const char *
xc_stream_path(struct xc_str path, struct xc_arena *arena, int *out_errnum)
{
    *out_errnum = xc_str_find(path, 0, '\0') < path.len ? ENOENT : 0;
    return xc_arena_copy(arena, path.ptr, path.len);
}

enum xc_status
xc_stream_open(struct xc_str path, enum xc_problem_kind kind, int *out_fd,
               size_t *out_size, struct xc_problems *problems)
{
    const struct xc_place place = {.path = path};
    struct stat info = {0};
    struct xc_arena arena;
    const char *refused;
    const char *name;
    bool told;
    int errnum;
    int fd = -1;

    xc_arena_init(&arena);
    name = xc_stream_path(path, &arena, &errnum);
    if (name != NULL && errnum == 0) {
        fd = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        if (fd < 0 || fstat(fd, &info) != 0)
            errnum = errno;
    }
    xc_arena_release(&arena);
    if (name == NULL)
        return XC_NO_MEMORY;
    refused = errnum == 0 ? xc_refusal_mode(info.st_mode) : NULL;
    if (errnum == 0 && refused == NULL) {
        *out_fd = fd;
        *out_size = (size_t)info.st_size;
        return XC_OK;
    }
    if (fd >= 0)
        (void)close(fd);
    told = refused != NULL
               ? xc_problems_add(problems, kind, &place, NULL, "%s", refused)
               : xc_refusal_tell(problems, kind, path, NULL, errnum);
    return told ? XC_BAD_INPUT : XC_NO_MEMORY;
}

/* Waits until fd, which was left non-blocking by whoever shares it, is ready. */
static bool
wait_for(int fd, short events)
{
    struct pollfd poller = {.fd = fd, .events = events};

    return poll(&poller, 1, -1) >= 0 || errno == EINTR;
}

int
xc_stream_read(int fd, char *buffer, size_t size, size_t *out_n)
{
    ssize_t n;

    for (;;) {
        n = read(fd, buffer, size);
        if (n >= 0) {
            *out_n = (size_t)n;
            return 0;
        }
        if (errno == EAGAIN && wait_for(fd, POLLIN))
            continue;
        if (errno != EINTR)
            return errno;
    }
}

int
xc_stream_write(int fd, struct xc_str bytes)
{
    ssize_t n;

    while (bytes.len > 0) {
        n = write(fd, bytes.ptr, bytes.len);
        if (n > 0)
            bytes = xc_str_sub(bytes, (size_t)n, bytes.len - (size_t)n);
        else if (n == 0)
            return EIO;
        else if (errno != EINTR && (errno != EAGAIN || !wait_for(fd, POLLOUT)))
            return errno;
    }
    return 0;
}
