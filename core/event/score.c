/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/score.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* The best candidate is taken when it has this many points … */
static const int least_points = 4;
/* … and so many more than the next. */
static const int least_margin = 3;

/* A date so near to an event's own speaks of that instance. */
static const int32_t near_days = 30;
/* And a date without a year, so near to the event's day in another year, of the instance
 * of that year: "on the first Monday in May" wanders within a week. */
static const int32_t same_day_days = 7;

/* How far off "a decade ago" may be. */
static const int about_years = 2;

bool
xc_score_init(struct xc_score *score, const struct xc_events *events,
              const struct xc_text *text, size_t topic, struct xc_arena *arena)
{
    const struct xc_instance *own = &events->instances[topic];
    size_t n = own->n_rivals + 2;
    int *points = xc_arena_array(arena, n, sizeof *points);

    if (points == NULL)
        return false;
    *score = (struct xc_score){.events = events,
                               .text = text,
                               .arena = arena,
                               .topic = topic,
                               .own = own,
                               .n = n,
                               .points = points};
    return true;
}

void
xc_score_clear(struct xc_score *score)
{
    memset(score->points, 0, score->n * sizeof *score->points);
    score->first_reason = score->n_reasons;
}

/* The number of candidate c's instance; n_instances for "another". */
static size_t
number_of(const struct xc_score *score, size_t c)
{
    if (c == 0)
        return score->topic;
    return c + 1 < score->n ? score->own->rivals[c - 1] : score->events->n_instances;
}

/* The instance of a candidate that is not "another". */
static const struct xc_instance *
instance_of(const struct xc_score *score, size_t c)
{
    return &score->events->instances[number_of(score, c)];
}

const struct xc_instance *
xc_score_instance(const struct xc_score *score, size_t c)
{
    return c + 1 < score->n ? instance_of(score, c) : NULL;
}

static bool
is_of_year(const struct xc_instance *instance, int year)
{
    return instance->year <= year && year <= instance->last_year;
}

bool
xc_score_knows_year(const struct xc_score *score, int year)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (is_of_year(instance_of(score, c), year))
            return true;
    }
    return false;
}

enum xc_pointing
xc_score_year(const struct xc_score *score, size_t c, int year)
{
    const struct xc_instance *instance = xc_score_instance(score, c);

    if (instance == NULL) {
        /* The year of nobody is another's only when the own year is known. */
        if (score->own->year == 0)
            return XC_POINTS_NOWHERE;
        return xc_score_knows_year(score, year) ? XC_POINTS_AWAY : XC_POINTS_HERE;
    }
    if (instance->year == 0)
        return XC_POINTS_NOWHERE;
    return is_of_year(instance, year) ? XC_POINTS_HERE : XC_POINTS_AWAY;
}

bool
xc_score_knows_editions(const struct xc_score *score)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (instance_of(score, c)->edition != 0)
            return true;
    }
    return false;
}

enum xc_pointing
xc_score_edition(const struct xc_score *score, size_t c, int edition)
{
    const struct xc_instance *instance = xc_score_instance(score, c);
    size_t i;

    if (instance != NULL && instance->edition == 0)
        return XC_POINTS_NOWHERE;
    if (instance != NULL)
        return instance->edition == edition ? XC_POINTS_HERE : XC_POINTS_AWAY;
    for (i = 0; i + 1 < score->n; i++) {
        if (instance_of(score, i)->edition == edition)
            return XC_POINTS_AWAY;
    }
    /* It may be this one's, when its own is not known. */
    return score->own->edition == 0 ? XC_POINTS_NOWHERE : XC_POINTS_HERE;
}

static bool
is_within(const struct xc_sign *date, int32_t first_day, int32_t last_day, int32_t days)
{
    return date->first_day <= last_day + days && first_day <= date->last_day + days;
}

static bool
is_near(const struct xc_sign *date, int32_t first_day, int32_t last_day)
{
    return is_within(date, first_day, last_day, near_days);
}

static bool
is_near_any(const struct xc_score *score, const struct xc_sign *date)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        const struct xc_instance *instance = instance_of(score, c);
        if (instance->has_date &&
            is_near(date, instance->first_day, instance->last_day))
            return true;
    }
    return false;
}

/* Whether a date is near the event's day in its year: "on 3 May 2029" is the gala of
 * 2029, of which there is no rule file. */
static bool
is_anniversary(const struct xc_score *score, const struct xc_sign *date)
{
    int over = score->own->last_year - score->own->year;
    int32_t days = date->year_said ? near_days : same_day_days;
    int year = xc_date_of_day(date->first_day).year;
    int from;

    if (!score->own->has_date ||
        score->own->last_day - score->own->first_day > near_days)
        return false;
    /* What goes on over New Year may have begun in the year before. */
    for (from = year - over; from <= year; from++) {
        struct xc_date day = xc_date_of_day(score->own->first_day);
        int32_t first;
        day.year = from;
        if (day.month == 2 && day.day == 29)
            day.day = 28;
        first = xc_date_day(day);
        if (is_within(date, first,
                      first + (score->own->last_day - score->own->first_day), days))
            return true;
    }
    return false;
}

bool
xc_score_date_speaks(const struct xc_score *score, const struct xc_sign *date)
{
    return is_near_any(score, date) || is_anniversary(score, date);
}

enum xc_pointing
xc_score_date(const struct xc_score *score, size_t c, const struct xc_sign *date)
{
    const struct xc_instance *instance = xc_score_instance(score, c);

    if (instance == NULL)
        return is_near_any(score, date) ? XC_POINTS_AWAY : XC_POINTS_HERE;
    if (!instance->has_date)
        return XC_POINTS_NOWHERE;
    return is_near(date, instance->first_day, instance->last_day) ? XC_POINTS_HERE
                                                                  : XC_POINTS_AWAY;
}

enum xc_pointing
xc_score_mark(const struct xc_score *score, size_t c, const struct xc_phrase *mark)
{
    size_t i;

    if (xc_instance_owns(mark, number_of(score, c)))
        return XC_POINTS_HERE;
    for (i = 0; i + 1 < score->n; i++) {
        if (xc_instance_owns(mark, number_of(score, i)))
            return XC_POINTS_AWAY;
    }
    return XC_POINTS_NOWHERE;
}

void
xc_score_add(struct xc_score *score, size_t c, int points)
{
    score->points[c] += points;
}

static int
signed_points(enum xc_pointing pointing, int points)
{
    switch (pointing) {
    case XC_POINTS_AWAY:
        return -points;
    case XC_POINTS_NOWHERE:
        return 0;
    case XC_POINTS_HERE:
        return points;
    }
    return 0;
}

static void
note_points(struct xc_score *score, int points, struct xc_range words,
            const char *where)
{
    struct xc_str quoted = xc_score_words(score, words);

    xc_score_note(score, 0, points, "'%.*s' %s", (int)quoted.len, quoted.ptr, where);
}

/* What a year that is give or take says of candidate c. */
static enum xc_pointing
year_about(const struct xc_score *score, size_t c, int year, int give_or_take)
{
    enum xc_pointing pointing = xc_score_year(score, c, year);
    int delta;

    for (delta = -give_or_take; delta <= give_or_take; delta++) {
        enum xc_pointing near = xc_score_year(score, c, year + delta);
        if (near != pointing)
            return pointing == XC_POINTS_HERE && c + 1 < score->n ? pointing
                                                                  : XC_POINTS_NOWHERE;
    }
    return pointing;
}

void
xc_score_give_year(struct xc_score *score, int year, int give_or_take, int points,
                   struct xc_range words, const char *where)
{
    size_t c;

    for (c = 0; c < score->n; c++)
        xc_score_add(score, c,
                     signed_points(year_about(score, c, year, give_or_take), points));
    note_points(score, signed_points(year_about(score, 0, year, give_or_take), points),
                words, where);
}

void
xc_score_give_sign(struct xc_score *score, const struct xc_sign *sign, int points,
                   const char *where)
{
    xc_score_give_year(score, sign->year, sign->about ? about_years : 0, points,
                       sign->words, where);
}

void
xc_score_give_edition(struct xc_score *score, const struct xc_sign *sign, int points,
                      const char *where)
{
    size_t c;

    for (c = 0; c < score->n; c++)
        xc_score_add(score, c,
                     signed_points(xc_score_edition(score, c, sign->edition), points));
    note_points(score, signed_points(xc_score_edition(score, 0, sign->edition), points),
                sign->words, where);
}

void
xc_score_give_date(struct xc_score *score, const struct xc_sign *date, int points,
                   const char *where)
{
    size_t c;

    for (c = 0; c < score->n; c++)
        xc_score_add(score, c, signed_points(xc_score_date(score, c, date), points));
    note_points(score, signed_points(xc_score_date(score, 0, date), points),
                date->words, where);
}

static void __attribute__((format(printf, 3, 0)))
add_reason(struct xc_score *score, struct xc_reason reason, const char *format,
           va_list args)
{
    if (score->n_reasons == XC_MAX_EVENT_REASONS)
        return;
    reason.text = xc_arena_vprintf(score->arena, format, args);
    if (reason.text.ptr == NULL)
        score->failed = true;
    else
        score->reasons[score->n_reasons++] = reason;
}

void
xc_score_note(struct xc_score *score, size_t c, int points, const char *format, ...)
{
    struct xc_reason reason = {.points = points, .weighed = true, .of_rival = c != 0};
    va_list args;

    va_start(args, format);
    add_reason(score, reason, format, args);
    va_end(args);
}

void
xc_score_remark(struct xc_score *score, const char *format, ...)
{
    struct xc_reason reason = {.points = 0};
    va_list args;

    va_start(args, format);
    add_reason(score, reason, format, args);
    va_end(args);
}

struct xc_str
xc_score_words(struct xc_score *score, struct xc_range words)
{
    struct xc_str original = xc_text_original(score->text, words);
    char *copy = xc_arena_copy(score->arena, original.ptr, original.len);
    size_t i;

    if (copy == NULL) {
        score->failed = true;
        return XC_STR("");
    }
    /* The trace has one reason a line. */
    for (i = 0; i < original.len; i++) {
        if ((unsigned char)copy[i] < ' ')
            copy[i] = ' ';
    }
    return (struct xc_str){copy, original.len};
}

static int
best_other(const struct xc_score *score)
{
    int best = INT_MIN;
    size_t c;

    for (c = 1; c < score->n; c++) {
        if (score->points[c] > best)
            best = score->points[c];
    }
    return best;
}

enum xc_event_place
xc_score_place(const struct xc_score *score)
{
    int own = score->points[0];
    int other = best_other(score);

    if (own >= least_points && own - other >= least_margin)
        return XC_EVENT_THIS;
    if (other >= least_points && other - own >= least_margin)
        return XC_EVENT_OTHER;
    return XC_EVENT_UNDETERMINED;
}

int
xc_score_best_year(const struct xc_score *score)
{
    size_t best = 0;
    size_t c;

    if (xc_score_place(score) == XC_EVENT_UNDETERMINED)
        return 0;
    for (c = 1; c < score->n; c++) {
        if (score->points[c] > score->points[best])
            best = c;
    }
    for (c = best + 1; c < score->n; c++) {
        if (score->points[c] == score->points[best])
            return 0;
    }
    return best + 1 < score->n ? instance_of(score, best)->year : 0;
}

/* The reason that says most for the place; for no place, why there is none. */
static struct xc_str
main_reason(const struct xc_score *score, enum xc_event_place place)
{
    const struct xc_reason *best = NULL;
    size_t i;

    for (i = score->first_reason; i < score->n_reasons; i++) {
        const struct xc_reason *reason = &score->reasons[i];
        int points = reason->of_rival ? -reason->points : reason->points;
        if (!reason->weighed)
            continue;
        if (place == XC_EVENT_UNDETERMINED) {
            if (points == 0)
                return reason->text;
            continue;
        }
        /* Points for this instance speak against another, and the other way round. */
        points = place == XC_EVENT_THIS ? points : -points;
        if (points > 0 && (best == NULL || points > abs(best->points)))
            best = reason;
    }
    if (best != NULL)
        return best->text;
    return place == XC_EVENT_UNDETERMINED ? XC_STR("too little says which")
                                          : XC_STR("all that stands around it");
}

/* "+3 for another: published 2033-05-04" and a line end. */
static struct xc_str
reason_line(struct xc_score *score, const struct xc_reason *reason)
{
    if (!reason->weighed)
        return xc_arena_printf(score->arena, "%.*s\n", (int)reason->text.len,
                               reason->text.ptr);
    return xc_arena_printf(score->arena, "%+d%s %.*s\n", reason->points,
                           reason->of_rival ? " for another:" : "",
                           (int)reason->text.len, reason->text.ptr);
}

bool
xc_score_decide(struct xc_score *score, struct xc_event_reading *out)
{
    struct xc_event_reading reading = {
        .place = xc_score_place(score),
        .score_this = score->points[0],
        .score_other = best_other(score),
    };
    struct xc_str lines[XC_MAX_EVENT_REASONS];
    size_t len = 0;
    size_t i;
    char *trace;

    reading.reason = main_reason(score, reading.place);
    /* The last line is the result, whatever has to give way to it. */
    if (score->n_reasons == XC_MAX_EVENT_REASONS)
        score->n_reasons--;
    xc_score_remark(score, "%s: this %d, other %d", xc_event_place_name(reading.place),
                    reading.score_this, reading.score_other);
    for (i = 0; i < score->n_reasons; i++) {
        lines[i] = reason_line(score, &score->reasons[i]);
        if (lines[i].ptr == NULL)
            return false;
        len += lines[i].len;
    }
    trace = xc_arena_alloc(score->arena, len + 1);
    if (trace == NULL || score->failed)
        return false;
    reading.trace = (struct xc_str){trace, len};
    for (i = 0; i < score->n_reasons; i++) {
        memcpy(trace, lines[i].ptr, lines[i].len);
        trace += lines[i].len;
    }
    *trace = '\0';
    *out = reading;
    return true;
}
