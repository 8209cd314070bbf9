/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/span.h"

#include "base/vec.h"
#include "suite.h"

START_TEST(str_split_gives_every_piece)
{
    struct xc_str rest = XC_STR("a,,b");
    struct xc_str piece;
    const char *const expected[] = {"a", "", "b"};
    size_t n = 0;

    while (xc_str_split(&rest, ',', &piece)) {
        ck_assert_uint_lt(n, 3);
        ck_assert(xc_str_is(piece, expected[n]));
        n++;
    }
    ck_assert_uint_eq(n, 3);
}
END_TEST

START_TEST(str_compare_orders_prefix_first)
{
    ck_assert_int_lt(xc_str_compare(XC_STR("ab"), XC_STR("abc")), 0);
    ck_assert_int_gt(xc_str_compare(XC_STR("b"), XC_STR("abc")), 0);
    ck_assert_int_eq(xc_str_compare(XC_STR(""), XC_STR("")), 0);
}
END_TEST

START_TEST(str_trim_leaves_inner_space)
{
    ck_assert(xc_str_is(xc_str_trim(XC_STR(" \t a b \r\n")), "a b"));
    ck_assert(xc_str_is(xc_str_trim(XC_STR("  ")), ""));
}
END_TEST

START_TEST(path_plain_has_no_dot_before_its_slash)
{
    static const struct {
        const char *path;
        const char *plain;
    } rows[] = {{"./a.md", "a.md"},     {"././a.md", "a.md"}, {"a/./b.md", "a/./b.md"},
                {"../a.md", "../a.md"}, {"./", "./"},         {"", ""}};
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(
            xc_str_is(xc_str_plain_path(xc_str_of(rows[i].path)), rows[i].plain), "%s",
            rows[i].path);
}
END_TEST

START_TEST(range_touching_does_not_overlap)
{
    ck_assert(!xc_range_overlaps((struct xc_range){0, 3}, (struct xc_range){3, 5}));
    ck_assert(xc_range_overlaps((struct xc_range){0, 4}, (struct xc_range){3, 5}));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        str_split_gives_every_piece,     str_compare_orders_prefix_first,
        str_trim_leaves_inner_space,     path_plain_has_no_dot_before_its_slash,
        range_touching_does_not_overlap, NULL,
    };

    return suite_run("span", tests);
}
