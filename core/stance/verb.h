/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verbs: where a subject of the scene's sentence ends and its verb begins, known by the
 * forms of words and by what follows them.
 */
#ifndef XC_STANCE_VERB_H
#define XC_STANCE_VERB_H

#include "stance/scene.h"

enum xc_verb { XC_NO_VERB, XC_MAYBE_VERB, XC_SURE_VERB };

/* Whether a noun phrase begins at word: "the", "a", "three", or stands under it:
 * "Ann's". */
bool xc_verb_is_determiner(const struct xc_scene *scene, size_t word);

/* Whether word is a past tense or a participle that may be one: "wore", "tied". */
bool xc_verb_is_past(const struct xc_scene *scene, size_t word);

/* How surely a main verb stands among words [from, last] (from is not the sentence's
 * first); *out_at is where, and untouched when there is none. */
enum xc_verb xc_verb_main(const struct xc_scene *scene, size_t from, size_t last,
                          size_t *out_at);

/* Whether a finite verb stands in words [from, end): then what follows is no longer of
 * the subject.  "A stolen drone": a determiner before it makes it no verb. */
bool xc_verb_stands(const struct xc_scene *scene, size_t from, size_t end);

/* The last word, up to `last`, of the verb that begins at word: "had never flown", "did
 * not vote". */
size_t xc_verb_group_end(const struct xc_scene *scene, size_t word, size_t last);

#endif
