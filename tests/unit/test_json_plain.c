/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/json_plain.h"

#include <string.h>

#include "base/vec.h"
#include "data/json.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static void
setup(void)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
}

/* What the library makes of text: in a list it is not plain. */
static const struct xc_node *
by_library(struct xc_str text)
{
    struct xc_node *root;
    struct xc_str list = xc_arena_printf(&arena, "[%s]", text.ptr);

    if (xc_json_parse(list, XC_STR("a.jsonl"), 7, &arena, &root, &problems) != XC_OK)
        return NULL;
    return root->first;
}

static bool
is_same(const struct xc_node *a, const struct xc_node *b)
{
    return a->kind == b->kind && xc_str_equal(a->text, b->text) &&
           a->quoted == b->quoted && a->truth == b->truth && a->line == b->line &&
           a->column == b->column && a->n_children == b->n_children;
}

static bool
is_same_member(const struct xc_node *a, const struct xc_node *b)
{
    return is_same(a, b) && xc_str_equal(a->key, b->key) && a->key_line == b->key_line;
}

static const char *const plain[] = {
    "{}",
    " { } ",
    "{\"id\": \"a/1\", \"text\": \"A gull sat on the harbour wall.\"}",
    "\t{\"a\":1 ,\"b\" : true,\"c\":false\r\n, \"d\":null}\n",
    "{\"a\": -2.50, \"b\": 0, \"c\": -0, \"d\": 0.5, \"e\": 123456789012345}",
    "{\"a\": \"one \\\"two\\\" \\\\ \\/ \\b\\f\\n\\r\\t end\"}",
    "{\"a\": \"\\u0041\\u00e9\\u20AC\\ud83d\\uDE00\"}",
    "{\"\\u0061\": \"\", \"\": \"\"}",
    "{\"text\": \"caf\xC3\xA9 \xE2\x82\xAC 5 \xF0\x9F\x98\x80\"}",
    "{\"a\": \"1234567\", \"b\": \"12345678\", \"c\": \"123456789\\n12345678\\n\"}",
    "{\"a\": \"\x7F\"}",
};

/* Each is read by the library or refused by it, as may be. */
static const char *const not_plain[] = {
    "",
    " ",
    "[]",
    "\"a\"",
    "{",
    "{\"a\"}",
    "{\"a\": }",
    "{\"a\": 1,}",
    "{\"a\": 1 \"b\": 2}",
    "{\"a\": 1} x",
    "{\"a\": 1, \"a\": 2}",
    "{\"a\": 1, \"\\u0061\": 2}",
    "{\"a\": {}}",
    "{\"a\": []}",
    "{\"a\": \"b}",
    "{\"a\": \"b\\\"}",
    "{\"a\": \"\\x\"}",
    "{\"a\": \"\\u12\"}",
    "{\"a\": \"\\u12g4\"}",
    "{\"a\": \"\\u0000\"}",
    "{\"a\": \"\\ud83d\"}",
    "{\"a\": \"\\ud83d\\u0041\"}",
    "{\"a\": \"\\udE00\"}",
    "{\"a\": \"12345678\n\"}",
    "{\"a\": \"\x1F\"}",
    "{\"a\": \"\xFF\"}",
    "{\"a\": \"\xED\xA0\x80\"}",
    "{\"a\": 01}",
    "{\"a\": 1.}",
    "{\"a\": .5}",
    "{\"a\": +1}",
    "{\"a\": -}",
    "{\"a\": 1e5}",
    "{\"a\": 1234567890123456}",
    "{\"a\": tru}",
    "{\"a\": nul",
    "{a: 1}",
};

START_TEST(json_plain_gives_what_the_library_gives)
{
    size_t i;

    for (i = 0; i < XC_COUNT(plain); i++) {
        struct xc_node *found;
        const struct xc_node *wanted;
        const struct xc_node *a;
        const struct xc_node *b;

        setup();
        ck_assert_int_eq(xc_json_plain(xc_str_of(plain[i]), 7, &arena, &found), XC_OK);
        wanted = by_library(xc_str_of(plain[i]));
        ck_assert_msg(found != NULL && wanted != NULL, "%s", plain[i]);
        ck_assert_msg(is_same(found, wanted), "%s", plain[i]);
        for (a = found->first, b = wanted->first; a != NULL && b != NULL;
             a = a->next, b = b->next)
            ck_assert_msg(is_same_member(a, b), "%s: %s", plain[i], b->key.ptr);
        ck_assert_msg(a == NULL && b == NULL, "%s", plain[i]);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(json_plain_leaves_the_rest_to_the_library)
{
    size_t i;

    for (i = 0; i < XC_COUNT(not_plain); i++) {
        struct xc_node *found;

        setup();
        ck_assert_int_eq(xc_json_plain(xc_str_of(not_plain[i]), 7, &arena, &found),
                         XC_OK);
        ck_assert_msg(found == NULL, "%s", not_plain[i]);
        xc_arena_release(&arena);
    }
}
END_TEST

/* Whatever byte of a plain object is changed into whatever, or cut off: what is still
 * plain is what the library reads. */
START_TEST(json_plain_damaged_is_never_read_otherwise)
{
    static const char bytes[] = "\"\\{}[]:,u0eE-. \n\x01\x80\xC3tfn";
    const struct xc_str whole =
        XC_STR("{\"a\": \"x\\u00e9\\n\", \"b\": -1.5, \"c\": true, \"d\": null}");
    size_t n_plain = 0;
    size_t at;
    size_t b;

    for (at = 0; at < whole.len; at++) {
        for (b = 0; b < sizeof bytes; b++) {
            struct xc_node *found;
            struct xc_str text;
            char *copy;

            setup();
            copy = xc_arena_copy(&arena, whole.ptr, whole.len);
            copy[at] = bytes[b]; /* the last is NUL: cut off there */
            text = xc_str_of(copy);
            ck_assert_int_eq(xc_json_plain(text, 7, &arena, &found), XC_OK);
            if (found != NULL) {
                const struct xc_node *wanted = by_library(text);
                const struct xc_node *x;
                const struct xc_node *y;

                n_plain++;
                ck_assert_msg(wanted != NULL && is_same(found, wanted), "%s", copy);
                for (x = found->first, y = wanted->first; x != NULL;
                     x = x->next, y = y->next)
                    ck_assert_msg(is_same_member(x, y), "%s", copy);
            }
            xc_arena_release(&arena);
        }
    }
    ck_assert_uint_gt(n_plain, 50);
}
END_TEST

START_TEST(json_plain_has_sixteen_members_at_most)
{
    struct xc_node *found;
    struct xc_str text = XC_STR("{\"m\": 0");
    size_t n;

    setup();
    for (n = 1; n <= 16; n++) {
        struct xc_str closed = xc_arena_printf(&arena, "%s}", text.ptr);

        ck_assert_int_eq(xc_json_plain(closed, 7, &arena, &found), XC_OK);
        ck_assert_msg(found != NULL && found->n_children == n, "%zu", n);
        text = xc_arena_printf(&arena, "%s, \"m%zu\": %zu", text.ptr, n, n);
    }
    text = xc_arena_printf(&arena, "%s}", text.ptr);
    ck_assert_int_eq(xc_json_plain(text, 7, &arena, &found), XC_OK);
    ck_assert(found == NULL);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        json_plain_gives_what_the_library_gives,
        json_plain_leaves_the_rest_to_the_library,
        json_plain_damaged_is_never_read_otherwise,
        json_plain_has_sixteen_members_at_most,
        NULL,
    };

    return suite_run("json_plain", tests);
}
