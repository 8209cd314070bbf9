/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/index.h"

#include <stdio.h>
#include <string.h>

#include "match/lookup.h"
#include "match_run.h"
#include "suite.h"

/* How many candidates a pattern has in an article of four sentences. */
static const struct {
    const char *pattern;
    size_t n;
} scan_rows[] = {
    {"corset", 2},      {"man", 3},           {"man & corset", 1},
    {"man .. gown", 0}, {"(corset|gown)", 2}, {"gown", 0},
    {"[gown] man", 3},  {"/./", 4},           {"corset (tie|gown)", 1},
    {"the", 4},
};

START_TEST(scan_candidate_has_every_group)
{
    size_t i;

    for (i = 0; i < XC_COUNT(scan_rows); i++) {
        struct run run;
        size_t c;
        run_init(&run);
        run_add_match(&run, scan_rows[i].pattern);
        run_on(&run,
               "The man left the room. The men tied the corset. The corset was there. "
               "Men saw the rest.",
               NULL);
        ck_assert_msg(run.candidates.n == scan_rows[i].n, "'%s': %zu candidates",
                      scan_rows[i].pattern, run.candidates.n);
        for (c = 1; c < run.candidates.n; c++)
            ck_assert_uint_lt(run.candidates.items[c - 1].sentence,
                              run.candidates.items[c].sentence);
        run_release(&run);
    }
}
END_TEST

START_TEST(scan_candidates_come_by_sentence_then_pattern)
{
    struct run run;
    size_t c;

    run_init(&run);
    run_add_match(&run, "man");
    run_add_match(&run, "/./");
    run_add_match(&run, "corset");
    run_add(&run, "/,/", &run.claim->unless, &run.claim->n_unless);
    run_on(&run, "The corset of the man. The man of the corset.", NULL);
    ck_assert_uint_eq(xc_matcher_n_patterns(run.matcher), 4);
    ck_assert_uint_eq(run.candidates.n, 8);
    for (c = 0; c < 8; c++) {
        ck_assert_uint_eq(run.candidates.items[c].sentence, c / 4);
        ck_assert_uint_eq(run.candidates.items[c].pattern, c % 4);
    }
    run_release(&run);
}
END_TEST

/* The group that a pattern waits on, by one of its words. */
static const struct {
    const char *pattern;
    const char *waits_on;
} index_rows[] = {
    {"gown the", "gown"},
    {"the gown", "gown"},
    {"(corset|the) gown", "gown"},
    {"tie =corset", "corset"},
    {"tie =up", "tie"},
    {"=the =of", "the"},
    {"gown .. =bodices", "bodices"},
};

START_TEST(index_pattern_waits_on_rarest_group)
{
    size_t i;

    for (i = 0; i < XC_COUNT(index_rows); i++) {
        struct run run;
        struct xc_index index;
        const struct xc_pattern *pattern;
        uint32_t word;
        uint32_t group;
        run_init(&run);
        run_add_match(&run, index_rows[i].pattern);
        pattern = run.claim->match[0];
        ck_assert_int_eq(xc_index_new(&pattern, 1, &run.bench.lexicon.common_words,
                                      &run.bench.rules, &index),
                         XC_OK);
        word = xc_index_word(&index, xc_str_of(index_rows[i].waits_on));
        ck_assert_msg(word != XC_INDEX_NONE, "'%s': no such word",
                      index_rows[i].pattern);
        group = index.word_groups[index.words[word].groups.first];
        ck_assert_msg(index.waiting_on[group].end > index.waiting_on[group].first,
                      "'%s' waits on another", index_rows[i].pattern);
        run_release(&run);
    }
}
END_TEST

/* In how many of the candidates the words stand so that the pattern may match. */
static const struct {
    const char *pattern;
    const char *article;
    size_t n_candidates;
    size_t n_in_order;
} order_rows[] = {
    {"man corset", "The man corset. The corset man. The man the corset.", 3, 1},
    {"man ..2 corset", "A man tied the corset. A man tied up the corset.", 2, 1},
    {"man .. corset & gown", "A corset, a gown, a man. A gown, a man, a corset.", 2, 1},
    {"man [very] corset", "A man very corset. A man the very corset.", 2, 1},
    {"man {n:count} corset", "A man three corsets. A man corset. Corset, man.", 3, 1},
    {"man (tied up|laced) corset", "Man tied up corset. Man, corset, tied.", 2, 1},
    {"(tie|lace) the corset", "They lace the corset. The corset they laced.", 2, 1},
    {"man corset gown", "A man corset man corset gown. A man corset man gown.", 2, 1},
    {"=man 2 of (gown|corset) =rest",
     "A man gown corset rest. A gown corset rest, man.", 2, 1},
    {"corset", "A corset.", 1, 1},
    {"/corset/", "A corset. A gown.", 2, 2},
};

START_TEST(scan_words_out_of_order_are_told)
{
    size_t i;

    for (i = 0; i < XC_COUNT(order_rows); i++) {
        struct run run;
        size_t n = 0;
        size_t c;
        run_init(&run);
        run_add_match(&run, order_rows[i].pattern);
        run_on(&run, order_rows[i].article, NULL);
        for (c = 0; c < run.candidates.n; c++)
            n += run.candidates.items[c].in_order;
        ck_assert_msg(run.candidates.n == order_rows[i].n_candidates &&
                          n == order_rows[i].n_in_order,
                      "'%s': %zu of %zu in order", order_rows[i].pattern, n,
                      run.candidates.n);
        run_release(&run);
    }
}
END_TEST

/* Words of every length up to 24 bytes, all of which the hash must tell apart. */
static struct xc_str
made_word(size_t i, char *out, size_t size)
{
    int len = snprintf(out, size, "z%zu%.*s", i, (int)(i % 20), "abcdefghijklmnopqrst");

    return (struct xc_str){out, (size_t)len};
}

/* Many words looked up together, in any number, are what each is by itself. */
static void
check_lookup(const struct xc_index *index, struct xc_arena *arena)
{
    struct xc_word words[700];
    uint32_t numbers[XC_COUNT(words)];
    size_t n;
    size_t i;

    for (i = 0; i < XC_COUNT(words); i++) {
        char word[32];
        struct xc_str key = made_word(i * 7 % 1000, word, sizeof word);

        words[i] = (struct xc_word){.flags = 0};
        ck_assert(xc_arena_str(arena, key, &words[i].key));
    }
    for (n = 0; n <= XC_COUNT(words); n += n < 140 ? 1 : 80) {
        memset(numbers, 0xAB, sizeof numbers);
        xc_lookup_words(index, words, n, numbers);
        for (i = 0; i < n; i++)
            ck_assert_uint_eq(numbers[i], xc_index_word(index, words[i].key));
        ck_assert(n == XC_COUNT(words) || numbers[n] == 0xABABABAB);
    }
}

START_TEST(index_finds_its_words_and_no_other)
{
    struct run run;
    struct xc_index index;
    const struct xc_pattern *pattern;
    char text[4096] = "";
    char word[32];
    size_t len = 0;
    size_t i;

    run_init(&run);
    for (i = 0; i < 200; i++)
        len +=
            (size_t)snprintf(text + len, sizeof text - len, "%s=%s", i == 0 ? "(" : "|",
                             made_word(i, word, sizeof word).ptr);
    (void)snprintf(text + len, sizeof text - len, ")");
    run_add_match(&run, text);
    pattern = run.claim->match[0];
    ck_assert_int_eq(xc_index_new(&pattern, 1, &run.bench.lexicon.common_words,
                                  &run.bench.rules, &index),
                     XC_OK);
    for (i = 0; i < 5000; i++) {
        struct xc_str key = made_word(i, word, sizeof word);
        uint32_t number = xc_index_word(&index, key);

        ck_assert_int_eq(number != XC_INDEX_NONE, i < 200);
        ck_assert(number == XC_INDEX_NONE || xc_str_equal(index.keys[number], key));
    }
    ck_assert_uint_eq(xc_index_word(&index, XC_STR("")), XC_INDEX_NONE);
    check_lookup(&index, &run.bench.rules);
    run_release(&run);
}
END_TEST

START_TEST(index_equal_groups_are_one)
{
    struct run run;
    struct xc_index index;
    const struct xc_pattern *patterns[3];
    size_t i;

    run_init(&run);
    run_add_match(&run, "<tie> man");
    run_add_match(&run, "<tie> corset");
    run_add_match(&run, "man & <tie>");
    for (i = 0; i < 3; i++)
        patterns[i] = run.claim->match[i];
    ck_assert_int_eq(xc_index_new(patterns, 3, &run.bench.lexicon.common_words,
                                  &run.bench.rules, &index),
                     XC_OK);
    ck_assert_uint_eq(index.n_groups, 3);
    ck_assert_uint_eq(index.n_always, 0);
    run_release(&run);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        scan_candidate_has_every_group,
        scan_candidates_come_by_sentence_then_pattern,
        index_pattern_waits_on_rarest_group,
        scan_words_out_of_order_are_told,
        index_finds_its_words_and_no_other,
        index_equal_groups_are_one,
        NULL,
    };

    return suite_run("index", tests);
}
