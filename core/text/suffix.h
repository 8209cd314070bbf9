/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Regular English suffixes: -s, -ed, -ing, -er and -est, put on and taken off.
 *
 * Spelling only, no word lists.  Taking off is guesswork without a dictionary: it
 * gives every stem of a likely shape, and marks the unlikely ones as rare, so that the
 * irregular table can vouch for them ("adding" -> add, but "hopping" -> hop).
 */
#ifndef XC_TEXT_SUFFIX_H
#define XC_TEXT_SUFFIX_H

#include "text/inflection.h"

enum xc_suffix {
    XC_SUFFIX_S = 1 << 0,
    XC_SUFFIX_ED = 1 << 1,
    XC_SUFFIX_ING = 1 << 2,
    XC_SUFFIX_ER = 1 << 3 /* -er and -est */
};

/*
 * Appends the forms of base with each of the suffixes (bits of xc_suffix): y -> ies,
 * ied, ier; e dropped; ie -> ying; the last consonant doubled in "tip" -> "tipping",
 * and in longer words both ways ("corset" -> corseted, corsetted).  Letters a-z only;
 * any other base has no regular forms.
 */
XC_MUST_CHECK enum xc_status xc_suffix_add(struct xc_str base, unsigned suffixes,
                                           struct xc_arena *arena,
                                           struct xc_str_vec *out);

struct xc_stem {
    struct xc_str base;
    bool rare; /* of a shape that few bases have: only when a table knows it */
};

/* Room for the stems of one word. */
#define XC_MAX_STEMS 8

/*
 * Fills out with the stems that word may be -s, -ed or -ing of, and returns how many:
 * never of -ss, -us, -is and -eed words, never one without a vowel ("string").  False
 * when memory is short.
 */
XC_MUST_CHECK bool xc_suffix_strip(struct xc_str word, struct xc_arena *arena,
                                   struct xc_stem out[XC_MAX_STEMS], size_t *out_n);

#endif
