/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why a verdict is what it is, in one sentence for people.
 *
 *     one origin asserts it, echoed by 2 sources
 *     the mayor asserts it and the engineer denies it
 *     values conflict: pink and red
 */
#ifndef XC_VERDICT_WHY_H
#define XC_VERDICT_WHY_H

#include "verdict/values.h"

/* The sentence for a result whose other members are filled in; conflict is that of its
 * values.  In arena; ptr NULL when memory is short. */
struct xc_str xc_verdict_why(const struct xc_claim_result *result,
                             const struct xc_value_conflict *conflict,
                             struct xc_arena *arena);

#endif
