/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which sentences of an article are most worth a claim: those that can be checked, and
 * that somebody may contradict.
 *
 *     "About 300 drivers were stranded, the mayor said."
 *         6: a number (about 300), said by the mayor, a name …
 */
#ifndef XC_AUTHOR_WORTH_H
#define XC_AUTHOR_WORTH_H

#include "engine/pipeline.h"

/* What speaks for a sentence; a text is "" where that does not. */
struct xc_worth {
    size_t sentence;           /* of the article */
    unsigned score;            /* 0: not worth a claim */
    struct xc_str number;      /* "about 300" */
    struct xc_str superlative; /* "largest" */
    struct xc_str speaker;     /* who is named as saying it */
    struct xc_str denial;      /* "denied that" */
};

struct xc_worth_vec {
    struct xc_worth *items;
    size_t n;
    size_t cap;
};

/* Word key → nothing: the words of "claim-signs". */
XC_MUST_CHECK enum xc_status xc_worth_words(struct xc_arena *arena,
                                            struct xc_table *out);

/*
 * Appends every sentence of the article that has a score and no mention to *out, in
 * order; texts borrow from the article or live in arena.  Headlines, paragraphs and
 * quotations only; a question is none, nor what is under 5 or over 50 words long.
 */
XC_MUST_CHECK enum xc_status xc_worth_find(const struct xc_engine *engine,
                                           const struct xc_table *words,
                                           const struct xc_article *article,
                                           struct xc_arena *arena,
                                           struct xc_worth_vec *out);

#endif
