/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pattern language: text → sequences of elements.
 *
 *     (man|guy) .. <tie> & <corset>
 *     -> [CHOICE(man, guy) GAP(8) CHOICE(tie, lace …)] [CHOICE(corset, bodice)]
 *
 * DESIGN.md section 4 has the grammar.  Beyond it, what could only be a slip is an
 * error: a gap with nothing to find on one of its sides, a branch that can be left
 * out, elements written without a space between them, a slot that could be filled
 * twice.  A whole /…/ pattern is not parsed here.
 */
#ifndef XC_RULE_PARSE_H
#define XC_RULE_PARSE_H

#include "rule/fault.h"
#include "rule/pattern.h"

struct xc_parsed {
    struct xc_sequence *sequences; /* joined by & */
    size_t n_sequences;
    struct xc_slot *slots; /* in order of first use */
    size_t n_slots;
};

/*
 * Parses faults->text into *out (arena) and marks the terms that it uses.  Every fault
 * is told; XC_BAD_RULE when there was one, *out is untouched then.
 */
XC_MUST_CHECK enum xc_status xc_parse_pattern(struct xc_pattern_context *context,
                                              struct xc_faults *faults,
                                              struct xc_arena *arena,
                                              struct xc_parsed *out);

/* The same for a term's entry, which is words and "=words" only. */
XC_MUST_CHECK enum xc_status xc_parse_words(const struct xc_lexicon *lexicon,
                                            struct xc_faults *faults,
                                            struct xc_arena *arena,
                                            struct xc_sequence *out);

#endif
