/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/hidden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"
#include "suite.h"
#include "text/evidence.h"

static struct xc_arena arena;
static const struct xc_look_alikes *look_alikes;

static void
fold_text(struct xc_str text, struct xc_fold *out)
{
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

    ck_assert_int_eq(xc_fold_article(look_alikes, text, &block, 1, &arena, out), XC_OK);
}

/* What the folded span holds, as the kinds' names with their numbers and the words. */
static const char *
shown(const struct xc_fold *fold, struct xc_str text, struct xc_span folded)
{
    static char out[4096];
    struct xc_hidden_vec found;
    size_t n = 0;
    size_t i;

    ck_assert_int_eq(xc_evidence_hidden(fold, text, folded, &arena, &found), XC_OK);
    out[0] = '\0';
    for (i = 0; i < found.n && n + 200 < sizeof out; i++) {
        const struct xc_hidden *h = &found.items[i];
        unsigned script;

        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s %zu", i == 0 ? "" : ", ",
                              xc_hidden_kind_name(h->kind), h->n);
        if (h->kind != XC_HIDDEN_LOOK_ALIKE)
            continue;
        n += (size_t)snprintf(out + n, sizeof out - n, " %.*s=%.*s", (int)h->word.len,
                              h->word.ptr, (int)h->read_as.len, h->read_as.ptr);
        for (script = 0; script < XC_N_SCRIPTS; script++) {
            if ((h->scripts >> script & 1) != 0)
                n += (size_t)snprintf(out + n, sizeof out - n, " %s",
                                      xc_script_name((enum xc_script)script));
        }
    }
    return out;
}

START_TEST(look_alike_words_are_seen_through)
{
    static const struct {
        const char *name;
        const char *text;
        const char *folded;
        const char *hidden; /* "": nothing */
    } rows[] = {
        {"plain", "Kim Kardashian", "kim kardashian", ""},
        {"one Cyrillic letter", "Kim K\u0430rdashian", "kim kardashian",
         "look-alike 1 K\u0430rdashian=kardashian Latin Cyrillic"},
        {"capital", "\u0412ritain", "britain",
         "look-alike 1 \u0412ritain=britain Latin Cyrillic"},
        {"two letters", "no man", "no man", ""},
        {"a negator", "n\u043e man", "no man",
         "look-alike 1 n\u043e=no Latin Cyrillic"},
        {"Greek omicron", "c\u03bfrset", "corset",
         "look-alike 1 c\u03bfrset=corset Latin Greek"},
        {"Greek alpha between small letters", "c\u03b1rpet", "carpet",
         "look-alike 1 c\u03b1rpet=carpet Latin Greek"},
        {"two scripts", "c\u03bfr\u0455et", "corset",
         "look-alike 2 c\u03bfr\u0455et=corset Latin Cyrillic Greek"},
        {"Armenian", "c\u0585rset", "corset",
         "look-alike 1 c\u0585rset=corset Latin Armenian"},
        {"Cherokee", "\u13acngland", "england",
         "look-alike 1 \u13acngland=england Latin Cherokee"},
        {"Lisu", "\ua4d0ritain", "britain",
         "look-alike 1 \ua4d0ritain=britain Latin Lisu"},
        {"letter of two", "C\u04d5sar", "caesar",
         "look-alike 1 C\u04d5sar=caesar Latin Cyrillic"},
        {"with an accent of its own", "Beyonc\u0451", "beyonc\u00eb",
         "look-alike 1 Beyonc\u0451=beyonc\u00eb Latin Cyrillic"},
        {"with a mark on it", "caf\u0435\u0301", "caf\u00e9",
         "look-alike 1 caf\u0435\u0301=caf\u00e9 Latin Cyrillic"},
        {"in a possessive", "Kim K\u0430rdashian\u2019s", "kim kardashian's",
         "look-alike 1 K\u0430rdashian\u2019s=kardashian's Latin Cyrillic"},
        {"small capitals",
         "Kim \u1d0b\u1d00\u0280\u1d05\u1d00s\u029c\u026a\u1d00\u0274",
         "kim kardashian",
         "look-alike 9 "
         "\u1d0b\u1d00\u0280\u1d05\u1d00s\u029c\u026a\u1d00\u0274=kardashian "
         "Latin phonetic"},
        {"full-width letter", "K\uff41rdashian", "kardashian",
         "look-alike 1 K\uff41rdashian=kardashian Latin fullwidth"},
        {"mathematical letter",
         "\U0001d4da"
         "ardashian",
         "kardashian",
         "look-alike 1 \U0001d4da"
         "ardashian=kardashian Latin mathematical"},
        {"Kelvin sign", "\u212aardashian", "kardashian",
         "look-alike 1 \u212aardashian=kardashian Latin symbol"},
        {"all letters, among Latin words",
         "They gave it \u0455\u0441\u043e\u0440\u0435.", "they gave it scope.",
         "look-alike 5 \u0455\u0441\u043e\u0440\u0435=scope Cyrillic"},
        {"a word of one letter", "It was \u0430 corset.", "it was a corset.",
         "look-alike 1 \u0430=a Cyrillic"},
        {"hidden character inside", "K\u200b\u0430rdashian wore", "kardashian wore",
         "zero-width 1, look-alike 1 K\u200b\u0430rdashian=kardashian Latin Cyrillic"},
    };
    struct xc_fold fold;
    struct xc_str folded;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str text = xc_str_of(rows[i].text);
        const char *hidden;

        fold_text(text, &fold);
        folded = xc_str_at(fold.text, fold.blocks[0]);
        ck_assert_msg(xc_str_is(folded, rows[i].folded), "%s: %.*s", rows[i].name,
                      (int)folded.len, folded.ptr);
        hidden = shown(&fold, text, fold.blocks[0]);
        ck_assert_msg(strcmp(hidden, rows[i].hidden) == 0, "%s: %s", rows[i].name,
                      hidden);
    }
}
END_TEST

/* None of these is touched: folded as without the list, and nothing noted. */
START_TEST(look_alike_letters_of_their_own_scripts_stay)
{
    static const char *const rows[] = {
        "The word Россия stood on the wall.",
        "Москва, а не Париж: он сказал нет.",
        "Με τον Άρη και τη Μαρία στο χωριό.",
        "He said \"нет\" (оса) and left.",
        "The СССР logo and the ΚΑ house.",
        "α-synuclein, β-carotene, TNFα, NFκB and IκBα",
        "5 μm of 5Ω, 3 μg and 2 μl; ΔG of χ²",
        "PGC1α, PPARγ, Gαs, IFNγ, αβ cells and a μTorrent",
        "the KoЯn record",
        "İstanbul, Diyarbakır, Łódź, Søren, Ærø, Þór, Hawaiʻi",
        "Nguyễn Văn Ə and Əliyev",
        "/ɡɪv/ and [kɑr], kɑrˈdæʃiən",
        "a ﬁne ﬂoor, Mᶜ Donald, nº 5, 1ˢᵗ",
        "５ ＮＡＴＯ and 𝐊𝐢𝐦 𝐊𝐚𝐫𝐝𝐚𝐬𝐡𝐢𝐚𝐧",
        "300 K, mK, Henry Ⅷ and 5 mℓ",
        "Ｔシャツ и Tшорты",
        "vitamin С and group В",
        "Ο and Χ stood in the margin",
    };
    struct xc_fold fold;
    struct xc_fold plain;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        struct xc_str text = xc_str_of(rows[i]);
        struct xc_span run = {0, text.len};
        struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};

        fold_text(text, &fold);
        ck_assert_int_eq(xc_fold_blocks(text, &block, 1, &arena, &plain), XC_OK);
        ck_assert_msg(xc_str_equal(fold.text, plain.text), "%s: %.*s", rows[i],
                      (int)fold.text.len, fold.text.ptr);
        ck_assert_msg(fold.hidden.n == 0, "%s: %s", rows[i],
                      shown(&fold, text, fold.blocks[0]));
    }
}
END_TEST

START_TEST(look_alike_map_leads_back_to_the_article)
{
    struct xc_str text = XC_STR("“Kim” K\u0430rd\u0430\u200bshian\u2019s corset");
    struct xc_fold fold;
    struct xc_str got;

    fold_text(text, &fold);
    ck_assert(
        xc_str_is(xc_str_at(fold.text, fold.blocks[0]), "\"kim\" kardashian's corset"));
    got = xc_str_at(text, xc_fold_to_article(&fold, (struct xc_span){6, 10}));
    ck_assert(xc_str_is(got, "K\u0430rd\u0430\u200bshian"));
    got = xc_str_at(text, xc_fold_to_article(&fold, (struct xc_span){7, 1}));
    ck_assert(xc_str_is(got, "\u0430"));
    ck_assert(xc_fold_is_upper(&fold, text, 6));
}
END_TEST

/* Sentences of one block, and what each of them holds and shows. */
START_TEST(hidden_text_belongs_to_its_sentence)
{
    struct xc_str text = XC_STR("One corset.\u200b \u202eTwo cor\x1bset.\u202c Three. "
                                "F\u043eur. \u200b");
    static const struct {
        const char *sentence;
        const char *hidden;
        const char *article;
    } rows[] = {
        {"one corset.", "zero-width 1", "One corset.\u200b"},
        {"two corset.", "bidirectional 2, control 1", "\u202eTwo cor\x1bset.\u202c"},
        {"three.", "", "Three."},
        {"four.", "zero-width 1, look-alike 1 F\u043eur=four Latin Cyrillic",
         "F\u043eur. \u200b"},
    };
    struct xc_fold fold;
    size_t i;

    fold_text(text, &fold);
    for (i = 0; i < XC_COUNT(rows); i++) {
        const char *at = memmem(fold.text.ptr, fold.text.len, rows[i].sentence,
                                strlen(rows[i].sentence));
        struct xc_span folded;
        struct xc_str shown_text;
        const char *hidden;

        ck_assert_msg(at != NULL, "%s: not there", rows[i].sentence);
        folded =
            (struct xc_span){(size_t)(at - fold.text.ptr), strlen(rows[i].sentence)};
        hidden = shown(&fold, text, folded);
        ck_assert_msg(strcmp(hidden, rows[i].hidden) == 0, "%s: %s", rows[i].sentence,
                      hidden);
        shown_text = xc_str_at(text, xc_evidence_span(&fold, folded));
        ck_assert_msg(xc_str_is(shown_text, rows[i].article), "%s: '%.*s'",
                      rows[i].sentence, (int)shown_text.len, shown_text.ptr);
    }
}
END_TEST

/* What trails one block is not the next one's. */
START_TEST(hidden_text_belongs_to_its_block)
{
    struct xc_str text = XC_STR("One. \u200b\n\nTwo. \u200bT\u043eo.\n\nThree.");
    struct xc_span runs[] = {{0, 8}, {10, 13}, {25, 6}};
    struct xc_block blocks[] = {{XC_BLOCK_PARAGRAPH, &runs[0], 1, 1},
                                {XC_BLOCK_PARAGRAPH, &runs[1], 1, 3},
                                {XC_BLOCK_PARAGRAPH, &runs[2], 1, 5}};
    static const char *const hidden[] = {
        "zero-width 1", "zero-width 1, look-alike 1 T\u043eo=too Latin Cyrillic", ""};
    struct xc_fold fold;
    size_t i;

    ck_assert_int_eq(xc_fold_article(look_alikes, text, blocks, 3, &arena, &fold),
                     XC_OK);
    ck_assert_uint_eq(fold.n_hidden, 2);
    for (i = 0; i < XC_COUNT(hidden); i++)
        ck_assert_str_eq(shown(&fold, text, fold.blocks[i]), hidden[i]);
}
END_TEST

/* A foreign word in one block proves nothing of another. */
START_TEST(look_alike_words_are_judged_by_their_block)
{
    struct xc_str text = XC_STR("It was \u0430 corset.\nIt was \u0430 Россия corset.");
    struct xc_span runs[] = {{0, 17}, {18, text.len - 18}};
    struct xc_block blocks[] = {{XC_BLOCK_PARAGRAPH, &runs[0], 1, 1},
                                {XC_BLOCK_PARAGRAPH, &runs[1], 1, 2}};
    struct xc_fold fold;

    ck_assert_int_eq(xc_fold_article(look_alikes, text, blocks, 2, &arena, &fold),
                     XC_OK);
    ck_assert_str_eq(shown(&fold, text, fold.blocks[0]),
                     "look-alike 1 \u0430=a Cyrillic");
    ck_assert_str_eq(shown(&fold, text, fold.blocks[1]), "");
}
END_TEST

START_TEST(hidden_characters_that_follow_one_another_are_one_place)
{
    struct xc_str text = XC_STR("a\u200b\u200c\u2060b\u200b\u202ec");
    struct xc_fold fold;

    fold_text(text, &fold);
    ck_assert_uint_eq(fold.n_hidden, 5);
    ck_assert_uint_eq(fold.hidden.n, 3);
    ck_assert_uint_eq(fold.hidden.items[0].n, 3);
    ck_assert_uint_eq(fold.hidden.items[0].original, 1);
    ck_assert_uint_eq(fold.hidden.items[0].original_len, 9);
    ck_assert_str_eq(shown(&fold, text, fold.blocks[0]),
                     "zero-width 4, bidirectional 1");
}
END_TEST

START_TEST(hidden_places_over_the_limit_are_counted)
{
    const size_t n = XC_MAX_HIDDEN_PLACES + 100;
    char *bytes = malloc(4 * n);
    struct xc_fold fold;
    size_t i;

    ck_assert_ptr_nonnull(bytes);
    for (i = 0; i < n; i++)
        memcpy(bytes + 4 * i, "a\u200b", 4);
    fold_text((struct xc_str){bytes, 4 * n}, &fold);
    ck_assert_uint_eq(fold.n_hidden, n);
    ck_assert_uint_eq(fold.hidden.n, XC_MAX_HIDDEN_PLACES);
    ck_assert_uint_eq(fold.hidden.n_unplaced, 100);
    free(bytes);
}
END_TEST

START_TEST(look_alike_words_over_the_limit_are_counted)
{
    const size_t n = XC_MAX_HIDDEN_PLACES + 100;
    char *bytes = malloc(4 * n);
    struct xc_fold fold;
    size_t i;

    ck_assert_ptr_nonnull(bytes);
    for (i = 0; i < n; i++)
        memcpy(bytes + 4 * i, "n\u043e ", 4);
    fold_text((struct xc_str){bytes, 4 * n}, &fold);
    ck_assert_uint_eq(fold.hidden.n, XC_MAX_HIDDEN_PLACES);
    ck_assert_uint_eq(fold.hidden.n_unplaced, 100);
    free(bytes);
}
END_TEST

START_TEST(hidden_word_without_end_is_shown_in_part)
{
    enum { N = 100000 };
    static char bytes[2 * N];
    struct xc_hidden_vec found;
    struct xc_fold fold;
    size_t i;

    for (i = 0; i < N; i++)
        memcpy(bytes + 2 * i, i % 2 == 0 ? "\u0430" : "bc", 2);
    fold_text((struct xc_str){bytes, sizeof bytes}, &fold);
    ck_assert_int_eq(xc_evidence_hidden(&fold, (struct xc_str){bytes, sizeof bytes},
                                        fold.blocks[0], &arena, &found),
                     XC_OK);
    /* 100,000 letters in words of 256 bytes, of which sixteen are kept. */
    ck_assert_uint_eq(found.n, XC_MAX_HIDDEN_WORDS + 1);
    ck_assert_uint_gt(found.items[XC_MAX_HIDDEN_WORDS].n, 100);
    ck_assert_uint_eq(found.items[XC_MAX_HIDDEN_WORDS].word.len, 0);
    for (i = 0; i < XC_MAX_HIDDEN_WORDS; i++) {
        ck_assert_uint_le(found.items[i].word.len, XC_MAX_WORD_BYTES);
        ck_assert_uint_gt(found.items[i].word.len, 0);
        ck_assert_uint_le(found.items[i].read_as.len, 2 * XC_MAX_WORD_BYTES);
    }
}
END_TEST

START_TEST(look_alike_list_with_a_fault_is_refused)
{
    static const struct {
        const char *name;
        const char *file;
        enum xc_status status;
    } rows[] = {
        {"empty", "", XC_OK},
        {"comment", "# none\n", XC_OK},
        {"line", "0430\ta\tCyrillic\twhole\tname\n", XC_OK},
        {"without a name", "0430\ta\tCyrillic\twhole\n", XC_OK},
        {"range", "FF21..FF3A\t=\tfullwidth\tmixed\n", XC_OK},
        {"not ascending", "0430\ta\tCyrillic\twhole\n0430\ta\tCyrillic\twhole\n",
         XC_BAD_RULE},
        {"no code", "a\ta\tCyrillic\twhole\n", XC_BAD_RULE},
        {"range that ends before it begins", "0431..0430\ta\tCyrillic\twhole\n",
         XC_BAD_RULE},
        {"code beyond the list's pages", "20000\ta\tCyrillic\twhole\n", XC_BAD_RULE},
        {"no letter", "0430\t1\tCyrillic\twhole\n", XC_BAD_RULE},
        {"three letters", "0430\tabc\tCyrillic\twhole\n", XC_BAD_RULE},
        {"unknown script", "0430\ta\tRunic\twhole\n", XC_BAD_RULE},
        {"unknown use", "0430\ta\tCyrillic\tnever\n", XC_BAD_RULE},
        {"cut off", "0430\ta\tCyrillic\n", XC_BAD_RULE},
    };
    const struct xc_look_alikes *list;
    size_t i;

    for (i = 0; i < XC_COUNT(rows); i++) {
        enum xc_status status =
            xc_look_alikes_new(xc_str_of(rows[i].file), &arena, &list);

        ck_assert_msg(status == rows[i].status, "%s: %d", rows[i].name, (int)status);
    }
}
END_TEST

/* A fixed generator (xorshift), so that a failure can be run again. */
static uint64_t random_state;

static size_t
random_below(size_t n)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (size_t)(random_state >> 11) % n;
}

static struct xc_str
random_text(void)
{
    static const char *const pieces[] = {
        "a",      "K",      "n",      "t",      " ",      ". ",     "'",
        "\u0430", "\u0435", "\u043e", "\u041d", "\u0439", "\u0451", "\u03b1",
        "\u03bf", "\u0301", "\u0323", "\u200b", "\u202e", "\x1b",   "\uff41",
        "\u04d5", "\u13ac", "\u0251", "\u2019", "\xff",   "\u00e9", "\u212a",
    };
    static char bytes[256];
    size_t n = 0;
    size_t len = random_below(40);

    while (len-- > 0) {
        const char *piece = pieces[random_below(XC_COUNT(pieces))];

        memcpy(bytes + n, piece, strlen(piece));
        n += strlen(piece);
    }
    return (struct xc_str){bytes, n};
}

START_TEST(hidden_random_text_keeps_its_promises)
{
    size_t i;
    size_t p;
    size_t at;

    random_state = 88172645463325252u;
    for (i = 0; i < 40000; i++) {
        struct xc_arena article;
        struct xc_str text = random_text();
        struct xc_span run = {0, text.len};
        struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
        struct xc_fold fold;
        size_t previous = 0;
        size_t n = 0;

        xc_arena_init(&article);
        if (xc_fold_article(look_alikes, text, &block, 1, &article, &fold) != XC_OK)
            ck_abort_msg("out of memory");
        for (at = 0; at < fold.blocks[0].len_bytes; at++) {
            struct xc_span span = xc_fold_to_article(&fold, (struct xc_span){at, 1});

            if (span.len_bytes == 0 || span.off_bytes < previous ||
                span.off_bytes + span.len_bytes > text.len)
                ck_abort_msg("map of '%.*s'", (int)text.len, text.ptr);
            previous = span.off_bytes;
        }
        for (p = 0; p < fold.hidden.n; p++) {
            const struct xc_hidden_place *place = &fold.hidden.items[p];

            if (place->folded > fold.blocks[0].len_bytes ||
                (p > 0 && place->folded < place[-1].folded) ||
                place->original + place->original_len > text.len)
                ck_abort_msg("place of '%.*s'", (int)text.len, text.ptr);
            if (place->kind != XC_HIDDEN_LOOK_ALIKE)
                n += place->n;
        }
        if (n != fold.n_hidden)
            ck_abort_msg("count of '%.*s'", (int)text.len, text.ptr);
        xc_arena_release(&article);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        look_alike_words_are_seen_through,
        look_alike_letters_of_their_own_scripts_stay,
        look_alike_map_leads_back_to_the_article,
        hidden_text_belongs_to_its_sentence,
        hidden_text_belongs_to_its_block,
        look_alike_words_are_judged_by_their_block,
        hidden_characters_that_follow_one_another_are_one_place,
        hidden_places_over_the_limit_are_counted,
        look_alike_words_over_the_limit_are_counted,
        hidden_word_without_end_is_shown_in_part,
        look_alike_list_with_a_fault_is_refused,
        hidden_random_text_keeps_its_promises,
        NULL,
    };
    int result;

    xc_arena_init(&arena);
    if (xc_look_alikes_new(xc_lexicon_file("look-alikes"), &arena, &look_alikes) !=
        XC_OK)
        return EXIT_FAILURE;
    result = suite_run("hidden", tests);
    xc_arena_release(&arena);
    return result;
}
