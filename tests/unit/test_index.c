/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/index.h"

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
        size_t word;
        size_t group;
        run_init(&run);
        run_add_match(&run, index_rows[i].pattern);
        pattern = run.claim->match[0];
        ck_assert_int_eq(xc_index_new(&pattern, 1, &run.bench.lexicon.common_words,
                                      &run.bench.rules, &index),
                         XC_OK);
        ck_assert_msg(
            xc_table_get(&index.words, xc_str_of(index_rows[i].waits_on), &word),
            "'%s': no such word", index_rows[i].pattern);
        group = index.word_groups[index.groups_of[word].first];
        ck_assert_msg(index.waiting_on[group].end > index.waiting_on[group].first,
                      "'%s' waits on another", index_rows[i].pattern);
        run_release(&run);
    }
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
        index_equal_groups_are_one,
        NULL,
    };

    return suite_run("index", tests);
}
