/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names and colours among the words of a sentence.
 *
 * A name is a run of capitalised words, with "of", "de", "van der" and the like inside:
 * "Ursula von der Leyen", "Museum of Modern Art".  A sentence's first word counts only
 * when something else shows that it is a name.  Who a name belongs to is not decided.
 */
#ifndef XC_VALUE_NAME_H
#define XC_VALUE_NAME_H

#include "value/atom.h"

/* Whether a name begins at atom i; *out_end is the atom after the longest one. */
bool xc_name_read(const struct xc_atoms *atoms, size_t i, size_t *out_end);

/* Whether every longer word of the sentence has a capital, as in many headlines: then
 * capitals tell nothing. */
bool xc_name_is_title_case(const struct xc_atoms *atoms);

/* The canonical name of the colour that begins at atom i ("dark blue", "crimson"), not
 * as part of a name ("White House"); ptr NULL when none does. */
struct xc_str xc_colour_read(const struct xc_atoms *atoms, size_t i, size_t *out_end);

#endif
