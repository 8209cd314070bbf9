/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/input.h"

#include <fcntl.h>

#include "base/limits.h"
#include "base/vec.h"
#include "folder.h"
#include "packed.h"

static struct xc_arena raw;

/* Reads all of folder/name into *out. */
static enum xc_status
read_whole(const char *name, size_t max_bytes, struct xc_str *out)
{
    return xc_input_whole(at(name), max_bytes, &raw, out, &problems);
}

/* The message of the last problem, which is of a kind. */
static const char *
last_message(enum xc_problem_kind kind)
{
    const struct xc_problem *problem = &problems.items[problems.n - 1];

    ck_assert_uint_gt(problems.n, 0);
    ck_assert(problem->kind == kind);
    return problem->message.ptr;
}

START_TEST(input_comes_unpacked_and_in_utf8)
{
    const struct xc_str wide = {"\xFE\xFF\0T\0h\0e", 8};
    struct {
        const char *name;
        struct xc_str bytes;
        const char *text;
    } rows[] = {
        {"a.txt", XC_STR("The harbour is shut.\r\n"), "The harbour is shut.\r\n"},
        {"short.txt", XC_STR("x"), "x"},
        {"empty.txt", XC_STR(""), ""},
        {"mark.txt", XC_STR("\xEF\xBB\xBFThe"), "\xEF\xBB\xBFThe"},
        {"wide.txt", wide, "\xEF\xBB\xBFThe"},
        {"mark-only.txt", {"\xFF\xFE", 2}, "\xEF\xBB\xBF"},
        {"a.txt.gz", XC_STR(""), "The harbour is shut.\r\n"},
        {"A.MD.GZ", XC_STR(""), "The harbour is shut.\r\n"},
        {"a.txt.zst", XC_STR(""), "The harbour is shut.\r\n"},
        {"empty.txt.gz", XC_STR(""), ""},
        {"wide.txt.gz", XC_STR(""), "\xEF\xBB\xBFThe"},
        /* Too short to be gzip, and none by name. */
        {"magic.txt", {"\x1F\x8B", 2}, "\x1F\x8B"},
    };
    size_t i;

    setup();
    xc_arena_init(&raw);
    rows[6].bytes = packed_gzip(&arena, rows[0].bytes);
    rows[7].bytes = packed_gzip(&arena, rows[0].bytes);
    rows[8].bytes = packed_zstd(&arena, rows[0].bytes);
    rows[9].bytes = packed_gzip(&arena, XC_STR(""));
    rows[10].bytes = packed_gzip(&arena, wide);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str text = XC_STR("untouched");

        write_file(rows[i].name, rows[i].bytes);
        ck_assert_msg(read_whole(rows[i].name, 100, &text) == XC_OK, "%s: %s",
                      rows[i].name,
                      problems.n == 0 ? "" : problems.items[0].message.ptr);
        ck_assert_msg(xc_str_is(text, rows[i].text), "%s: %s", rows[i].name, text.ptr);
        ck_assert_int_eq(text.ptr[text.len], '\0');
    }
    ck_assert_uint_eq(problems.n, 0);
    xc_arena_release(&raw);
    teardown();
}
END_TEST

START_TEST(input_in_small_pieces_is_the_same)
{
    struct xc_str text = XC_STR("");
    struct xc_str units = {"\xFF\xFE", 2};
    struct xc_input *input;
    size_t n = 1;
    size_t i;

    setup();
    for (i = 0; i < 40000; i++)
        text = i % 4000 == 0 ? packed_join(&arena, text, XC_STR("a€😀")) : text;
    for (i = 0; i < 10; i++)
        units = packed_join(&arena, units,
                            (struct xc_str){"a\0\xAC\x20\x3D\xD8\x00\xDE", 8});
    write_file("a.txt.gz", packed_gzip(&arena, units));
    ck_assert(xc_input_open(at("a.txt.gz"), &input, &problems) == XC_OK);
    units = XC_STR("");
    while (n > 0) {
        char piece[5];

        ck_assert(xc_input_read(input, 0, piece, sizeof piece, &n, &problems) == XC_OK);
        ck_assert_uint_le(n, sizeof piece);
        units = packed_join(&arena, units, (struct xc_str){piece, n});
    }
    xc_input_close(input);
    ck_assert(xc_str_is(units, xc_arena_printf(&arena, "\uFEFF%s", text.ptr).ptr));
    teardown();
}
END_TEST

START_TEST(input_over_the_limit_is_refused)
{
    struct {
        const char *name;
        struct xc_str bytes;
        bool fits; /* into 20 bytes */
    } rows[] = {
        {"20.txt", XC_STR("The harbour is shut."), true},
        {"21.txt", XC_STR("The harbour is shut.\n"), false},
        {"20.txt.gz", XC_STR(""), true},
        {"21.txt.gz", XC_STR(""), false},
        /* 9 characters of 3 bytes in UTF-8, and a mark. */
        {"wide.txt",
         {"\xFE\xFF\x20\xAC\x20\xAC\x20\xAC\x20\xAC\x20\xAC\x20\xAC\x20\xAC", 16},
         false},
        {"wide-fits.txt", {"\xFE\xFF\0x\0x\0x\0x\0x\0x\0x\0x\0x\0x\0x", 24}, true},
    };
    size_t i;

    setup();
    xc_arena_init(&raw);
    rows[2].bytes = packed_gzip(&arena, rows[0].bytes);
    rows[3].bytes = packed_gzip(&arena, rows[1].bytes);
    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str text = XC_STR("untouched");

        write_file(rows[i].name, rows[i].bytes);
        ck_assert_msg(read_whole(rows[i].name, 20, &text) ==
                          (rows[i].fits ? XC_OK : XC_BAD_INPUT),
                      "%s", rows[i].name);
        if (rows[i].fits)
            continue;
        ck_assert(xc_str_is(text, "untouched"));
        ck_assert_ptr_nonnull(strstr(last_message(XC_PROBLEM_MALFORMED), "20 bytes"));
    }
    ck_assert_uint_eq(problems.n, 3);
    xc_arena_release(&raw);
    teardown();
}
END_TEST

START_TEST(input_faults_are_told)
{
    struct xc_str good;
    struct xc_str text = XC_STR("untouched");
    size_t i;

    setup();
    xc_arena_init(&raw);
    good = packed_gzip(&arena, XC_STR("The harbour is shut."));
    {
        const struct {
            const char *name;
            struct xc_str bytes;
            const char *message;
        } rows[] = {
            {"cut.txt.gz", xc_str_sub(good, 0, 25), "is cut off"},
            {"cut-early.txt.gz", xc_str_sub(good, 0, 4), "is cut off"},
            {"text.txt.gz", XC_STR("The harbour is shut."), "is not gzip"},
            {"empty.txt.gz", XC_STR(""), "is empty, not gzip"},
            {"zstd.txt.gz", packed_zstd(&arena, good), "is zstd, not gzip"},
            {"twice.txt.gz", packed_gzip(&arena, good), "is gzip inside gzip"},
            {"gzip.txt", good, "is gzip"},
            {"garbage.txt.gz", packed_join(&arena, good, XC_STR("x")),
             "something else after"},
            {"window.txt.zst", {"\x28\xB5\x2F\xFD\0\x90\x09\0\0x", 10}, "--long"},
        };

        for (i = 0; i < XC_COUNT(rows); i++) {
            write_file(rows[i].name, rows[i].bytes);
            ck_assert_msg(read_whole(rows[i].name, 1000, &text) == XC_BAD_INPUT, "%s",
                          rows[i].name);
            ck_assert_msg(strstr(last_message(XC_PROBLEM_MALFORMED), rows[i].message) !=
                              NULL,
                          "%s: %s", rows[i].name, problems.items[i].message.ptr);
            ck_assert(xc_str_equal(problems.items[i].path, at(rows[i].name)));
            ck_assert_uint_gt(problems.items[i].hint.len, 0);
        }
        ck_assert_uint_eq(problems.n, XC_COUNT(rows));
    }
    ck_assert_int_eq(mkfifo(at("pipe.txt.gz").ptr, 0600), 0);
    ck_assert(read_whole("pipe.txt.gz", 1000, &text) == XC_BAD_INPUT);
    ck_assert_str_eq(last_message(XC_PROBLEM_UNREADABLE),
                     "is a named pipe, not a file");
    ck_assert(read_whole("missing.txt.gz", 1000, &text) == XC_BAD_INPUT);
    ck_assert_str_eq(last_message(XC_PROBLEM_UNREADABLE), "no such file or folder");
    ck_assert(xc_str_is(text, "untouched"));
    xc_arena_release(&raw);
    teardown();
}
END_TEST

START_TEST(input_bomb_ends_at_once)
{
    const size_t most_blocks = 1 << 20; /* of 128 KiB: 128 GiB in all */
    struct xc_str text = XC_STR("untouched");
    struct xc_arena large;

    setup();
    xc_arena_init(&raw);
    xc_arena_init(&large);
    write_file("bomb.txt.zst", packed_zstd_bomb(&large, most_blocks, 'x'));
    ck_assert(read_whole("bomb.txt.zst", XC_MAX_ARTICLE_BYTES, &text) == XC_BAD_INPUT);
    ck_assert_ptr_nonnull(strstr(last_message(XC_PROBLEM_MALFORMED), "200 times"));
    /* What stays small may be packed as tightly as it likes. */
    write_file("small.txt.zst", packed_zstd_bomb(&large, 8, 'x'));
    ck_assert(read_whole("small.txt.zst", XC_MAX_ARTICLE_BYTES, &text) == XC_OK);
    ck_assert_uint_eq(text.len, XC_MIN_RATIO_BYTES);
    write_file("not-small.txt.zst", packed_zstd_bomb(&large, 9, 'x'));
    ck_assert(read_whole("not-small.txt.zst", XC_MAX_ARTICLE_BYTES, &text) ==
              XC_BAD_INPUT);
    xc_arena_release(&large);
    xc_arena_release(&raw);
    teardown();
}
END_TEST

START_TEST(input_bad_characters_are_told_once)
{
    struct xc_str text;

    setup();
    xc_arena_init(&raw);
    write_file("a.txt", (struct xc_str){"\xFE\xFF\xD8\x3D\0x\xDE\x00\0y\0", 11});
    ck_assert(read_whole("a.txt", 100, &text) == XC_OK);
    ck_assert_str_eq(text.ptr, "\uFEFF\uFFFDx\uFFFDy\uFFFD");
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_str_eq(last_message(XC_PROBLEM_ENCODING), "3 bad UTF-16 characters");
    xc_arena_release(&raw);
    teardown();
}
END_TEST

START_TEST(input_of_unknown_size_is_read)
{
    struct xc_str text;

    setup();
    xc_arena_init(&raw);
    /* The system says 0 bytes for this and has more. */
    ck_assert(xc_input_whole(XC_STR("/proc/self/status"), 1 << 20, &raw, &text,
                             &problems) == XC_OK);
    ck_assert_uint_gt(text.len, 200);
    ck_assert(xc_input_whole(XC_STR("/proc/self/status"), 100, &raw, &text,
                             &problems) == XC_BAD_INPUT);
    xc_arena_release(&raw);
    teardown();
}
END_TEST

/* Puts bytes on standard input, a pipe, and reads them as "-". */
static enum xc_status
read_standard_input(struct xc_str bytes, struct xc_str *out)
{
    const int saved = dup(STDIN_FILENO);
    enum xc_status status;
    int ends[2];

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], bytes.ptr, bytes.len), (int)bytes.len);
    ck_assert_int_eq(close(ends[1]), 0);
    ck_assert_int_eq(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    status = xc_input_whole(XC_STR("-"), 100, &raw, out, &problems);
    ck_assert_int_eq(dup2(saved, STDIN_FILENO), STDIN_FILENO);
    (void)close(ends[0]);
    (void)close(saved);
    return status;
}

START_TEST(input_standard_tells_its_packing_itself)
{
    const struct xc_str text = XC_STR("The harbour is shut.");
    struct xc_str rows[4];
    struct xc_str read;
    size_t i;

    setup();
    xc_arena_init(&raw);
    rows[0] = text;
    rows[1] = packed_gzip(&arena, text);
    rows[2] = packed_zstd(&arena, text);
    rows[3] = packed_gzip(&arena, rows[1]);
    for (i = 0; i < 3; i++) {
        ck_assert(read_standard_input(rows[i], &read) == XC_OK);
        ck_assert_msg(xc_str_equal(read, text), "row %zu: %s", i, read.ptr);
    }
    ck_assert_uint_eq(problems.n, 0);
    ck_assert(read_standard_input(rows[3], &read) == XC_BAD_INPUT);
    ck_assert_str_eq(last_message(XC_PROBLEM_MALFORMED), "is gzip inside gzip");
    ck_assert(xc_str_is(problems.items[0].path, "-"));
    xc_arena_release(&raw);
    teardown();
}
END_TEST

START_TEST(input_read_failure_is_told)
{
    const int saved = dup(STDIN_FILENO);
    struct xc_str text;
    int folder_fd;

    setup();
    xc_arena_init(&raw);
    folder_fd = open(folder, O_RDONLY | O_DIRECTORY);
    ck_assert_int_eq(dup2(folder_fd, STDIN_FILENO), STDIN_FILENO);
    ck_assert(xc_input_whole(XC_STR("-"), 100, &raw, &text, &problems) == XC_IO_FAILED);
    ck_assert_uint_eq(problems.n, 1);
    ck_assert_int_eq(dup2(saved, STDIN_FILENO), STDIN_FILENO);
    (void)close(folder_fd);
    (void)close(saved);
    xc_arena_release(&raw);
    teardown();
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        input_comes_unpacked_and_in_utf8, input_in_small_pieces_is_the_same,
        input_over_the_limit_is_refused,  input_faults_are_told,
        input_bomb_ends_at_once,          input_bad_characters_are_told_once,
        input_of_unknown_size_is_read,    input_standard_tells_its_packing_itself,
        input_read_failure_is_told,       NULL,
    };

    return suite_run("input", tests);
}
