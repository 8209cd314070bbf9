/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scope: for which words of a sentence a sign may say which instance they are about.
 *
 *     "The star, whose 2031 gala was loud, said that three men tied it."
 *                ^^^^^^^^^^^^^^^^^^^^^^^^ a year there holds no further
 *     "Her corset was tight (2031) and her cape was loose (2033)."
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ what a year in brackets is said of
 */
#ifndef XC_EVENT_SCOPE_H
#define XC_EVENT_SCOPE_H

#include "event/sign.h"

/* An article's sentences, in their order. */
struct xc_scopes {
    const struct xc_clause_rules *rules;
    const struct xc_text *text;
    struct xc_arena *arena;
    size_t quotation; /* those before it end before the sentence; 0 at first */
};

/* Fills scope, inset, quoted, clause and at_edge of the sentence's n signs.  False when
 * memory is short. */
bool xc_scopes_find(struct xc_scopes *scopes, size_t sentence, struct xc_sign *signs,
                    size_t n);

/* Where a sign of the mention's sentence stands to it; the first wins. */
enum xc_standing {
    XC_STANDS_OPENING, /* "the 2031 gala, where …": what the mention's clause is about */
    XC_STANDS_IN,      /* in a clause of the mention */
    XC_STANDS_BEFORE, /* in an earlier clause, and reaches on */
    XC_STANDS_AFTER,  /* in a later one that says when */
    XC_STANDS_APART,
};

/* A mention's place in its sentence. */
struct xc_standpoint {
    const struct xc_events *events;
    const struct xc_text *text;
    struct xc_range words; /* the mention's */
    struct xc_range near;  /* those of the clauses that it touches */
};

/* Fills *out; false when memory is short. */
bool xc_standpoint_find(const struct xc_events *events, const struct xc_text *text,
                        size_t sentence, struct xc_range words, struct xc_arena *arena,
                        struct xc_standpoint *out);

enum xc_standing xc_standpoint_of(const struct xc_standpoint *at,
                                  const struct xc_sign *sign);

/* Words between the sign and the mention. */
size_t xc_standpoint_distance(const struct xc_standpoint *at,
                              const struct xc_sign *sign);

#endif
