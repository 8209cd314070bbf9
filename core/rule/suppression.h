/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Suppressions: findings that a newsroom knows of and does not want to hear of until a
 * day, with the reason.
 *
 *     - claim: pier-closed
 *       quote: the pier is closed
 *       kind: uncorroborated          optional
 *       reason: The harbour office said so on the phone.
 *       until: 2031-06-30
 *
 * They stand in xclaim.yaml, or in the front matter of the article they are about.
 */
#ifndef XC_RULE_SUPPRESSION_H
#define XC_RULE_SUPPRESSION_H

#include "rule/selection.h"

struct xc_suppression {
    struct xc_selection on;
    struct xc_str article; /* id of the source whose front matter it is; "": settings */
    struct xc_str kind;    /* name of a kind of finding; "": any */
    struct xc_str reason;
    struct xc_date until; /* the last day on which it holds */
};

struct xc_suppression_vec {
    struct xc_suppression *items;
    size_t n;
    size_t cap;
};

/*
 * Appends the suppressions of the list to *out, in loading's arena; the tree is not
 * borrowed.  One with a fault is told, counted and left out.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_suppressions_load(struct xc_loading *loading,
                                                  const struct xc_node *list,
                                                  struct xc_suppression_vec *out);

#endif
