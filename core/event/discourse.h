/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Discourse: what a mention's paragraph and article say of the instance when its own
 * sentence names no year.
 *
 *     "The 2031 gala was louder. Three men tied the corset."   inherits 2031
 */
#ifndef XC_EVENT_DISCOURSE_H
#define XC_EVENT_DISCOURSE_H

#include "base/limits.h"
#include "event/score.h"

struct xc_mark_list {
    const struct xc_phrase *phrases[XC_MAX_EVENT_MARKS]; /* each once */
    struct xc_range words[XC_MAX_EVENT_MARKS];           /* where it stands first */
    size_t n;
};

/* The article as one topic sees it. */
struct xc_outline {
    bool named; /* the event's name stands somewhere */
    struct xc_mark_list marks;
    /* Of headline and lead, and of the rest: the one year named there; 0: none, -1:
     * several. */
    int lead_year;
    int framed_year; /* of the lead, without the event's name beside it */
    int later_year;
    struct xc_range lead_words;
    struct xc_range framed_words;
    struct xc_range later_words;
    const struct xc_sign *lead_date; /* the first that says something; NULL: none */
};

struct xc_event_article {
    const struct xc_events *events;
    const struct xc_text *text;
    struct xc_arena *arena;
    bool has_published;
    struct xc_date published;
    int32_t published_day;
    struct xc_signs signs;
    size_t lead_end;              /* sentences before it are headline or lead */
    struct xc_outline **outlines; /* per topic; NULL: not asked for yet */
};

/* How much a YEAR sign tells a topic. */
enum xc_year_use {
    XC_YEAR_UNUSED,   /* of another event, or what is not meant */
    XC_YEAR_STRAY,    /* only there: "her 1974 coat" */
    XC_YEAR_FOREIGN,  /* says when, but no instance is known of that year */
    XC_YEAR_KNOWN,    /* the year of an instance */
    XC_YEAR_EXPLICIT, /* beside the event's name */
};
enum xc_year_use xc_discourse_year_use(const struct xc_score *score,
                                       const struct xc_sign *sign);

/* Adds phrase to the list unless it is there or the list is full. */
void xc_discourse_add_mark(struct xc_mark_list *marks, const struct xc_sign *sign);

/* Whether a mark of the list speaks for one of the candidates (for c). */
bool xc_discourse_marks_any(const struct xc_score *score,
                            const struct xc_mark_list *marks);
bool xc_discourse_marks_one(const struct xc_score *score,
                            const struct xc_mark_list *marks, size_t c);

/* The outline of the article for the score's topic; NULL when memory is short. */
const struct xc_outline *xc_discourse_outline(struct xc_event_article *article,
                                              const struct xc_score *score);

/* What stands around the mention; the caller has collected the marks. */
struct xc_surroundings {
    size_t sentence;
    bool named_in_sentence;
    struct xc_mark_list in_sentence;
    struct xc_mark_list in_paragraph; /* those of the sentence, too */
};

/* Adds what the paragraph, the article and the published date give. */
void xc_discourse_weigh(const struct xc_event_article *article,
                        const struct xc_outline *outline,
                        const struct xc_surroundings *around, struct xc_score *score);

#endif
