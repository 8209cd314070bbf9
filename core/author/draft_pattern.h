/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Units → the patterns of a draft.
 *
 * A sentence is about the statement when the weights of the units in it sum up to enough:
 * seven points or a third of the statement's own, whichever is less, and always two units.
 * The pattern language counts words, not points, so each smallest choice that is enough is
 * a pattern of its own.  With five points asked for:
 *
 *     heron (3), old, pond (2), man (1)
 *         ->  heron & 1 of (old|pond)
 *             2 of (old|pond) & man
 */
#ifndef XC_AUTHOR_DRAFT_PATTERN_H
#define XC_AUTHOR_DRAFT_PATTERN_H

#include "author/draft_unit.h"

/*
 * Appends the patterns to *out (arena).  Of more than XC_MAX_DRAFT_UNITS units the rarest
 * are used.  A statement without units is looked for by all of its words, next to each
 * other; one without words gives no pattern.  Sets slot_used of the units.  A negated
 * statement asks for a negator, too, before what it turns round there.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_draft_patterns_make(const struct xc_word_data *data,
                                                    struct xc_draft_units *units,
                                                    struct xc_arena *arena,
                                                    struct xc_str_vec *out);

#endif
