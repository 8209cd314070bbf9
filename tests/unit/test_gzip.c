/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/gzip.h"

#include "base/vec.h"
#include "short_memory.h"
#include "suite.h"
#include "unpacking.h"

static struct xc_arena arena;

/* Input and room of one step: byte by byte, uneven, all at once. */
static const size_t sizes[][2] = {{1, 1}, {3, 7}, {1, 4096}, {4096, 1}, {65536, 65536}};

static enum xc_status
step(void *handle, struct xc_unpack *unpack, const char **fault)
{
    return xc_gzip_step(handle, unpack, fault);
}

static struct unpacked
unpack(struct xc_str packed, const size_t *with)
{
    struct xc_gzip *gzip;
    struct unpacked result;

    ck_assert(xc_gzip_new(&arena, &gzip) == XC_OK);
    result = unpack_all(step, gzip, packed, with, &arena);
    if (result.status == XC_BAD_INPUT) {
        struct xc_unpack again = {.in = packed, .out = (char[4]){0}, .room = 4};
        const char *fault = NULL;

        ck_assert(xc_gzip_step(gzip, &again, &fault) == XC_BAD_INPUT);
        ck_assert_ptr_eq(fault, result.fault);
    }
    xc_gzip_free(gzip);
    return result;
}

/* The bytes with the one at off turned over. */
static struct xc_str
damaged(struct xc_str bytes, size_t off)
{
    char *copy = xc_arena_copy(&arena, bytes.ptr, bytes.len);

    copy[off] = (char)~copy[off];
    return (struct xc_str){copy, bytes.len};
}

struct row {
    const char *name;
    struct xc_str packed;
    const char *text;  /* that comes out */
    const char *fault; /* NULL: none */
};

static void
check_rows(const struct row *rows, size_t n)
{
    size_t i;
    size_t s;

    for (i = 0; i < n; i++) {
        for (s = 0; s < XC_COUNT(sizes); s++) {
            const struct unpacked result = unpack(rows[i].packed, sizes[s]);

            ck_assert_msg((result.status == XC_BAD_INPUT) == (rows[i].fault != NULL),
                          "%s, sizes %zu: %s", rows[i].name, s, result.fault);
            ck_assert_msg(xc_str_is(result.text, rows[i].text), "%s, sizes %zu: '%s'",
                          rows[i].name, s, result.text.ptr);
            if (rows[i].fault != NULL)
                ck_assert_msg(strstr(result.fault, rows[i].fault) != NULL,
                              "%s, sizes %zu: %s", rows[i].name, s, result.fault);
        }
    }
}

START_TEST(gzip_members_are_read_on)
{
    struct xc_str one;
    struct xc_str two;
    struct xc_str none;

    xc_arena_init(&arena);
    one = packed_gzip(&arena, XC_STR("The harbour "));
    two = packed_gzip(&arena, XC_STR("is shut."));
    none = packed_gzip(&arena, XC_STR(""));
    {
        const struct xc_str both = packed_join(&arena, one, two);
        const struct row rows[] = {
            {"one", one, "The harbour ", NULL},
            {"two", both, "The harbour is shut.", NULL},
            {"empty", none, "", NULL},
            {"empty between", packed_join(&arena, packed_join(&arena, one, none), two),
             "The harbour is shut.", NULL},
            {"padded",
             packed_join(&arena, both, (struct xc_str){"\0\0\0\0\0\0\0\0\0", 9}),
             "The harbour is shut.", NULL},
        };

        check_rows(rows, XC_COUNT(rows));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(gzip_faults_are_told_after_what_was_good)
{
    struct xc_str one;

    xc_arena_init(&arena);
    one = packed_gzip(&arena, XC_STR("The harbour is shut."));
    {
        /* 10 bytes of header, 5 of the block's, 20 of text, 4 of CRC, 4 of length. */
        const struct row rows[] = {
            {"nothing", XC_STR(""), "", "cut off"},
            {"in the header", xc_str_sub(one, 0, 6), "", "cut off"},
            {"in the text", xc_str_sub(one, 0, 26), "The harbour", "cut off"},
            {"in the checksum", xc_str_sub(one, 0, 37), "The harbour is shut.",
             "cut off"},
            {"one byte short", xc_str_sub(one, 0, one.len - 1), "The harbour is shut.",
             "cut off"},
            {"second member cut off", packed_join(&arena, one, xc_str_sub(one, 0, 20)),
             "The harbour is shut.The h", "cut off"},
            {"wrong checksum", damaged(one, 35), "The harbour is shut.", "damaged"},
            {"wrong length", damaged(one, 39), "The harbour is shut.", "damaged"},
            {"no such method", damaged(one, 2), "", "damaged"},
            {"no such block", damaged(one, 10), "", "damaged"},
            {"garbage behind", packed_join(&arena, one, XC_STR("x")),
             "The harbour is shut.", "something else"},
            {"garbage behind padding",
             packed_join(&arena, one, (struct xc_str){"\0\0x", 3}),
             "The harbour is shut.", "something else"},
            /* Padding ends a file: nothing is looked for in it. */
            {"member behind padding",
             packed_join(&arena, packed_join(&arena, one, (struct xc_str){"\0", 1}),
                         one),
             "The harbour is shut.", "something else"},
        };

        check_rows(rows, XC_COUNT(rows));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(gzip_beginning_is_known)
{
    static const struct {
        const char *name;
        struct xc_str bytes;
        bool begins;
    } rows[] = {
        {"gzip", {"\x1F\x8B\x08", 3}, true},
        {"too short", {"\x1F\x8B", 2}, false},
        {"text", {"The harbour", 11}, false},
        {"nothing", {"", 0}, false},
        {"another method", {"\x1F\x8B\x07", 3}, false},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_gzip_begins(rows[i].bytes) == rows[i].begins, "%s",
                      rows[i].name);
}
END_TEST

START_TEST(gzip_large_text_comes_whole)
{
    const size_t len = 1000000;
    const size_t uneven[2] = {60000, 65536};
    struct unpacked result;
    char *text;
    size_t i;

    xc_arena_init(&arena);
    text = xc_arena_alloc(&arena, len);
    for (i = 0; i < len; i++)
        text[i] = (char)('a' + i * i % 26);
    result = unpack(packed_gzip(&arena, (struct xc_str){text, len}), uneven);
    ck_assert(result.status == XC_OK);
    ck_assert(xc_str_equal(result.text, (struct xc_str){text, len}));
    xc_arena_release(&arena);
}
END_TEST

/* Unpacks with the n-th allocation failing; whether none failed. */
static bool
survives(struct xc_str packed, size_t n)
{
    struct xc_gzip *gzip = NULL;
    struct xc_unpack unpack = {.in = packed, .last = true};
    struct xc_arena own;
    const char *fault = NULL;
    enum xc_status status;
    char room[64];

    xc_arena_init(&own);
    unpack.out = room;
    unpack.room = 5;
    short_memory_countdown = n;
    status = xc_gzip_new(&own, &gzip);
    while (status == XC_OK && !unpack.ended)
        status = xc_gzip_step(gzip, &unpack, &fault);
    short_memory_countdown = 0;
    ck_assert_msg(status == XC_OK || status == XC_NO_MEMORY, "%zu: %s", n, fault);
    xc_gzip_free(gzip);
    xc_arena_release(&own);
    return status == XC_OK;
}

START_TEST(gzip_short_of_memory_says_so)
{
    struct xc_str packed;
    size_t n = 1;

    if (!short_memory_works())
        return;
    xc_arena_init(&arena);
    packed = packed_gzip(&arena, XC_STR("The harbour is shut."));
    while (n < 100 && !survives(packed, n))
        n++;
    ck_assert_uint_ge(n, 3);
    ck_assert_uint_lt(n, 100);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        gzip_members_are_read_on,     gzip_faults_are_told_after_what_was_good,
        gzip_beginning_is_known,      gzip_large_text_comes_whole,
        gzip_short_of_memory_says_so, NULL,
    };

    return suite_run("gzip", tests);
}
