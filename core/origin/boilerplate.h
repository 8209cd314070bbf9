/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Boilerplate: what an outlet prints under everything, and what everybody prints for
 * months.
 *
 *     "Readers who saw something odd can write to the night desk of this paper."
 *
 * It says nothing about where an article comes from.  A story that is reprinted stands
 * between its own blocks everywhere; boilerplate stands between different ones.
 */
#ifndef XC_ORIGIN_BOILERPLATE_H
#define XC_ORIGIN_BOILERPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A block's occurrence: whose article, between what, when. */
struct xc_block_occurrence {
    uint32_t publisher;  /* 0: unknown */
    uint32_t neighbours; /* equal for equal blocks before and behind */
    int32_t day;         /* INT32_MIN: undated */
    uint32_t item;       /* the caller's */
};

/* Blocks that occur less often are none. */
enum { XC_LEAST_BOILERPLATE = 3 };

/* Whether the block is boilerplate: all[0..n) are its occurrences, n at least 1; sorts
 * them.  n_articles has each publisher's number of articles. */
bool xc_is_boilerplate(const size_t *n_articles, struct xc_block_occurrence *all,
                       size_t n);

/* The publisher whose own boilerplate the block is: of several the one that prints it
 * between most different neighbours, the first of these; 0 when it is nobody's. */
uint32_t xc_boilerplate_home(const size_t *n_articles, struct xc_block_occurrence *all,
                             size_t n);

#endif
