/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "web/json_mend.h"

#include "base/limits.h"
#include "base/vec.h"
#include "data/json.h"

#include "suite.h"

struct row {
    const char *name;
    const char *text;
    const char *mended; /* NULL: no value */
};

static const struct row rows[] = {
    {"nothing", "", NULL},
    {"no value", "var x = 3;", NULL},
    {"good JSON", "{\"a\": [1, true, \"x \\\"y\\\"\"]}",
     "{\"a\":[1,true,\"x \\\"y\\\"\"]}"},
    {"comment marks", "<!-- {\"a\":1} -->", "{\"a\":1}"},
    {"CDATA marks", "//<![CDATA[\n{\"a\":1}\n//]]>", "{\"a\":1}"},
    {"comments", "{/* one */\"a\":1, // two }\n\"b\":2}", "{\"a\":1,\"b\":2}"},
    {"slashes in a string", "{\"a\":\"http://b/*c\"}", "{\"a\":\"http://b/*c\"}"},
    {"semicolon", "{\"a\":1};", "{\"a\":1}"},
    {"commas", "{\"a\":[,1,,2,],}", "{\"a\":[1,2]}"},
    {"missing comma", "{\"a\":\"b\"\n\"c\":{}\n\"d\":1}",
     "{\"a\":\"b\",\"c\":{},\"d\":1}"},
    {"control characters", "{\"a\":\"b\n\tc\x01\"}", "{\"a\":\"b  c \"}"},
    {"escapes that there are not", "{\"a\":\"it\\'s \\x \\u12\"}",
     "{\"a\":\"it's x u12\"}"},
    {"escapes that there are", "{\"a\":\"\\u00e9\\n\\/\\\\\"}",
     "{\"a\":\"\\u00e9\\n\\/\\\\\"}"},
    {"a pair", "{\"a\":\"\\ud83d\\ude00\"}", "{\"a\":\"\\ud83d\\ude00\"}"},
    {"half a pair", "{\"a\":\"\\ud83d x \\ude00\"}", "{\"a\":\"\\uFFFD x \\uFFFD\"}"},
    {"quotation marks", "{\"a\":\"Say \"no\", now\",\"b\":\"\"c\"\"}",
     "{\"a\":\"Say \\\"no\\\", now\",\"b\":\"\\\"c\\\"\"}"},
    {"a key twice", "{\"a\":1,\"b\":{\"a\":2},\"a\":3}",
     "{\"a\":1,\"b\":{\"a\":2},\"a~1\":3}"},
    {"a key of two objects", "[{\"a\":1},{\"a\":2}]", "[{\"a\":1},{\"a\":2}]"},
    {"cut off in a string", "{\"a\":[{\"b\":\"c", "{\"a\":[{\"b\":\"c\"}]}"},
    {"cut off after a colon", "{\"a\":1,\"b\":", "{\"a\":1,\"b\":null}"},
    {"cut off after a backslash", "{\"a\":\"b\\", "{\"a\":\"b\"}"},
};

START_TEST(json_mend_rows_are_mended)
{
    struct xc_arena arena;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str rest = xc_str_of(rows[i].text);
        struct xc_problems problems;
        struct xc_node *root;
        struct xc_str value;

        xc_problems_init(&problems, &arena);
        ck_assert_int_eq(xc_json_mend_next(&rest, &arena, &value), XC_OK);
        if (rows[i].mended == NULL) {
            ck_assert_msg(value.ptr == NULL && rest.len == 0, "%s", rows[i].name);
            continue;
        }
        ck_assert_msg(xc_str_is(value, rows[i].mended), "%s: %.*s", rows[i].name,
                      (int)value.len, value.ptr);
        ck_assert_msg(xc_json_parse(value, XC_STR("x"), 1, &arena, &root, &problems) ==
                          XC_OK,
                      "%s is not JSON", rows[i].name);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_mend_several_values_come_in_order)
{
    struct xc_str rest = XC_STR("[1]; {\"a\":2} trash {\"b\":");
    const char *const expected[] = {"[1]", "{\"a\":2}", "{\"b\":null}"};
    struct xc_arena arena;
    struct xc_str value;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(expected); i++) {
        ck_assert_int_eq(xc_json_mend_next(&rest, &arena, &value), XC_OK);
        ck_assert(value.ptr != NULL && xc_str_is(value, expected[i]));
    }
    ck_assert_int_eq(xc_json_mend_next(&rest, &arena, &value), XC_OK);
    ck_assert_ptr_null(value.ptr);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_mend_too_deep_is_left_to_the_parser)
{
    const size_t n = 100000;
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_node *root;
    struct xc_str rest;
    struct xc_str value;
    char *bytes;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    bytes = xc_arena_alloc(&arena, n);
    ck_assert_ptr_nonnull(bytes);
    memset(bytes, '[', n);
    rest = (struct xc_str){bytes, n};
    ck_assert_int_eq(xc_json_mend_next(&rest, &arena, &value), XC_OK);
    ck_assert_uint_eq(rest.len, 0);
    ck_assert_int_eq(xc_json_parse(value, XC_STR("x"), 1, &arena, &root, &problems),
                     XC_BAD_INPUT);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {json_mend_rows_are_mended,
                                  json_mend_several_values_come_in_order,
                                  json_mend_too_deep_is_left_to_the_parser, NULL};

    return suite_run("json_mend", tests);
}
