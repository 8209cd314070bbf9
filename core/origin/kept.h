/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What outlasts an article: one mention with the material that tracing, judging and
 * telling need.  Everything in it is a copy in the run's arena.
 */
#ifndef XC_ORIGIN_KEPT_H
#define XC_ORIGIN_KEPT_H

#include "event/event.h"
#include "rule/decisions.h"
#include "stance/stance.h"
#include "text/hidden.h"

struct xc_kept_cue {
    struct xc_str text;
    enum xc_cue_class class;
    struct xc_span span; /* in the source's text */
};

struct xc_kept_value {
    size_t slot;           /* index into the claim's slots */
    struct xc_value value; /* in the rule's unit where the rule gives one */
};

struct xc_kept {
    size_t source; /* index in the run */
    size_t topic;
    size_t claim; /* index in the topic */
    enum xc_stance stance;
    struct xc_voice voice;
    struct xc_event_reading event;
    struct xc_kept_value *values;
    size_t n_values;
    struct xc_kept_cue *cues;
    size_t n_cues;
    struct xc_str stance_trace;
    /* An editor's decision on it; NULL: none.  Then stance is what was decided, and read_as
     * what the engine read. */
    const struct xc_decision *decision;
    enum xc_stance read_as;
    struct xc_str pattern; /* text of the pattern that matched */

    size_t line;
    size_t column;        /* 0: the format gives none */
    struct xc_span span;  /* the match, in the source's text */
    struct xc_str before; /* context of the quote: the sentence up to the match … */
    struct xc_str quote;  /* … the matched words as they stand … */
    struct xc_str after;  /* … and the rest of the sentence */
    struct xc_hidden *hidden; /* what of the three a reader does not see */
    size_t n_hidden;

    /* For origins.  Word keys of the sentence and one on either side in its block. */
    struct xc_str *window;
    size_t n_window;
    struct xc_range evidence; /* the sentence itself, in window */
    uint64_t sentence_hash;   /* of the sentence's word keys; 0 under 4 words */
    uint64_t block_hash;      /* of the block's word keys; 0 under 8 words */
    uint32_t neighbours;      /* equal for equal blocks around the block */
    bool is_borrowed;         /* the block is another outlet's boilerplate */
    /* The folded text of the sentence(s) of the quotation that holds the match; "" when
     * it does not stand in one. */
    struct xc_str quotation;
    /* The number, from 1, of that quotation in its source, one for a quotation that goes
     * on over paragraphs; 0 when there is none. */
    size_t quotation_number;
    struct xc_str *citations; /* canonical origin keys: "wire:ap", "outlet:vogue" */
    size_t n_citations;
};

/* Whether an editor decided that it is not about the claim: it is listed, and takes part in
 * nothing. */
static inline bool
xc_kept_is_dismissed(const struct xc_kept *kept)
{
    return kept->decision != NULL && kept->decision->kind == XC_DECISION_NOT_ABOUT;
}

/* Whether it counts for its source's position: it is about the claim, and this event. */
static inline bool
xc_kept_counts(const struct xc_kept *kept)
{
    return kept->event.place == XC_EVENT_THIS && !xc_kept_is_dismissed(kept);
}

struct xc_kept_vec {
    struct xc_kept *items;
    size_t n;
    size_t cap;
};

#endif
