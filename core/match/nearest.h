/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which of several values in a sentence a slot means; caught is one of the hits.
 *
 * "In 2018 it was 12; in 2019 it was 20": the pattern "2019 & {n:count}" finds 12 first and
 * means 20, the one in the clause of its own words.
 */
#ifndef XC_MATCH_NEAREST_H
#define XC_MATCH_NEAREST_H

#include "text/clause.h"
#include "value/recognise.h"

/* A match that has to choose. */
struct xc_nearest {
    const struct xc_clause_vec *clauses; /* of the sentence */
    const bool *literal; /* per word of it: one of the pattern's own … */
    size_t first_word;   /* … from this word of the article on */
};

enum xc_nearest_choice {
    XC_NEAREST_KEPT,    /* nothing speaks against the value that was caught */
    XC_NEAREST_OTHER,   /* *out is the one that is meant */
    XC_NEAREST_UNKNOWN, /* two clauses with the pattern's words have another one each */
};

/*
 * Chooses among the hits of caught's kind, the numbers of "two hours" and "$5" left out: the
 * one in a clause with the pattern's own words, the one just before such a word, else the
 * first.  Where the slot opens a match that goes on behind
 * a gap, `opens` is true and only values between it and the end of the match are looked at;
 * else the slot may stand anywhere in the sentence.
 */
enum xc_nearest_choice xc_nearest_value(const struct xc_nearest *nearest,
                                        const struct xc_value_hit_vec *hits,
                                        const struct xc_value_hit *caught,
                                        struct xc_range match, bool opens,
                                        const struct xc_value_hit **out);

#endif
