/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Event: which instance of a repeating event a mention is about.
 *
 * Scored from the mention's sentence, paragraph and article: explicit years and dates,
 * the event's own name beside them, marks that only one instance has, and, as support
 * that never decides alone, the published date (METHODS section 4).  Comparative frames
 * ("in 2019, she …", "five years ago", "last year's") open a scope of their own.
 */
#ifndef XC_EVENT_EVENT_H
#define XC_EVENT_EVENT_H

#include "lexicon/lexicon.h"
#include "match/mention.h"

enum xc_event_place {
    XC_EVENT_THIS,
    XC_EVENT_OTHER,
    XC_EVENT_UNDETERMINED,
};

/* "this", "other", "undetermined". */
const char *xc_event_place_name(enum xc_event_place place);

struct xc_event_reading {
    enum xc_event_place place;
    int score_this;       /* points for the topic's own instance */
    int score_other;      /* points for the best other one */
    struct xc_str reason; /* the one that says most: "'2033' in the sentence" */
    struct xc_str trace;  /* one reason a line, with its points */
};

struct xc_events; /* the instances of all topics, compiled; read-only */

/* Compiles the events of all topics (borrowed) into *out (arena).  Topics whose
 * event names overlap compete for a mention. */
XC_MUST_CHECK enum xc_status xc_events_new(const struct xc_topic_vec *topics,
                                           const struct xc_lexicon *lexicon,
                                           struct xc_arena *arena,
                                           const struct xc_events **out);

struct xc_event_article; /* what one article says of instances */

/*
 * Gets ready to read the signs of instances in text into *out (arena), which happens once
 * for all mentions of the article, and when the first one of a topic with an event is
 * placed; events, text and arena are borrowed for as long as *out is used.  published is
 * the source's date or NULL.
 */
XC_MUST_CHECK enum xc_status xc_event_read(const struct xc_events *events,
                                           const struct xc_text *text,
                                           const struct xc_date *published,
                                           struct xc_arena *arena,
                                           struct xc_event_article **out);

/*
 * Places the mention over words of sentence into *out (the arena of xc_event_read).
 * topic is its index in the vector given to xc_events_new.  A topic without an event:
 * always XC_EVENT_THIS.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_event_place(struct xc_event_article *article,
                                            size_t topic, size_t sentence,
                                            struct xc_range words,
                                            struct xc_event_reading *out);

#endif
