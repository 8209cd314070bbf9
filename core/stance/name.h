/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of people and institutions: runs of capitalised words, without a list of names.
 *
 * A capital at the beginning of a sentence or in a title-cased headline says nothing by
 * itself; the article's other uses of the word then decide.
 */
#ifndef XC_STANCE_NAME_H
#define XC_STANCE_NAME_H

#include "lexicon/lexicon.h"
#include "stance/voice.h"

/* Whether words [words) end with a name; *out is the run ("trainer Melissa Doe" gives
 * Melissa Doe). */
bool xc_name_at_end(const struct xc_lexicon *lexicon, const struct xc_text *text,
                    struct xc_range words, struct xc_range *out);

/* Whether there is a name anywhere in words [words); *out is the last one. */
bool xc_name_in(const struct xc_lexicon *lexicon, const struct xc_text *text,
                struct xc_range words, struct xc_range *out);

/*
 * The only named subject (a name before a verb, not after a preposition, no
 * possessive) of the paragraph before word `at`; false when there are none or several.
 */
bool xc_name_only_subject(const struct xc_lexicon *lexicon, const struct xc_text *text,
                          size_t at, struct xc_range *out);

/* Whether word i has the capital of a name and can't be a verb: the "Post" of "told the
 * Brinmouth Post". */
bool xc_name_holds(const struct xc_text *text, size_t i);

/* Fills name and key of *voice from the name, in the longest form that the article has
 * for it ("Doe" → "Melissa Doe").  Arena; XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_name_voice(const struct xc_lexicon *lexicon,
                                           const struct xc_text *text,
                                           struct xc_range name, struct xc_arena *arena,
                                           struct xc_voice *voice);

/* The word keys of words [words) joined by single spaces (arena). */
XC_MUST_CHECK enum xc_status xc_name_key(const struct xc_text *text,
                                         struct xc_range words, struct xc_arena *arena,
                                         struct xc_str *out);

#endif
