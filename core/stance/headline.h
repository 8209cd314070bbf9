/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Headlines: what one says as a whole, without a claim to look for.
 *
 * Its main assertion is its main predicate; the calculus of stance.c acts on that word.
 * What a headline says about all of itself goes before ("… death hoax fools town"), and
 * so does its own correction ("…? No, he didn't").
 *
 *     "Report: Actor to buy island"            ->  hedged: Actor to buy island
 *     "No, the Pope did not adopt a panda"     ->  denied
 *     "Mayor denies that pier was unsafe"      ->  denied, by the mayor
 */
#ifndef XC_STANCE_HEADLINE_H
#define XC_STANCE_HEADLINE_H

#include "stance/stance.h"

/*
 * Reads text, a headline, into *out_target (its main clause) and *out (arena); false in
 * *out_found when it has no words.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_headline_read(const struct xc_lexicon *lexicon, const struct xc_text *text,
                 struct xc_arena *arena, struct xc_target *out_target,
                 struct xc_stance_reading *out, bool *out_found);

/* A headline of an article, whose names are known already. */
struct xc_headline_part {
    const struct xc_text *text;
    struct xc_range sentences;
    struct xc_names *names;
};

/* The same for one of an article's headlines; *out is left alone when it is not found. */
XC_MUST_CHECK enum xc_status xc_headline_read_part(const struct xc_lexicon *lexicon,
                                                   const struct xc_headline_part *part,
                                                   struct xc_arena *arena,
                                                   struct xc_stance_reading *out,
                                                   bool *out_found);

#endif
