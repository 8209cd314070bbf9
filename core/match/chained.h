/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One match of a pattern of words (match/chain.h), and the mention made from it.
 */
#ifndef XC_MATCH_CHAINED_H
#define XC_MATCH_CHAINED_H

#include "match/found.h"

/*
 * Looks for the candidate's pattern from place `from` of its sentence on; as with
 * xc_chain_next, a `from` above 0 goes on where the last call ended. Fills *out but for
 * its spans, of which there are none.
 */
bool xc_chained_next(const struct xc_confirm *confirm,
                     const struct xc_candidate *candidate, size_t from,
                     struct xc_found *out);

/* Makes the mention for the chain found last, everything in confirm->arena.  False when
 * memory is short. */
bool xc_chained_mention(const struct xc_confirm *confirm,
                        const struct xc_candidate *candidate,
                        const struct xc_found *found, struct xc_mention *out);

#endif
