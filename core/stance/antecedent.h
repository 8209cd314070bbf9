/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Antecedents: which named person a pronoun means, or that nobody can tell.
 *
 *     "Alda Fenn opened the pier.  She said …"           ->  Alda Fenn
 *     "Alda Fenn met Bryn Oke.  She said …"              ->  nobody
 *     "Mr Oke met Mrs Fenn.  She said …"                 ->  Mrs Fenn
 *     "Alda Fenn opened the pier.  A clerk waved.  She said …"  ->  nobody
 *
 * A name is never guessed: whoever else the pronoun may mean leaves it open.
 */
#ifndef XC_STANCE_ANTECEDENT_H
#define XC_STANCE_ANTECEDENT_H

#include "stance/name.h"

/*
 * The named person that the pronoun at word `at` means: the only one that it fits in the
 * paragraph before it, no more than XC_MAX_SUBJECT_WORDS before it, and a subject there.
 * False when there are none or several, or when somebody without a name comes up, too.
 */
bool xc_antecedent_find(struct xc_names *names, size_t at, struct xc_range *out);

#endif
