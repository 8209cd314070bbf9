/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the programs of `make bench` share: rules, an article after the other, and the
 * plain loop's expressions.
 */
#ifndef XC_TESTS_BENCH_MATCHING_H
#define XC_TESTS_BENCH_MATCHING_H

#include "engine/engine.h"
#include "rule/loader.h"

struct bench {
    struct xc_arena arena;   /* lexicon, rules, index */
    struct xc_arena article; /* reset between articles */
    struct xc_problems problems;
    struct xc_lexicon lexicon;
    struct xc_topic_vec topics;
    const struct xc_matcher *matcher;
    struct xc_matcher_scratch *scratch;
    struct xc_str rest; /* of the text */
    double load_s;
    double compile_s; /* of what is not ours */
    size_t n_sentences;
    size_t n_words;
    size_t n_candidates;
    size_t n_in_order; /* of them: confirm looked closer */
    size_t n_found;    /* mentions; matches of the others */
};

/* Ends the program with a message. */
void bench_die(const char *what);

/* CPU seconds of the process so far. */
double bench_cpu_s(void);

/* The next article's sentences as its patterns see them (keys joined by spaces), of which
 * *out_n are in bench->article; false after the last article. */
bool bench_sentences(struct bench *bench, struct xc_str **out, size_t *out_n);

/* Compiles every pattern as the engine does and matches sentence against pattern p with
 * PCRE2's quickest entry. */
struct bench_loop;
struct bench_loop *bench_loop_new(struct bench *bench);
bool bench_loop_match(const struct bench_loop *loop, size_t p, struct xc_str sentence);

/* Finds the patterns' words by Hyperscan, counts how many groups of each a sentence has,
 * and runs PCRE2 on what has all; returns CPU seconds without folding and splitting,
 * less than 0 when it was built without Hyperscan. */
double bench_hyperscan(struct bench *bench);

#endif
