/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "base/table.h"
#include "base/vec.h"
#include "io/refusal.h"
#include "io/stream.h"

/* Something still to be looked at. */
struct entry {
    struct xc_str path; /* with a NUL after it */
    size_t depth;       /* folders between it and the path that was named */
};

struct entry_vec {
    struct entry *items;
    size_t n;
    size_t cap;
};

struct walk {
    const char *const *endings;
    enum xc_problem_kind kind;
    struct xc_arena *arena;   /* of the paths found */
    struct xc_arena scratch;  /* of all else */
    struct entry_vec waiting; /* the next one last */
    struct xc_table folders;  /* device and inode of those entered */
    struct xc_path_vec *out;
    struct xc_problems *problems;
};

static int
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool
ends_in(struct xc_str name, const char *ending)
{
    const size_t len = strlen(ending);
    size_t i;

    if (name.len < len)
        return false;
    for (i = 0; i < len; i++) {
        if (lower(name.ptr[name.len - len + i]) != lower(ending[i]))
            return false;
    }
    return true;
}

/* sources.yaml says something about the files beside it, and xclaim.yaml about the run;
 * neither is one of them. */
static bool
is_wanted(const struct walk *walk, struct xc_str path)
{
    const char *const *ending;

    if (xc_str_ends(path, "/sources.yaml") || xc_str_ends(path, "/xclaim.yaml"))
        return false;
    for (ending = walk->endings; *ending != NULL; ending++) {
        if (ends_in(path, *ending))
            return true;
    }
    return false;
}

/* Tells a fault of path by errnum, or in words when text is not NULL. */
static enum xc_status
tell(struct walk *walk, struct xc_str path, const char *text, int errnum)
{
    const struct xc_place place = {.path = path};
    bool told =
        text == NULL
            ? xc_refusal_tell(walk->problems, walk->kind, path, NULL, errnum)
            : xc_problems_add(walk->problems, walk->kind, &place, NULL, "%s", text);

    return told ? XC_OK : XC_NO_MEMORY;
}

static int
compare_entries(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;

    /* The last of them is looked at first. */
    return xc_str_compare(right->path, left->path);
}

/* Whether an entry of a folder need not be looked at. */
static bool
is_passed_over(const struct walk *walk, const struct dirent *entry, struct xc_str path)
{
    return entry->d_name[0] == '.' ||
           (entry->d_type == DT_REG && !is_wanted(walk, path));
}

static enum xc_status
add_entry(struct walk *walk, const struct dirent *entry, const struct entry *folder)
{
    const char *slash = xc_str_ends(folder->path, "/") ? "" : "/";
    struct entry *added;
    struct xc_str path;

    path = xc_arena_printf(&walk->scratch, "%.*s%s%s", (int)folder->path.len,
                           folder->path.ptr, slash, entry->d_name);
    if (path.ptr == NULL)
        return XC_NO_MEMORY;
    if (is_passed_over(walk, entry, path))
        return XC_OK;
    if (walk->waiting.n + walk->out->n >= XC_MAX_FILES) {
        if (tell(walk, folder->path, "more files than one run can take", 0) != XC_OK)
            return XC_NO_MEMORY;
        return XC_BAD_INPUT;
    }
    added = XC_VEC_ADD(&walk->waiting, &walk->scratch);
    if (added == NULL)
        return XC_NO_MEMORY;
    *added = (struct entry){path, folder->depth + 1};
    return XC_OK;
}

/* Puts the entries of the folder on the stack, in byte order of their names. */
static enum xc_status
enter(struct walk *walk, const struct entry *folder)
{
    const size_t first = walk->waiting.n;
    enum xc_status status = XC_OK;
    const struct dirent *entry;
    DIR *dir = opendir(folder->path.ptr);
    int errnum = 0;

    if (dir == NULL && errno == ENOMEM)
        return XC_NO_MEMORY;
    if (dir == NULL) {
        status = tell(walk, folder->path, NULL, errno);
        return status == XC_OK && folder->depth == 0 ? XC_BAD_INPUT : status;
    }
    while (status == XC_OK && errnum == 0) {
        errno = 0;
        /* The stream is this function's own.  NOLINTNEXTLINE(concurrency-mt-unsafe) */
        entry = readdir(dir);
        errnum = entry == NULL ? errno : 0;
        if (entry == NULL)
            break;
        status = add_entry(walk, entry, folder);
    }
    (void)closedir(dir);
    if (status == XC_OK && errnum != 0)
        status = tell(walk, folder->path, NULL, errnum);
    if (walk->waiting.n > first)
        qsort(walk->waiting.items + first, walk->waiting.n - first,
              sizeof walk->waiting.items[0], compare_entries);
    return status;
}

/* Enters a folder unless that was done before, by whatever path. */
static enum xc_status
look_at_folder(struct walk *walk, const struct entry *folder, const struct stat *info)
{
    const size_t n_before = walk->folders.n;
    struct xc_str id;
    size_t unused;

    id = xc_arena_printf(&walk->scratch, "%ju:%ju", (uintmax_t)info->st_dev,
                         (uintmax_t)info->st_ino);
    if (id.ptr == NULL || !xc_table_add(&walk->folders, id, 0, &walk->scratch, &unused))
        return XC_NO_MEMORY;
    if (walk->folders.n == n_before)
        return XC_OK;
    if (folder->depth > XC_MAX_FOLDER_DEPTH)
        return tell(walk, folder->path, "is nested too deep in folders", 0);
    return enter(walk, folder);
}

static enum xc_status
look_at(struct walk *walk, const struct entry *entry)
{
    const bool named = entry->depth == 0;
    enum xc_status status;
    const char *refused;
    struct xc_str *added;
    struct stat info;

    if (stat(entry->path.ptr, &info) != 0) {
        const int errnum = errno;
        const bool dangles = errnum == ENOENT && lstat(entry->path.ptr, &info) == 0;

        /* A file that went away since its folder was read is no fault. */
        if (errnum == ENOENT && !dangles && !named)
            return XC_OK;
        status = tell(walk, entry->path,
                      dangles ? "is a symbolic link that leads nowhere" : NULL, errnum);
        return status == XC_OK && named ? XC_BAD_INPUT : status;
    }
    if (S_ISDIR(info.st_mode))
        return look_at_folder(walk, entry, &info);
    refused = xc_refusal_mode(info.st_mode);
    if (refused != NULL) {
        status = tell(walk, entry->path, refused, 0);
        return status == XC_OK && named ? XC_BAD_INPUT : status;
    }
    if (!named && !is_wanted(walk, entry->path))
        return XC_OK;
    added = XC_VEC_ADD(walk->out, walk->arena);
    if (added == NULL || !xc_arena_str(walk->arena, entry->path, added))
        return XC_NO_MEMORY;
    return XC_OK;
}

enum xc_status
xc_files_walk(struct xc_str path, const char *const *endings, enum xc_problem_kind kind,
              struct xc_arena *arena, struct xc_path_vec *out,
              struct xc_problems *problems)
{
    struct walk walk = {.endings = endings,
                        .kind = kind,
                        .arena = arena,
                        .out = out,
                        .problems = problems};
    enum xc_status status = XC_OK;
    struct entry *root;
    int errnum = 0;

    xc_arena_init(&walk.scratch);
    root = XC_VEC_ADD(&walk.waiting, &walk.scratch);
    if (root != NULL)
        root->path =
            (struct xc_str){xc_stream_path(path, &walk.scratch, &errnum), path.len};
    if (root == NULL || root->path.ptr == NULL)
        status = XC_NO_MEMORY;
    else if (errnum != 0)
        status = tell(&walk, path, NULL, errnum) == XC_OK ? XC_BAD_INPUT : XC_NO_MEMORY;
    while (status == XC_OK && walk.waiting.n > 0) {
        const struct entry entry = walk.waiting.items[--walk.waiting.n];

        status = look_at(&walk, &entry);
    }
    xc_arena_release(&walk.scratch);
    return status;
}
