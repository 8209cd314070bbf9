/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/unified_diff.h"

#include <check.h>
#include <stdio.h>

#include "base/vec.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static enum xc_status
read_diff(const char *text, struct xc_unified_diff *out)
{
    xc_problems_init(&problems, &arena);
    return xc_unified_diff_read(xc_str_of(text), XC_STR("git diff"), &arena, out,
                                &problems);
}

/* "a.md 4-5 9; b.md all; c.md": files with their touched lines. */
static const char *
show(const struct xc_unified_diff *diff)
{
    struct xc_str shown = XC_STR("");
    size_t i;
    size_t r;

    for (i = 0; i < diff->n; i++) {
        const struct xc_unified_diff_file *file = &diff->items[i];

        shown = xc_arena_printf(&arena, "%s%s%.*s%s", shown.ptr, i > 0 ? "; " : "",
                                (int)file->path.len, file->path.ptr,
                                file->is_whole ? " all" : "");
        for (r = 0; !file->is_whole && r < file->n_lines; r++) {
            const struct xc_range range = file->lines[r];

            shown = range.end == range.first + 1
                        ? xc_arena_printf(&arena, "%s %zu", shown.ptr, range.first)
                        : xc_arena_printf(&arena, "%s %zu-%zu", shown.ptr, range.first,
                                          range.end - 1);
        }
    }
    return shown.ptr;
}

START_TEST(diff_of_git_gives_touched_lines)
{
    static const struct {
        const char *text;
        const char *shown;
    } rows[] = {
        {"", ""},
        /* One line changed, two added further down, one taken away. */
        {"diff --git a/a.md b/a.md\nindex 1..2 100644\n--- a/a.md\n+++ b/a.md\n"
         "@@ -4 +4 @@ Title\n-The pier is open.\n+The pier is shut.\n"
         "@@ -8,0 +9,2 @@\n+One.\n+Two.\n@@ -20 +22,0 @@\n-Gone.\n",
         "a.md 4 9-10"},
        /* Touching hunks make one range; context lines are not touched. */
        {"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n"
         "@@ -1,3 +1,4 @@\n one\n+two\n three\n+four\n-five\n"
         "@@ -4,0 +5 @@\n+six\n",
         "a.md 2 4-5"},
        /* What a line says is never a header. */
        {"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n"
         "@@ -1,2 +1,2 @@\n--- a/b.md\n-@@ -1 +1 @@\n+++ b/c.md\n+diff --git a/d b/d\n",
         "a.md 1-2"},
        {"diff --git a/a.md b/a.md\nnew file mode 100644\nindex 0..1\n"
         "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+one\n+two\n",
         "a.md all"},
        {"diff --git a/empty b.md b/empty b.md\nnew file mode 100644\nindex 0..e\n",
         "empty b.md all"},
        {"diff --git a/a.md b/a.md\ndeleted file mode 100644\nindex 1..0\n"
         "--- a/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n"
         "diff --git a/b.md b/b.md\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-x\n+y\n",
         "b.md 1"},
        {"diff --git a/a.md b/new/a b/c.md\nsimilarity index 100%\nrename from a.md\n"
         "rename to new/a b/c.md\n",
         "new/a b/c.md"},
        {"diff --git a/a.md b/c.md\nsimilarity index 90%\nrename from a.md\n"
         "rename to c.md\nindex 1..2 100644\n--- a/a.md\n+++ b/c.md\n"
         "@@ -3,0 +4 @@\n+more\n",
         "c.md 4"},
        {"diff --git a/run b/run\nold mode 100644\nnew mode 100755\n", "run"},
        {"diff --git a/a.gz b/a.gz\nindex 1..2 100644\n"
         "Binary files a/a.gz and b/a.gz differ\n",
         "a.gz all"},
        {"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-one\n"
         "\\ No newline at end of file\n+two\n\\ No newline at end of file\n"
         "diff --git a/b.md b/b.md\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-x\n+y\n",
         "a.md 1; b.md 1"},
        /* The last line is whole without a line end of its own. */
        {"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-x\n+y",
         "a.md 1"},
        {"diff --git a/a.md b/a.md\r\n--- a/a.md\r\n+++ b/a.md\r\n"
         "@@ -1 +1 @@\r\n-x\r\n+y\r\n",
         "a.md 1"},
        /* A space in a name brings a tab behind it, other characters bring quotes. */
        {"diff --git a/a b.md b/a b.md\n--- a/a b.md\t\n+++ b/a b.md\t\n"
         "@@ -0,0 +1 @@\n+x\n",
         "a b.md 1"},
        {"diff --git \"a/caf\\303\\251\\t\\\"x\\\\.md\" "
         "\"b/caf\\303\\251\\t\\\"x\\\\.md\"\n"
         "--- \"a/caf\\303\\251\\t\\\"x\\\\.md\"\n+++ "
         "\"b/caf\\303\\251\\t\\\"x\\\\.md\"\n"
         "@@ -0,0 +1 @@\n+x\n",
         "caf\xC3\xA9\t\"x\\.md 1"},
        {"diff --git \"a/\\303\\251\" \"b/\\303\\251\"\nold mode 1\nnew mode 2\n",
         "\xC3\xA9"},
        {"diff --git a/x \"b/\\303\\251\"\nsimilarity index 100%\nrename from x\n"
         "rename to \"\\303\\251\"\n",
         "\xC3\xA9"},
        /* Sorted by path; what is no diff is passed over. */
        {"warning: something\ndiff --git a/b b/b\nold mode 1\nnew mode 2\n"
         "diff --git a/a b/a\nold mode 1\nnew mode 2\n* Unmerged path c\n",
         "a; b"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_unified_diff diff;

        ck_assert_msg(read_diff(rows[i].text, &diff) == XC_OK, "row %zu: %s", i,
                      problems.n > 0 ? problems.items[0].message.ptr : "");
        ck_assert_msg(strcmp(show(&diff), rows[i].shown) == 0, "row %zu: %s", i,
                      show(&diff));
    }
}
END_TEST

#define HEAD "diff --git a/a b/a\n--- a/a\n+++ b/a\n"

START_TEST(diff_that_is_broken_is_told_with_its_line)
{
    static const struct {
        const char *text;
        size_t line;
        const char *message;
    } rows[] = {
        {"@@ -1 +1 @@\n-x\n+y\n", 1, "the head of a hunk that can't be read"},
        {HEAD "@@ -1 @@\n", 4, "the head of a hunk that can't be read"},
        {HEAD "@@ -1 +1\n-x\n+y\n", 4, "the head of a hunk that can't be read"},
        {HEAD "@@ -1 +0 @@\n-x\n+y\n", 4, "the head of a hunk that can't be read"},
        {HEAD "@@ -1 +99999999999999999999 @@\n-x\n+y\n", 4,
         "the head of a hunk that can't be read"},
        {HEAD "@@ -1 +1 @@\n-x\n", 5, "a hunk that ends too early"},
        {HEAD "@@ -1 +1 @@\n-x\n-y\n+z\n", 6, "a hunk that is not as long as it says"},
        {HEAD "@@ -1 +1 @@\n-x\n?y\n", 6, "a hunk that is not as long as it says"},
        {HEAD "@@ -4 +4 @@\n-x\n+y\n@@ -3 +3 @@\n-x\n+y\n", 7,
         "a hunk that stands before the one above it"},
        {"diff --git \"a/\\9\" \"b/\\9\"\n", 1, "a name in quotes that can't be read"},
        {"diff --git \"a/\\", 1, "a name in quotes that can't be read"},
        {"diff --git \"a/x\n", 1, "a name in quotes without its end"},
        {"diff --git a/x b/y\nindex 1..2\n", 2, "a file without a name"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_unified_diff diff = {.n = 77};

        ck_assert_msg(read_diff(rows[i].text, &diff) == XC_BAD_INPUT, "row %zu", i);
        ck_assert_uint_eq(problems.n, 1);
        ck_assert_msg(xc_str_is(problems.items[0].message, rows[i].message),
                      "row %zu: %s", i, problems.items[0].message.ptr);
        ck_assert_msg(problems.items[0].line == rows[i].line, "row %zu: %zu", i,
                      problems.items[0].line);
        ck_assert_uint_eq(diff.n, 77);
    }
}
END_TEST

START_TEST(diff_touches_lines_of_its_ranges_only)
{
    static const struct {
        size_t first;
        size_t last;
        bool touched;
    } rows[] = {
        {1, 3, false},   {1, 4, true},    {4, 4, true},     {5, 5, true},
        {5, 8, true},    {6, 8, false},   {6, 9, true},     {9, 9, true},
        {10, 10, false}, {10, 900, true}, {900, 900, true}, {901, 902, false},
    };
    struct xc_unified_diff diff;
    size_t i;

    ck_assert(read_diff(HEAD "@@ -4,2 +4,2 @@\n-x\n-x\n+y\n+y\n"
                             "@@ -8,0 +9 @@\n+y\n@@ -899 +900 @@\n-x\n+y\n"
                             "diff --git a/b b/b\nnew file mode 1\n",
                        &diff) == XC_OK);
    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_unified_diff_touches(xc_unified_diff_find(&diff, XC_STR("a")),
                                              rows[i].first,
                                              rows[i].last) == rows[i].touched,
                      "%zu-%zu", rows[i].first, rows[i].last);
    ck_assert(xc_unified_diff_touches(xc_unified_diff_find(&diff, XC_STR("b")), 7, 7));
    ck_assert_ptr_null(xc_unified_diff_find(&diff, XC_STR("c")));
    ck_assert(xc_unified_diff_add_whole(&diff, XC_STR("Z"), &arena));
    xc_unified_diff_sort(&diff);
    ck_assert_str_eq(show(&diff), "Z all; a 4-5 9 900; b all");
    ck_assert_ptr_nonnull(xc_unified_diff_find(&diff, XC_STR("Z")));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        diff_of_git_gives_touched_lines,
        diff_that_is_broken_is_told_with_its_line,
        diff_touches_lines_of_its_ranges_only,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    code = suite_run("unified_diff", tests);
    xc_arena_release(&arena);
    return code;
}
