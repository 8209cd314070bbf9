/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scope: which cues of the sentence govern the target, outermost first.
 */
#ifndef XC_STANCE_SCOPE_H
#define XC_STANCE_SCOPE_H

#include "stance/scene.h"

/* How far out a cue acts; the order of composition. */
enum xc_scope_level {
    XC_SCOPE_ATTRIBUTION, /* "…, the mayor said", "The mayor: …" */
    XC_SCOPE_REJECTION,   /* "… is a hoax", "… was denied by the mayor" */
    XC_SCOPE_OUTSIDE,     /* outside the quotation that holds the target */
    XC_SCOPE_FORWARD,     /* before the target, in its clause */
};

struct xc_scope_cue {
    enum xc_scope_level level;
    enum xc_cue_class class;
    const struct xc_cue *cue; /* NULL: made by a rule */
    unsigned options;         /* of xc_cue_option */
    struct xc_range words;
    bool outside;  /* of the quotation that holds the target */
    bool inverted; /* the speaker follows: "said the mayor" */
    bool passive;  /* "was told": not by whoever stands before it */
    bool as;       /* "as the mayor said": inside what is said, not around it */
    bool unclear;  /* it may or may not touch the target: its truth is unknown */
};

struct xc_scope {
    struct xc_scope_cue *items;
    size_t n;
    size_t cap;
};

/* Fills *out (arena) with the cues that govern the scene's target, outermost first. */
XC_MUST_CHECK enum xc_status xc_scope_find(const struct xc_scene *scene,
                                           struct xc_arena *arena,
                                           struct xc_scope *out);

/* Whether the phrase that the cue (XC_CUE_PHRASE) opens ends before word: "Rather than
 * surgery, the secret was a corset" ends at its comma. */
bool xc_scope_phrase_ends(const struct xc_scene *scene,
                          const struct xc_cue_match *match, size_t word);

/* Whether words a and b stand in one clause. */
bool xc_scope_in_one_clause(const struct xc_scene *scene, size_t a, size_t b);

/* Whether the cue is a label at the head of the sentence: "Fake: a bear in the park". */
bool xc_scope_is_label(const struct xc_scene *scene, const struct xc_cue_match *match);

/* Whether the cue stands in another quotation, out of which it can't reach. */
bool xc_scope_is_shut_in(const struct xc_scene *scene,
                         const struct xc_cue_match *match);

#endif
