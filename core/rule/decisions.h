/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Editors' decisions: what somebody who read the article says of a mention, against the
 * engine's reading.
 *
 *     xclaim: 1
 *     decisions:
 *       - claim: pier-closed
 *         quote: the pier is closed to dogs
 *         decision: not-about
 *         by: Ida Marlow
 *         reason: It is closed to dogs only.
 *         date: 2031-05-09
 */
#ifndef XC_RULE_DECISIONS_H
#define XC_RULE_DECISIONS_H

#include "rule/selection.h"

/* The mention is not about the claim; or its stance is another one, by its name. */
enum xc_decision_kind {
    XC_DECISION_NOT_ABOUT,
    XC_DECISION_ASSERTED,
    XC_DECISION_DENIED,
    XC_DECISION_HEDGED,
    XC_DECISION_QUESTIONED,
    XC_DECISION_HYPOTHETICAL,
    XC_DECISION_UNRESOLVED,
};

struct xc_decision {
    struct xc_selection on;
    enum xc_decision_kind kind;
    struct xc_str by; /* "" when nobody is named */
    struct xc_str reason;
    struct xc_date date;
};

/* All of a run, of one file or several. */
struct xc_decisions {
    struct xc_decision *items;
    size_t n;
    size_t cap;
};

/* "not-about", "asserted", … */
const char *xc_decision_name(enum xc_decision_kind kind);

/*
 * Appends the decisions of one file (path, whole text) to *decisions (arena).
 *
 * XC_BAD_RULE: every fault of the file was told, and nothing of it is to be used.
 */
XC_MUST_CHECK enum xc_status xc_decisions_load(struct xc_str path, struct xc_str text,
                                               struct xc_arena *arena,
                                               struct xc_decisions *decisions,
                                               struct xc_problems *problems);

/* After the last file: sorts them by date, then file and line, so that the last that fits
 * a mention is the one that counts, in whatever order files were named. */
void xc_decisions_sort(struct xc_decisions *decisions);

#endif
