/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/wide.h"

#include "base/arena.h"
#include "base/vec.h"
#include "suite.h"

/* A row's bytes hold NULs, so their number is given. */
#define BYTES(literal)                                                                 \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }

START_TEST(wide_mark_tells_the_encoding)
{
    static const struct {
        const char *name;
        struct xc_str bytes;
        enum xc_wide wide;
    } rows[] = {
        {"UTF-16 LE", BYTES("\xFF\xFEx\0"), XC_WIDE_UTF16_LE},
        {"UTF-16 LE, mark only", BYTES("\xFF\xFE"), XC_WIDE_UTF16_LE},
        {"UTF-16 BE", BYTES("\xFE\xFF\0x"), XC_WIDE_UTF16_BE},
        {"UTF-32 LE", BYTES("\xFF\xFE\0\0"), XC_WIDE_UTF32_LE},
        {"UTF-32 BE", BYTES("\0\0\xFE\xFF"), XC_WIDE_UTF32_BE},
        {"UTF-8", BYTES("\xEF\xBB\xBFx"), XC_WIDE_NONE},
        {"half a mark", BYTES("\xFF"), XC_WIDE_NONE},
        {"nothing", BYTES(""), XC_WIDE_NONE},
        {"no mark", BYTES("x\0y\0"), XC_WIDE_NONE},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_wide_by_mark(rows[i].bytes) == rows[i].wide, "%s",
                      rows[i].name);
}
END_TEST

/* Converts bytes given n at a time into room of size bytes. */
static struct xc_str
convert(enum xc_wide wide, struct xc_str bytes, size_t n, size_t size,
        struct xc_arena *arena, size_t *n_bad)
{
    char *out = xc_arena_alloc(arena, 4 * bytes.len + 4);
    struct xc_str rest = {bytes.ptr, 0};
    size_t given = 0;
    size_t used = 0;

    do {
        size_t put;

        given = bytes.len - given < n ? bytes.len : given + n;
        rest.len = (size_t)(bytes.ptr + given - rest.ptr);
        do {
            put = xc_wide_convert(wide, &rest, given == bytes.len, out + used, size,
                                  n_bad);
            ck_assert_uint_le(put, size);
            used += put;
        } while (put > 0);
    } while (given < bytes.len);
    ck_assert_uint_eq(rest.len, 0);
    out[used] = '\0';
    return (struct xc_str){out, used};
}

START_TEST(wide_characters_become_utf8)
{
    static const struct {
        const char *name;
        enum xc_wide wide;
        struct xc_str bytes;
        const char *text;
        size_t n_bad;
    } rows[] = {
        {"mark", XC_WIDE_UTF16_LE, BYTES("\xFF\xFEx\0"), "\xEF\xBB\xBFx", 0},
        {"little-endian", XC_WIDE_UTF16_LE, BYTES("\xE9\0\x20\xAC\x20\0"), "é갠 ", 0},
        {"big-endian", XC_WIDE_UTF16_BE, BYTES("\0\xE9\x20\xAC\0\x20"), "é€ ", 0},
        {"pair", XC_WIDE_UTF16_BE, BYTES("\xD8\x3D\xDE\x00"), "😀", 0},
        {"last character", XC_WIDE_UTF16_BE, BYTES("\xDB\xFF\xDF\xFF"),
         "\xF4\x8F\xBF\xBF", 0},
        {"first half alone", XC_WIDE_UTF16_BE, BYTES("\xD8\x3D\0x"), "\uFFFDx", 1},
        {"first half twice", XC_WIDE_UTF16_BE, BYTES("\xD8\x3D\xD8\x3D\xDE\x00"),
         "\uFFFD😀", 1},
        {"first half at the end", XC_WIDE_UTF16_BE, BYTES("\0x\xD8\x3D"), "x\uFFFD", 1},
        {"second half alone", XC_WIDE_UTF16_BE, BYTES("\xDE\x00\0x"), "\uFFFDx", 1},
        {"odd byte", XC_WIDE_UTF16_LE, BYTES("x\0y"), "x\uFFFD", 1},
        {"UTF-32 LE", XC_WIDE_UTF32_LE, BYTES("\x00\xF6\x01\0x\0\0\0"), "😀x", 0},
        {"UTF-32 BE", XC_WIDE_UTF32_BE, BYTES("\0\x01\xF6\x00\0\0\0x"), "😀x", 0},
        {"UTF-32 half", XC_WIDE_UTF32_BE, BYTES("\0\0\xD8\x3D\0\0\0x"), "\uFFFDx", 1},
        {"UTF-32 too large", XC_WIDE_UTF32_BE, BYTES("\0\x11\0\0\xFF\xFF\xFF\xFF"),
         "\uFFFD\uFFFD", 2},
        {"UTF-32 odd bytes", XC_WIDE_UTF32_BE, BYTES("\0\0\0x\0\0\0"), "x\uFFFD", 1},
        {"nothing", XC_WIDE_UTF16_LE, BYTES(""), "", 0},
    };
    struct xc_arena arena;
    size_t i;
    size_t n;
    size_t size;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        for (n = 1; n <= 9; n++) {
            for (size = 4; size <= 9; size++) {
                size_t n_bad = 0;
                const struct xc_str text =
                    convert(rows[i].wide, rows[i].bytes, n, size, &arena, &n_bad);

                ck_assert_msg(xc_str_is(text, rows[i].text), "%s by %zu: %s",
                              rows[i].name, n, text.ptr);
                ck_assert_msg(n_bad == rows[i].n_bad, "%s by %zu: %zu", rows[i].name, n,
                              n_bad);
            }
        }
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        wide_mark_tells_the_encoding,
        wide_characters_become_utf8,
        NULL,
    };

    return suite_run("wide", tests);
}
