/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A slow reading of the pattern language straight from its elements, for the oracle.
 *
 * It knows nothing of PCRE2 or of required words.  For every sequence and every word of
 * a sentence it lists where a match from there may end, the preferred end first: gaps
 * take as few words as will do, optional parts are taken where they can be, branches
 * are tried as they are written.
 */
#ifndef XC_TESTS_INTERPRETER_H
#define XC_TESTS_INTERPRETER_H

#include "rule/pattern.h"
#include "value/recognise.h"

struct interpreter_sentence {
    const struct xc_str *keys;
    size_t n;                        /* at most INTERPRETER_MAX_WORDS */
    const struct xc_value_hit *hits; /* counted from the sentence's first word */
    size_t n_hits;
};
#define INTERPRETER_MAX_WORDS 40

/*
 * The first match of pattern (not a /…/) in the sentence at or after word from: its
 * words into *out.  Everything needed lives in arena.
 */
bool interpreter_match(const struct xc_pattern *pattern,
                       const struct interpreter_sentence *sentence, size_t from,
                       struct xc_arena *arena, struct xc_range *out);

#endif
