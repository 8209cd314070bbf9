/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Of a whole and its parts in one sentence: the number that a match is about.
 *
 *     "Of 300 boats in the bay, twelve sank"             twelve: the verb has its own number
 *     "Of the 300 boats in the bay, none sank"           no number
 *     "Five boats that sank were raised"                 at least five sank
 *     "Two boats were badly and ten slightly damaged"    at least two were damaged
 *
 * For a count that opens its sequence ("{n:count} boat .. sink") or stands alone in it; the
 * caller has chosen among the numbers before the pattern's words (match/nearest.h).
 */
#ifndef XC_MATCH_PARTITION_H
#define XC_MATCH_PARTITION_H

#include "text/syntax.h"
#include "value/recognise.h"

/* A match with a count in it. */
struct xc_partition {
    const struct xc_text *text;
    const struct xc_syntax *syntax;      /* of the sentence … */
    const struct xc_clause_vec *clauses; /* … as these are */
    const bool *literal;                 /* per word of it: one of the pattern's own */
    struct xc_range
        match; /* the words of the count's sequence, or, when that has no others
                              * (alone), all to the end of the mention */
    bool alone;
};

enum xc_partition_choice {
    XC_PARTITION_KEPT,  /* nothing speaks against the number that was caught */
    XC_PARTITION_OTHER, /* *out is the number of the match's last word */
    XC_PARTITION_LEAST, /* what was caught is a part: at least so many */
    XC_PARTITION_UNKNOWN /* what was caught is a whole, and no number is told of its part */
};

/* Chooses among the hits for a caught count, one of them. */
enum xc_partition_choice xc_partition_choose(const struct xc_partition *partition,
                                             const struct xc_value_hit_vec *hits,
                                             const struct xc_value_hit *caught,
                                             const struct xc_value_hit **out);

#endif
