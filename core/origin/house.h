/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Houses that a newsroom knows of, beside those of the lexicon: publishers that are one
 * voice when they speak for themselves.
 *
 *     outlets:
 *       - [Harbour Mirror, Mirror on Sunday]     both are "Harbour Mirror"
 *       - [Mirror on Sunday, Pier Gazette]       … and so is the Gazette
 */
#ifndef XC_ORIGIN_HOUSE_H
#define XC_ORIGIN_HOUSE_H

#include "origin/rules.h"

/* Names of publishers, as people write them. */
struct xc_house {
    struct xc_str *names;
    size_t n;
};

/*
 * Makes each of the houses one, with whatever house its names were in before; the first
 * name that was in none is the new house's.  Names are copied into arena, which must be
 * that of the rules.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_origin_rules_join(struct xc_origin_rules *rules,
                                                  const struct xc_house *houses,
                                                  size_t n, struct xc_arena *arena);

#endif
