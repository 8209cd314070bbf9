/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Suppressing: findings that a newsroom does not want to hear of until a day.
 *
 * A suppressed finding stays in the list, with the reason; it counts for no exit code.
 * One that suppresses nothing, and one that is over, become findings themselves: nobody
 * would otherwise learn that they can go, or that they act no more.
 */
#ifndef XC_VERDICT_SUPPRESS_H
#define XC_VERDICT_SUPPRESS_H

#include "rule/suppression.h"
#include "verdict/finding.h"

/*
 * Marks every finding that a suppression fits: the same claim, its words in a row in the
 * finding's sentence, its source and kind where it names them, the article it stands in
 * where it is front matter.  today is the day of the run; a suppression holds on its last
 * day, too.  Of several that fit, the first by file and line is named.  Then adds the
 * findings about the suppressions themselves (arena; texts are borrowed from them).
 *
 * All findings of the run must be there; fingerprints and order come after.  XC_NO_MEMORY
 * is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_suppressions_apply(struct xc_findings *findings,
                      const struct xc_suppression_vec *suppressions,
                      struct xc_date today, struct xc_arena *arena);

#endif
