/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "source/metadata.h"

#include <string.h>

#include "base/vec.h"
#include "reader_bench.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;

static enum xc_status
parse(const char *text, const struct xc_metadata **out)
{
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    return xc_metadata_parse(XC_STR("in/sources.yaml"), xc_str_of(text), &arena, out,
                             &problems);
}

START_TEST(metadata_overrides_the_file)
{
    const struct xc_metadata *metadata;
    struct xc_source source;

    ck_assert_int_eq(parse("a.md:\n  publisher: The Herald\n  published: 2020-01-02\n"
                           "  licence: CC0\n  note: invented\nb.md: {title: no}\n",
                           &metadata),
                     XC_OK);
    ck_assert_int_eq(
        xc_reader_read(
            reader,
            &(struct xc_document){
                .format = XC_FORMAT_MARKDOWN,
                .path = XC_STR("in/a.md"),
                .bytes = XC_STR("---\npublisher: The Courier\ntitle: T\n---\nText."),
                .metadata = metadata},
            &arena, &source, &problems),
        XC_OK);
    ck_assert(xc_str_is(source.publisher, "The Herald"));
    ck_assert(xc_str_is(source.title, "T"));
    ck_assert(source.has_published);
    ck_assert_int_eq(source.published.year, 2020);
    ck_assert_uint_eq(problems.n, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(metadata_names_records_by_id)
{
    const struct xc_metadata *metadata;
    struct xc_source source;

    ck_assert_int_eq(parse("'a.jsonl#x/1': {publisher: The Herald}\n"
                           "a.jsonl: {publisher: wrong}\n",
                           &metadata),
                     XC_OK);
    ck_assert_int_eq(
        xc_reader_read(
            reader,
            &(struct xc_document){.format = XC_FORMAT_JSON_LINES,
                                  .path = XC_STR("in/a.jsonl"),
                                  .bytes = XC_STR("{\"id\": \"x/1\", \"text\": \"a\"}"),
                                  .line = 1,
                                  .metadata = metadata},
            &arena, &source, &problems),
        XC_OK);
    ck_assert(xc_str_is(source.publisher, "The Herald"));
    ck_assert_int_eq(
        xc_reader_read(
            reader,
            &(struct xc_document){.format = XC_FORMAT_JSON_LINES,
                                  .path = XC_STR("in/a.jsonl"),
                                  .bytes = XC_STR("{\"id\": \"x/2\", \"text\": \"a\"}"),
                                  .line = 2,
                                  .metadata = metadata},
            &arena, &source, &problems),
        XC_OK);
    ck_assert(xc_str_is(source.publisher, ""));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(metadata_bad_date_is_told_and_left_out)
{
    const struct xc_metadata *metadata;
    struct xc_source source;

    ck_assert_int_eq(
        parse("a.txt:\n  published: 8 May 2019\n  author: Jane\n", &metadata), XC_OK);
    ck_assert_int_eq(
        xc_reader_read(reader,
                       &(struct xc_document){.format = XC_FORMAT_TEXT,
                                             .path = XC_STR("a.txt"),
                                             .bytes = XC_STR("date 2019-05-08 Text."),
                                             .metadata = metadata},
                       &arena, &source, &problems),
        XC_OK);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert(problems.items[0].kind == XC_PROBLEM_METADATA);
    ck_assert(xc_str_is(problems.items[0].path, "in/sources.yaml"));
    ck_assert_uint_eq(problems.items[0].line, 2);
    ck_assert_uint_eq(problems.items[0].column, 14);
    ck_assert(xc_str_is(problems.items[0].excerpt, "  published: 8 May 2019"));
    ck_assert(source.has_published && source.published.day == 8);
    ck_assert(xc_str_is(source.author, "Jane"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(metadata_faults_are_all_told)
{
    static const struct {
        const char *text;
        size_t n;
        size_t line;
        size_t column;
        const char *message;
        const char *hint;
    } rows[] = {
        {"- a\n", 1, 1, 1, "a map of file names", ""},
        {"a.txt: The Courier\n", 1, 1, 8, "an entry is a map", ""},
        {"a.txt:\n  publsher: x\n", 1, 2, 3, "unknown key 'publsher'",
         "did you mean 'publisher'?"},
        {"a.txt:\n  license: x\n  zzzzzz: y\n", 2, 2, 3, "unknown key 'license'",
         "did you mean 'licence'?"},
        {"a.txt: {}\na.txt: {}\n", 1, 2, 1, "duplicate", "keep one of the two"},
        {"a.txt: [\n", 1, 2, 1, "", ""},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        const struct xc_metadata *metadata = NULL;

        ck_assert_msg(parse(rows[i].text, &metadata) == XC_BAD_RULE, "%s",
                      rows[i].text);
        ck_assert_msg(metadata == NULL && problems.n == rows[i].n, "%s: %zu",
                      rows[i].text, problems.n);
        ck_assert_msg(problems.items[0].line == rows[i].line &&
                          problems.items[0].column == rows[i].column,
                      "%s: %zu:%zu", rows[i].text, problems.items[0].line,
                      problems.items[0].column);
        ck_assert_msg(strstr(problems.items[0].message.ptr, rows[i].message) != NULL,
                      "%s: %s", rows[i].text, problems.items[0].message.ptr);
        if (rows[i].hint[0] != '\0')
            ck_assert_msg(xc_str_is(problems.items[0].hint, rows[i].hint), "%s: %s",
                          rows[i].text, problems.items[0].hint.ptr);
        ck_assert_msg(problems.items[0].kind == XC_PROBLEM_METADATA, "%s",
                      rows[i].text);
        xc_arena_release(&arena);
    }
}
END_TEST

START_TEST(metadata_of_empty_file_says_nothing)
{
    const struct xc_metadata *metadata;
    struct xc_source source = {.publisher = XC_STR("kept")};

    ck_assert_int_eq(parse("# nothing yet\n", &metadata), XC_OK);
    ck_assert_int_eq(
        xc_metadata_apply(metadata, XC_STR("a.txt"), &arena, &source, &problems),
        XC_OK);
    ck_assert(xc_str_is(source.publisher, "kept"));
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        metadata_overrides_the_file,
        metadata_names_records_by_id,
        metadata_bad_date_is_told_and_left_out,
        metadata_faults_are_all_told,
        metadata_of_empty_file_says_nothing,
        NULL,
    };

    reader_open();
    return reader_close(suite_run("metadata", tests));
}
