/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Discourse: what a mention's paragraph and article say of the instance when its own
 * sentence names no year.
 *
 *     "The 2031 gala was louder. Three men tied the corset."   inherits 2031
 */
#ifndef XC_EVENT_DISCOURSE_H
#define XC_EVENT_DISCOURSE_H

#include "event/outline.h"

/* What stands around the mention; the caller has collected the marks. */
struct xc_surroundings {
    size_t sentence;
    struct xc_range words; /* the mention's */
    bool named_in_sentence;
    bool named_in_clause;   /* of the mention */
    bool dated_in_sentence; /* a date there says when */
    bool is_now;            /* the sentence turns from what was told before */
    struct xc_mark_list in_sentence;
    struct xc_mark_list in_paragraph; /* those of the sentence, too */
};

/* Adds what the paragraph, the article and the published date give. */
void xc_discourse_weigh(const struct xc_event_article *article,
                        const struct xc_outline *outline,
                        const struct xc_surroundings *around, struct xc_score *score);

#endif
