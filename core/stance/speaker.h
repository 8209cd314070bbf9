/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Speakers: who the words beside a reporting verb name.
 *
 *     "her personal trainer Melissa Doe also said"  ->  speaker, Melissa Doe
 *     "the harbour master said"                     ->  speaker, the harbour master
 *     "a source close to her said", "fans said"     ->  unnamed
 *     "she said"  ->  the only one she may be (antecedent.h), else a speaker without a name
 */
#ifndef XC_STANCE_SPEAKER_H
#define XC_STANCE_SPEAKER_H

#include "stance/name.h"

/*
 * Reads the description that ends just before word `verb`, not going back beyond
 * `first`, into kind, name and key of *voice (arena).  Without any description the
 * voice is unnamed.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_speaker_before(struct xc_names *names, size_t first,
                                               size_t verb, struct xc_arena *arena,
                                               struct xc_voice *voice);

/* The same for the description that begins at word `from`, before `end`: "said the
 * mayor", "according to the council". */
XC_MUST_CHECK enum xc_status xc_speaker_after(struct xc_names *names, size_t from,
                                              size_t end, struct xc_arena *arena,
                                              struct xc_voice *voice);

#endif
