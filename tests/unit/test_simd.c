/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/simd.h"

#include <string.h>

#include "suite.h"

#define N_ROUNDS 20000
#define ROOM 200

/* What the folding and splitting of text turns on, so that random text is full of it. */
static const char telling[] =
    "azAZ09 1('\".!?*`~\x1F\x7F\n\t @[{/:-_,\xE2\x80\x99\xC3\xFF";

static uint64_t state;

static unsigned
pick(unsigned n)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % n;
}

/* Every fourth round is any bytes at all, the others mostly plain words. */
static void
random_bytes(size_t round, char *out, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (round % 4 == 0)
            out[i] = (char)pick(256);
        else if (pick(round % 4 == 1 ? 2 : 24) == 0)
            out[i] = telling[pick(sizeof telling - 1)];
        else
            out[i] = (char)('a' + pick(26));
    }
}

static bool
is_any_of(unsigned char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static void
check_map(const char *block, const struct xc_byte_map *map)
{
    size_t i;

    for (i = 0; i < XC_SIMD_BYTES; i++) {
        unsigned char c = (unsigned char)block[i];
        bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

        ck_assert_int_eq((int)(map->word >> i & 1), is_word);
        ck_assert_int_eq((int)(map->space >> i & 1), c == ' ');
        ck_assert_int_eq((int)(map->quote >> i & 1), is_any_of(c, "'\""));
        ck_assert_int_eq((int)(map->stop >> i & 1), is_any_of(c, ".!?"));
        ck_assert_int_eq((int)(map->item >> i & 1), is_any_of(c, "(1") || c == 0xE2);
        ck_assert_int_eq((int)(map->sign >> i & 1), is_any_of(c, "'.*") || c >= 0x80);
    }
}

START_TEST(simd_every_byte_is_mapped_as_told)
{
    size_t i;
    size_t c;

    for (i = 0; xc_simd_at(i) != NULL; i++) {
        for (c = 0; c < 256; c++) {
            char block[XC_SIMD_BYTES];
            struct xc_byte_map map;

            memset(block, (int)c, sizeof block);
            xc_simd_at(i)->map(block, &map);
            check_map(block, &map);
        }
    }
}
END_TEST

START_TEST(simd_random_bytes_same_maps_of_all)
{
    struct xc_byte_map wanted;
    struct xc_byte_map map;
    char bytes[XC_SIMD_BYTES + 16];
    size_t round;
    size_t i;

    state = 20310506;
    for (round = 0; round < N_ROUNDS; round++) {
        const char *block = bytes + pick(16); /* aligned or not */

        random_bytes(round, bytes, sizeof bytes);
        xc_simd_at(0)->map(block, &wanted);
        if (round < 500)
            check_map(block, &wanted);
        for (i = 1; xc_simd_at(i) != NULL; i++) {
            xc_simd_at(i)->map(block, &map);
            if (memcmp(&map, &wanted, sizeof map) != 0)
                ck_abort_msg("%s maps round %zu otherwise", xc_simd_at(i)->name, round);
        }
    }
}
END_TEST

/* The others may stop earlier, but only for want of a whole block. */
START_TEST(simd_random_bytes_same_lower_of_all)
{
    char from[ROOM];
    char wanted[ROOM];
    char to[ROOM];
    size_t round;
    size_t i;

    state = 20330506;
    for (round = 0; round < N_ROUNDS; round++) {
        size_t n = pick(ROOM);
        size_t n_wanted;

        random_bytes(round, from, sizeof from);
        n_wanted = xc_simd_at(0)->lower(from, n, wanted);
        for (i = 1; xc_simd_at(i) != NULL; i++) {
            size_t n_done = xc_simd_at(i)->lower(from, n, to);

            if (n_done > n_wanted || memcmp(to, wanted, n_done) != 0 ||
                (n_done < n_wanted && n - n_done >= 32))
                ck_abort_msg("%s lowers round %zu otherwise: %zu for %zu of %zu",
                             xc_simd_at(i)->name, round, n_done, n_wanted, n);
        }
    }
}
END_TEST

START_TEST(simd_lower_stops_at_what_folds_otherwise)
{
    static const struct {
        const char *text;
        size_t n;
    } rows[] = {
        {"The Gull Bridge", 15}, {"two  spaces", 4},      {" leads", 6},
        {"tab\there", 3},        {"a `grave` accent", 2}, {"Beyonc\xC3\xA9", 6},
        {"delete\x7F", 6},       {"tilde~", 6},
    };
    char to[ROOM];
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_uint_eq(xc_simd_at(0)->lower(rows[i].text, strlen(rows[i].text), to),
                          rows[i].n);
    (void)xc_simd_at(0)->lower("The GULL", 8, to);
    ck_assert_mem_eq(to, "the gull", 8);
}
END_TEST

/* Also where the two stand in different blocks; what is behind them is never copied. */
START_TEST(simd_two_spaces_anywhere_lower_of_all_stops)
{
    char text[ROOM];
    char to[ROOM];
    size_t off;
    size_t i;

    for (off = 0; off + 2 <= sizeof text; off++) {
        memset(text, 'a', sizeof text);
        text[off] = ' ';
        text[off + 1] = ' ';
        for (i = 0; xc_simd_at(i) != NULL; i++) {
            size_t n_done = xc_simd_at(i)->lower(text, sizeof text, to);

            if (n_done > off + 1 ||
                (n_done < off + 1 && sizeof text - n_done >= XC_SIMD_BYTES))
                ck_abort_msg("%s stops at %zu for two spaces at %zu",
                             xc_simd_at(i)->name, n_done, off);
        }
    }
}
END_TEST

/* Never a bit behind the end, wherever the text ends. */
START_TEST(simd_maps_cover_the_text_and_no_more)
{
    char text[ROOM];
    struct xc_arena arena;
    size_t len;
    size_t off;

    xc_arena_init(&arena);
    memset(text, 'a', sizeof text);
    for (len = 0; len <= sizeof text; len++) {
        const struct xc_byte_map *maps =
            xc_byte_maps_new((struct xc_str){text, len}, &arena);

        ck_assert_ptr_nonnull(maps);
        for (off = 0; off <= len; off += XC_SIMD_BYTES) {
            size_t left = len - off;

            ck_assert_uint_eq(maps[off / XC_SIMD_BYTES].word,
                              left >= XC_SIMD_BYTES ? UINT64_MAX
                                                    : (UINT64_C(1) << left) - 1);
        }
    }
    xc_arena_release(&arena);
}
END_TEST

START_TEST(simd_best_is_one_of_all)
{
    size_t i = 0;

    while (xc_simd_at(i) != NULL && xc_simd_at(i) != xc_simd_best())
        i++;
    ck_assert_ptr_nonnull(xc_simd_at(i));
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        simd_every_byte_is_mapped_as_told,
        simd_random_bytes_same_maps_of_all,
        simd_random_bytes_same_lower_of_all,
        simd_lower_stops_at_what_folds_otherwise,
        simd_two_spaces_anywhere_lower_of_all_stops,
        simd_maps_cover_the_text_and_no_more,
        simd_best_is_one_of_all,
        NULL,
    };

    return suite_run("simd", tests);
}
