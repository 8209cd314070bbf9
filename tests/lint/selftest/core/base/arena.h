/* SPDX-License-Identifier: Apache-2.0 */
#ifndef XC_BASE_ARENA_H
#define XC_BASE_ARENA_H

struct xc_arena {
    int unused;
};

typedef int (*xc_taker)(struct xc_arena *arena);

void *xc_arena_alloc(void);

#endif
