/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of a rule → elements that match them in any of their forms.
 *
 *     "skin-tight"  ->  WORD(skin, skins …) WORD(tight, tighter …)
 *
 * The text is split by the code that splits articles, so that both sides agree.
 */
#ifndef XC_RULE_WORDING_H
#define XC_RULE_WORDING_H

#include "rule/pattern.h"

struct xc_element_vec {
    struct xc_element *items;
    size_t n;
    size_t cap;
};

/*
 * Appends one WORD element for each word of written, a piece of a rule without white
 * space; exact: that form only.  A capital makes the word a name, a number has no
 * forms.  off_bytes is where it stands in the pattern.  Nothing is appended when it
 * holds no word ("--").  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_wording_add(const struct xc_lexicon *lexicon,
                                            struct xc_str written, bool exact,
                                            size_t off_bytes, struct xc_arena *arena,
                                            struct xc_element_vec *elements);

#endif
