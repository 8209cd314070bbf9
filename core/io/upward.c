/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/upward.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "io/refusal.h"

struct search {
    struct xc_str folder; /* "", "../", "../../" … */
    struct xc_arena scratch;
    struct xc_problems *problems;
};

enum presence { PRESENCE_NO, PRESENCE_YES, PRESENCE_HIDDEN /* nobody may look */ };

/* Looks at the name in the folder; *out_path is where. */
static enum xc_status
look_for(struct search *search, const char *name, struct stat *out_info,
         struct xc_str *out_path, enum presence *out)
{
    struct xc_str path = xc_arena_printf(
        &search->scratch, "%.*s%s", (int)search->folder.len, search->folder.ptr, name);

    if (path.ptr == NULL)
        return XC_NO_MEMORY;
    *out_path = path;
    *out = PRESENCE_YES;
    if (lstat(path.ptr, out_info) == 0)
        return XC_OK;
    *out = errno == EACCES ? PRESENCE_HIDDEN : PRESENCE_NO;
    if (errno == ENOENT || errno == ENOTDIR || errno == EACCES)
        return XC_OK;
    return xc_refusal_tell(search->problems, XC_PROBLEM_RULE, path,
                           "can't be looked at", errno)
               ? XC_IO_FAILED
               : XC_NO_MEMORY;
}

/* Whether the search ends with this folder: it is the root, which is its own parent, or
 * holds the stop, or the one above can't be looked into. */
static enum xc_status
ends_here(struct search *search, const char *stop, bool *out)
{
    struct stat info;
    struct stat above;
    struct xc_str unused;
    enum presence presence = PRESENCE_NO;
    enum presence has_above = PRESENCE_NO;
    enum xc_status status = look_for(search, stop, &info, &unused, &presence);

    *out = presence != PRESENCE_NO;
    if (status != XC_OK || *out)
        return status;
    status = look_for(search, ".", &info, &unused, &presence);
    if (status == XC_OK)
        status = look_for(search, "..", &above, &unused, &has_above);
    *out = presence != PRESENCE_YES || has_above != PRESENCE_YES ||
           (info.st_dev == above.st_dev && info.st_ino == above.st_ino);
    return status;
}

static enum xc_status
look_upward(struct search *search, const char *name, const char *stop,
            struct xc_str *out)
{
    struct stat info;
    struct xc_str path;
    enum presence presence = PRESENCE_NO;
    enum xc_status status = XC_OK;
    bool ended = false;
    size_t i;

    *out = XC_STR("");
    for (i = 0; i <= XC_MAX_FOLDERS_ABOVE && status == XC_OK && !ended; i++) {
        status = look_for(search, name, &info, &path, &presence);
        if (status != XC_OK)
            break;
        if (presence == PRESENCE_YES) {
            *out = path;
            break;
        }
        ended = presence == PRESENCE_HIDDEN;
        if (!ended)
            status = ends_here(search, stop, &ended);
        search->folder = xc_arena_printf(&search->scratch, "%.*s../",
                                         (int)search->folder.len, search->folder.ptr);
        if (search->folder.ptr == NULL)
            status = XC_NO_MEMORY;
    }
    return status;
}

enum xc_status
xc_file_upward(const char *name, const char *stop, struct xc_arena *arena,
               struct xc_str *out, struct xc_problems *problems)
{
    struct search search = {.folder = XC_STR(""), .problems = problems};
    struct xc_str found;
    enum xc_status status;

    xc_arena_init(&search.scratch);
    status = look_upward(&search, name, stop, &found);
    if (status == XC_OK && !xc_arena_str(arena, found, out))
        status = XC_NO_MEMORY;
    xc_arena_release(&search.scratch);
    return status;
}
