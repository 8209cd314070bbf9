/* SPDX-License-Identifier: Apache-2.0 */
/* What a rule file's text becomes when examples are added to it. */
#include "config.h"

#include <check.h>
#include <stdio.h>

#include "author/example_add.h"
#include "base/vec.h"

struct row {
    const char *name;
    const char *before;
    const char *after; /* NULL: refused */
    const char *claim;
    enum xc_example_kind kind;
};

#define HEAD "xclaim: 1\nclaims:\n"
#define NEW "\"new: \\\"one\\\"\""

static const struct row rows[] = {
    {"a list with dashes gets a dash",
     HEAD
     "  - id: a\n    examples:\n      asserts:\n        - old  # ours\n\n  - id: b\n",
     HEAD "  - id: a\n    examples:\n      asserts:\n        - old  # ours\n"
          "        - " NEW "\n\n  - id: b\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"dashes under the key itself",
     HEAD "- id: a\n  examples:\n    denies:\n    - \"old\"\n    asserts: [x]\n",
     HEAD "- id: a\n  examples:\n    denies:\n    - \"old\"\n    - " NEW
          "\n    asserts: [x]\n",
     "a", XC_EXAMPLE_DENIES},
    {"a list in brackets gets an item",
     HEAD "  - id: a\n    examples: {asserts: [old, 'o, 2'] , denies: [no]} # c\n",
     HEAD "  - id: a\n    examples: {asserts: [old, 'o, 2', " NEW
          "] , denies: [no]} # c\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"a comma at the end stays there",
     HEAD "  - id: a\n    examples: {asserts: [old,]}\n",
     HEAD "  - id: a\n    examples: {asserts: [old, " NEW ",]}\n", "a",
     XC_EXAMPLE_ASSERTS},
    {"items on lines get a line, comments stay",
     HEAD
     "  - id: a\n    examples:\n      asserts: [\n        one, # 1\n        two  # 2\n"
     "      ]\n",
     HEAD
     "  - id: a\n    examples:\n      asserts: [\n        one, # 1\n        two,  # 2\n"
     "        " NEW "\n      ]\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"items on lines with a comma at the end",
     HEAD "  - id: a\n    examples:\n      asserts: [\n        one,\n      ]\n",
     HEAD "  - id: a\n    examples:\n      asserts: [\n        one,\n        " NEW
          ",\n      ]\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"a long line goes on below",
     HEAD "  - id: a\n    examples:\n      asserts: [\"The old ferry of the harbour "
          "town was "
          "sold for scrap after the storm in May.\"]\n",
     HEAD "  - id: a\n    examples:\n      asserts: [\"The old ferry of the harbour "
          "town was "
          "sold for scrap after the storm in May.\",\n                " NEW "]\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"a text alone becomes a list",
     HEAD "  - id: a\n    examples:\n      asserts: 'old'  # c\n",
     HEAD "  - id: a\n    examples:\n      asserts: ['old', " NEW "]  # c\n", "a",
     XC_EXAMPLE_ASSERTS},
    {"a plain text alone is refused",
     HEAD "  - id: a\n    examples:\n      asserts: old, and older\n", NULL, "a",
     XC_EXAMPLE_ASSERTS},
    {"a kind is added below with dashes",
     HEAD "  - id: a\n    examples:\n      asserts:\n        - old\n      # denies: "
          "[\"…\"]\n",
     HEAD "  - id: a\n    examples:\n      asserts:\n        - old\n      denies:\n"
          "        - " NEW "\n      # denies: [\"…\"]\n",
     "a", XC_EXAMPLE_DENIES},
    {"a kind is added below in brackets",
     HEAD "  - id: a\n    examples:\n      asserts:   [old]\n  - id: b\n",
     HEAD "  - id: a\n    examples:\n      asserts:   [old]\n      ignores: [" NEW
          "]\n  - id: b\n",
     "a", XC_EXAMPLE_IGNORES},
    {"a kind is added to a map in brackets",
     HEAD "  - id: a\n    examples: {asserts: [old]}\n",
     HEAD "  - id: a\n    examples: {asserts: [old], discusses: [" NEW "]}\n", "a",
     XC_EXAMPLE_DISCUSSES},
    {"an empty map in brackets", HEAD "  - id: a\n    examples: {}\n",
     HEAD "  - id: a\n    examples: {asserts: [" NEW "]}\n", "a", XC_EXAMPLE_ASSERTS},
    {"the key itself is added",
     HEAD "  - id: a\n    match:\n      - x y # last\n\n  # next\n  - id: b\n",
     HEAD "  - id: a\n    match:\n      - x y # last\n    examples:\n      asserts:\n"
          "        - " NEW "\n\n  # next\n  - id: b\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"the key is added at the end of a file without a line end",
     HEAD "  - id: a\n    match: x",
     HEAD "  - id: a\n    match: x\n    examples:\n      asserts:\n        - " NEW, "a",
     XC_EXAMPLE_ASSERTS},
    {"the key is added below a folded text",
     HEAD "  - id: a\n    note: |\n      two\n      lines\n\n  - id: b\n",
     HEAD
     "  - id: a\n    note: |\n      two\n      lines\n    examples:\n      asserts:\n"
     "        - " NEW "\n\n  - id: b\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"a folded text keeps the empty lines that are its own",
     HEAD "  - id: a\n    note: |+\n      two\n\n  - id: b\n",
     HEAD "  - id: a\n    note: |+\n      two\n\n    examples:\n      asserts:\n"
          "        - " NEW "\n  - id: b\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"the key is added to a claim in brackets", HEAD "  - {id: a, match: [x]} # c\n",
     HEAD "  - {id: a, match: [x], examples: {asserts: [" NEW "]}} # c\n", "a",
     XC_EXAMPLE_ASSERTS},
    {"line ends stay those of the file",
     "xclaim: 1\r\nclaims:\r\n  - id: a\r\n    examples:\r\n      asserts:\r\n        "
     "- o\r\n",
     "xclaim: 1\r\nclaims:\r\n  - id: a\r\n    examples:\r\n      asserts:\r\n        "
     "- o\r\n"
     "        - " NEW "\r\n",
     "a", XC_EXAMPLE_ASSERTS},
    {"a byte order mark stays",
     "\xEF\xBB\xBF" HEAD "  - id: a\n    examples: {asserts: [old]}\n",
     "\xEF\xBB\xBF" HEAD "  - id: a\n    examples: {asserts: [old, " NEW "]}\n", "a",
     XC_EXAMPLE_ASSERTS},
    {"tabs before a comment and inside brackets",
     HEAD "  - id: a\n    examples: {asserts:\t[old,\t'x'\t]}\t# c\n",
     HEAD "  - id: a\n    examples: {asserts:\t[old,\t'x', " NEW "\t]}\t# c\n", "a",
     XC_EXAMPLE_ASSERTS},
    {"a key behind a question mark is refused", HEAD "  - ? id\n    : a\n", NULL, "a",
     XC_EXAMPLE_ASSERTS},
    {"a claim that is not there is refused", HEAD "  - id: a\n", NULL, "b",
     XC_EXAMPLE_ASSERTS},
};

static enum xc_status
add(struct xc_arena *arena, const char *before, struct xc_new_example *items, size_t n,
    struct xc_str *out)
{
    const struct xc_new_example_vec examples = {items, n, n};
    struct xc_problems problems;
    enum xc_status status;

    xc_problems_init(&problems, arena);
    status = xc_example_add(XC_STR("rules.yaml"), xc_str_of(before), &examples, arena,
                            out, &problems);
    ck_assert_msg(status == XC_OK || (status == XC_BAD_RULE && problems.n == 1),
                  "status %d with %zu problems", (int)status, problems.n);
    return status;
}

START_TEST(example_in_any_style_is_added_and_all_else_stays)
{
    const struct row *row = &rows[_i];
    struct xc_new_example item = {xc_str_of(row->claim), row->kind,
                                  XC_STR("new: \"one\""), XC_STR(NEW)};
    struct xc_str out = {NULL, 0};
    struct xc_arena arena;
    enum xc_status status;

    xc_arena_init(&arena);
    status = add(&arena, row->before, &item, 1, &out);
    if (row->after == NULL)
        ck_assert_msg(status == XC_BAD_RULE, "%s: not refused:\n%.*s", row->name,
                      (int)out.len, out.ptr);
    else
        ck_assert_msg(status == XC_OK && xc_str_is(out, row->after),
                      "%s: status %d, got:\n%.*s", row->name, (int)status, (int)out.len,
                      out.ptr);
    xc_arena_release(&arena);
}
END_TEST

/* Several at once keep their order, and those at one place don't mix. */
START_TEST(example_of_each_kind_at_once_stands_in_its_list)
{
    struct xc_new_example items[] = {
        {XC_STR("b"), XC_EXAMPLE_DENIES, XC_STR("1"), XC_STR("\"1\"")},
        {XC_STR("a"), XC_EXAMPLE_ASSERTS, XC_STR("2"), XC_STR("\"2\"")},
        {XC_STR("a"), XC_EXAMPLE_IGNORES, XC_STR("3"), XC_STR("\"3\"")},
        {XC_STR("a"), XC_EXAMPLE_ASSERTS, XC_STR("4"), XC_STR("\"4\"")},
        {XC_STR("b"), XC_EXAMPLE_ASSERTS, XC_STR("5"), XC_STR("\"5\"")},
    };
    struct xc_str out = {NULL, 0};
    struct xc_arena arena;

    xc_arena_init(&arena);
    ck_assert_int_eq(add(&arena,
                         HEAD "  - id: a\n    examples:\n      asserts:\n        - x\n"
                              "  - id: b\n    match: y\n",
                         items, XC_COUNT(items), &out),
                     XC_OK);
    ck_assert_msg(
        xc_str_is(
            out, HEAD
            "  - id: a\n    examples:\n      asserts:\n        - x\n        - \"2\"\n"
            "        - \"4\"\n      ignores:\n        - \"3\"\n"
            "  - id: b\n    match: y\n    examples:\n      asserts:\n"
            "        - \"5\"\n      denies:\n        - \"1\"\n"),
        "%.*s", (int)out.len, out.ptr);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("example_add");
    TCase *tcase = tcase_create("example_add");
    SRunner *runner = srunner_create(suite);
    int n_failed;

    tcase_add_loop_test(tcase, example_in_any_style_is_added_and_all_else_stays, 0,
                        (int)XC_COUNT(rows));
    tcase_add_test(tcase, example_of_each_kind_at_once_stands_in_its_list);
    suite_add_tcase(suite, tcase);
    srunner_run_all(runner, CK_NORMAL);
    n_failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return n_failed == 0 ? 0 : 1;
}
