/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Speech: who says what, in a whole text.
 *
 *     The mayor said that the pier was safe.   "It is not," the engineer said.
 *         indirect, the mayor: "the pier was safe"
 *         direct, the engineer: "It is not,"
 *
 * The same reading that stance makes of a claim's voice, made of every clause.
 */
#ifndef XC_STANCE_SPEECH_H
#define XC_STANCE_SPEECH_H

#include "stance/stance.h"

enum xc_speech_kind {
    XC_SPEECH_DIRECT,   /* between quotation marks, or a block quotation */
    XC_SPEECH_INDIRECT, /* what a reporting verb governs */
};

/* "direct", "indirect" */
const char *xc_speech_kind_name(enum xc_speech_kind kind);

struct xc_speech {
    enum xc_speech_kind kind;
    struct xc_range words; /* what is said; of the article */
    struct xc_voice voice; /* who says it; never own */
    struct xc_range cue;   /* the reporting verb; empty when there is none */
};

struct xc_speech_vec {
    struct xc_speech *items;
    size_t n;
    size_t cap;
};

/*
 * Lists all speech of text in *out (arena), ascending by first word: each quotation
 * longer than scare quotes, and every stretch of clauses that one reporting verb governs.
 * Speech within speech is listed for each voice: "Fenn said the clerk told her that the
 * well was dry" once for Fenn, and its end once for the clerk.
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_speeches_find(const struct xc_lexicon *lexicon,
                                              const struct xc_text *text,
                                              struct xc_arena *arena,
                                              struct xc_speech_vec *out);

#endif
