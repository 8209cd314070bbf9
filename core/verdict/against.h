/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands against a sentence of an article, or beside it: one mention for each origin
 * of a camp, in other sources.
 */
#ifndef XC_VERDICT_AGAINST_H
#define XC_VERDICT_AGAINST_H

#include "verdict/camp.h"
#include "verdict/finding.h"

struct xc_against {
    struct xc_finding_against *items; /* at most XC_MAX_AGAINST */
    size_t n;
    size_t cap;
    size_t n_origins;             /* all of them, listed or not */
    bool has_full;                /* one of them has full weight */
    bool on_record;               /* the record says so, and not new articles alone */
    const struct xc_value *other; /* the value of the first camp that has one */
};

/* Lists mention m; value is the one to show, NULL for the mention's first. */
XC_MUST_CHECK enum xc_status xc_against_add(const struct xc_camps *camps,
                                            const struct xc_check_source *sources,
                                            size_t m, const struct xc_value *value,
                                            struct xc_arena *arena,
                                            struct xc_against *out);

/* Adds the origins of camp, those left out that are the source's alone. */
XC_MUST_CHECK enum xc_status
xc_against_add_camp(const struct xc_camps *camps, const struct xc_check_source *sources,
                    size_t source, const struct xc_camp *camp, struct xc_arena *arena,
                    struct xc_against *out);

#endif
