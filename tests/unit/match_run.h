/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One topic with one claim, scanned and confirmed over one article.
 */
#ifndef XC_TESTS_MATCH_RUN_H
#define XC_TESTS_MATCH_RUN_H

#include "match_bench.h"

struct run {
    struct match_bench bench;
    struct xc_topic *topic;
    struct xc_claim *claim;
    struct xc_text text;
    const struct xc_matcher *matcher;
    struct xc_matcher_scratch *scratch;
    struct xc_candidate_vec candidates;
    struct xc_mention_vec mentions;
};

static struct xc_str run_ties[] = {{"tie", 3}, {"lace", 4}, {"do up", 5}};
static const struct xc_slot run_declared[] = {{{"n", 1}, XC_VALUE_COUNT},
                                              {{"who", 3}, XC_VALUE_NAME},
                                              {{"rest", 4}, XC_VALUE_TEXT}};

static inline void
run_init(struct run *run)
{
    *run = (struct run){.topic = NULL};
    bench_init(&run->bench);
    run->topic = bench_topic(&run->bench);
    run->claim = xc_arena_array(&run->bench.rules, 1, sizeof *run->claim);
    ck_assert_ptr_nonnull(run->claim);
    run->topic->claims = run->claim;
    run->topic->n_claims = 1;
}

static inline void
run_release(struct run *run)
{
    xc_matcher_scratch_free(run->scratch);
    bench_release(&run->bench);
}

static inline void
run_add(struct run *run, const char *text, struct xc_pattern ***list, size_t *n)
{
    struct xc_term terms[] = {
        {.name = XC_STR("tie"), .entries = run_ties, .n_entries = 3}};
    struct xc_pattern_context context = {
        .terms = terms, .n_terms = 1, .declared = run_declared, .n_declared = 3};
    bool ok = bench_pattern(&run->bench, &context, xc_str_of(text), list, n);

    ck_assert_msg(
        ok, "'%s': %s", text,
        run->bench.problems.n == 0 ? "?" : run->bench.problems.items[0].message.ptr);
}

static inline void
run_add_match(struct run *run, const char *text)
{
    run_add(run, text, &run->claim->match, &run->claim->n_match);
}

/* Scans and confirms the article. */
static inline void
run_on(struct run *run, const char *article, const struct xc_date *published)
{
    struct xc_matcher_input input = {
        .text = &run->text, .candidates = &run->candidates, .published = published};

    bench_slots(&run->bench, run->claim);
    run->candidates = (struct xc_candidate_vec){NULL, 0, 0};
    run->mentions = (struct xc_mention_vec){NULL, 0, 0};
    xc_matcher_scratch_free(run->scratch);
    bench_text(&run->bench, article, &run->text);
    ck_assert_int_eq(xc_matcher_new(&run->bench.topics, &run->bench.lexicon,
                                    &run->bench.rules, &run->matcher),
                     XC_OK);
    run->scratch = xc_matcher_scratch_new(run->matcher);
    ck_assert_ptr_nonnull(run->scratch);
    ck_assert_int_eq(xc_matcher_scan(run->matcher, run->scratch, &run->text,
                                     &run->bench.article, &run->candidates),
                     XC_OK);
    ck_assert_int_eq(xc_matcher_confirm(run->matcher, run->scratch, &input,
                                        &run->bench.article, &run->mentions,
                                        &run->bench.problems),
                     XC_OK);
}

#endif
