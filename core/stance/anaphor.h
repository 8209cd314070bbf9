/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Anaphors: words that stand for what was said before, and say nothing of it.
 *
 *     "But this is false."                     this
 *     "None of it is true."                    it, denied, all of what was said
 *     "The online rumour is false."            the story
 *     "They are wrong."                        them
 *     "The rumour that it rained is false."    none: the claim stands there itself
 *     "It is false that it rained."            none
 */
#ifndef XC_STANCE_ANAPHOR_H
#define XC_STANCE_ANAPHOR_H

#include "lexicon/lexicon.h"

enum xc_anaphor_kind {
    XC_ANAPHOR_THIS,
    XC_ANAPHOR_ALL,
    XC_ANAPHOR_STORY,
    XC_ANAPHOR_THEM,
};

struct xc_anaphor {
    enum xc_anaphor_kind kind;
    struct xc_range words;
    bool denied; /* "none of", "no truth to" stands before it */
};

/* One sentence. */
struct xc_anaphor_place {
    const struct xc_lexicon *lexicon;
    const struct xc_text *text;
    struct xc_range sentence;
};

/* Finds what stands in the sentence for something said before it; false when nothing
 * does. */
bool xc_anaphor_find(const struct xc_anaphor_place *place, struct xc_anaphor *out);

/* Whether key is a word for what somebody says: rumour, story, allegation. */
bool xc_anaphor_is_story(const struct xc_lexicon *lexicon, struct xc_str key);

#endif
