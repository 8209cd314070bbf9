/* SPDX-License-Identifier: Apache-2.0 */
/* What git says of a real repository, made in a folder of the test's own. */
#include "config.h"

#include "io/git.h"

#include <errno.h>
#include <fcntl.h>

#include "base/vec.h"
#include "folder.h"
#include "io/child.h"

/* A hook's settings would lead git to the repository that the tests are run in. */
static void
forget_settings(void)
{
    static const char *const names[] = {
        "GIT_DIR",       "GIT_WORK_TREE",        "GIT_INDEX_FILE",
        "GIT_PREFIX",    "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
        "GIT_NAMESPACE", "GIT_DIFF_OPTS",        "GIT_CEILING_DIRECTORIES"};
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++)
        (void)unsetenv(names[i]);
}

/* Runs a shell script in the folder; git there knows no settings but these. */
static void
shell(const char *script)
{
    struct xc_str command = xc_arena_printf(
        &arena,
        "cd '%s' && export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 "
        "GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a "
        "GIT_COMMITTER_EMAIL=a@example.org && { %s\n} >/dev/null 2>&1",
        folder, script);

    /* NOLINTNEXTLINE(cert-env33-c): a test's own words */
    ck_assert_msg(system(command.ptr) == 0, "%s", script);
}

/* A repository whose branch `work` is one commit and some loose changes ahead of main. */
static void
make_repository(void)
{
    shell(
        "git init -q -b main . && mkdir news && printf 'one\\ntwo\\nthree\\n' > "
        "news/pier.md && printf 'a\\nb\\nc\\nd\\ne\\nf\\n' > old.md && echo x > "
        "gone.md "
        "&& printf '*.log\\n' > .gitignore && git add -A && git commit -qm first && "
        "git checkout -qb work && printf 'one\\nTWO\\nthree\\nfour\\n' > news/pier.md "
        "&& "
        "git mv old.md new.md && git rm -q gone.md && git commit -qam second && "
        "git checkout -q main && echo later > main.md && git add main.md && "
        "git commit -qm third && git checkout -q work && echo five >> news/pier.md && "
        "echo n > 'news/n\xC3\xA9w b.md' && echo l > a.log && echo s > staged.md && "
        "git add staged.md && ln -s news link");
}

static struct xc_str
show_problem(void)
{
    return problems.n == 0 ? XC_STR("") : problems.items[0].message;
}

static struct xc_changes
changes_since(const char *ref, const char *below)
{
    struct xc_changes changes = {.top = {NULL, 0}};

    ck_assert_msg(xc_git_changes(xc_str_of(ref), at(below).ptr, &arena, &changes,
                                 &problems) == XC_OK,
                  "%s", show_problem().ptr);
    return changes;
}

START_TEST(git_changes_are_those_since_the_merge_base)
{
    struct xc_changes changes;

    setup();
    make_repository();
    changes = changes_since("main", ".");
    ck_assert(xc_changes_touch(&changes, at("news/pier.md"), 2, 2));
    ck_assert(!xc_changes_touch(&changes, at("news/pier.md"), 1, 1));
    ck_assert(!xc_changes_touch(&changes, at("news/pier.md"), 3, 3));
    ck_assert(xc_changes_touch(&changes, at("news/pier.md"), 3, 4));
    /* Not committed yet. */
    ck_assert(xc_changes_touch(&changes, at("news/pier.md"), 5, 5));
    ck_assert(xc_changes_touch(&changes, at("staged.md"), 1, 1));
    /* Not even known to git. */
    ck_assert(xc_changes_touch(&changes, at("news/n\xC3\xA9w b.md"), 1, 1));
    /* Renamed: in the change, its lines are not. */
    ck_assert(xc_changes_has_file(&changes, at("new.md")));
    ck_assert(!xc_changes_touch(&changes, at("new.md"), 1, 6));
    /* Ignored, gone, and changed on main alone. */
    ck_assert(!xc_changes_has_file(&changes, at("a.log")));
    ck_assert(!xc_changes_has_file(&changes, at("gone.md")));
    ck_assert(!xc_changes_has_file(&changes, at("main.md")));
    ck_assert(!xc_changes_has_file(&changes, at(".gitignore")));
    ck_assert(!xc_changes_has_file(&changes, XC_STR("-")));
    ck_assert(!xc_changes_has_file(&changes, XC_STR("/dev/null")));
    teardown();
}
END_TEST

START_TEST(git_changes_do_not_depend_on_folder_or_names)
{
    struct xc_changes changes;
    char absolute[256];
    int here;

    setup();
    make_repository();
    changes = changes_since("main", "news");
    ck_assert(xc_changes_has_file(&changes, at("staged.md")));
    ck_assert(xc_changes_touch(&changes, at("link/pier.md"), 2, 2));
    ck_assert(xc_changes_touch(&changes, at("news/../news/./pier.md"), 2, 2));
    here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ck_assert_int_ge(here, 0);
    ck_assert_int_eq(chdir(at("link").ptr), 0);
    ck_assert_ptr_nonnull(getcwd(absolute, sizeof absolute - 16));
    changes = (struct xc_changes){.top = {NULL, 0}};
    ck_assert_int_eq(xc_git_changes(XC_STR("main"), NULL, &arena, &changes, &problems),
                     XC_OK);
    ck_assert(xc_changes_touch(&changes, XC_STR("pier.md"), 2, 2));
    ck_assert(xc_changes_has_file(&changes, XC_STR("../staged.md")));
    (void)strncat(absolute, "/pier.md", 9);
    ck_assert(xc_changes_touch(&changes, xc_str_of(absolute), 2, 2));
    ck_assert_int_eq(fchdir(here), 0);
    ck_assert_int_eq(close(here), 0);
    teardown();
}
END_TEST

START_TEST(git_changes_do_not_depend_on_settings)
{
    struct xc_changes changes;

    setup();
    make_repository();
    shell("git config diff.noprefix true && git config diff.mnemonicPrefix true && "
          "git config color.ui always && git config core.quotePath false && "
          "git config diff.external false && git config diff.context 9 && "
          "git config diff.relative true && git config diff.interHunkContext 9");
    changes = changes_since("main", "news");
    ck_assert(xc_changes_touch(&changes, at("news/pier.md"), 2, 2));
    ck_assert(!xc_changes_touch(&changes, at("news/pier.md"), 3, 3));
    ck_assert(xc_changes_has_file(&changes, at("staged.md")));
    ck_assert(xc_changes_has_file(&changes, at("new.md")));
    teardown();
}
END_TEST

/* In the middle of a merge both sides' lines are there. */
START_TEST(git_changes_hold_files_with_conflicts)
{
    struct xc_changes changes;

    setup();
    make_repository();
    shell("git add -A && git commit -qm fourth && git checkout -q main && echo other > "
          "news/pier.md && git commit -qam fifth && git checkout -q work && "
          "! git merge main");
    changes = changes_since("main", ".");
    ck_assert(xc_changes_has_file(&changes, at("news/pier.md")));
    ck_assert(xc_changes_touch(&changes, at("news/pier.md"), 1, 3));
    teardown();
}
END_TEST

static void
assert_refused(const char *ref, const char *below, const char *message,
               const char *hint)
{
    struct xc_changes changes = {.top = {NULL, 0}};

    xc_problems_init(&problems, &arena);
    ck_assert_int_eq(
        xc_git_changes(xc_str_of(ref), at(below).ptr, &arena, &changes, &problems),
        XC_BAD_OPTION);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_msg(strstr(problems.items[0].message.ptr, message) != NULL, "%s",
                  problems.items[0].message.ptr);
    ck_assert_msg(strstr(problems.items[0].hint.ptr, hint) != NULL, "%s",
                  problems.items[0].hint.ptr);
    ck_assert_ptr_null(changes.top.ptr);
}

START_TEST(git_refusals_say_what_to_do)
{
    setup();
    make_repository();
    shell("mkdir clones && cd clones && "
          "git clone -q --depth 1 --no-single-branch \"file://$PWD/..\" shallow && "
          "git init -q -b main empty && git init -q -b main ../lone && cd ../lone && "
          "git commit -q --allow-empty -m one && git checkout -q --orphan two && "
          "git commit -q --allow-empty -m two");
    assert_refused("", ".", "no commit is named", "--since main");
    assert_refused("--output=x", ".", "no commit is named", "--since main");
    assert_refused("nowhere", ".", "git knows no commit 'nowhere'", "git log");
    assert_refused("main..work", ".", "git knows no commit 'main..work'", "git log");
    assert_refused("HEAD:new.md", ".", "git knows no commit", "git log");
    assert_refused("nowhere", "clones/shallow", "git knows no commit 'nowhere'",
                   "fetch-depth: 0");
    assert_refused("origin/main", "clones/shallow",
                   "'origin/main' and HEAD have no merge base in this shallow clone",
                   "fetch-depth: 0");
    assert_refused("main", "lone", "'main' and HEAD have no merge base",
                   "HEAD comes from");
    assert_refused("main", "clones/empty", "git knows no commit 'main'", "git log");
    assert_refused("main", ".git", "must be run in a work tree", "run xclaim in");
    assert_refused("main", "nothing-there", "No such file", "run xclaim in");
    teardown();
}
END_TEST

/* The folder is below the working folder, which may be in a repository itself. */
START_TEST(git_refuses_what_is_no_repository)
{
    char here[4096];

    setup();
    ck_assert_ptr_nonnull(getcwd(here, sizeof here));
    ck_assert_int_eq(setenv("GIT_CEILING_DIRECTORIES", here, 1), 0);
    assert_refused("main", ".", "--since: git says: not a git repository",
                   "run xclaim in");
    ck_assert_int_eq(unsetenv("GIT_CEILING_DIRECTORIES"), 0);
    teardown();
}
END_TEST

START_TEST(git_that_is_not_installed_is_told)
{
    const char *path = getenv("PATH");

    setup();
    path = xc_arena_copy(&arena, path, strlen(path));
    ck_assert_int_eq(setenv("PATH", folder, 1), 0);
    assert_refused("main", ".", "there is no program 'git'", "install git");
    ck_assert_int_eq(setenv("PATH", path, 1), 0);
    teardown();
}
END_TEST

START_TEST(child_gives_output_words_and_code)
{
    static const char *const words[] = {
        "sh", "-c",
        "cat; printf 'a\\nb'; printf ' no\\n\\tway \\n' >&2; echo $LC_ALL$LANGUAGE; "
        "exit 7",
        NULL};
    static const char *const killed[] = {"sh", "-c", "kill -9 $$", NULL};
    static const char *const missing[] = {"no-such-program-here", NULL};
    struct xc_child child;

    setup();
    ck_assert_int_eq(setenv("LANGUAGE", "de", 1), 0);
    ck_assert_int_eq(xc_child_run(words, 100, &arena, &child), 0);
    ck_assert(xc_str_is(child.out, "a\nbC\n"));
    ck_assert(xc_str_is(child.words, "no way"));
    ck_assert_int_eq(child.code, 7);
    ck_assert_int_eq(xc_child_run(killed, 100, &arena, &child), 0);
    ck_assert_int_eq(child.code, 128 + 9);
    ck_assert_int_eq(xc_child_run(missing, 100, &arena, &child), ENOENT);
    ck_assert_int_eq(unsetenv("LANGUAGE"), 0);
    teardown();
}
END_TEST

/* Both streams filled far beyond what a pipe holds, and one that never ends. */
START_TEST(child_is_read_whole_and_ended_at_the_cap)
{
    static const char *const both[] = {
        "sh", "-c", "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero", NULL};
    static const char *const endless[] = {"cat", "/dev/zero", NULL};
    struct xc_child child;

    setup();
    ck_assert_int_eq(xc_child_run(both, 300000, &arena, &child), 0);
    ck_assert_uint_eq(child.out.len, 300000);
    ck_assert_int_eq(xc_child_run(both, 299999, &arena, &child), EFBIG);
    ck_assert_int_eq(xc_child_run(endless, 1000000, &arena, &child), EFBIG);
    teardown();
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        git_changes_are_those_since_the_merge_base,
        git_changes_do_not_depend_on_folder_or_names,
        git_changes_do_not_depend_on_settings,
        git_changes_hold_files_with_conflicts,
        git_refusals_say_what_to_do,
        git_refuses_what_is_no_repository,
        git_that_is_not_installed_is_told,
        child_gives_output_words_and_code,
        child_is_read_whole_and_ended_at_the_cap,
        NULL,
    };

    forget_settings();
    /* NOLINTNEXTLINE(cert-env33-c): a test's own words */
    if (system("git --version >/dev/null 2>&1") != 0) {
        puts("skipped: git is not installed");
        return 77;
    }
    return suite_run("git", tests);
}
