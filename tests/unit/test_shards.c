/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/shards.h"

#include "base/hash.h"
#include "base/vec.h"
#include "memory_scratch.h"
#include "suite.h"

static uint64_t
hashed(size_t i)
{
    return xc_hash_join(1, i);
}

static uint64_t
few_keys(size_t i)
{
    return xc_hash_join(1, i % 7);
}

static uint64_t
one_key(size_t i)
{
    (void)i;
    return 42;
}

/* As pairs of articles are: two numbers of which neither fills its half. */
static uint64_t
pairs(size_t i)
{
    return (xc_hash_join(1, i) % 50) << 32 | (xc_hash_join(2, i) % 3000);
}

/* Two digits in common, so that all of it falls into one bucket twice. */
static uint64_t
crowded(size_t i)
{
    return (uint64_t)(i % 2) << 63 | (uint64_t)(i % 3) << 40 |
           (xc_hash_join(3, i) & 0xFFFFFFFFu);
}

static uint64_t
falling(size_t i)
{
    return UINT64_MAX - i;
}

START_TEST(shards_load_sorts_and_keeps_the_order_of_equal_keys)
{
    static const struct {
        const char *name;
        uint64_t (*key)(size_t i);
    } rows[] = {
        {"hashed", hashed}, {"few keys", few_keys}, {"one key", one_key},
        {"pairs", pairs},   {"crowded", crowded},   {"falling", falling},
    };
    static const size_t sizes[] = {0, 1, 2, 33, 5000, 60000};
    size_t row;
    size_t s;
    size_t i;

    for (row = 0; row < XC_COUNT(rows) * XC_COUNT(sizes); row++) {
        const char *name = rows[row / XC_COUNT(sizes)].name;
        struct memory_scratch memory;
        struct xc_scratch scratch;
        struct xc_shards shards;
        struct xc_entry *entries;
        struct xc_arena arena;
        size_t n;

        s = sizes[row % XC_COUNT(sizes)];
        xc_arena_init(&arena);
        scratch = memory_scratch(&memory, &arena, SIZE_MAX);
        xc_shards_init(&shards, &scratch, 0);
        for (i = 0; i < s; i++) {
            const struct xc_entry entry = {rows[row / XC_COUNT(sizes)].key(i),
                                           (uint32_t)i, (uint32_t)(s - i)};

            ck_assert(xc_shards_add_to(&shards, 3, &entry) == XC_OK);
        }
        ck_assert(xc_shards_load(&shards, 3, &arena, &entries, &n) == XC_OK);
        ck_assert_msg(n == s, "%s: %zu", name, n);
        for (i = 0; i < n; i++) {
            ck_assert_msg(entries[i].key ==
                                  rows[row / XC_COUNT(sizes)].key(entries[i].a) &&
                              entries[i].a + entries[i].b == s,
                          "%s %zu: %zu is no entry", name, s, i);
            ck_assert_msg(i == 0 || entries[i - 1].key < entries[i].key ||
                              (entries[i - 1].key == entries[i].key &&
                               entries[i - 1].a < entries[i].a),
                          "%s %zu: %zu out of order", name, s, i);
        }
        xc_arena_release(&arena);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        shards_load_sorts_and_keeps_the_order_of_equal_keys,
        NULL,
    };

    return suite_run("shards", tests);
}
