/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/bytes.h"

#include "base/vec.h"
#include "data/utf8.h"
#include "suite.h"

/* Pairs of neighbours that borrow or carry when one looks for another. */
static const char texts[][9] = {
    "aaaaaaaa",
    "\"a\"\"b\"c\"",
    "\x1F\x20\x21\x00\x01\x7F\x80\xFF",
    "\"#\"#!\"!#",
    "''\"\"((&&",
    "\x80\x00\x80\x00\xFF\x00\x01\x00",
    "        ",
    "\xA2\"\xA7'\xDC\\\xA0 ",
};

/* The set, worked out byte by byte. */
static uint64_t
set_of(const char *text, unsigned char c)
{
    const uint64_t word = xc_bytes_load(text);
    uint64_t set = 0;
    size_t i;

    for (i = 0; i < XC_BYTES_AT_ONCE; i++) {
        const unsigned char byte = (unsigned char)(word >> (8 * i));

        if (byte == c)
            set |= (uint64_t)0x80 << (8 * i);
    }
    return set;
}

START_TEST(bytes_are_found_where_they_are)
{
    size_t i;
    unsigned c;

    for (i = 0; i < XC_COUNT(texts); i++) {
        const uint64_t word = xc_bytes_load(texts[i]);

        for (c = 0; c < 256; c++)
            ck_assert_msg(xc_bytes_equal(word, (unsigned char)c) ==
                              set_of(texts[i], (unsigned char)c),
                          "row %zu, byte 0x%02X", i, c);
    }
}
END_TEST

START_TEST(bytes_are_counted)
{
    ck_assert_uint_eq(xc_bytes_count(0), 0);
    ck_assert_uint_eq(xc_bytes_count(XC_BYTES_HIGH), 8);
    ck_assert_uint_eq(xc_bytes_count(xc_bytes_equal(xc_bytes_load("a b c  d"), ' ')),
                      4);
}
END_TEST

/* Eight bytes at a time or one by one, at every place of a longer text. */
START_TEST(utf8_is_checked_and_counted_at_every_place)
{
    const struct xc_str good = XC_STR("The caf\xC3\xA9 by the quay \xE2\x82\xAC 5 "
                                      "\xF0\x9F\x98\x80 and more of it.");
    struct xc_arena arena;
    size_t off;

    xc_arena_init(&arena);
    ck_assert_uint_eq(xc_utf8_count(good), good.len - 1 - 2 - 3);
    for (off = 0; off < good.len; off++) {
        char *copy = xc_arena_copy(&arena, good.ptr, good.len);
        const struct xc_str text = {copy, good.len};

        ck_assert_uint_eq(xc_utf8_first_bad(text, 0), good.len);
        if ((unsigned char)copy[off] >= 0x80)
            continue;
        copy[off] = '\0';
        ck_assert_uint_eq(xc_utf8_first_bad(text, 0), off);
        copy[off] = '\xFF';
        ck_assert_uint_eq(xc_utf8_first_bad(text, 0), off);
    }
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        bytes_are_found_where_they_are,
        bytes_are_counted,
        utf8_is_checked_and_counted_at_every_place,
        NULL,
    };

    return suite_run("bytes", tests);
}
