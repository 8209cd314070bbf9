/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "short_memory.h"

#include "web/html.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "reader_bench.h"
#include "show_blocks.h"
#include "suite.h"

static struct xc_arena arena;
static struct xc_problems problems;
static struct xc_source source;

static void
setup(void)
{
    xc_arena_release(&arena);
    xc_problems_init(&problems, &arena);
    memset(&source, 0, sizeof source);
}

static enum xc_status
read_html(struct xc_str html)
{
    setup();
    return xc_reader_read(reader,
                          &(struct xc_document){.format = XC_FORMAT_HTML,
                                                .path = XC_STR("in/a.html"),
                                                .bytes = html},
                          &arena, &source, &problems);
}

static const char page[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en-GB\">\n"
    "<head><meta charset=\"windows-1252\"><title>Three men tied it | The "
    "Courier</title>\n"
    "<meta property=\"og:title\" content=\"Three men tied it\">\n"
    "<meta property=\"og:site_name\" content=\"The Courier\">\n"
    "<meta property=\"article:published_time\" content=\"2019-05-08T10:00:00Z\">\n"
    "<script>var three = '<p>men</p>';</script></head>\n"
    "<body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav>\n"
    "<article>\n"
    "<h1>Three men tied it</h1>\n"
    "<p>It took three men to tie the\n"
    "corset on Monday, her stylist told the paper, and one of them needed a break "
    "before "
    "the gala began in the evening.</p>\n"
    "<p>The caf&eacute; next door was shut, so the men waited in the street for more "
    "than an "
    "hour until somebody brought them a pot of tea.\n"
    "<p>\xE2\x80\x9CNobody counted the laces,\xE2\x80\x9D she said, \xE2\x80\x9C"
    "but there were a great many of them, and they were all made of "
    "silk.\xE2\x80\x9D</p>\n"
    "</article></body></html>\n";

/* The text from the first place of words on. */
static struct xc_span
find(const char *words)
{
    const char *at = memmem(source.text.ptr, source.text.len, words, strlen(words));

    ck_assert_msg(at != NULL, "no '%s' in the text", words);
    return (struct xc_span){(size_t)(at - source.text.ptr), strlen(words)};
}

static size_t
line_of(const char *words)
{
    size_t line;
    size_t column;

    xc_source_place(&source, find(words).off_bytes, &line, &column);
    ck_assert_uint_eq(column, 0);
    return line;
}

START_TEST(html_is_known_by_its_ending)
{
    static const char *const paths[] = {"a.html", "b/A.HTM", "c.xhtml", "a.html.gz"};
    size_t i;

    for (i = 0; i < XC_COUNT(paths); i++)
        ck_assert_msg(xc_reader_format(xc_str_of(paths[i])) == XC_FORMAT_HTML, "%s",
                      paths[i]);
    ck_assert(xc_reader_format(XC_STR("a.html.bak")) == XC_FORMAT_UNKNOWN);
    ck_assert(xc_reader_format(XC_STR("html")) == XC_FORMAT_UNKNOWN);
}
END_TEST

START_TEST(html_becomes_a_source)
{
    ck_assert_int_eq(read_html(XC_STR(page)), XC_OK);
    ck_assert_uint_eq(problems.n, 0);
    ck_assert(xc_str_is(source.id, "in/a.html"));
    ck_assert(xc_str_is(source.path, "in/a.html"));
    ck_assert(xc_str_is(source.title, "Three men tied it"));
    ck_assert(xc_str_is(source.publisher, "The Courier"));
    ck_assert(xc_str_is(source.language, "en-GB"));
    ck_assert(source.has_published && source.published.day == 8);
    ck_assert(!xc_source_is_file(&source));
    ck_assert_uint_eq(source.n_blocks, 4);
    ck_assert(source.blocks[0].kind == XC_BLOCK_HEADLINE);
    ck_assert_uint_eq(source.blocks[0].line, 10);
    ck_assert_uint_eq(source.blocks[1].line, 11);
    ck_assert_uint_eq(source.blocks[2].line, 13);
    ck_assert_uint_eq(source.blocks[3].line, 14);
    ck_assert_ptr_null(memmem(source.text.ptr, source.text.len, "News", 4));
    ck_assert_ptr_null(memmem(source.text.ptr, source.text.len, "var", 3));
}
END_TEST

START_TEST(html_places_are_lines_of_the_page)
{
    ck_assert_int_eq(read_html(XC_STR(page)), XC_OK);
    ck_assert_uint_eq(line_of("Three men tied it"), 10);
    ck_assert_uint_eq(line_of("It took"), 11);
    ck_assert_uint_eq(line_of("tie the"), 11);
    ck_assert_uint_eq(line_of("corset on"), 12);
    ck_assert_uint_eq(line_of("her stylist"), 12);
    ck_assert_uint_eq(line_of("caf\xC3\xA9 next"), 13);
    ck_assert_uint_eq(line_of("pot of tea"), 13);
    ck_assert_uint_eq(line_of("Nobody"), 14);
    ck_assert_uint_eq(line_of("silk"), 14);
}
END_TEST

START_TEST(html_runs_lie_in_the_text)
{
    size_t i;
    size_t k;

    ck_assert_int_eq(read_html(XC_STR(page)), XC_OK);
    for (i = 0; i < source.n_blocks; i++) {
        size_t end = 0;

        for (k = 0; k < source.blocks[i].n_runs; k++) {
            const struct xc_span run = source.blocks[i].runs[k];

            ck_assert_uint_ge(run.off_bytes, end);
            end = run.off_bytes + run.len_bytes;
            ck_assert_uint_le(end, source.text.len);
        }
    }
}
END_TEST

START_TEST(source_marks_name_the_last_before)
{
    static const struct xc_line_mark marks[] = {{0, 7}, {4, 3}, {5, 90}};
    static const size_t lines[] = {7, 7, 7, 7, 3, 90, 90, 90};
    size_t line;
    size_t column;
    size_t i;

    memset(&source, 0, sizeof source);
    source.text = XC_STR("abc\ndefg");
    source.marks = marks;
    source.n_marks = XC_COUNT(marks);
    source.record_line = 2;
    for (i = 0; i < XC_COUNT(lines); i++) {
        xc_source_place(&source, i, &line, &column);
        ck_assert_uint_eq(line, lines[i]);
        ck_assert_uint_eq(column, 0);
    }
    source.n_marks = 1;
    xc_source_place(&source, 7, &line, &column);
    ck_assert_uint_eq(line, 7);
    source.n_marks = 0;
    xc_source_place(&source, 7, &line, &column);
    ck_assert_uint_eq(line, 2);
    source.record_line = 0;
    xc_source_place(&source, 7, &line, &column);
    ck_assert_uint_eq(line, 2);
    ck_assert_uint_eq(column, 4);
    ck_assert(xc_source_is_file(&source));
}
END_TEST

START_TEST(html_title_is_the_headline_when_no_other_is_named)
{
    ck_assert_int_eq(
        read_html(
            XC_STR("<article><h1>Three men</h1><p>It took three men to tie the corset "
                   "on Monday, her stylist told the paper.</p></article>")),
        XC_OK);
    ck_assert_msg(xc_str_is(source.title, "Three men"), "%s", source.title.ptr);
    ck_assert(xc_str_is(source.publisher, ""));
    ck_assert(!source.has_published);
}
END_TEST

START_TEST(html_metadata_beside_the_file_override_it)
{
    static const char yaml[] =
        "a.html:\n  publisher: The Post\n  published: 2020-01-02\n";
    const struct xc_metadata *metadata;

    setup();
    ck_assert_int_eq(xc_metadata_parse(XC_STR("in/sources.yaml"), XC_STR(yaml), &arena,
                                       &metadata, &problems),
                     XC_OK);
    ck_assert_int_eq(xc_reader_read(reader,
                                    &(struct xc_document){.format = XC_FORMAT_HTML,
                                                          .path = XC_STR("in/a.html"),
                                                          .bytes = XC_STR(page),
                                                          .metadata = metadata},
                                    &arena, &source, &problems),
                     XC_OK);
    ck_assert(xc_str_is(source.publisher, "The Post"));
    ck_assert_int_eq(source.published.year, 2020);
    ck_assert(xc_str_is(source.title, "Three men tied it"));
}
END_TEST

START_TEST(html_bad_bytes_are_replaced_and_told)
{
    static const struct {
        const char *name;
        struct xc_str html;
        const char *text;
        size_t line;
    } rows[] = {
        {"latin-1",
         {"<p>The caf\xE9 opens\nand t\xE9.", 26},
         "The caf\xEF\xBF\xBD opens",
         1},
        {"NUL", {"<p>\nThe caf\0 opens", 18}, "The caf\xEF\xBF\xBD opens", 2},
        {"before a tag", {"<p>The caf\xC3<b> opens", 20}, "caf\xEF\xBF\xBD opens", 1},
        {"at the end",
         {"<p>The caf opens \xF0\x9F", 19},
         "opens \xEF\xBF\xBD\xEF\xBF\xBD",
         1},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_html(rows[i].html) == XC_OK, "%s", rows[i].name);
        ck_assert_msg(problems.n == 1 &&
                          problems.items[0].kind == XC_PROBLEM_ENCODING &&
                          problems.items[0].line == rows[i].line,
                      "%s", rows[i].name);
        ck_assert_msg(memmem(source.text.ptr, source.text.len, rows[i].text,
                             strlen(rows[i].text)) != NULL,
                      "%s: %s", rows[i].name, source.text.ptr);
    }
}
END_TEST

START_TEST(html_of_no_text_at_all_is_refused)
{
    struct xc_arena own;
    char *bytes;

    xc_arena_init(&own);
    bytes = xc_arena_alloc(&own, XC_MAX_BAD_BYTES + 2);
    ck_assert_ptr_nonnull(bytes);
    memset(bytes, '\xFF', XC_MAX_BAD_BYTES + 2);
    bytes[0] = 'a';
    ck_assert_int_eq(read_html((struct xc_str){bytes, XC_MAX_BAD_BYTES + 1}), XC_OK);
    ck_assert_int_eq(read_html((struct xc_str){bytes, XC_MAX_BAD_BYTES + 2}),
                     XC_BAD_INPUT);
    xc_arena_release(&own);
}
END_TEST

START_TEST(html_without_an_article_is_told)
{
    static const struct {
        const char *name;
        const char *html;
        enum xc_status status;
    } rows[] = {
        {"empty", "", XC_OK},
        {"white space", " \r\n\t", XC_OK},
        {"scripts", "<html><script>fill();</script><div id=app></div></html>",
         XC_BAD_INPUT},
        {"comment", "<!-- a -->", XC_BAD_INPUT},
        {"picture", "<img src=a.png>", XC_BAD_INPUT},
        {"plain text", "It took three men to tie the corset.", XC_OK},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_html(xc_str_of(rows[i].html)) == rows[i].status, "%s",
                      rows[i].name);
        ck_assert_msg(problems.n == (rows[i].status == XC_BAD_INPUT), "%s",
                      rows[i].name);
        if (problems.n > 0)
            ck_assert_ptr_nonnull(
                strstr(problems.items[0].message.ptr, "no text of an article"));
        ck_assert(!source.is_cut);
    }
    ck_assert_int_eq(read_html(XC_STR("It took three men to tie the corset.")), XC_OK);
    ck_assert_str_eq(show_blocks(&source, &arena).ptr,
                     "paragraph|It took three men to tie the corset.\n");
}
END_TEST

START_TEST(html_that_breaks_off_is_cut)
{
    static const struct {
        const char *name;
        const char *html;
        const char *message;
        const char *blocks;
    } rows[] = {
        {"comment", "<p>It took three men to tie it.</p>\n<!-- <p>It took four.</p>",
         "comment", "paragraph|It took three men to tie it.\n"},
        {"tag", "<p>It took three men to tie it.</p>\n<p class=", "tag",
         "paragraph|It took three men to tie it.\n"},
        {"headline only",
         "<html><head><title>Three men</title></head><body><h1>Three "
         "men</h1></body></html>",
         "but its headline", "headline|Three men\n"},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        ck_assert_msg(read_html(xc_str_of(rows[i].html)) == XC_OK, "%s", rows[i].name);
        ck_assert_msg(problems.n == 1 && problems.items[0].kind == XC_PROBLEM_MALFORMED,
                      "%s", rows[i].name);
        ck_assert_msg(strstr(problems.items[0].message.ptr, rows[i].message) != NULL,
                      "%s: %s", rows[i].name, problems.items[0].message.ptr);
        ck_assert_msg(source.is_cut, "%s", rows[i].name);
        ck_assert_str_eq(show_blocks(&source, &arena).ptr, rows[i].blocks);
    }
    ck_assert_int_eq(read_html(XC_STR(page)), XC_OK);
    ck_assert(!source.is_cut);
}
END_TEST

/* What fails is told; nothing of the article is lost in silence. */
START_TEST(html_short_memory_is_told)
{
    struct xc_arena own;
    struct xc_str expected;
    enum xc_status status = XC_NO_MEMORY;
    size_t n;

    if (!short_memory_works())
        return;
    xc_arena_init(&own);
    ck_assert_int_eq(read_html(XC_STR(page)), XC_OK);
    ck_assert(xc_arena_str(&own, show_blocks(&source, &arena), &expected));
    for (n = 1; status == XC_NO_MEMORY; n++) {
        setup();
        short_memory_countdown = n;
        status = xc_reader_read(reader,
                                &(struct xc_document){.format = XC_FORMAT_HTML,
                                                      .path = XC_STR("in/a.html"),
                                                      .bytes = XC_STR(page)},
                                &arena, &source, &problems);
        ck_assert(short_memory_countdown == 0 || status != XC_NO_MEMORY);
        short_memory_countdown = 0;
    }
    ck_assert_int_eq(status, XC_OK);
    ck_assert_uint_gt(n, 10);
    ck_assert_str_eq(show_blocks(&source, &arena).ptr, expected.ptr);
    ck_assert(xc_str_is(source.title, "Three men tied it"));
    xc_arena_release(&own);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        html_is_known_by_its_ending,
        html_becomes_a_source,
        html_places_are_lines_of_the_page,
        html_runs_lie_in_the_text,
        source_marks_name_the_last_before,
        html_title_is_the_headline_when_no_other_is_named,
        html_metadata_beside_the_file_override_it,
        html_bad_bytes_are_replaced_and_told,
        html_of_no_text_at_all_is_refused,
        html_without_an_article_is_told,
        html_that_breaks_off_is_cut,
        html_short_memory_is_told,
        NULL,
    };

    reader_open();
    return reader_close(suite_run("html", tests));
}
