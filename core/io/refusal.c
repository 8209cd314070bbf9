/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/refusal.h"

#include <errno.h>
#include <string.h>

const char *
xc_refusal_text(int errnum, char *buffer, size_t size)
{
    static const struct {
        int errnum;
        const char *text;
    } words[] = {
        {ENOENT, "no such file or folder"},
        {EACCES, "permission denied"},
        {EPERM, "permission denied"},
        {ELOOP, "a loop of symbolic links"},
        {ENOTDIR, "part of the path is no folder"},
        {EISDIR, "is a folder, not a file"},
        {ENAMETOOLONG, "the name is too long"},
        {ENXIO, "is a socket or a device without a driver"},
        {EMFILE, "too many open files"},
        {ENFILE, "too many open files"},
        {ENOSPC, "no space left on the device"},
        {EDQUOT, "the disk quota is used up"},
        {EFBIG, "the file grew too large"},
        {EPIPE, "its reader has gone away (broken pipe)"},
        {EROFS, "the file system is read-only"},
        {EIO, "the device failed"},
        {EBADF, "it is not open"},
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (words[i].errnum == errnum)
            return words[i].text;
    }
    /* The GNU function, which returns the text. */
    return strerror_r(errnum, buffer, size);
}

const char *
xc_refusal_mode(mode_t mode)
{
    if (S_ISREG(mode))
        return NULL;
    if (S_ISDIR(mode))
        return "is a folder, not a file";
    if (S_ISFIFO(mode))
        return "is a named pipe, not a file";
    if (S_ISSOCK(mode))
        return "is a socket, not a file";
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return "is a device, not a file";
    return "is not a file";
}

bool
xc_refusal_tell(struct xc_problems *problems, enum xc_problem_kind kind,
                struct xc_str path, const char *what, int errnum)
{
    const struct xc_place place = {.path = path};
    char buffer[128];
    const char *text = xc_refusal_text(errnum, buffer, sizeof buffer);

    return xc_problems_add(problems, kind, &place, NULL, "%s%s%s",
                           what == NULL ? "" : what, what == NULL ? "" : ": ", text);
}
