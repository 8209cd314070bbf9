/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hints for a name that is not known: the nearest one and the list of all.
 */
#ifndef XC_RULE_SUGGEST_H
#define XC_RULE_SUGGEST_H

#include "base/arena.h"

/*
 * "did you mean 'corset'? the terms are tie, corset" for wrong among known[0..n) and
 * what "terms"; without the question when none is near, and "there are no terms" when
 * n is 0.  A long list is cut with "and 12 more".  NUL-ended; ptr NULL when memory is
 * short.
 */
struct xc_str xc_suggest_hint(struct xc_str wrong, const struct xc_str *known, size_t n,
                              const char *what, struct xc_arena *arena);

/* The same for the value kinds. */
struct xc_str xc_suggest_kind(struct xc_str wrong, struct xc_arena *arena);

#endif
