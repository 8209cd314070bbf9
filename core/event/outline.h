/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Outline: what an article as a whole says of the instances of one topic's event.
 *
 *     # The 2031 Harbour Gala          the lead's year
 *     She loved the glass staircase.   a mark
 */
#ifndef XC_EVENT_OUTLINE_H
#define XC_EVENT_OUTLINE_H

#include "base/limits.h"
#include "event/article.h"
#include "event/score.h"

struct xc_mark_list {
    const struct xc_phrase *phrases[XC_MAX_EVENT_MARKS]; /* each once */
    struct xc_range words[XC_MAX_EVENT_MARKS];           /* where it stands first */
    size_t n;
};

/* The article as one topic sees it. */
struct xc_outline {
    bool named;                       /* the event's name stands somewhere */
    const struct xc_sign *short_name; /* what may name something else; NULL: none */
    struct xc_mark_list marks;
    /* Of headline and lead, and of the rest: the one year named there; 0: none, -1:
     * several. */
    int lead_year;
    int framed_year; /* of the lead, without the event's name beside it */
    int later_year;
    const struct xc_sign *lead; /* the first that names it */
    const struct xc_sign *framed;
    const struct xc_sign *later;
    bool looks_back; /* the lead's year is counted back, or has no name beside it */
    const struct xc_sign *lead_date; /* the first that says something; NULL: none */
};

/* How much a YEAR sign tells a topic. */
enum xc_year_use {
    XC_YEAR_UNUSED,   /* of another event, or what is not meant */
    XC_YEAR_STRAY,    /* only there: "her 1974 coat" */
    XC_YEAR_FOREIGN,  /* says when, but no instance is known of that year */
    XC_YEAR_KNOWN,    /* the year of an instance */
    XC_YEAR_EXPLICIT, /* beside the event's name */
};
enum xc_year_use xc_outline_year_use(const struct xc_score *score,
                                     const struct xc_sign *sign);

/* Adds phrase to the list unless it is there or the list is full. */
void xc_outline_add_mark(struct xc_mark_list *marks, const struct xc_sign *sign);

/* Whether a mark of the list speaks for one of the candidates (for c). */
bool xc_outline_marks_any(const struct xc_score *score,
                          const struct xc_mark_list *marks);
bool xc_outline_marks_one(const struct xc_score *score,
                          const struct xc_mark_list *marks, size_t c);

/* The outline of the article for the score's topic; NULL when memory is short. */
const struct xc_outline *xc_outline_find(struct xc_event_article *article,
                                         const struct xc_score *score);

#endif
