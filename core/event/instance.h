/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Instances: the events of all topics, and which of them compete for a mention.
 *
 *     met-gala-2019 and met-gala-2024 both name the "Met Gala": rivals.
 *     Two topics about the gala of 2019: one instance in two rule files, no rivals.
 */
#ifndef XC_EVENT_INSTANCE_H
#define XC_EVENT_INSTANCE_H

#include "event/event.h"
#include "event/phrase.h"

struct xc_instance {
    bool present; /* false: the topic has no event */
    bool has_names;
    bool has_window;
    int32_t window_first; /* published from … to: speaks for this instance */
    int32_t window_last;
    bool window_said; /* by the rule; else it follows from the date */
    bool has_date;
    int year;          /* 0: unknown */
    int last_year;     /* the same, unless it goes on over New Year */
    int edition;       /* "the 71st", of its marks; 0: unknown */
    int32_t first_day; /* of the date, when has_date */
    int32_t last_day;
    size_t *rivals; /* other instances of the same repeating event, ascending */
    size_t n_rivals;
};

struct xc_events {
    const struct xc_lexicon *lexicon;
    struct xc_instance *instances; /* one for each topic */
    size_t n_instances;
    bool uses_dates;              /* an instance has a date to compare with */
    struct xc_table date_words;   /* no calendar date does without one, or a year */
    struct xc_filter date_filter; /* of those words */
    struct xc_phrases phrases;
    struct xc_table tags; /* glued name ("metgala") -> number of its NAME phrase */
};

/* Whether instance is among the phrase's owners. */
bool xc_instance_owns(const struct xc_phrase *phrase, size_t instance);

#endif
