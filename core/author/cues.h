/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cues against their own two sentences: an entry of the lexicon is right when its first
 * sentence gets the stance that it names, the second one keeps its own, and the first
 * one loses its stance when the entry is taken away.
 */
#ifndef XC_AUTHOR_CUES_H
#define XC_AUTHOR_CUES_H

#include "lexicon/lexicon.h"

enum xc_cue_fault {
    XC_CUE_RIGHT,
    XC_CUE_CHANGED_DIFFERS, /* the first sentence is read otherwise than it says */
    XC_CUE_OTHER_DIFFERS,   /* the second one is */
    XC_CUE_NOT_NEEDED,      /* the first is read so without the entry, too */
    XC_CUE_NOT_A_PAIR,      /* the two differ in more than two words */
    XC_CUE_NO_TARGET,       /* the brackets hold no word */
    XC_CUE_NO_STANCE,       /* what stands before the colon is no stance */
};

struct xc_cue_checked {
    enum xc_cue_fault fault;
    struct xc_str example; /* the sentence at fault, as in the file */
    struct xc_str read_as; /* the stance that it got; "" when none was asked for */
    struct xc_str trace;   /* how it got there */
};

/* Reads cue's two sentences by lexicon, which holds it; *out lives in arena.
 * XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_cue_check(const struct xc_lexicon *lexicon,
                                          const struct xc_cue *cue,
                                          struct xc_arena *arena,
                                          struct xc_cue_checked *out);

/*
 * Checks every cue of a lexicon with added files: an added one by itself, one of ours
 * because an added one may have taken its words.  XC_BAD_RULE: each fault was told at
 * the sentence, with what to do.
 */
XC_MUST_CHECK enum xc_status xc_cues_check(const struct xc_lexicon *lexicon,
                                           struct xc_problems *problems);

#endif
