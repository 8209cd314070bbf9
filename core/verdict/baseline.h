/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The baseline: findings that are known already, so that `xclaim check` reports only what
 * is new.  A JSON file, written by report/baseline.h:
 *
 *     {"xclaim": 1, "baseline": [{"fingerprint": "0f…", "kind": "uncorroborated",
 *      "topic": "pier", "claim": "pier-closed", "source": "a.md", "quote": "…"}]}
 *
 * Only the fingerprint decides; the rest tells people what it stands for.
 */
#ifndef XC_VERDICT_BASELINE_H
#define XC_VERDICT_BASELINE_H

#include "base/table.h"
#include "verdict/finding.h"

/* The number of this shape. */
#define XC_BASELINE_FORMAT ((size_t)1)

struct xc_baseline_entry {
    struct xc_str fingerprint;
    enum xc_finding_kind kind;
    struct xc_str topic;
    struct xc_str claim;
    struct xc_str source;
    struct xc_str quote;
    bool is_met; /* by xc_baseline_apply */
};

struct xc_baseline {
    struct xc_baseline_entry *items;
    size_t n;
    size_t cap;
    struct xc_table numbers; /* of entries by fingerprint */
};

/*
 * Reads the baseline text of the file path into *out (arena).  An entry that stands twice,
 * as after a merge, counts once.  XC_BAD_RULE: it is no baseline; told.
 */
XC_MUST_CHECK enum xc_status xc_baseline_read(struct xc_str text, struct xc_str path,
                                              struct xc_arena *arena,
                                              struct xc_baseline *out,
                                              struct xc_problems *problems);

/*
 * Takes out the findings that baseline holds, suppressed ones and those about settings
 * too, and counts them in their summary.  They must have their fingerprints; call it
 * before xc_findings_finish.  Returns how many entries are stale: no finding so far was
 * theirs.
 */
size_t xc_baseline_apply(struct xc_findings *findings, struct xc_baseline *baseline);

#endif
