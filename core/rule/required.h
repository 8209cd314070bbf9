/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Elements → the words that a sentence must have before a pattern can match in it.
 *
 *     (man|guy) .. [tightly] tie  ->  {man men guy guys} AND {tie ties tied tying}
 *
 * What can't be proven is left out (optional parts, gaps, slots), so the index built on
 * it may take a sentence too many and never misses one.
 */
#ifndef XC_RULE_REQUIRED_H
#define XC_RULE_REQUIRED_H

#include "rule/pattern.h"

/*
 * Fills *out with *out_n groups (arena); the keys borrow from the elements.  A choice
 * is one group with one word of each branch, the rarest by length and by the lexicon's
 * common words.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_required_of(const struct xc_lexicon *lexicon,
                                            const struct xc_sequence *sequences,
                                            size_t n_sequences, struct xc_arena *arena,
                                            struct xc_required **out, size_t *out_n);

#endif
