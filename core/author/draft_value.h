/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which values of a statement become slots of its draft.
 *
 *     "three"  a count      "20 years"  a duration      "in 2015", "second", "pink"  none
 */
#ifndef XC_AUTHOR_DRAFT_VALUE_H
#define XC_AUTHOR_DRAFT_VALUE_H

#include "lexicon/lexicon.h"

/* What a slot of the kind is called, when no noun names it. */
const char *xc_draft_value_name(enum xc_value_kind kind);

/*
 * The value among the hits that begins at word and makes a slot: the longest, and among
 * equals the one that is no bare count.  NULL in *out: none, or none that a rule could
 * state.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_draft_value_at(const struct xc_lexicon *lexicon,
                                               const struct xc_value_hit_vec *hits,
                                               size_t word, struct xc_arena *arena,
                                               const struct xc_value_hit **out);

#endif
