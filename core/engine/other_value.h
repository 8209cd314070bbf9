/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Denials of another value than the claim's.
 *
 *     claim: Twelve passengers were hurt.
 *     "Twelve passengers were not hurt."                  ->  denied
 *     "It is not true that 20 passengers were hurt."      ->  unresolved
 *     "Some 250 passengers were not hurt."                ->  unresolved
 *     "Not one passenger was hurt."                       ->  denied
 *
 * Who says that it was not 20 has not said that it was not twelve, and who counts those
 * that were not hurt has not counted the others.
 */
#ifndef XC_ENGINE_OTHER_VALUE_H
#define XC_ENGINE_OTHER_VALUE_H

#include "match/mention.h"
#include "stance/stance.h"

/* Makes a denial unresolved when a value of the mention excludes the statement's.  A new
 * trace is in arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_other_value_settle(const struct xc_mention *mention,
                                                   struct xc_arena *arena,
                                                   struct xc_stance_reading *reading);

#endif
