/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The predicate of a headline's clause: the word that says what happens, on which
 * negators and hedges must act for the headline to be denied or hedged.
 *
 *     "Council sells pier to keep it from falling"   ->  sells
 *     "Ferry will not sail"                          ->  sail
 *     "Mayor says pier was not sold"                 ->  sold
 *     "No shark in harbour"                          ->  shark
 *
 * No parser: forms of words, what stands beside them, and the cues of the sentence, so
 * that verbs of saying and denying lead on to what is said.
 */
#ifndef XC_STANCE_PREDICATE_H
#define XC_STANCE_PREDICATE_H

#include "stance/scene.h"

struct xc_predicate {
    struct xc_range range; /* of the clause */
    size_t word;
    struct xc_range aside; /* a relative clause of the subject: "nun who [did not …]" */
    const struct xc_cue_match *own; /* the cue that it is a word of, or NULL */
};

/* Finds the predicate of words [range) of the scene's sentence, whose cues were found
 * with no word immune, into *out; false when every word of it is a cue's or a
 * preposition. */
bool xc_predicate_find(const struct xc_scene *scene, struct xc_range range,
                       struct xc_predicate *out);

/* Whether the verb of the clause [range) follows the cue at once, so that what may be a
 * verb of saying is none: "The Harbour Post is free". */
bool xc_predicate_follows(const struct xc_scene *scene, struct xc_range range,
                          const struct xc_cue_match *match);

#endif
