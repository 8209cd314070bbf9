/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/score.h"

#include <limits.h>
#include <string.h>

/* The best candidate is taken when it has this many points … */
static const int least_points = 4;
/* … and so many more than the next. */
static const int least_margin = 3;

/* A date so near to an event's own speaks of that instance. */
static const int32_t near_days = 30;

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

bool
xc_score_knows_year(const struct xc_score *score, int year)
{
    size_t c;

    for (c = 0; c + 1 < score->n; c++) {
        if (instance_of(score, c)->year == year)
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
    return instance->year == year ? XC_POINTS_HERE : XC_POINTS_AWAY;
}

static bool
is_near(const struct xc_sign *date, int32_t first_day, int32_t last_day)
{
    return date->first_day <= last_day + near_days &&
           first_day <= date->last_day + near_days;
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

/* Whether a date that names its year is near the event's day in that year: "on 3 May
 * 2029" is the gala of 2029, of which there is no rule file. */
static bool
is_anniversary(const struct xc_score *score, const struct xc_sign *date)
{
    struct xc_date day;
    int32_t first;
    int32_t last;

    if (!date->year_said || !score->own->has_date ||
        score->own->last_day - score->own->first_day > near_days)
        return false;
    day = xc_date_of_day(score->own->first_day);
    day.year = xc_date_of_day(date->first_day).year;
    if (day.month == 2 && day.day == 29)
        day.day = 28;
    first = xc_date_day(day);
    last = first + (score->own->last_day - score->own->first_day);
    return is_near(date, first, last);
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

    xc_score_note(score, "%+d '%.*s' %s", points, (int)quoted.len, quoted.ptr, where);
}

void
xc_score_give_year(struct xc_score *score, int year, int points, struct xc_range words,
                   const char *where)
{
    size_t c;

    for (c = 0; c < score->n; c++)
        xc_score_add(score, c, signed_points(xc_score_year(score, c, year), points));
    note_points(score, signed_points(xc_score_year(score, 0, year), points), words,
                where);
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

void
xc_score_note(struct xc_score *score, const char *format, ...)
{
    struct xc_str reason;
    va_list args;

    if (score->n_reasons == XC_MAX_EVENT_REASONS)
        return;
    va_start(args, format);
    reason = xc_arena_vprintf(score->arena, format, args);
    va_end(args);
    if (reason.ptr == NULL)
        score->failed = true;
    else
        score->reasons[score->n_reasons++] = reason;
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

bool
xc_score_decide(struct xc_score *score, struct xc_event_reading *out)
{
    struct xc_event_reading reading = {
        .place = xc_score_place(score),
        .score_this = score->points[0],
        .score_other = best_other(score),
    };
    size_t len = 0;
    size_t i;
    char *trace;

    /* The last line is the result, whatever has to give way to it. */
    if (score->n_reasons == XC_MAX_EVENT_REASONS)
        score->n_reasons--;
    xc_score_note(score, "%s: this %d, other %d", xc_event_place_name(reading.place),
                  reading.score_this, reading.score_other);
    for (i = 0; i < score->n_reasons; i++)
        len += score->reasons[i].len + 1;
    trace = xc_arena_alloc(score->arena, len + 1);
    if (trace == NULL || score->failed)
        return false;
    reading.trace = (struct xc_str){trace, len};
    for (i = 0; i < score->n_reasons; i++) {
        memcpy(trace, score->reasons[i].ptr, score->reasons[i].len);
        trace[score->reasons[i].len] = '\n';
        trace += score->reasons[i].len + 1;
    }
    *trace = '\0';
    *out = reading;
    return true;
}
