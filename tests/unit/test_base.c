/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/sink.h"
#include "base/status.h"
#include "base/table.h"
#include "base/vec.h"
#include "suite.h"

START_TEST(arena_pointers_hold_while_it_grows)
{
    struct xc_arena arena;
    char *first;
    size_t i;

    xc_arena_init(&arena);
    first = xc_arena_copy(&arena, "first", 5);
    ck_assert_ptr_nonnull(first);
    for (i = 0; i < 1000; i++) {
        char *next = xc_arena_alloc(&arena, i * 37);

        ck_assert_ptr_nonnull(next);
        ck_assert_uint_eq((uintptr_t)next % _Alignof(max_align_t), 0);
        memset(next, 'x', i * 37);
    }
    ck_assert_str_eq(first, "first");
    xc_arena_reset(&arena);
    ck_assert_uint_eq(arena.n_bytes, 0);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(arena_only_the_last_piece_is_extended)
{
    struct xc_arena arena;
    char *first;
    char *last;

    xc_arena_init(&arena);
    first = xc_arena_alloc(&arena, 24);
    last = xc_arena_alloc(&arena, 24);
    ck_assert(first != NULL && last != NULL);
    memset(first, 'a', 24);
    ck_assert(!xc_arena_extend(&arena, first, 24, 48));
    ck_assert(!xc_arena_extend(&arena, last, 24, XC_MAX_ALLOCATION_BYTES + 1));
    ck_assert(!xc_arena_extend(&arena, last, 24, (size_t)1 << 30));
    /* Under AddressSanitizer every piece is a malloc of its own. */
    if (xc_arena_extend(&arena, last, 24, 100)) {
        char *next = xc_arena_alloc(&arena, 8);

        ck_assert_ptr_nonnull(next);
        memset(last, 'b', 100);
        memset(next, 'c', 8);
        ck_assert(first[23] == 'a' && last[99] == 'b');
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(arena_absurd_sizes_are_refused)
{
    struct xc_arena arena;

    xc_arena_init(&arena);
    ck_assert_ptr_null(xc_arena_alloc(&arena, XC_MAX_ALLOCATION_BYTES + 1));
    ck_assert_ptr_null(xc_arena_array(&arena, SIZE_MAX / 2, 3));
    ck_assert_ptr_nonnull(xc_arena_alloc(&arena, 0));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(arena_printf_keeps_long_text_whole)
{
    struct xc_arena arena;
    char long_text[3000];
    struct xc_str made;

    memset(long_text, 'y', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    xc_arena_init(&arena);
    made = xc_arena_printf(&arena, "%s-%d", long_text, 7);
    ck_assert_uint_eq(made.len, sizeof long_text - 1 + 2);
    ck_assert(xc_str_ends(made, "y-7"));
    xc_arena_release(&arena);
}
END_TEST

START_TEST(blocks_freed_in_any_order_leave_the_others)
{
    struct xc_blocks blocks = {NULL};
    char *at[5];
    size_t i;

    for (i = 0; i < 5; i++) {
        at[i] = xc_blocks_alloc(&blocks, 100 + i);
        ck_assert_ptr_nonnull(at[i]);
        ck_assert_uint_eq((uintptr_t)at[i] % _Alignof(max_align_t), 0);
        memset(at[i], (int)('a' + i), 100 + i);
    }
    xc_blocks_free(&blocks, at[4]); /* the newest, a middle one, the oldest */
    xc_blocks_free(&blocks, at[2]);
    xc_blocks_free(&blocks, at[0]);
    xc_blocks_free(&blocks, NULL);
    ck_assert_int_eq(at[1][100], 'b');
    ck_assert_int_eq(at[3][102], 'd');
    xc_blocks_free(&blocks, at[3]);
    xc_blocks_free(&blocks, at[1]);
    ck_assert_ptr_null(blocks.newest);
}
END_TEST

START_TEST(blocks_release_leaves_an_empty_set)
{
    struct xc_blocks blocks = {NULL};

    ck_assert_ptr_nonnull(xc_blocks_alloc(&blocks, 0));
    ck_assert_ptr_nonnull(xc_blocks_alloc(&blocks, 1000));
    ck_assert_ptr_null(xc_blocks_alloc(&blocks, XC_MAX_ALLOCATION_BYTES + 1));
    xc_blocks_release(&blocks);
    ck_assert_ptr_null(blocks.newest);
    ck_assert_ptr_nonnull(xc_blocks_alloc(&blocks, 8));
    xc_blocks_release(&blocks);
}
END_TEST

struct number_vec {
    size_t *items;
    size_t n;
    size_t cap;
};

START_TEST(vec_add_keeps_what_was_there)
{
    struct xc_arena arena;
    struct number_vec vec = {0};
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < 500; i++) {
        size_t *slot = XC_VEC_ADD(&vec, &arena);

        ck_assert_ptr_nonnull(slot);
        ck_assert_uint_eq(*slot, 0);
        *slot = i;
    }
    for (i = 0; i < 500; i++)
        ck_assert_uint_eq(vec.items[i], i);
    xc_arena_release(&arena);
}
END_TEST

START_TEST(table_first_value_of_a_key_stays)
{
    struct xc_arena arena;
    struct xc_table table = {0};
    size_t value;
    size_t i;

    xc_arena_init(&arena);
    for (i = 0; i < 2000; i++) {
        struct xc_str key = xc_arena_printf(&arena, "key %zu", i / 2);

        ck_assert(xc_table_add(&table, key, i, &arena, &value));
        ck_assert_uint_eq(value, i / 2 * 2);
    }
    ck_assert_uint_eq(table.n, 1000);
    ck_assert(xc_table_get(&table, XC_STR("key 999"), &value));
    ck_assert_uint_eq(value, 1998);
    ck_assert(!xc_table_get(&table, XC_STR("key 1000"), &value));
    ck_assert(xc_table_add(&table, XC_STR(""), 7, &arena, &value));
    ck_assert(xc_table_get(&table, XC_STR(""), &value));
    ck_assert_uint_eq(value, 7);
    xc_arena_release(&arena);
}
END_TEST

/* Keys that differ in a single byte, wherever it stands, or in nothing but length. */
START_TEST(table_tells_keys_of_every_length_apart)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
    struct xc_arena arena;
    size_t len;
    size_t i;

    xc_arena_init(&arena);
    for (len = 0; len < sizeof letters; len++) {
        struct xc_str key = {letters, len};
        struct xc_table table = {0};
        size_t value;

        ck_assert(!xc_table_get(&table, key, &value));
        ck_assert(xc_table_add(&table, key, len, &arena, &value));
        ck_assert(xc_table_get(&table, key, &value));
        ck_assert_uint_eq(value, len);
        for (i = 0; i < sizeof letters; i++)
            ck_assert(xc_table_get(&table, (struct xc_str){letters, i}, NULL) ==
                      (i == len));
        for (i = 0; i < len; i++) {
            char other[sizeof letters];
            struct xc_str changed = {other, len};

            memcpy(other, letters, len);
            other[i] = '!';
            ck_assert(!xc_table_get(&table, changed, &value));
        }
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(hash_is_the_same_everywhere)
{
    /* Values once computed: output that depends on them must not change. */
    ck_assert_uint_eq(xc_hash_bytes(XC_STR("")), 0xe220a8397b1dcdafu);
    ck_assert_uint_eq(xc_hash_bytes(XC_STR("corset")), 0x47cefd8bd9661389u);
    ck_assert_uint_ne(xc_hash_bytes(XC_STR("ab")), xc_hash_bytes(XC_STR("ba")));
    ck_assert_uint_ne(xc_hash_bytes(XC_STR("a")), xc_hash_bytes(XC_STR("a\0")));
    ck_assert_uint_ne(xc_hash_join(1, 2), xc_hash_join(2, 1));
    ck_assert_uint_eq(xc_hash_bytes(XC_STR("three men tied it")),
                      xc_hash_bytes(xc_str_of("three men tied it")));
}
END_TEST

static bool
refuse_after_ten(void *context, const char *bytes, size_t len)
{
    size_t *taken = context;

    (void)bytes;
    *taken += len;
    return *taken <= 10;
}

START_TEST(sink_failure_is_sticky)
{
    size_t taken = 0;
    struct xc_sink sink = {refuse_after_ten, &taken, false};

    xc_sink_text(&sink, "12345");
    ck_assert(!sink.failed);
    xc_sink_text(&sink, "1234567");
    ck_assert(sink.failed);
    xc_sink_text(&sink, "more");
    ck_assert_uint_eq(taken, 12);
}
END_TEST

START_TEST(place_counts_characters_not_bytes)
{
    struct xc_str text = XC_STR("one\n\xC3\xA9t\xC3\xA9: [bad\nthree");
    struct xc_place place = {0};

    xc_place_of_offset(text, 4 + 7, &place);
    ck_assert_uint_eq(place.line, 2);
    ck_assert_uint_eq(place.column, 6);
    ck_assert(xc_str_is(place.excerpt, "\xC3\xA9t\xC3\xA9: [bad"));
    xc_place_of_offset(text, 10000, &place);
    ck_assert_uint_eq(place.line, 3);
}
END_TEST

START_TEST(problems_over_the_cap_are_counted)
{
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_place place = {.path = XC_STR("a.yaml"), .line = 3};
    size_t i;

    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    for (i = 0; i < XC_MAX_PROBLEMS + 5; i++)
        ck_assert(
            xc_problems_add(&problems, XC_PROBLEM_RULE, &place, NULL, "bad %zu", i));
    ck_assert_uint_eq(problems.n, XC_MAX_PROBLEMS);
    ck_assert_uint_eq(problems.n_dropped, 5);
    ck_assert(xc_str_is(problems.items[7].message, "bad 7"));
    ck_assert_uint_eq(problems.items[7].line, 3);
    xc_arena_release(&arena);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        arena_pointers_hold_while_it_grows,
        arena_only_the_last_piece_is_extended,
        arena_absurd_sizes_are_refused,
        arena_printf_keeps_long_text_whole,
        blocks_freed_in_any_order_leave_the_others,
        blocks_release_leaves_an_empty_set,
        vec_add_keeps_what_was_there,
        table_first_value_of_a_key_stays,
        table_tells_keys_of_every_length_apart,
        hash_is_the_same_everywhere,
        sink_failure_is_sticky,
        place_counts_characters_not_bytes,
        problems_over_the_cap_are_counted,
        NULL,
    };

    return suite_run("base", tests);
}
