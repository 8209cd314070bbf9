/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Joining mentions by the words they share, from the surest to the least sure.
 *
 * Words never join two voices that are known to differ: one sentence may let two people
 * speak, and its reprint does so again.
 */
#ifndef XC_ORIGIN_SHARED_WORDS_H
#define XC_ORIGIN_SHARED_WORDS_H

#include "origin/tracer.h"

/* Joins mentions of one sentence, in linear time: the same place in it, or the same
 * voice. */
XC_MUST_CHECK enum xc_status xc_tracer_join_sentences(struct xc_tracer *tracer);

/* Joins mentions of one voice in one block, in linear time. */
XC_MUST_CHECK enum xc_status xc_tracer_join_blocks(struct xc_tracer *tracer);

/* Joins mentions whose evidence shares a passage (origin/passage.h). */
XC_MUST_CHECK enum xc_status xc_tracer_join_passages(struct xc_tracer *tracer);

/* Joins mentions that stand in one quotation (origin/quotation_match.h). */
XC_MUST_CHECK enum xc_status xc_tracer_join_quotations(struct xc_tracer *tracer);

#endif
