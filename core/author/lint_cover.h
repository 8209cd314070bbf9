/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether one pattern finds every sentence that another finds.
 *
 *     "bridge .. close" covers "bridge (close|shut down) .. today" in no way, and
 *     "bridge close" in every way
 *
 * A yes is certain; a no may be one that was not seen through (n of, nested choices).
 */
#ifndef XC_AUTHOR_LINT_COVER_H
#define XC_AUTHOR_LINT_COVER_H

#include "rule/pattern.h"

/* Whether every sentence with a match of narrow has one of wide.  *steps is what may
 * still be spent on comparing, and counts down; at 0 the answer is no. */
bool xc_lint_covers(const struct xc_pattern *wide, const struct xc_pattern *narrow,
                    size_t *steps);

/* How many words, choices and slots the pattern must find. */
size_t xc_lint_solid(const struct xc_pattern *pattern);

#endif
