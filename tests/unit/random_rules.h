/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Random rules and articles from a small vocabulary, so that they often meet; the same
 * seed gives the same ones everywhere.
 */
#ifndef XC_TESTS_RANDOM_RULES_H
#define XC_TESTS_RANDOM_RULES_H

#include <stdint.h>

#include "match_bench.h"

void random_rules_seed(uint64_t seed);

/* Adds a topic with one to three claims to the bench: inflected words, choices, terms,
 * optional parts, gaps, slots, "n of", "&", unless, about. */
void random_rules_topic(struct match_bench *bench);

/* Writes an article of a few sentences, NUL-ended, into out. */
void random_rules_article(char *out, size_t size);

#endif
