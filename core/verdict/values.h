/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The values that a claim's evidence gives: the distinct ones, the agreed one, and
 * whether two conflict.
 *
 *     "20 years" (a.txt), "two decades" (b.txt)  ->  one value, agreed: 20 years
 *     "pink" (a.txt), "red" (b.txt)              ->  two values, in conflict
 */
#ifndef XC_VERDICT_VALUES_H
#define XC_VERDICT_VALUES_H

#include "verdict/verdict.h"

/* Two mentions whose values of one slot exclude one another. */
struct xc_value_conflict {
    bool found;
    size_t slot;
    size_t a; /* indices of mentions, a < b */
    size_t b;
    const struct xc_value *value_a;
    const struct xc_value *value_b;
};

struct xc_claim_values {
    struct xc_stated_value *stated; /* by slot, then first mention */
    size_t n_stated;
    bool *has_agreed; /* per slot of the claim */
    struct xc_value *agreed;
    struct xc_value_conflict conflict; /* the first, by slot; between two origins if
                                          there is such a one in the slot */
};

/*
 * Gathers the values of the asserted evidence of result, whose claim, mentions and
 * origin_of are filled in, into *out (arena).  Of a claim that changes over time a
 * later value updates an earlier one: only those of one day can conflict, and the
 * latest day's are agreed on.
 */
XC_MUST_CHECK enum xc_status
xc_claim_values_gather(const struct xc_claim_result *result,
                       const int32_t *published_day, struct xc_arena *arena,
                       struct xc_claim_values *out);

/*
 * Whether values a and b of one slot, told on the days a_day and b_day (INT32_MIN: not
 * known), exclude one another.  Of a claim that changes over time only values of one known
 * day can; ages told on two days do when no birth fits both.
 */
bool xc_claim_values_exclude(const struct xc_claim *claim, const struct xc_value *a,
                             int32_t a_day, const struct xc_value *b, int32_t b_day);

#endif
