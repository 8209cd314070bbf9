/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A part of a pattern as a pattern of its own: to find out how far one gets in a sentence
 * that it does not match.
 */
#ifndef XC_RULE_PART_H
#define XC_RULE_PART_H

#include "rule/pattern.h"

/*
 * Compiles the elements [range) of one sequence of a structured pattern (borrowed) into
 * *out (arena; released by xc_pattern_release); it has the pattern's slots and no
 * required words.  XC_NO_MEMORY is the only failure: what the whole compiled to, a part
 * does.
 */
XC_MUST_CHECK enum xc_status xc_pattern_part(const struct xc_pattern *pattern,
                                             size_t sequence, struct xc_range range,
                                             struct xc_arena *arena,
                                             struct xc_pattern **out);

/* The text of the elements [range) of one sequence, as written. */
struct xc_str xc_pattern_part_text(const struct xc_pattern *pattern, size_t sequence,
                                   struct xc_range range);

#endif
