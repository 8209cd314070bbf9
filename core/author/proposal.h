/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Proposals: sentences of articles that mention a claim and are no example of it yet.
 *
 * First every article is added, then the list is finished: by claim, then source.  What a
 * proposal is found to be is what its sentence is by itself, because that is how its test
 * will read it; the rest of the article is not there then.
 */
#ifndef XC_AUTHOR_PROPOSAL_H
#define XC_AUTHOR_PROPOSAL_H

#include "author/examples.h"

struct xc_proposal {
    struct xc_str source;
    size_t line;
    size_t offset;                  /* in the source */
    struct xc_str text;             /* the sentence on one line */
    struct xc_span match;           /* of text */
    struct xc_example_result found; /* claim, what came, the mentions; no example */
};

struct xc_proposals {
    struct xc_arena *arena;
    struct xc_proposal *items;
    size_t n;
    size_t cap;
    size_t n_dropped; /* over XC_MAX_PROPOSALS */
};

/* An empty list whose entries will live in arena. */
void xc_proposals_init(struct xc_proposals *proposals, struct xc_arena *arena);

/* Adds the mentions of one source, read by an engine whose topics are whole.  XC_NO_MEMORY
 * is the only failure, here and below. */
XC_MUST_CHECK enum xc_status xc_proposals_add(struct xc_proposals *proposals,
                                              const struct xc_engine *engine,
                                              struct xc_worker *worker,
                                              const struct xc_source *source,
                                              struct xc_problems *problems);

/*
 * Puts them in order, leaves out what stands twice or is an example of its claim already,
 * and reads each by an engine over the same topics, prepared for examples.
 */
XC_MUST_CHECK enum xc_status xc_proposals_finish(struct xc_proposals *proposals,
                                                 const struct xc_engine *engine,
                                                 struct xc_worker *worker,
                                                 struct xc_problems *problems);

/* Whether *out_kind is what the proposal was found to be; false when by itself it is no
 * mention at all, so that no test of it could show anything. */
bool xc_proposal_kind(const struct xc_proposal *proposal,
                      enum xc_example_kind *out_kind);

#endif
