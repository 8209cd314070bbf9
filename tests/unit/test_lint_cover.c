/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_cover.h"

#include "base/limits.h"
#include "base/vec.h"

#include "pattern_bench.h"
#include "suite.h"

static const struct {
    const char *wide;
    const char *narrow;
    bool covers;
} rows[] = {
    {"tie", "tie", true},
    {"tie", "tied", true},
    {"tie", "=tied", true},
    {"=tied", "tie", false},
    {"tie", "lace", false},
    /* choices and terms */
    {"(tie|lace)", "lace", true},
    {"lace", "(tie|lace)", false},
    {"(tie|lace|cut)", "(lace|tied)", true},
    {"<tie>", "<tie>", true},
    {"<tie>", "lace", true},
    {"<tie>", "do up", false}, /* not seen through */
    {"(tie|do up)", "(do up|tie)", true},
    {"(tie|do up)", "(do down|tie)", false},
    /* more words in the narrow one */
    {"tie", "tie .. corset", true},
    {"tie", "corset & tie", true},
    {"tie .. corset", "tie", false},
    {"tie", "[tie] corset", false},
    {"tie & corset", "corset .. tie", true},
    {"tie .. corset", "tie & corset", false},
    {"tie .. corset", "corset .. tie", false},
    /* how far apart */
    {"tie .. corset", "tie corset", true},
    {"tie corset", "tie .. corset", false},
    {"tie ..3 corset", "tie the tight corset", true},
    {"tie ..1 corset", "tie the tight corset", false},
    {"tie ..3 corset", "tie ..2 corset", true},
    {"tie ..2 corset", "tie ..3 corset", false},
    {"tie ..3 corset", "tie ..2 the corset", true},
    {"tie ..3 corset", "tie ..3 the corset", false},
    {"tie ..3 corset", "tie [the tight] corset", true},
    {"tie ..1 corset", "tie [the tight] corset", false},
    {"tie ..1 corset", "tie [the] corset", true},
    /* the nearest of two */
    {"tie corset", "tie .. tie corset", true},
    {"tie corset cut", "tie tie corset .. cut", false},
    /* what may be left out of the wide one */
    {"[never] tie", "tie", true},
    {"tie [the] corset", "tie corset", true},
    {"tie [the] corset", "tie the corset", false}, /* not seen through */
    /* slots */
    {"{n:count} man", "{n:count} man", true},
    {"{n:count} man", "{m:count} (man|men)", true},
    {"{n:count} man", "{n:ordinal} man", false},
    {"{n:count} man", "man", false},
    {"man", "{n:count} man", true},
    /* n of */
    {"2 of (tie|lace|cut)", "tie .. lace", false}, /* not seen through */
    {"man", "man & 2 of (tie|lace|cut)", true},
};

START_TEST(lint_cover_is_seen_where_it_is_sure)
{
    struct bench bench;
    size_t i;

    bench_init(&bench);
    for (i = 0; i < XC_COUNT(rows); i++) {
        size_t steps = XC_MAX_LINT_STEPS;
        struct xc_pattern *wide = NULL;
        struct xc_pattern *narrow = NULL;

        ck_assert(bench_pattern(&bench, rows[i].wide, NULL, 0, &wide) == XC_OK);
        ck_assert(bench_pattern(&bench, rows[i].narrow, NULL, 0, &narrow) == XC_OK);
        ck_assert_msg(xc_lint_covers(wide, narrow, &steps) == rows[i].covers,
                      "\"%s\" and \"%s\"", rows[i].wide, rows[i].narrow);
        xc_pattern_release(wide);
        xc_pattern_release(narrow);
    }
    bench_release(&bench);
}
END_TEST

START_TEST(lint_cover_ends_with_its_steps)
{
    struct xc_pattern *pattern = NULL;
    struct bench bench;
    size_t steps = 2;

    bench_init(&bench);
    ck_assert(bench_pattern(&bench, "tie .. corset", NULL, 0, &pattern) == XC_OK);
    ck_assert(!xc_lint_covers(pattern, pattern, &steps));
    ck_assert_uint_eq(steps, 0);
    steps = XC_MAX_LINT_STEPS;
    ck_assert(xc_lint_covers(pattern, pattern, &steps));
    ck_assert_uint_lt(steps, XC_MAX_LINT_STEPS);
    xc_pattern_release(pattern);
    bench_release(&bench);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        lint_cover_is_seen_where_it_is_sure,
        lint_cover_ends_with_its_steps,
        NULL,
    };

    return suite_run("lint_cover", tests);
}
