/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Order: how far apart the words of a pattern may stand.
 *
 * In "tie .. [very] corset" the second word stands one to ten words behind the first.  A
 * step is such a distance.  What can't be told (how many words a choice takes) widens the
 * distance or leaves the step out: the check may only over-approximate.
 */
#ifndef XC_MATCH_ORDER_H
#define XC_MATCH_ORDER_H

#include <stdint.h>

#include "rule/pattern.h"

struct xc_step {
    uint32_t group; /* whose words are looked for */
    uint16_t least; /* words between it and the step before … */
    uint16_t most;
    bool begins; /* … which it does not have: it is the first of a sequence */
    bool alone;  /* its sequence has no other */
};

/* A place of a pattern where one word of a group must stand. */
struct xc_anchor {
    struct xc_required words;
    struct xc_step step; /* without the group's number */
};

struct xc_anchor_vec {
    struct xc_anchor *items;
    size_t n;
    size_t cap;
};

/*
 * The anchors of the pattern's sequences in their order, into *out (arena): words, and
 * choices between single words ("<tie>").
 * False when memory is short.
 */
bool xc_order_anchors(const struct xc_pattern *pattern, struct xc_arena *arena,
                      struct xc_anchor_vec *out);

#endif
