/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meant: of several values in a sentence the one that a slot means, in its mention.
 *
 *     "12 men came; 20 boats sank"             "{n:count} .. sink" means 20 (match/nearest.h)
 *     "Of 300 men on board twelve were hurt"   "{n:count} man .. hurt" means 12
 *                                              (match/partition.h)
 */
#ifndef XC_MATCH_MEANT_H
#define XC_MATCH_MEANT_H

#include "match/mention.h"
#include "match/view.h"

/*
 * Puts the value that is meant into the mention's next capture, which holds what capture c
 * of the pattern (not a /…/) caught, and moves its part of the mention along; *out_known is
 * false when nobody can tell which.  False when memory is short.
 */
bool xc_meant_settle(const struct xc_confirm *confirm, const struct xc_pattern *pattern,
                     struct xc_view *view, struct xc_mention *mention, size_t c,
                     bool *out_known);

#endif
