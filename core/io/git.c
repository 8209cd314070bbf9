/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/git.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>

#include "base/limits.h"
#include "io/child.h"
#include "io/refusal.h"

/* Most words of one call, the NULL at their end counted in. */
enum { MOST_WORDS = 32 };

struct git {
    const char *folder;
    struct xc_str ref;
    struct xc_arena *arena;
    struct xc_problems *problems;
};

static const char no_history[] =
    "fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in a GitHub "
    "workflow, GIT_DEPTH: 0 in GitLab CI";

/* Tells what is wrong with --since. */
static enum xc_status
refuse(const struct git *git, const char *hint, struct xc_str message)
{
    const struct xc_place place = {.line = 0};

    return message.ptr != NULL &&
                   xc_problems_add(git->problems, XC_PROBLEM_OPTION, &place, hint,
                                   "--since: %.*s", (int)message.len, message.ptr)
               ? XC_BAD_OPTION
               : XC_NO_MEMORY;
}

/* Tells why git could not be run. */
static enum xc_status
tell_errnum(const struct git *git, int errnum)
{
    if (errnum == ENOMEM)
        return XC_NO_MEMORY;
    if (errnum == ENOENT || errnum == EACCES)
        return refuse(git, "install git, or name the articles without --since",
                      XC_STR("there is no program 'git'"));
    if (errnum == EFBIG)
        return refuse(git, "name a commit that is nearer",
                      xc_arena_printf(git->arena, "git prints more than %zu bytes",
                                      XC_MAX_GIT_BYTES));
    return xc_refusal_tell(git->problems, XC_PROBLEM_OPTION, XC_STR(""),
                           "git can't be run", errnum)
               ? XC_IO_FAILED
               : XC_NO_MEMORY;
}

/* Runs git with the NULL-ended words; its failing is no failure of this. */
static enum xc_status
run(const struct git *git, const char *const *words, struct xc_child *out)
{
    const char *all[MOST_WORDS] = {"git", "--no-optional-locks", "-C", git->folder};
    size_t n = 4;
    int errnum;

    for (; *words != NULL && n + 1 < MOST_WORDS; words++)
        all[n++] = *words;
    all[n] = NULL;
    errnum = xc_child_run(all, XC_MAX_GIT_BYTES, git->arena, out);
    return errnum == 0 ? XC_OK : tell_errnum(git, errnum);
}

/* git's own words about a failure that nobody expected. */
static enum xc_status
tell_words(const struct git *git, const char *hint, const struct xc_child *child)
{
    struct xc_str words = child->words;

    if (xc_str_starts(words, "fatal: "))
        words = xc_str_sub(words, 7, words.len - 7);
    return refuse(
        git, hint,
        words.len == 0
            ? xc_arena_printf(git->arena, "git ended with %d", child->code)
            : xc_arena_printf(git->arena, "git says: %.*s", (int)words.len, words.ptr));
}

/* The folder of the working tree into *top, NUL-ended and canonical, and whether the
 * clone is a shallow one. */
static enum xc_status
find_top(const struct git *git, struct xc_str *top, bool *is_shallow)
{
    static const char *const words[] = {"rev-parse", "--is-shallow-repository",
                                        "--show-toplevel", NULL};
    char canonical[PATH_MAX];
    struct xc_child child;
    struct xc_str rest;
    struct xc_str line;
    enum xc_status status = run(git, words, &child);
    const char *name;

    if (status != XC_OK)
        return status;
    rest = child.out;
    if (child.code != 0 || !xc_str_split(&rest, '\n', &line) || rest.len < 2)
        return tell_words(git, "run xclaim in the repository of the articles", &child);
    *is_shallow = xc_str_is(line, "true");
    name = xc_arena_copy(git->arena, rest.ptr, rest.len - 1);
    if (name == NULL)
        return XC_NO_MEMORY;
    if (realpath(name, canonical) == NULL)
        return tell_errnum(git, errno);
    return xc_arena_str(git->arena, xc_str_of(canonical), top) ? XC_OK : XC_NO_MEMORY;
}

/* The one line that git printed, NUL-ended; NULL when memory is short. */
static const char *
only_line(const struct git *git, struct xc_str printed)
{
    return xc_arena_copy(git->arena, printed.ptr, xc_str_find(printed, 0, '\n'));
}

/* The commit that ref names, by its number. */
static enum xc_status
find_commit(const struct git *git, bool is_shallow, const char **out)
{
    struct xc_str name =
        xc_arena_printf(git->arena, "%.*s^{commit}", (int)git->ref.len, git->ref.ptr);
    const char *const words[] = {"rev-parse", "--verify", "--quiet", name.ptr, NULL};
    struct xc_child child;
    enum xc_status status;

    if (name.ptr == NULL)
        return XC_NO_MEMORY;
    status = run(git, words, &child);
    if (status != XC_OK)
        return status;
    if (child.code != 0 || child.out.len == 0)
        return refuse(git,
                      is_shallow ? no_history
                                 : "name a branch, tag or commit that git log shows; a "
                                   "branch of the server is origin/NAME, once fetched",
                      xc_arena_printf(git->arena, "git knows no commit '%.*s'",
                                      (int)git->ref.len, git->ref.ptr));
    *out = only_line(git, child.out);
    return *out == NULL ? XC_NO_MEMORY : XC_OK;
}

/* The merge base of commit and HEAD. */
static enum xc_status
find_base(const struct git *git, const char *commit, bool is_shallow, const char **out)
{
    const char *const words[] = {"merge-base", commit, "HEAD", NULL};
    struct xc_child child;
    enum xc_status status = run(git, words, &child);

    if (status != XC_OK)
        return status;
    if (child.code > 1 || (child.code == 1 && child.words.len > 0))
        return tell_words(git, NULL, &child);
    if (child.code != 0 || child.out.len == 0)
        return refuse(
            git, is_shallow ? no_history : "name a commit that HEAD comes from",
            xc_arena_printf(git->arena, "'%.*s' and HEAD have no merge base%s",
                            (int)git->ref.len, git->ref.ptr,
                            is_shallow ? " in this shallow clone" : ""));
    *out = only_line(git, child.out);
    return *out == NULL ? XC_NO_MEMORY : XC_OK;
}

/* What differs between base and the working tree.  Each option undoes a setting of the
 * user's that would change what is printed. */
static enum xc_status
read_diff(const struct git *git, const char *base, struct xc_unified_diff *out)
{
    const char *const words[] = {"-c",
                                 "core.quotePath=true",
                                 "diff",
                                 "--no-color",
                                 "--no-ext-diff",
                                 "--no-textconv",
                                 "--no-relative",
                                 "--src-prefix=a/",
                                 "--dst-prefix=b/",
                                 "--submodule=short",
                                 "--inter-hunk-context=0",
                                 "-U0",
                                 "-M",
                                 base,
                                 "--",
                                 NULL};
    struct xc_child child;
    enum xc_status status = run(git, words, &child);

    if (status != XC_OK)
        return status;
    if (child.code != 0)
        return tell_words(git, NULL, &child);
    status = xc_unified_diff_read(child.out, XC_STR("git diff"), git->arena, out,
                                  git->problems);
    return status == XC_BAD_INPUT ? XC_IO_FAILED : status;
}

/* The files that git does not track and does not ignore. */
static enum xc_status
add_untracked(const struct git *git, struct xc_unified_diff *diff)
{
    static const char *const words[] = {"ls-files",           "-z",          "--others",
                                        "--exclude-standard", "--full-name", NULL};
    struct xc_child child;
    struct xc_str name;
    enum xc_status status = run(git, words, &child);

    if (status != XC_OK)
        return status;
    if (child.code != 0)
        return tell_words(git, NULL, &child);
    while (xc_str_split(&child.out, '\0', &name)) {
        if (name.len > 0 && !xc_unified_diff_add_whole(diff, name, git->arena))
            return XC_NO_MEMORY;
    }
    xc_unified_diff_sort(diff);
    return XC_OK;
}

enum xc_status
xc_git_changes(struct xc_str ref, const char *folder, struct xc_arena *arena,
               struct xc_changes *out, struct xc_problems *problems)
{
    struct git git = {folder == NULL ? "." : folder, ref, arena, problems};
    struct xc_changes changes = {.top = {NULL, 0}};
    const char *commit = NULL;
    const char *base = NULL;
    bool is_shallow = false;
    enum xc_status status;

    if (ref.len == 0 || ref.ptr[0] == '-')
        return refuse(&git, "--since main", XC_STR("no commit is named"));
    status = find_top(&git, &changes.top, &is_shallow);
    if (status == XC_OK)
        status = find_commit(&git, is_shallow, &commit);
    if (status == XC_OK)
        status = find_base(&git, commit, is_shallow, &base);
    if (status != XC_OK)
        return status;
    /* All paths are from the top, and untracked files are listed below the folder only. */
    git.folder = changes.top.ptr;
    status = read_diff(&git, base, &changes.diff);
    if (status == XC_OK)
        status = add_untracked(&git, &changes.diff);
    if (status == XC_OK)
        *out = changes;
    return status;
}

/* What changed in the file at path; NULL: nothing. */
static const struct xc_unified_diff_file *
find(const struct xc_changes *changes, struct xc_str path)
{
    char canonical[PATH_MAX];
    char name[PATH_MAX];
    struct xc_str top = changes->top;
    struct xc_str at;

    if (path.len >= sizeof name || xc_str_find(path, 0, '\0') < path.len)
        return NULL;
    if (path.len > 0)
        memcpy(name, path.ptr, path.len);
    name[path.len] = '\0';
    if (realpath(name, canonical) == NULL)
        return NULL;
    at = xc_str_of(canonical);
    /* Of a repository in "/" the top ends in its slash already. */
    if (xc_str_ends(top, "/"))
        top.len--;
    if (at.len <= top.len || at.ptr[top.len] != '/' ||
        !xc_str_equal(xc_str_sub(at, 0, top.len), top))
        return NULL;
    return xc_unified_diff_find(&changes->diff,
                                xc_str_sub(at, top.len + 1, at.len - top.len - 1));
}

bool
xc_changes_has_file(const struct xc_changes *changes, struct xc_str path)
{
    return find(changes, path) != NULL;
}

bool
xc_changes_touch(const struct xc_changes *changes, struct xc_str path, size_t first,
                 size_t last)
{
    const struct xc_unified_diff_file *file = find(changes, path);

    return file != NULL && xc_unified_diff_touches(file, first, last);
}
