/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands beside a sign and changes what it says.
 *
 *     "last year's gala"        the year of the event, by its name's last word
 *     "unlike at the 2031 gala" set against what is said
 *     "the 2031 and 2033 galas" one of several years
 *     "Updated 8 May 2033"      dates the text, not the event
 */
#ifndef XC_EVENT_BESIDE_H
#define XC_EVENT_BESIDE_H

#include "event/sign.h"

/* The signs of one sentence as they were found, in order. */
struct xc_beside {
    const struct xc_events *events;
    const struct xc_text *text;
    size_t sentence;
    struct xc_range words;     /* of the sentence */
    struct xc_sign_vec *signs; /* its own are those from first on */
    size_t first;
};

/* Fills phrase, words, many, contrast, label, bracketed and at_edge of the sentence's
 * signs, and drops those that say nothing of an event. */
void xc_beside_settle(const struct xc_beside *beside);

#endif
