/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Positions of sources and verdicts of claims (DESIGN.md section 5).
 *
 * Evidence is what asserts or denies the claim of this event; everything else is listed
 * and takes no side.  A speaker whom the source contradicts in its own voice loses the
 * source's position to it and stays evidence: the two contradict one another.
 */
#ifndef XC_VERDICT_VERDICT_H
#define XC_VERDICT_VERDICT_H

#include "origin/origin.h"

enum xc_position {
    XC_POSITION_NONE, /* no mention is about this event: null in the report */
    XC_POSITION_ASSERTS,
    XC_POSITION_DENIES,
    XC_POSITION_DISCUSSES,
    XC_POSITION_CONFLICTS,
};

enum xc_verdict {
    XC_VERDICT_AGREEMENT,
    XC_VERDICT_CONTRADICTION,
    XC_VERDICT_SINGLE_SOURCE,
    XC_VERDICT_UNSETTLED,
    XC_VERDICT_SILENT,
};
#define XC_N_VERDICTS 5

enum xc_side { XC_SIDE_NONE, XC_SIDE_ASSERTED, XC_SIDE_DENIED };

/* "asserts" … (NULL for none); "agreement" …; "asserted", "denied" (NULL for none). */
const char *xc_position_name(enum xc_position position);
const char *xc_verdict_name(enum xc_verdict verdict);
const char *xc_side_name(enum xc_side side);
bool xc_verdict_parse(struct xc_str word, enum xc_verdict *out);

/* One source's part in a claim. */
struct xc_claim_source {
    size_t source;
    enum xc_position position;
    struct xc_range mentions; /* in xc_claim_result.mentions */
};

/* Of a claim that changes over time: whether a value came after another one, or before. */
enum xc_update { XC_UPDATE_NONE, XC_UPDATES, XC_UPDATED };

/* A distinct value of a slot that asserted evidence gives, and who gives it. */
struct xc_stated_value {
    size_t slot;
    struct xc_value value;
    size_t *sources; /* ascending */
    size_t n_sources;
    bool differs_from_statement;
    enum xc_value_relation to_statement; /* INCOMPARABLE where that states no value */
    size_t first; /* the first value of its slot, among the result's; maybe itself */
    enum xc_value_relation to_first; /* ages by the births that they tell of */
    enum xc_update update;           /* of the first one */
};

struct xc_claim_result {
    const struct xc_topic *topic;
    const struct xc_claim *claim;
    enum xc_verdict verdict;
    enum xc_side side; /* that all evidence takes; none when there is none or both */
    struct xc_kept **mentions; /* by source, then place */
    size_t *origin_of; /* per mention: number from 1 within the claim; 0: no evidence */
    size_t n_mentions;
    struct xc_claim_source *sources;
    size_t n_sources;
    size_t n_origins;             /* of the sides taken; "at most" */
    struct xc_origin_edge *edges; /* a, b index mentions; by a, then b */
    size_t n_edges;
    bool *has_agreed;        /* per slot of the claim */
    struct xc_value *agreed; /* per slot: what the asserting sources agree on */
    struct xc_stated_value *values;
    size_t n_values;
    struct xc_str why; /* one sentence for people: "values conflict: pink and red" */
};

/*
 * The position of one source from its mentions[0..n) of one claim; only those about
 * this event count.
 */
enum xc_position xc_position_of(const struct xc_kept *const *mentions, size_t n);

/*
 * Judges one claim over its mentions (sorted by source, then place; borrowed) and
 * fills *out (arena).  published_day of each source is for running totals; it is
 * INT32_MIN when undated.
 */
XC_MUST_CHECK enum xc_status
xc_verdict_judge(const struct xc_origin_rules *rules, const struct xc_topic *topic,
                 const struct xc_claim *claim, struct xc_kept **mentions, size_t n,
                 const struct xc_origin_source *sources, const int32_t *published_day,
                 struct xc_arena *arena, struct xc_claim_result *out);

#endif
