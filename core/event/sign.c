/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/sign.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "event/beside.h"
#include "event/scope.h"

struct reader {
    const struct xc_events *events;
    const struct xc_text *text;
    const struct xc_date *published;
    struct xc_arena *arena;
    struct xc_sign_vec *signs;
    size_t sentence;
    struct xc_range words;        /* of the sentence */
    size_t first_sign;            /* of the sentence */
    struct xc_value_hit_vec hits; /* dates of the sentence */
    size_t next_hit;
    struct xc_scopes scopes;
};

static const struct xc_word *
word_at(const struct reader *reader, size_t i)
{
    return &reader->text->words.items[i];
}

static void
phrases_at(const struct reader *reader, size_t i, struct xc_phrase_hits *out)
{
    xc_phrases_at(&reader->events->phrases, word_at(reader, i), reader->words.end - i,
                  out);
}

/* A new sign over words [first, end); NULL when memory is short. */
static struct xc_sign *
add_sign(struct reader *reader, enum xc_sign_form form, size_t first, size_t end)
{
    struct xc_sign *sign = XC_VEC_ADD(reader->signs, reader->arena);

    if (sign == NULL)
        return NULL;
    sign->form = form;
    sign->sentence = reader->sentence;
    sign->at = (struct xc_range){first, end};
    sign->words = sign->at;
    return sign;
}

static bool
add_phrase(struct reader *reader, enum xc_sign_form form, size_t i,
           const struct xc_phrase *phrase)
{
    struct xc_sign *sign = add_sign(reader, form, i, i + phrase->n_keys);

    if (sign != NULL)
        sign->phrase = phrase;
    return sign != NULL;
}

static bool
add_year(struct reader *reader, struct xc_range words, int year, bool is_frame)
{
    struct xc_sign *sign = add_sign(reader, XC_SIGN_YEAR, words.first, words.end);

    if (sign == NULL)
        return false;
    sign->year = year;
    sign->is_frame = is_frame;
    return true;
}

/* The year that was named last in the block, 0 for none: what "a year earlier" counts
 * from. */
static int
year_before(const struct reader *reader)
{
    size_t block = reader->text->sentences[reader->sentence].block;
    size_t i = reader->signs->n;
    size_t n_looked = 0;

    for (; i > 0 && n_looked < XC_MAX_EVENT_SIGNS; i--, n_looked++) {
        const struct xc_sign *sign = &reader->signs->items[i - 1];
        if (reader->text->sentences[sign->sentence].block != block)
            break;
        if (sign->form == XC_SIGN_YEAR && sign->year != 0)
            return sign->year;
    }
    return 0;
}

/* How many years the frame at words adds: its own number, or the N in it. */
static int
years_of(const struct reader *reader, const struct xc_phrase *frame,
         struct xc_range words)
{
    size_t i;

    for (i = words.first; frame->has_n && i < words.end; i++) {
        int number = xc_phrase_number(word_at(reader, i));
        if (number != 0 && xc_str_is(frame->keys[i - words.first], "N"))
            return frame->years * number;
    }
    return frame->years;
}

/* "More than two years ago" and "about two years ago" are give or take. */
static bool
is_about(const struct reader *reader, const struct xc_phrase *frame, size_t i)
{
    return frame->about ||
           (i > reader->words.first &&
            xc_phrases_word_is(&reader->events->phrases, word_at(reader, i - 1)->key,
                               XC_FRAME_ABOUT));
}

/* A frame counted from a year; without that year, only its direction is left. */
static bool
add_relative(struct reader *reader, const struct xc_phrase *frame,
             struct xc_range words, int from)
{
    int years = years_of(reader, frame, words);
    bool about = is_about(reader, frame, words.first);
    struct xc_sign *sign;

    if (from == 0 && years == 0)
        return true;
    if (from == 0) {
        sign = add_sign(reader, years < 0 ? XC_SIGN_EARLIER : XC_SIGN_LATER,
                        words.first, words.end);
        if (sign == NULL)
            return false;
        /* "A year earlier" counts from what is spoken of; "a year ago" from a day that
         * nobody knows. */
        if (frame->class == XC_FRAME_CONTEXT && !about)
            sign->years = years;
        return true;
    }
    if (!add_year(reader, words, from + years, true))
        return false;
    sign = &reader->signs->items[reader->signs->n - 1];
    sign->relative = true;
    sign->about = about;
    sign->anchored = frame->class == XC_FRAME_DAY;
    return true;
}

/* The year that stands in the frame at words. */
static int
year_in(const struct reader *reader, struct xc_range words)
{
    int year = 0;
    size_t i;

    for (i = words.first; i < words.end && year == 0; i++)
        year = xc_phrase_year(word_at(reader, i));
    return year;
}

/* "Two years after the 2031 gala": what it counts from stays a sign of its own. */
static bool
add_from_year(struct reader *reader, const struct xc_phrase *frame,
              struct xc_range words)
{
    struct xc_range before = {words.first, words.end - 1};
    struct xc_sign *sign;

    if (!add_relative(reader, frame, before, year_in(reader, words)))
        return false;
    sign = &reader->signs->items[reader->signs->n - 1];
    sign->from_next = true;
    return add_year(reader, (struct xc_range){before.end, words.end},
                    year_in(reader, words), false);
}

/* "the previous Harbour Gala": only right before a name. */
static bool
add_before_event(struct reader *reader, enum xc_sign_form form, struct xc_range words)
{
    struct xc_phrase_hits hits;

    if (words.end == reader->words.end)
        return true;
    phrases_at(reader, words.end, &hits);
    if (hits.of_kind[XC_PHRASE_NAME] == NULL && hits.of_kind[XC_PHRASE_HEAD] == NULL)
        return true;
    return add_sign(reader, form, words.first, words.end + 1) != NULL;
}

static bool
add_frame(struct reader *reader, const struct xc_phrase *frame, size_t i)
{
    struct xc_range words = {i, i + frame->n_keys};

    switch (frame->class) {
    case XC_FRAME_YEAR:
        return add_year(reader, words, year_in(reader, words), true);
    case XC_FRAME_YEARS:
        if (!add_year(reader, words, year_in(reader, words), true))
            return false;
        reader->signs->items[reader->signs->n - 1].many = true;
        return true;
    case XC_FRAME_DAY_OF_YEAR:
        if (!add_year(reader, words, year_in(reader, words), true))
            return false;
        reader->signs->items[reader->signs->n - 1].anchored = true;
        return true;
    case XC_FRAME_FROM_YEAR:
        return add_from_year(reader, frame, words);
    case XC_FRAME_DAY:
    case XC_FRAME_PUBLISHED:
        return add_relative(reader, frame, words,
                            reader->published == NULL ? 0 : reader->published->year);
    case XC_FRAME_CONTEXT:
        return add_relative(reader, frame, words, year_before(reader));
    case XC_FRAME_NOW:
        return add_sign(reader, XC_SIGN_NOW, words.first, words.end) != NULL;
    case XC_FRAME_EARLIER:
        return add_sign(reader, XC_SIGN_EARLIER, words.first, words.end) != NULL;
    case XC_FRAME_LATER:
        return add_sign(reader, XC_SIGN_LATER, words.first, words.end) != NULL;
    case XC_FRAME_EARLIER_EVENT:
        return add_before_event(reader, XC_SIGN_EARLIER, words);
    case XC_FRAME_LATER_EVENT:
        return add_before_event(reader, XC_SIGN_LATER, words);
    case XC_FRAME_NONE:
        return true;
    }
    return true;
}

/* "#harbourgala" is a name, "#harbourgala2031" a name with its year. */
static bool
add_tag(struct reader *reader, size_t i)
{
    const struct xc_events *events = reader->events;
    struct xc_str key = word_at(reader, i)->key;
    const struct xc_phrase *name;
    struct xc_sign *sign;
    struct xc_str stem;
    size_t number;
    int year = 0;

    if (!xc_table_get(&events->tags, key, &number)) {
        year = xc_phrase_tag_year(key, &stem);
        if (year == 0 || !xc_table_get(&events->tags, stem, &number))
            return true;
    }
    name = &events->phrases.all.items[number];
    sign = add_sign(reader, XC_SIGN_NAME, i, i + 1);
    if (sign == NULL)
        return false;
    sign->phrase = name;
    if (year == 0)
        return true;
    if (!add_year(reader, (struct xc_range){i, i + 1}, year, true))
        return false;
    reader->signs->items[reader->signs->n - 1].phrase = name;
    return true;
}

/* Whether a date is of at least a month's precision. */
static bool
is_calendar_date(const struct xc_value *value)
{
    return value->has_date && value->date.year != 0 && value->date.month != 0;
}

/* Adds the dates that begin at word i; *date_end is where the last one ends. */
static bool
add_dates(struct reader *reader, size_t i, size_t *date_end)
{
    for (; reader->next_hit < reader->hits.n; reader->next_hit++) {
        const struct xc_value_hit *hit = &reader->hits.items[reader->next_hit];
        struct xc_sign *sign;
        size_t w;
        if (hit->words.first > i)
            break;
        if (hit->words.first < i || !is_calendar_date(&hit->value))
            continue;
        sign = add_sign(reader, XC_SIGN_DATE, hit->words.first, hit->words.end);
        if (sign == NULL)
            return false;
        xc_date_days(hit->value.date, &sign->first_day, &sign->last_day);
        for (w = hit->words.first; w < hit->words.end; w++)
            sign->year_said |= xc_phrase_year(word_at(reader, w)) != 0;
        *date_end = hit->words.end;
    }
    return true;
}

/* Where the last sign of each kind ends, so that none begins inside another. */
struct ends {
    size_t name;
    size_t mark;
    size_t frame;
    size_t date;
};

static bool
add_year_word(struct reader *reader, size_t i, const struct ends *ends)
{
    int year = xc_phrase_year(word_at(reader, i));

    if (year == 0 || i < ends->frame)
        return true;
    if (!add_year(reader, (struct xc_range){i, i + 1}, year, false))
        return false;
    reader->signs->items[reader->signs->n - 1].in_date = i < ends->date;
    return true;
}

/* "The 71st edition", "the 71st annual Harbour Gala". */
static bool
add_edition(struct reader *reader, size_t i)
{
    int edition = xc_phrase_ordinal(word_at(reader, i)->key);
    const struct xc_phrases *phrases = &reader->events->phrases;
    struct xc_phrase_hits hits;
    struct xc_sign *sign;
    size_t end = i + 1;

    if (edition == 0 || end == reader->words.end)
        return true;
    if (xc_phrases_word_is(phrases, word_at(reader, end)->key, XC_FRAME_EDITION))
        end++;
    if (end == i + 1) {
        phrases_at(reader, end, &hits);
        if (hits.of_kind[XC_PHRASE_NAME] == NULL &&
            hits.of_kind[XC_PHRASE_HEAD] == NULL)
            return true;
        end++;
    }
    sign = add_sign(reader, XC_SIGN_EDITION, i, end);
    if (sign == NULL)
        return false;
    sign->edition = edition;
    return true;
}

/* Whether a sign may begin at word i.  None does at most words: no phrase, no figures. */
static bool
may_begin_sign(const struct reader *reader, size_t i)
{
    const struct xc_value_hit_vec *hits = &reader->hits;

    return xc_filter_may_begin(&reader->events->phrases.filter, word_at(reader, i),
                               reader->words.end - i) ||
           (reader->next_hit < hits->n &&
            hits->items[reader->next_hit].words.first == i);
}

/* Adds the signs that begin at word i. */
static bool
add_signs_at(struct reader *reader, size_t i, struct ends *ends)
{
    struct xc_phrase_hits hits;
    const struct xc_phrase *name;
    const struct xc_phrase *mark;
    const struct xc_phrase *frame;

    if (!add_dates(reader, i, &ends->date))
        return false;
    phrases_at(reader, i, &hits);
    name = i < ends->name ? NULL : hits.of_kind[XC_PHRASE_NAME];
    mark = i < ends->mark ? NULL : hits.of_kind[XC_PHRASE_MARK];
    frame = i < ends->frame ? NULL : hits.of_kind[XC_PHRASE_FRAME];
    if (frame == NULL && !add_year_word(reader, i, ends))
        return false;
    if (!add_edition(reader, i))
        return false;
    if (name != NULL) {
        /* "The Harbour" may yet turn out to begin "the Harbour Gala". */
        ends->name = name->weak ? i + 1 : i + name->n_keys;
        if (!add_phrase(reader, XC_SIGN_NAME, i, name))
            return false;
    } else if (i >= ends->name && !add_tag(reader, i)) {
        return false;
    }
    if (mark != NULL) {
        ends->mark = i + mark->n_keys;
        if (!add_phrase(reader, XC_SIGN_MARK, i, mark))
            return false;
    }
    if (frame == NULL)
        return true;
    ends->frame = i + frame->n_keys;
    return add_frame(reader, frame, i);
}

static bool
may_have_date(const struct reader *reader)
{
    size_t i;

    for (i = reader->words.first; i < reader->words.end; i++) {
        const struct xc_word *word = word_at(reader, i);
        if (!xc_filter_may_begin(&reader->events->date_filter, word, 1))
            continue;
        if (xc_phrase_year(word) != 0 ||
            xc_table_get(&reader->events->date_words, word->key, NULL))
            return true;
    }
    return false;
}

static bool
read_sentence(struct reader *reader)
{
    struct ends ends = {0, 0, 0, 0};
    size_t i;

    reader->hits.n = 0;
    reader->next_hit = 0;
    if (reader->events->uses_dates && may_have_date(reader) &&
        xc_values_find_dates(reader->events->lexicon->values, reader->text,
                             reader->words, reader->published, reader->arena,
                             &reader->hits) != XC_OK)
        return false;
    for (i = reader->words.first; i < reader->words.end; i++) {
        if (may_begin_sign(reader, i) && !add_signs_at(reader, i, &ends))
            return false;
    }
    xc_beside_settle(&(struct xc_beside){.events = reader->events,
                                         .text = reader->text,
                                         .sentence = reader->sentence,
                                         .words = reader->words,
                                         .signs = reader->signs,
                                         .first = reader->first_sign});
    return xc_scopes_find(&reader->scopes, reader->sentence,
                          reader->signs->items + reader->first_sign,
                          reader->signs->n - reader->first_sign);
}

enum xc_status
xc_signs_find(const struct xc_events *events, const struct xc_text *text,
              const struct xc_date *published, struct xc_arena *arena,
              struct xc_signs *out)
{
    struct xc_signs signs = {.first = NULL};
    struct reader reader = {
        .events = events,
        .text = text,
        .published = published,
        .arena = arena,
        .signs = &signs.all,
        .scopes = {.rules = events->lexicon->clauses, .text = text, .arena = arena}};
    size_t s;

    signs.first = xc_arena_array(arena, text->n_sentences + 1, sizeof *signs.first);
    if (signs.first == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < text->n_sentences; s++) {
        reader.sentence = s;
        reader.words = text->sentences[s].words;
        reader.first_sign = signs.all.n;
        signs.first[s] = signs.all.n;
        if (!read_sentence(&reader))
            return XC_NO_MEMORY;
    }
    signs.first[text->n_sentences] = signs.all.n;
    *out = signs;
    return XC_OK;
}
