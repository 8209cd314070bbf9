/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "report/csv_emit.h"

#include "base/growing.h"
#include "base/vec.h"
#include "suite.h"

START_TEST(csv_cell_is_quoted_and_no_formula)
{
    static const struct {
        const char *text;
        const char *expected;
    } rows[] = {
        {"", "\"\""},
        {"The pier was closed.", "\"The pier was closed.\""},
        {"a \"quoted\" word", "\"a \"\"quoted\"\" word\""},
        {"\"", "\"\"\"\""},
        {"a,b;c\td", "\"a,b;c\td\""},
        {"=1+1", "\"'=1+1\""},
        {"+1", "\"'+1\""},
        {"-1", "\"'-1\""},
        {"@SUM(1)", "\"'@SUM(1)\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"  =1", "\"'  =1\""},
        {"＝1", "\"'＝1\""},
        {"－1", "\"'－1\""},
        {"a=1", "\"a=1\""},
        {"\"=1", "\"\"\"=1\""},
        {"'=1", "\"'=1\""},
        {"–1", "\"–1\""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_arena arena;
        struct xc_growing growing = {.arena = &arena};
        struct xc_sink sink = xc_growing_pen(&growing);
        struct xc_csv_emit csv = {&sink, false};

        xc_arena_init(&arena);
        xc_csv_cell(&csv, xc_str_of(rows[i].text));
        ck_assert_msg(xc_str_is(xc_growing_text(&growing, &sink), rows[i].expected),
                      "%s: %.*s", rows[i].text, (int)growing.n, growing.bytes);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(csv_rows_have_commas_between_and_crlf_behind)
{
    struct xc_arena arena;
    struct xc_growing growing = {.arena = &arena};
    struct xc_sink sink = xc_growing_pen(&growing);
    struct xc_csv_emit csv = {&sink, false};

    xc_arena_init(&arena);
    xc_csv_number(&csv, 0);
    xc_csv_cell(&csv, XC_STR("a"));
    xc_csv_number(&csv, 12);
    xc_csv_end_row(&csv);
    xc_csv_cell(&csv, XC_STR("b"));
    xc_csv_end_row(&csv);
    ck_assert(xc_str_is(xc_growing_text(&growing, &sink), ",\"a\",12\r\n\"b\"\r\n"));
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        csv_cell_is_quoted_and_no_formula,
        csv_rows_have_commas_between_and_crlf_behind,
        NULL,
    };

    return suite_run("csv_emit", tests);
}
