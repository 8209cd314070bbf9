/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/run.h"

#include <string.h>

#include "base/limits.h"
#include "suite.h"
#include "text/token.h"

#define N_ROUNDS 20000
#define ROOM 400

static uint64_t state;

static unsigned
pick(unsigned n)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % n;
}

static struct xc_arena arena; /* of the maps */

static const struct xc_byte_map *
maps_of(struct xc_str text)
{
    const struct xc_byte_map *maps;

    xc_arena_reset(&arena);
    maps = xc_byte_maps_new(text, &arena);
    ck_assert_ptr_nonnull(maps);
    return maps;
}

/* The runs of text with a "|" behind each, and a "~" for what token.c is left with. */
static void
check_row(const char *text, const char *wanted)
{
    struct xc_str bytes = xc_str_of(text);
    const struct xc_byte_map *maps;
    char got[ROOM] = "";
    size_t n = 0;
    size_t at = 0;
    size_t end;

    maps = maps_of(bytes);
    while (xc_run_next(maps, bytes, &at, &end)) {
        if (end > at) {
            memcpy(got + n, bytes.ptr + at, end - at);
            n += end - at;
            got[n++] = '|';
            at = end;
        } else {
            got[n++] = '~';
            at++;
        }
    }
    got[n] = '\0';
    ck_assert_str_eq(got, wanted);
}

START_TEST(run_plain_words_are_found_whole)
{
    check_row("the toll rose to 12; she left", "the|toll|rose|to|12|she|left|");
    check_row("the bridge shut. nobody", "the|bridge|shut|~nobody|");
    check_row("(skin-tight) 20th @star", "skin|tight|20th|star|");
    check_row("", "");
    check_row(" -- ", "");
}
END_TEST

START_TEST(run_next_to_a_sign_is_left_to_tokens)
{
    check_row("in 2019.", "in|~~~~~");
    check_row("3,000 men", "~000|men|");
    check_row("u.s. men", "~~~~men|");
    check_row("s--- men", "~men|");
    check_row("f*ck", "~~ck|");
}
END_TEST

/* What run.c takes by itself must be what token.c would have made of it. */
START_TEST(run_random_text_agrees_with_tokens)
{
    static const char alphabet[] = "abhtpsw019 '.,:-_*/?\"\xC3\xA9";
    size_t n_runs = 0;
    size_t round;

    state = 20310506;
    for (round = 0; round < N_ROUNDS; round++) {
        char bytes[ROOM];
        struct xc_str text = {bytes, 1 + pick(ROOM - 1)};
        unsigned long_words = pick(8);
        const struct xc_byte_map *maps;
        size_t at = 0;
        size_t end;
        size_t i;

        for (i = 0; i < text.len; i++)
            bytes[i] = long_words == 0 && pick(200) != 0
                           ? 'a'
                           : alphabet[pick(sizeof alphabet - 1)];
        maps = maps_of(text);
        while (xc_run_next(maps, text, &at, &end)) {
            struct xc_token token;

            if (end == at) {
                at++;
                continue;
            }
            xc_token_scan(text, at, pick(2) == 0, &token);
            ck_assert_uint_eq(token.end, end);
            ck_assert(token.is_plain && !token.has_apostrophe);
            ck_assert_int_ne(token.shape, XC_TOKEN_URL);
            ck_assert_int_ne(token.shape, XC_TOKEN_ACRONYM);
            ck_assert(end == text.len || text.ptr[end] != '\'');
            n_runs++;
            at = end;
        }
    }
    ck_assert_uint_gt(n_runs, N_ROUNDS);
}
END_TEST

START_TEST(run_longer_than_a_word_is_left_to_tokens)
{
    char bytes[XC_MAX_WORD_BYTES + 2];
    struct xc_str text = {bytes, XC_MAX_WORD_BYTES};
    const struct xc_byte_map *maps;
    size_t at = 0;
    size_t end;

    memset(bytes, 'a', sizeof bytes);
    maps = maps_of(text);
    ck_assert(xc_run_next(maps, text, &at, &end));
    ck_assert_uint_eq(end, XC_MAX_WORD_BYTES);
    text.len++;
    maps = maps_of(text);
    ck_assert(xc_run_next(maps, text, &at, &end));
    ck_assert_uint_eq(end, at);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        run_plain_words_are_found_whole,
        run_next_to_a_sign_is_left_to_tokens,
        run_random_text_agrees_with_tokens,
        run_longer_than_a_word_is_left_to_tokens,
        NULL,
    };
    int code;

    xc_arena_init(&arena);
    code = suite_run("run", tests);
    xc_arena_release(&arena);
    return code;
}
