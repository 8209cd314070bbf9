/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose voice each mention of a group stands in, made comparable.
 *
 *     "Alpha" is "Speaker Alpha" when no other Alpha speaks; an unknown speaker is
 *     nobody's equal; "the mayor" may be the Speaker Alpha of another source, but not
 *     its "engineer".
 */
#ifndef XC_ORIGIN_VOICES_H
#define XC_ORIGIN_VOICES_H

#include "base/status.h"
#include "origin/kept.h"

/* Classes of voices; from XC_ORIGIN_FIRST_SPEAKER on, one for each known speaker. */
enum { XC_ORIGIN_OWN, XC_ORIGIN_UNKNOWN, XC_ORIGIN_FIRST_SPEAKER };

struct xc_origin_voices {
    const struct xc_kept *const *mentions; /* borrowed */
    size_t *class_of;                      /* per mention */
    bool *proper; /* per mention: the speaker has a name, not only a role */
    bool *mixed;  /* per mention: another class speaks in the same sentence too */
};

/* Classifies mentions[0..n) into *out (arena). */
XC_MUST_CHECK enum xc_status
xc_origin_voices_make(const struct xc_kept *const *mentions, size_t n,
                      struct xc_arena *arena, struct xc_origin_voices *out);

/* Whether the same words in mentions i and j may come from one voice: not from two
 * known speakers, nor from a source and the speaker that it quotes. */
bool xc_origin_voices_allow_quotation(const struct xc_origin_voices *voices, size_t i,
                                      size_t j);

/* The same for a passage, which may hold more than one voice's words: where a sentence
 * lets several voices speak, only equal ones.  Never inside one source, whose windows
 * overlap. */
bool xc_origin_voices_allow_passage(const struct xc_origin_voices *voices, size_t i,
                                    size_t j);

#endif
