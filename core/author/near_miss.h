/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Near misses: how far a pattern gets in a sentence that has all of its words and that
 * it does not match.
 *
 *     market .. move   in   "The move came years after they had closed down the market."
 *     -> reached "market"; wanted "move", which stands before it
 */
#ifndef XC_AUTHOR_NEAR_MISS_H
#define XC_AUTHOR_NEAR_MISS_H

#include "engine/pipeline.h"

enum xc_miss_kind {
    XC_MISS_UNKNOWN, /* a /…/ pattern, or parts that match only apart */
    XC_MISS_UNLESS,  /* it matched, but so did an `unless` */
    XC_MISS_ABSENT,  /* what is wanted stands nowhere in the sentence */
    XC_MISS_BEFORE,  /* it stands before what was reached only */
    XC_MISS_TOO_FAR, /* it stands behind, but too far */
};

struct xc_near_miss {
    enum xc_miss_kind kind;
    size_t sentence; /* of the article */
    /* All but UNKNOWN.  UNLESS: the text of that pattern and the words it matched. */
    struct xc_str reached; /* the elements that match, as written; "" when none does */
    struct xc_str matched; /* the article's words that they match */
    struct xc_str wanted;  /* the next element, as written */
    size_t gap;            /* words that may stand between the two */
    size_t distance;       /* TOO_FAR: words that do stand between */
};

/*
 * Fills *out (arena) for a pattern of claim that has no mention in the article, though
 * some sentence has all its required words; of several, the one where it gets farthest.
 * out->sentence is SIZE_MAX when there is no such sentence.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status
xc_near_miss_find(const struct xc_engine *engine, const struct xc_article *article,
                  const struct xc_claim *claim, const struct xc_pattern *pattern,
                  struct xc_arena *arena, struct xc_near_miss *out);

/* Whether a word of the required group stands among words [range) of the text. */
bool xc_required_stands(const struct xc_text *text, struct xc_range range,
                        const struct xc_required *group);

#endif
