/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Insets: what is set off within a sentence, so that the clause around it goes on.
 *
 *     The gown, which did not fit, weighed 40 lb.       relative
 *     The bridge, built in 1950, was closed.            participle
 *     She did not, her aide said, attend.               attribution
 *     She did not, when asked, deny it.                 subordinate
 *     The gown (not the shoes) was new.                 brackets
 */
#ifndef XC_TEXT_INSET_H
#define XC_TEXT_INSET_H

#include "text/syntax.h"

struct xc_inset {
    enum xc_clause_kind kind;
    size_t end; /* word of the sentence after it; the sentence's n: nothing follows */
};

/*
 * Whether an inset begins with word i > 0; fills *out.  waiting: the clause that it
 * would interrupt has not its whole verb yet, so it must go on afterwards.  An inset of more than
 * XC_MAX_INSET_WORDS runs to the sentence's end.
 */
bool xc_inset_at(const struct xc_syntax *syntax, size_t i, bool waiting,
                 struct xc_inset *out);

/* The same for attributions alone. */
bool xc_inset_attribution_at(const struct xc_syntax *syntax, size_t i,
                             struct xc_inset *out);

/* Whether word i, "not" and adverbs before it skipped, begins a participial clause by
 * its form and what follows it ("wearing …", "dressed in …"); *out_is_ing tells which. */
bool xc_inset_is_participial(const struct xc_syntax *syntax, size_t i,
                             bool *out_is_ing);

#endif
