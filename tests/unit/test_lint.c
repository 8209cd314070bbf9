/* SPDX-License-Identifier: Apache-2.0 */
/* The codes of lint: each is named, documented, and has a case. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/code.h"
#include "base/limits.h"
#include "io/file.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

/* The bytes of a file of the source tree; "" when it is not there. */
static struct xc_str
source_file(const char *name, const char *part)
{
    const char *source = getenv("SOURCE");
    struct xc_str path =
        xc_arena_printf(&arena, "%s/%s%s%s", source == NULL ? "." : source, name, part,
                        part[0] == '\0' ? "" : "/expected.txt");
    struct xc_str text = XC_STR("");

    if (xc_file_read(path, XC_MAX_RULE_BYTES, XC_PROBLEM_UNREADABLE, &arena, &text,
                     &problems) != XC_OK)
        return XC_STR("");
    return text;
}

static bool
holds(struct xc_str text, struct xc_str piece)
{
    return piece.ptr != NULL && text.len > 0 && strstr(text.ptr, piece.ptr) != NULL;
}

static void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
}

START_TEST(code_names_are_words_and_differ)
{
    int a;
    int b;

    ck_assert_str_eq(xc_code_name(XC_CODE_NONE), "");
    for (a = XC_CODE_NONE + 1; a < XC_N_CODES; a++) {
        const char *name = xc_code_name((enum xc_code)a);

        ck_assert_ptr_nonnull(name);
        ck_assert_msg(name[0] != '\0' &&
                          strspn(name, "abcdefghijklmnopqrstuvwxyz-8") == strlen(name),
                      "%s", name);
        for (b = XC_CODE_NONE + 1; b < a; b++)
            ck_assert_str_ne(name, xc_code_name((enum xc_code)b));
    }
}
END_TEST

START_TEST(code_levels_follow_the_enum)
{
    static const struct {
        enum xc_code code;
        const char *level;
    } rows[] = {
        {XC_CODE_NOT_UTF_8, "error"},         {XC_CODE_BAD_VALUE, "error"},
        {XC_CODE_NEVER_MATCHES, "warning"},   {XC_CODE_SHARED_MARK, "warning"},
        {XC_CODE_REGULAR_EXPRESSION, "note"}, {XC_CODE_OVERLAPPING_CLAIMS, "note"},
    };
    size_t i;

    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        ck_assert_str_eq(xc_level_name(xc_code_level(rows[i].code)), rows[i].level);
}
END_TEST

/* "| `unused-term` |" in the part of docs/lint.md for its level, and
 * "warning: unused-term: " in what tests/cases/lint/unused-term expects. */
START_TEST(code_each_has_a_line_and_a_case)
{
    static const char *const headings[] = {"## Notes", "## Warnings", "## Errors"};
    struct xc_str docs;
    int i;

    setup();
    docs = source_file("docs/lint.md", "");
    ck_assert_uint_gt(docs.len, 0);
    for (i = XC_CODE_NONE + 1; i < XC_N_CODES; i++) {
        const char *name = xc_code_name((enum xc_code)i);
        enum xc_level level = xc_code_level((enum xc_code)i);
        const char *line =
            strstr(docs.ptr, xc_arena_printf(&arena, "| `%s` |", name).ptr);
        const char *heading = docs.ptr;
        const char *next;

        ck_assert_msg(line != NULL, "%s is not in docs/lint.md", name);
        while ((next = strstr(heading + 1, "\n## ")) != NULL && next < line)
            heading = next;
        ck_assert_msg(strncmp(heading + 1, headings[level], strlen(headings[level])) ==
                          0,
                      "%s is under another level in docs/lint.md", name);
        ck_assert_msg(
            holds(source_file("tests/cases/lint/", name),
                  xc_arena_printf(&arena, "%s: %s: ", xc_level_name(level), name)),
            "tests/cases/lint/%s does not tell it", name);
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        code_names_are_words_and_differ,
        code_levels_follow_the_enum,
        code_each_has_a_line_and_a_case,
        NULL,
    };

    return suite_run("lint", tests);
}
