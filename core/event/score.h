/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Score: the points of a mention's candidates, each with its reason.
 *
 * Candidate 0 is the topic's own instance, then come its rivals, and last "another":
 * an instance that no rule file is about, known only by its year.
 */
#ifndef XC_EVENT_SCORE_H
#define XC_EVENT_SCORE_H

#include "base/limits.h"
#include "event/sign.h"

struct xc_reason {
    int points;
    bool weighed;  /* stands in the trace with its points */
    bool of_rival; /* the points are another instance's */
    struct xc_str text;
};

struct xc_score {
    const struct xc_events *events;
    const struct xc_text *text;
    struct xc_arena *arena;
    size_t topic;
    const struct xc_instance *own;
    size_t n; /* candidates */
    int *points;
    struct xc_reason reasons[XC_MAX_EVENT_REASONS];
    size_t n_reasons;
    size_t first_reason; /* that counts: since the points were forgotten */
    bool failed;         /* memory was short */
};

/* What a sign says of one candidate. */
enum xc_pointing {
    XC_POINTS_AWAY,
    XC_POINTS_NOWHERE,
    XC_POINTS_HERE,
};

/* Makes an empty score for a mention of topic; false when memory is short. */
bool xc_score_init(struct xc_score *score, const struct xc_events *events,
                   const struct xc_text *text, size_t topic, struct xc_arena *arena);

/* Forgets points, keeps the reasons. */
void xc_score_clear(struct xc_score *score);

/* The instance of candidate c; NULL for "another". */
const struct xc_instance *xc_score_instance(const struct xc_score *score, size_t c);

/* Whether the edition of one of the candidates is known. */
bool xc_score_knows_editions(const struct xc_score *score);

/* Whether one of the candidates is of this year. */
bool xc_score_knows_year(const struct xc_score *score, int year);

/* What a year, a date, an edition or a mark says of candidate c. */
enum xc_pointing xc_score_year(const struct xc_score *score, size_t c, int year);
enum xc_pointing xc_score_date(const struct xc_score *score, size_t c,
                               const struct xc_sign *date);
enum xc_pointing xc_score_edition(const struct xc_score *score, size_t c, int edition);
enum xc_pointing xc_score_mark(const struct xc_score *score, size_t c,
                               const struct xc_phrase *mark);

/* Whether the date is near an instance, or near the day of one in the year it names. */
bool xc_score_date_speaks(const struct xc_score *score, const struct xc_sign *date);

/* Adds points to candidate c. */
void xc_score_add(struct xc_score *score, size_t c, int points);

/* Gives the points to those that a year (a YEAR sign, a date) points to, takes them
 * from those that it points away from, and notes it as "+6 'words' where".  What is near
 * a year that is give or take gets nothing and loses nothing. */
void xc_score_give_year(struct xc_score *score, int year, int give_or_take, int points,
                        struct xc_range words, const char *where);
void xc_score_give_edition(struct xc_score *score, const struct xc_sign *sign,
                           int points, const char *where);
void xc_score_give_sign(struct xc_score *score, const struct xc_sign *sign, int points,
                        const char *where);
void xc_score_give_date(struct xc_score *score, const struct xc_sign *date, int points,
                        const char *where);

/* Notes why candidate c gets the points, as printf would; what is no candidate's own but
 * the topic's says so. */
void xc_score_note(struct xc_score *score, size_t c, int points, const char *format,
                   ...) __attribute__((format(printf, 4, 5)));

/* Notes what gives no points by itself. */
void xc_score_remark(struct xc_score *score, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The words as they stand in the article, on one line; "" when memory is short. */
struct xc_str xc_score_words(struct xc_score *score, struct xc_range words);

/* The place and scores, with all reasons, into *out; false when memory is short. */
bool xc_score_decide(struct xc_score *score, struct xc_event_reading *out);

/* The place alone. */
enum xc_event_place xc_score_place(const struct xc_score *score);

/* The year of the instance that wins, 0 when none does or its year is unknown. */
int xc_score_best_year(const struct xc_score *score);

#endif
