/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/lines.h"

#include <fcntl.h>

#include "base/limits.h"
#include "base/vec.h"
#include "folder.h"
#include "packed.h"

static size_t n_lost; /* of the lines last read */

/* Joins the lines of the file with '|', each with its number. */
static struct xc_str
lines_of(const char *name)
{
    struct xc_str all = XC_STR("");
    struct xc_str line;
    struct xc_lines *lines;
    size_t number;
    bool found = true;

    ck_assert(xc_lines_open(at(name), &lines, &problems) == XC_OK);
    while (found) {
        ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_OK);
        if (found)
            all = xc_arena_printf(&arena, "%s%zu:%.*s|", all.ptr, number, (int)line.len,
                                  line.ptr);
    }
    ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_OK);
    ck_assert(!found);
    n_lost = xc_lines_lost(lines);
    xc_lines_close(lines);
    return all;
}

START_TEST(lines_come_one_by_one)
{
    static const struct {
        const char *text;
        const char *lines;
    } rows[] = {
        {"", ""},
        {"a", "1:a|"},
        {"a\n", "1:a|"},
        {"a\n\nb", "1:a|2:|3:b|"},
        {"a\r\nb\r\n", "1:a|2:b|"},
        {"\n", "1:|"},
        {"a\rb\n", "1:a\rb|"},
    };
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str all;

        write_file("lines", xc_str_of(rows[i].text));
        all = lines_of("lines");
        ck_assert_msg(xc_str_is(all, rows[i].lines), "%s: %s", rows[i].text, all.ptr);
    }
    ck_assert_uint_eq(problems.n, 0);
    teardown();
}
END_TEST

/* Writes n bytes 'x' and then tail. */
static void
write_long(const char *name, size_t n, const char *tail)
{
    FILE *file = fopen(at(name).ptr, "w");
    char piece[4096];

    ck_assert_ptr_nonnull(file);
    memset(piece, 'x', sizeof piece);
    for (; n >= sizeof piece; n -= sizeof piece)
        ck_assert_uint_eq(fwrite(piece, 1, sizeof piece, file), sizeof piece);
    ck_assert_uint_eq(fwrite(piece, 1, n, file), n);
    ck_assert_int_ge(fputs(tail, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(lines_of_any_length_come_whole)
{
    /* Around the size of a piece and of the buffer, where a line is cut and joined. */
    static const size_t lengths[] = {65535,  65536,  65537,    131071,
                                     131072, 131073, 50000000, 67108864};
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(lengths); i++) {
        struct xc_lines *lines;
        struct xc_str line;
        size_t number;
        bool found;

        write_long("long", lengths[i], "\r\nsecond\n");
        ck_assert(xc_lines_open(at("long"), &lines, &problems) == XC_OK);
        ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_OK);
        ck_assert_msg(found && line.len == lengths[i], "%zu: %zu", lengths[i],
                      line.len);
        ck_assert_int_eq(line.ptr[line.len - 1], 'x');
        ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_OK);
        ck_assert(found && number == 2 && xc_str_is(line, "second"));
        xc_lines_close(lines);
    }
    ck_assert_uint_eq(problems.n, 0);
    teardown();
}
END_TEST

START_TEST(lines_too_long_is_skipped_and_told)
{
    struct xc_str all;

    setup();
    write_long("long", XC_MAX_ARTICLE_BYTES + 1, "\nsecond\n");
    all = lines_of("long");
    ck_assert_str_eq(all.ptr, "2:second|");
    ck_assert_uint_eq(n_lost, 1);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_uint_eq(problems.items[0].line, 1);
    ck_assert(problems.items[0].kind == XC_PROBLEM_MALFORMED);
    write_long("long", 3 * XC_MAX_ARTICLE_BYTES, "");
    all = lines_of("long");
    ck_assert_str_eq(all.ptr, "");
    ck_assert_uint_eq(problems.n, 2);
    teardown();
}
END_TEST

/* A packed file of some lines, with the last n_cut bytes cut off. */
static void
write_packed(const char *name, const char *text, size_t n_cut)
{
    const struct xc_str packed = strstr(name, ".zst") == NULL
                                     ? packed_gzip(&arena, xc_str_of(text))
                                     : packed_zstd(&arena, xc_str_of(text));

    write_file(name, xc_str_sub(packed, 0, packed.len - n_cut));
}

START_TEST(lines_packed_come_unpacked)
{
    static const struct {
        const char *name;
        const char *text;
        size_t n_cut;
        const char *lines;
        size_t line; /* of the problem; 0: none */
    } rows[] = {
        {"a.jsonl.gz", "a\nb\r\nc", 0, "1:a|2:b|3:c|", 0},
        {"a.jsonl.zst", "a\nb\r\nc", 0, "1:a|2:b|3:c|", 0},
        {"a.jsonl.gz", "", 0, "", 0},
        {"a.jsonl.gz", "first\nsecond line of it\nthird", 10,
         "1:first|2:second line of it|", 3},
        {"a.jsonl.gz", "first\nsecond line of it\nthird\n", 1,
         "1:first|2:second line of it|3:third|", 4},
        {"a.jsonl.gz", "first line of it, and its end", 10, "", 1},
        {"a.jsonl.gz", "first\n", 16, "", 1},
    };
    size_t i;

    setup();
    for (i = 0; i < XC_COUNT(rows); i++) {
        const size_t n_before = problems.n;
        struct xc_str all;

        write_packed(rows[i].name, rows[i].text, rows[i].n_cut);
        all = lines_of(rows[i].name);
        ck_assert_msg(xc_str_is(all, rows[i].lines), "row %zu: %s", i, all.ptr);
        ck_assert_uint_eq(problems.n - n_before, rows[i].line != 0);
        ck_assert_uint_eq(n_lost, rows[i].line != 0);
        if (rows[i].line != 0)
            ck_assert_uint_eq(problems.items[n_before].line, rows[i].line);
    }
    teardown();
}
END_TEST

START_TEST(lines_of_wide_characters_come_as_utf8)
{
    struct xc_str all;

    setup();
    write_file("a.jsonl", (struct xc_str){"\xFF\xFE\xE9\0\r\0\n\0x\0\n\0\0\xD8", 14});
    all = lines_of("a.jsonl");
    ck_assert_str_eq(all.ptr, "1:\uFEFFé|2:x|3:\uFFFD|");
    ck_assert_uint_eq(n_lost, 0);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert(problems.items[0].kind == XC_PROBLEM_ENCODING);
    teardown();
}
END_TEST

START_TEST(lines_from_standard_input_may_be_a_pipe)
{
    const int saved = dup(STDIN_FILENO);
    struct xc_lines *lines;
    struct xc_str line;
    size_t number;
    bool found;
    int ends[2];

    setup();
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "a\nb", 3), 3);
    ck_assert_int_eq(close(ends[1]), 0);
    ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    ck_assert(xc_lines_open(XC_STR("-"), &lines, &problems) == XC_OK);
    ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_OK);
    ck_assert(found && xc_str_is(line, "a"));
    ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_OK);
    ck_assert(found && xc_str_is(line, "b"));
    xc_lines_close(lines);
    ck_assert_int_eq(dup2(saved, STDIN_FILENO), STDIN_FILENO);
    ck_assert_int_eq(mkfifo(at("pipe").ptr, 0600), 0);
    ck_assert(xc_lines_open(at("pipe"), &lines, &problems) == XC_BAD_INPUT);
    (void)close(ends[0]);
    (void)close(saved);
    teardown();
}
END_TEST

START_TEST(lines_read_failure_is_told)
{
    const int saved = dup(STDIN_FILENO);
    int folder_fd;
    struct xc_lines *lines;
    struct xc_str line;
    size_t number;
    bool found = true;

    setup();
    folder_fd = open(folder, O_RDONLY | O_DIRECTORY);
    ck_assert_int_eq(dup2(folder_fd, STDIN_FILENO), STDIN_FILENO);
    ck_assert(xc_lines_open(XC_STR("-"), &lines, &problems) == XC_OK);
    ck_assert(xc_lines_next(lines, &line, &number, &found, &problems) == XC_IO_FAILED);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert(xc_str_is(problems.items[0].path, "-"));
    xc_lines_close(lines);
    ck_assert_int_eq(dup2(saved, STDIN_FILENO), STDIN_FILENO);
    (void)close(folder_fd);
    (void)close(saved);
    teardown();
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        lines_come_one_by_one,
        lines_of_any_length_come_whole,
        lines_too_long_is_skipped_and_told,
        lines_packed_come_unpacked,
        lines_of_wide_characters_come_as_utf8,
        lines_from_standard_input_may_be_a_pipe,
        lines_read_failure_is_told,
        NULL,
    };

    return suite_run("lines", tests);
}
