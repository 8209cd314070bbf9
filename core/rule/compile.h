/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Elements → one PCRE2 expression over the word keys of a sentence, joined by single
 * spaces.
 *
 *     (man|guy) ..2 =tie  ->  (?-i)(?<![^ ])((?:(?:man|men)(?![^ ])|(?:guy|guys)(?![^ ]))
 *                             (?:| ([^ ]++(?: [^ ]++){0,1}?)) tie(?![^ ]))
 *
 * One sequence is searched for, so that a sentence may have several matches; more than
 * one, and an "n of (…)" that stands alone, become lookaheads from the start, so that
 * they are found in any order.  A typed slot ends in a callout with its number from 1.
 */
#ifndef XC_RULE_COMPILE_H
#define XC_RULE_COMPILE_H

#include "rule/parse.h"

struct xc_compiled {
    struct xc_str source;
    size_t n_captures; /* those of xc_pattern, capture 0 included */
    size_t *groups;    /* the expression's group for each capture */
    size_t *capture_slot;
    bool *capture_is_gap;
    size_t *capture_part;
    size_t *capture_sequence;
};

/*
 * Compiles parsed sequences into *out (arena).  *out_too_large is set, and *out left,
 * when the source would be over XC_MAX_PATTERN_SOURCE_BYTES.  XC_NO_MEMORY is the only
 * failure.
 */
XC_MUST_CHECK enum xc_status xc_compile_parsed(const struct xc_parsed *parsed,
                                               struct xc_arena *arena,
                                               struct xc_compiled *out,
                                               bool *out_too_large);

#endif
