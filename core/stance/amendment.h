/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Amendments: what an article rejects or corrects goes before what it says of the same
 * claim elsewhere.
 *
 *     Well runs dry.  A post claimed that the well was dry.  The rumour is false.
 *     The well was dry.  […]  Correction: The well was not dry.
 *         the first sentence of each, asserted by itself, becomes unresolved
 */
#ifndef XC_STANCE_AMENDMENT_H
#define XC_STANCE_AMENDMENT_H

#include "stance/stance.h"

/* One mention of an article. */
struct xc_retold {
    const void *claim; /* mentions of one claim have the same */
    size_t sentence;
    struct xc_stance_reading *reading;
};

/*
 * Changes the readings of mentions[0..n): those in the article's own voice that stand
 * before a rejection (retraction.h) or a correction of the same claim, or in a headline,
 * and take the other side become unresolved, which their trace tells (arena).
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_amendments_spread(const struct xc_lexicon *lexicon,
                                                  const struct xc_text *text,
                                                  const struct xc_retold *mentions,
                                                  size_t n, struct xc_arena *arena);

#endif
