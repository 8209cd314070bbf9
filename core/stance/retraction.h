/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Retraction: what later sentences of an article do to what it said before.
 *
 *     A post claimed that the well was dry.  […]  The rumour is false.
 *         the only claim in reach: denied, in the article's own voice
 *     The well was dry.  […]  None of this is true.
 *         may be meant: unresolved
 *     A man who said that the well was dry later recanted.
 *         nobody says so any more: unresolved
 *
 * Denied takes exactly one antecedent and a predicate that is plainly rejected; all else
 * that may be touched becomes unresolved.  Nothing ever becomes asserted.
 */
#ifndef XC_STANCE_RETRACTION_H
#define XC_STANCE_RETRACTION_H

#include "stance/rejection.h"

/* What an article rejects and withdraws, with what has been found out about its sentences;
 * of one article and one thread. */
struct xc_retractions;

/* Reads the article into *out (arena); borrows all three.  XC_NO_MEMORY is the only
 * failure. */
XC_MUST_CHECK enum xc_status xc_retractions_new(const struct xc_lexicon *lexicon,
                                                const struct xc_text *text,
                                                struct xc_arena *arena,
                                                struct xc_retractions **out);

/* Reads the stance of the target as xc_stance_weigh does, and then what later sentences
 * make of it: stance and voice, with the sentence among the cues and in the trace.  The
 * target's names need not be set. */
XC_MUST_CHECK enum xc_status xc_retractions_weigh(struct xc_retractions *retractions,
                                                  const struct xc_target *target,
                                                  struct xc_arena *arena,
                                                  struct xc_stance_reading *out);

/* Writes into the reading's trace, and among its cues, that sentence s made it what it is
 * (arena).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_retraction_note(const struct xc_text *text, size_t s,
                                                struct xc_arena *arena,
                                                struct xc_stance_reading *reading);

#endif
