/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/zstd.h"

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
    return xc_zstd_step(handle, unpack, fault);
}

static struct unpacked
unpack(struct xc_str packed, const size_t *with)
{
    struct xc_zstd *zstd;
    struct unpacked result;

    ck_assert(xc_zstd_new(&arena, &zstd) == XC_OK);
    result = unpack_all(step, zstd, packed, with, &arena);
    if (result.status == XC_BAD_INPUT) {
        struct xc_unpack again = {.in = packed, .out = (char[4]){0}, .room = 4};
        const char *fault = NULL;

        ck_assert(xc_zstd_step(zstd, &again, &fault) == XC_BAD_INPUT);
        ck_assert_ptr_eq(fault, result.fault);
    }
    xc_zstd_free(zstd);
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
    const char *text;  /* that comes out; NULL: any */
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
            if (rows[i].text != NULL)
                ck_assert_msg(xc_str_is(result.text, rows[i].text),
                              "%s, sizes %zu: '%s'", rows[i].name, s, result.text.ptr);
            if (rows[i].fault != NULL)
                ck_assert_msg(strstr(result.fault, rows[i].fault) != NULL,
                              "%s, sizes %zu: %s", rows[i].name, s, result.fault);
        }
    }
}

START_TEST(zstd_frames_are_read_on)
{
    struct xc_str one;
    struct xc_str two;
    struct xc_str skippable = {"\x53\x2A\x4D\x18\x03\0\0\0abc", 11};

    xc_arena_init(&arena);
    one = packed_zstd(&arena, XC_STR("The harbour "));
    two = packed_zstd(&arena, XC_STR("is shut."));
    {
        const struct xc_str both = packed_join(&arena, one, two);
        const struct row rows[] = {
            {"one", one, "The harbour ", NULL},
            {"two", both, "The harbour is shut.", NULL},
            {"empty", packed_zstd(&arena, XC_STR("")), "", NULL},
            {"skippable in front", packed_join(&arena, skippable, both),
             "The harbour is shut.", NULL},
            {"skippable between",
             packed_join(&arena, packed_join(&arena, one, skippable), two),
             "The harbour is shut.", NULL},
        };

        check_rows(rows, XC_COUNT(rows));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(zstd_faults_are_told)
{
    struct xc_str one;

    xc_arena_init(&arena);
    one = packed_zstd(&arena, XC_STR("The harbour is shut."));
    {
        /* 4 bytes of magic, 2 of header, 3 of the block's, 20 of text. */
        const struct row rows[] = {
            {"in the magic", xc_str_sub(one, 0, 3), "", "cut off"},
            {"in the header", xc_str_sub(one, 0, 5), "", "cut off"},
            {"in the block's header", xc_str_sub(one, 0, 8), "", "cut off"},
            {"one byte short", xc_str_sub(one, 0, one.len - 1), NULL, "cut off"},
            {"second frame cut off", packed_join(&arena, one, xc_str_sub(one, 0, 7)),
             "The harbour is shut.", "cut off"},
            {"no such kind of block", damaged(one, 6), "", "damaged"},
            {"garbage behind", packed_join(&arena, one, XC_STR("x")),
             "The harbour is shut.", "something else"},
            {"zeros behind", packed_join(&arena, one, (struct xc_str){"\0\0\0\0", 4}),
             "The harbour is shut.", "something else"},
        };

        check_rows(rows, XC_COUNT(rows));
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(zstd_large_window_is_refused)
{
    static const struct {
        int log;
        const char *fault;
    } rows[] = {{10, NULL}, {27, NULL}, {28, "--long"}, {31, "--long"}, {41, "--long"}};
    char bytes[16];
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < XC_COUNT(rows); i++) {
        size_t used = packed_zstd_head(bytes, rows[i].log);
        struct unpacked result;

        used += packed_zstd_block(bytes + used, 1, 0, true);
        bytes[used++] = 'x';
        result = unpack((struct xc_str){bytes, used}, sizes[4]);
        ck_assert_msg((result.status == XC_OK) == (rows[i].fault == NULL), "2^%d",
                      rows[i].log);
        if (rows[i].fault != NULL)
            ck_assert_msg(strstr(result.fault, rows[i].fault) != NULL, "2^%d: %s",
                          rows[i].log, result.fault);
        else
            ck_assert_msg(xc_str_is(result.text, "x"), "2^%d", rows[i].log);
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(zstd_dictionary_is_refused)
{
    /* A frame that wants dictionary 7. */
    const struct xc_str bytes = {"\x28\xB5\x2F\xFD\x01\x38\x07\x09\0\0x", 11};
    struct unpacked result;

    xc_arena_init(&arena);
    result = unpack(bytes, sizes[4]);
    ck_assert(result.status == XC_BAD_INPUT);
    ck_assert_ptr_nonnull(strstr(result.fault, "dictionary"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(zstd_beginning_is_known)
{
    static const struct {
        const char *name;
        struct xc_str bytes;
        bool begins;
    } rows[] = {
        {"zstd", {"\x28\xB5\x2F\xFD", 4}, true},
        {"skippable, first", {"\x50\x2A\x4D\x18", 4}, true},
        {"skippable, last", {"\x5F\x2A\x4D\x18", 4}, true},
        {"no skippable one", {"\x60\x2A\x4D\x18", 4}, false},
        {"too short", {"\x28\xB5\x2F", 3}, false},
        {"text", {"(The harbour", 12}, false},
        {"nothing", {"", 0}, false},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++)
        ck_assert_msg(xc_zstd_begins(rows[i].bytes) == rows[i].begins, "%s",
                      rows[i].name);
}
END_TEST

START_TEST(zstd_large_text_comes_whole)
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
    result = unpack(packed_zstd(&arena, (struct xc_str){text, len}), uneven);
    ck_assert(result.status == XC_OK);
    ck_assert(xc_str_equal(result.text, (struct xc_str){text, len}));
    xc_arena_release(&arena);
}
END_TEST

/* Unpacks with the n-th allocation failing; whether none failed. */
static bool
survives(struct xc_str packed, size_t n)
{
    struct xc_zstd *zstd = NULL;
    struct xc_unpack unpack = {.in = packed, .last = true};
    struct xc_arena own;
    const char *fault = NULL;
    enum xc_status status;
    char room[64];

    xc_arena_init(&own);
    unpack.out = room;
    unpack.room = 5;
    short_memory_countdown = n;
    status = xc_zstd_new(&own, &zstd);
    while (status == XC_OK && !unpack.ended)
        status = xc_zstd_step(zstd, &unpack, &fault);
    short_memory_countdown = 0;
    ck_assert_msg(status == XC_OK || status == XC_NO_MEMORY, "%zu: %s", n, fault);
    xc_zstd_free(zstd);
    xc_arena_release(&own);
    return status == XC_OK;
}

START_TEST(zstd_short_of_memory_says_so)
{
    struct xc_str packed;
    size_t n = 1;

    if (!short_memory_works())
        return;
    xc_arena_init(&arena);
    packed = packed_zstd(&arena, XC_STR("The harbour is shut."));
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
        zstd_frames_are_read_on,      zstd_faults_are_told,
        zstd_large_window_is_refused, zstd_dictionary_is_refused,
        zstd_beginning_is_known,      zstd_large_text_comes_whole,
        zstd_short_of_memory_says_so, NULL,
    };

    return suite_run("zstd", tests);
}
