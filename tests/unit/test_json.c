/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/json.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "short_memory.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
}

static enum xc_status
parse(struct xc_str text, struct xc_node **root)
{
    return xc_json_parse(text, XC_STR("a.jsonl"), 7, &arena, root, &problems);
}

START_TEST(json_scalars_keep_kind_and_text)
{
    static const struct {
        const char *json;
        enum xc_node_kind kind;
        const char *text;
    } rows[] = {
        {"\"a\\u00e9\\n\\\"b\"", XC_NODE_STRING, "a\xC3\xA9\n\"b"},
        {"3", XC_NODE_NUMBER, "3"},
        {"-2.50e+1", XC_NODE_NUMBER, "-2.50e+1"},
        {"123456789012345678901234567890", XC_NODE_NUMBER,
         "123456789012345678901234567890"},
        {"true", XC_NODE_BOOL, "true"},
        {"false", XC_NODE_BOOL, "false"},
        {" null ", XC_NODE_NULL, ""},
        {"[]", XC_NODE_LIST, ""},
        {"{}", XC_NODE_MAP, ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_node *root = NULL;

        setup();
        ck_assert_msg(parse(xc_str_of(rows[i].json), &root) == XC_OK, "%s",
                      rows[i].json);
        ck_assert_msg(root->kind == rows[i].kind, "%s", rows[i].json);
        ck_assert_msg(xc_str_is(root->text, rows[i].text), "%s: %s", rows[i].json,
                      root->text.ptr);
        ck_assert_msg(root->line == 7 && root->column == 0, "%s", rows[i].json);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(json_tree_keeps_order_and_numbers)
{
    static const char *const keys[] = {"z", "-1", "a", "m"};
    struct xc_node *root = NULL;
    const struct xc_node *child;
    size_t i = 0;

    setup();
    /* Digits and quotes in strings and keys must not be taken for numbers. */
    ck_assert(parse(XC_STR("{\"z\": [1, \"2 \\\" 3\", {\"k4\": 5}], \"-1\": 6.0,"
                           " \"a\": null, \"m\": -7}"),
                    &root) == XC_OK);
    ck_assert_uint_eq(root->n_children, 4);
    for (child = root->first; child != NULL; child = child->next)
        ck_assert(xc_str_is(child->key, keys[i++]));
    child = xc_node_get(root, "z")->first;
    ck_assert(xc_str_is(child->text, "1"));
    ck_assert(xc_str_is(child->next->text, "2 \" 3"));
    ck_assert(xc_str_is(xc_node_get(child->next->next, "k4")->text, "5"));
    ck_assert_ptr_null(child->next->next->next);
    ck_assert(xc_str_is(xc_node_get(root, "-1")->text, "6.0"));
    ck_assert(xc_str_is(xc_node_get(root, "m")->text, "-7"));
    xc_arena_release(&arena);
}
END_TEST

/* A quotation mark ends its string behind two backslashes or four, not behind three. */
START_TEST(json_numbers_are_found_behind_escapes)
{
    struct xc_node *root;

    setup();
    ck_assert(parse(XC_STR("{\"a\": \"1\\\\\", \"n\": 8, \"b\": \"\\\\\\\" 9\\\\\\\\\","
                           " \"m\": 10}"),
                    &root) == XC_OK);
    ck_assert(xc_str_is(xc_node_get(root, "n")->text, "8"));
    ck_assert(xc_str_is(xc_node_get(root, "b")->text, "\\\" 9\\\\"));
    ck_assert(xc_str_is(xc_node_get(root, "m")->text, "10"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_fault_told_with_place)
{
    static const struct {
        const char *name;
        const char *json;
        size_t line;
        size_t column; /* 0: any */
        const char *message;
    } rows[] = {
        {"empty", "", 7, 0, "not JSON"},
        {"word", "word", 7, 0, "not JSON"},
        {"cut off", "{\"a\": 1", 7, 0, "not JSON"},
        {"trailing comma", "[1,]", 7, 0, "not JSON"},
        {"text behind", "{} x", 7, 0, "end of file"},
        {"second line", "{\"a\": 1,\n b: 2}", 8, 0, "not JSON"},
        {"duplicate key", "{\"a\": 1, \"a\": 2}", 7, 0, "duplicate"},
        {"invalid UTF-8", "\"\xFF\"", 7, 0, "not JSON"},
        {"65 deep", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
         7, 65, "64 deep"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_node *root = NULL;
        const struct xc_problem *told;

        setup();
        ck_assert_msg(parse(xc_str_of(rows[i].json), &root) == XC_BAD_INPUT, "%s",
                      rows[i].name);
        ck_assert_msg(root == NULL && problems.n == 1, "%s", rows[i].name);
        told = &problems.items[0];
        ck_assert_msg(told->kind == XC_PROBLEM_MALFORMED &&
                          xc_str_is(told->path, "a.jsonl"),
                      "%s", rows[i].name);
        ck_assert_msg(told->line == rows[i].line, "%s: %zu", rows[i].name, told->line);
        ck_assert_msg(rows[i].column == 0 || told->column == rows[i].column, "%s: %zu",
                      rows[i].name, told->column);
        ck_assert_msg(strstr(told->message.ptr, rows[i].message) != NULL, "%s: %s",
                      rows[i].name, told->message.ptr);
        xc_arena_release(&arena);
    }
}
END_TEST

/* n times piece between head and tail. */
static struct xc_str
repeat(const char *head, const char *piece, size_t n, const char *tail)
{
    const struct xc_str parts[] = {xc_str_of(head), xc_str_of(piece), xc_str_of(tail)};
    const size_t len = parts[0].len + n * parts[1].len + parts[2].len;
    char *text = xc_arena_alloc(&arena, len + 1);
    char *at = text;
    size_t i;

    ck_assert_ptr_nonnull(text);
    for (i = 0; i < n + 2; i++) {
        const struct xc_str part = parts[i == 0 ? 0 : i <= n ? 1 : 2];

        memcpy(at, part.ptr, part.len);
        at += part.len;
    }
    *at = '\0';
    return (struct xc_str){text, len};
}

START_TEST(json_size_is_bounded)
{
    static const struct {
        const char *name;
        const char *head;
        const char *piece;
        size_t n;
        const char *tail;
        enum xc_status status;
    } rows[] = {
        {"64 deep", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
         "", 0, "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
         XC_OK},
        {"brackets in a string", "\"", "[", 100000, "\"", XC_OK},
        {"10,000 deep", "", "[", 10000, "", XC_BAD_INPUT},
        {"10,000 maps", "", "{\"a\":", 10000, "", XC_BAD_INPUT},
        {"100,000 values", "[1", ",1", 100000, "]", XC_OK},
        {"two million lists", "[[]", ",[]", 2000000, "]", XC_BAD_INPUT},
        {"50 MB of text", "\"", "words and ", 5000000, "\"", XC_OK},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_node *root = NULL;
        enum xc_status status;

        setup();
        status =
            parse(repeat(rows[i].head, rows[i].piece, rows[i].n, rows[i].tail), &root);
        ck_assert_msg(status == rows[i].status, "%s", rows[i].name);
        ck_assert_msg(problems.n == (status == XC_OK ? 0u : 1u), "%s", rows[i].name);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(json_nul_in_string_is_kept)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(parse(XC_STR("\"a\\u0000b\""), &root) == XC_OK);
    ck_assert_uint_eq(root->text.len, 3);
    ck_assert_int_eq(memcmp(root->text.ptr, "a\0b", 3), 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_fault_in_long_line_has_no_excerpt)
{
    struct xc_node *root = NULL;

    setup();
    ck_assert(parse(repeat("[", "1, ", XC_MAX_EXCERPT_BYTES, "x]"), &root) ==
              XC_BAD_INPUT);
    ck_assert_uint_eq(problems.items[0].excerpt.len, 0);
    ck_assert(parse(XC_STR("[1, x]"), &root) == XC_BAD_INPUT);
    ck_assert(xc_str_is(problems.items[1].excerpt, "[1, x]"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(json_short_memory_loses_nothing_silently)
{
    size_t n_failed = 0;
    size_t n;

    for (n = 1; short_memory_works(); n++) {
        struct xc_node *root = NULL;
        struct xc_str text;
        enum xc_status status;
        bool all_done;

        setup();
        text = repeat("{\"a\": [true, 1.5, \"", "words ", 3000, "\"]}");
        short_memory_countdown = n;
        status = parse(text, &root);
        all_done = short_memory_countdown > 0;
        short_memory_countdown = 0;
        ck_assert_uint_eq(problems.n, 0);
        ck_assert_msg(status == XC_OK || status == XC_NO_MEMORY, "allocation %zu", n);
        if (status == XC_OK)
            ck_assert_uint_eq(root->first->first->next->next->text.len,
                              strlen("words ") * 3000);
        n_failed += status == XC_NO_MEMORY;
        xc_arena_release(&arena);
        if (all_done)
            break;
    }
    ck_assert(n_failed > 3 || !short_memory_works());
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        json_scalars_keep_kind_and_text,
        json_tree_keeps_order_and_numbers,
        json_numbers_are_found_behind_escapes,
        json_fault_told_with_place,
        json_size_is_bounded,
        json_nul_in_string_is_kept,
        json_fault_in_long_line_has_no_excerpt,
        json_short_memory_loses_nothing_silently,
        NULL,
    };

    return suite_run("json", tests);
}
