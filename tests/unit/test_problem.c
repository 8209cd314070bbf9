/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/report.h"

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "sample_run.h"
#include "suite.h"

#define BYTES(literal)                                                                 \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }
#define TEN "1234567890"
#define TENS3 TEN TEN TEN
#define NONE                                                                           \
    {                                                                                  \
        "", 0                                                                          \
    }

static void
check_problem(const char *name, const struct xc_problem *problem, const char *expected)
{
    struct sample_output output;

    sample_output_init(&output);
    xc_report_problem(problem, false, &output.sink);
    ck_assert_msg(strcmp(output.bytes, expected) == 0, "%s:\n%s", name, output.bytes);
    sample_output_release(&output);
}

START_TEST(problem_place_leaves_out_what_is_unknown)
{
    static const struct {
        const char *name;
        struct xc_problem problem;
        const char *expected;
    } rows[] = {
        {"all",
         {.path = BYTES("a.yaml"), .line = 3, .column = 7, .message = BYTES("m")},
         "a.yaml:3:7: m\n"},
        {"no column",
         {.path = BYTES("a.yaml"), .line = 3, .message = BYTES("m")},
         "a.yaml:3: m\n"},
        {"no line",
         {.path = BYTES("a.yaml"), .column = 7, .message = BYTES("m")},
         "a.yaml: m\n"},
        {"no path", {.line = 3, .column = 7, .message = BYTES("m")}, "3:7: m\n"},
        {"message only", {.message = BYTES("m")}, "m\n"},
        {"hint",
         {.message = BYTES("m"), .hint = BYTES("write n")},
         "m\n  hint: write n\n"},
        {"hostile path",
         {.path = BYTES("a\n\x1b[1m  b"), .message = BYTES("m\xff")},
         "a\\x0a\\x1b[1m  b: m\\xff\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        check_problem(rows[i].name, &rows[i].problem, rows[i].expected);
}
END_TEST

START_TEST(problem_caret_stands_under_the_fault)
{
    static const struct {
        const char *name;
        struct xc_str excerpt;
        size_t column;
        const char *expected;
    } rows[] = {
        {"first", BYTES("abc"), 1, "  abc\n  ^\n"},
        {"last", BYTES("abc"), 3, "  abc\n    ^\n"},
        {"one past the end", BYTES("abc"), 4, "  abc\n     ^\n"},
        {"far past the end", BYTES("abc"), 99, "  abc\n     ^\n"},
        {"no column", BYTES("abc"), 0, "  abc\n"},
        {"no excerpt", NONE, 3, ""},
        {"blank excerpt", BYTES(" \t\r"), 3, ""},
        {"tab is a space", BYTES("\ta\tb"), 4, "   a b\n     ^\n"},
        {"end is trimmed", BYTES("a: b  \t\r"), 4, "  a: b\n     ^\n"},
        {"accents", BYTES("\xc3\xa9\xc3\xa9x"), 3, "  \xc3\xa9\xc3\xa9x\n    ^\n"},
        {"combining marks", BYTES("e\xcc\x81x"), 3, "  e\xcc\x81x\n   ^\n"},
        {"wide", BYTES("\xe6\x9d\xb1x"), 2, "  \xe6\x9d\xb1x\n    ^\n"},
        {"escaped", BYTES("\x1b[x"), 3, "  \\x1b[x\n       ^\n"},
        {"bidi", BYTES("\xe2\x80\x8fx"), 2, "  <U+200F>x\n          ^\n"},
        {"bad bytes", BYTES("\xff\xfex"), 3, "  \\xff\\xfex\n          ^\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_problem problem = {.message = XC_STR("m"),
                                     .column = rows[i].column,
                                     .excerpt = rows[i].excerpt};
        char expected[200];

        (void)snprintf(expected, sizeof expected, "m\n%s", rows[i].expected);
        check_problem(rows[i].name, &problem, expected);
    }
}
END_TEST

/* Lines of 100 columns are cut to 76 around the fault. */
START_TEST(problem_long_line_is_cut_around_the_fault)
{
    static const struct {
        const char *name;
        struct xc_str excerpt;
        size_t column;
        const char *expected;
    } rows[] = {
        {"76 columns stand whole", BYTES(TENS3 TENS3 TEN "123456"), 76,
         "  " TENS3 TENS3 TEN "123456\n"
         "%*s^\n"},
        {"fault at the start", BYTES(TENS3 TENS3 TENS3 TEN), 5,
         "  " TENS3 TENS3 TEN "12345…\n"
         "%*s^\n"},
        {"fault in the middle", BYTES(TENS3 TENS3 TENS3 TEN), 51,
         "  …"
         "4567890" TENS3 TENS3 "1234567…\n"
         "%*s^\n"},
        {"fault at the end", BYTES(TENS3 TENS3 TENS3 TEN), 100,
         "  …"
         "7890" TENS3 TENS3 TEN "\n"
         "%*s^\n"},
        {"fault past the end", BYTES(TENS3 TENS3 TENS3 TEN), 101,
         "  …"
         "7890" TENS3 TENS3 TEN "\n"
         "%*s^\n"},
    };
    static const int carets[] = {77, 6, 40, 76, 77};
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_problem problem = {.message = XC_STR("m"),
                                     .column = rows[i].column,
                                     .excerpt = rows[i].excerpt};
        struct sample_output output;
        const char *line;
        const char *caret;

        sample_output_init(&output);
        xc_report_problem(&problem, false, &output.sink);
        line = strchr(output.bytes, '\n') + 1;
        ck_assert_msg(
            strncmp(line, rows[i].expected,
                    (size_t)(strchr(rows[i].expected, '%') - rows[i].expected)) == 0,
            "%s:\n%s", rows[i].name, output.bytes);
        caret = strchr(line, '\n') + 1;
        ck_assert_msg(strspn(caret, " ") == (size_t)carets[i], "%s:\n%s", rows[i].name,
                      output.bytes);
        sample_output_release(&output);
    }
}
END_TEST

/* A wide character on the cut leaves a blank, and the caret stays under the fault. */
START_TEST(problem_cut_through_wide_characters_keeps_the_caret)
{
    struct xc_problem problem = {.message = XC_STR("m"), .column = 60};
    struct sample_output output;
    char line[3 * 100];
    const size_t off_fault = 2 + 3 + 1 + 18 * 3;
    const char *shown;
    const char *caret;
    size_t i;

    for (i = 0; i < 100; i++) {
        const char *character = i == 59 ? "\xe4\xba\xac" : "\xe6\x9d\xb1";

        line[3 * i] = character[0];
        line[3 * i + 1] = character[1];
        line[3 * i + 2] = character[2];
    }
    problem.excerpt = (struct xc_str){line, sizeof line};
    sample_output_init(&output);
    xc_report_problem(&problem, false, &output.sink);
    shown = strchr(output.bytes, '\n') + 1;
    caret = strchr(shown, '\n') + 1;
    /* "  …", a blank for half a character, 18 of them, then the fault. */
    ck_assert_msg(strncmp(shown, "  … \xe6\x9d\xb1", 9) == 0, "%s", output.bytes);
    ck_assert_ptr_eq(strstr(shown, "\xe4\xba\xac"), shown + off_fault);
    ck_assert_uint_eq(strspn(caret, " "), 2 + 1 + 1 + 18 * 2);
    sample_output_release(&output);
}
END_TEST

START_TEST(problem_colour_marks_place_and_caret)
{
    struct xc_problem problem = {.path = XC_STR("a.yaml"),
                                 .line = 1,
                                 .column = 2,
                                 .message = XC_STR("m"),
                                 .excerpt = XC_STR("abc")};
    struct sample_output output;

    sample_output_init(&output);
    xc_report_problem(&problem, true, &output.sink);
    ck_assert_str_eq(output.bytes, "\x1b[1ma.yaml:1:2: m\x1b[0m\n"
                                   "  abc\n"
                                   "   \x1b[1;38;5;160m^\x1b[0m\n");
    sample_output_release(&output);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        problem_place_leaves_out_what_is_unknown,
        problem_caret_stands_under_the_fault,
        problem_long_line_is_cut_around_the_fault,
        problem_cut_through_wide_characters_keeps_the_caret,
        problem_colour_marks_place_and_caret,
        NULL,
    };

    return suite_run("problem", tests);
}
