/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/instance.h"

#include <string.h>

#include "base/vec.h"

/* What is published so long before or after the date probably speaks of it, when the
 * rule names no window of its own. */
static const int32_t window_days_before = 30;
static const int32_t window_days_after = 120;

/* Dates that are no further apart belong to one instance. */
static const int32_t same_instance_days = 30;

/* A name or a mark as written, by its keys. */
struct label {
    struct xc_str *keys;
    size_t n_keys;
    int year;  /* written beside the name: "Harbour Gala 2031" */
    bool weak; /* short for another name: "the Harbour" */
};

struct number_vec {
    size_t *items;
    size_t n;
    size_t cap;
};

struct labels {
    struct label *names;
    size_t n_names;
    struct label *marks;
    size_t n_marks;
};

bool
xc_instance_owns(const struct xc_phrase *phrase, size_t instance)
{
    size_t low = 0;
    size_t high = phrase->n_owners;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (phrase->owners[middle] < instance)
            low = middle + 1;
        else
            high = middle;
    }
    return low < phrase->n_owners && phrase->owners[low] == instance;
}

static enum xc_status
read_labels(const struct xc_lexicon *lexicon, const struct xc_str *texts, size_t n,
            struct xc_arena *arena, struct label **out)
{
    struct label *labels = xc_arena_array(arena, n, sizeof *labels);
    size_t i;

    if (labels == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        enum xc_status status = xc_words_of_text(lexicon->text.words, texts[i], arena,
                                                 &labels[i].keys, &labels[i].n_keys);
        if (status != XC_OK)
            return status;
    }
    *out = labels;
    return XC_OK;
}

/* Takes a year off either end of a name: "Harbour Gala 2031" names the Harbour Gala. */
static void
strip_year(struct label *name)
{
    struct xc_word word = {{0, 0}, {NULL, 0}, 0};
    size_t at[2] = {0, 0};
    size_t i;

    if (name->n_keys < 2)
        return;
    at[1] = name->n_keys - 1;
    for (i = 0; i < XC_COUNT(at) && name->year == 0; i++) {
        word.key = name->keys[at[i]];
        word.folded.len_bytes = word.key.len;
        name->year = xc_phrase_year(&word);
        if (name->year == 0)
            continue;
        name->n_keys--;
        if (i == 0)
            name->keys++;
    }
}

/* Whether the words of b stand in a, in one run. */
static bool
label_holds(const struct label *a, const struct label *b)
{
    size_t i;
    size_t j;

    if (b->n_keys == 0)
        return false;
    for (i = 0; i + b->n_keys <= a->n_keys; i++) {
        for (j = 0; j < b->n_keys; j++) {
            if (!xc_str_equal(a->keys[i + j], b->keys[j]))
                break;
        }
        if (j == b->n_keys)
            return true;
    }
    return false;
}

static bool
names_overlap(const struct labels *a, const struct labels *b)
{
    size_t i;
    size_t j;

    for (i = 0; i < a->n_names; i++) {
        for (j = 0; j < b->n_names; j++) {
            if (label_holds(&a->names[i], &b->names[j]) ||
                label_holds(&b->names[j], &a->names[i]))
                return true;
        }
    }
    return false;
}

/* Marks the names that only shorten another one: "the Met" beside "Met Gala" may be the
 * museum, the opera or the police. */
static void
mark_weak(const struct labels *labels)
{
    size_t i;
    size_t j;

    for (i = 0; i < labels->n_names; i++) {
        struct label bare = labels->names[i];
        if (bare.n_keys > 1 && xc_str_is(bare.keys[0], "the")) {
            bare.keys++;
            bare.n_keys--;
        }
        for (j = 0; j < labels->n_names; j++) {
            const struct label *name = &labels->names[j];
            labels->names[i].weak |=
                name->n_keys > bare.n_keys && j != i && label_holds(name, &bare);
        }
    }
}

static bool
is_same_instance(const struct xc_instance *a, const struct xc_instance *b)
{
    if (!a->has_date || !b->has_date)
        return a->year != 0 && a->year == b->year;
    return a->first_day <= b->last_day + same_instance_days &&
           b->first_day <= a->last_day + same_instance_days;
}

static void
read_instance(const struct xc_event *event, struct labels *labels,
              struct xc_instance *out)
{
    int32_t unused;
    size_t i;
    size_t k;

    out->present = true;
    out->has_names = labels->n_names > 0;
    for (i = 0; i < labels->n_names; i++) {
        strip_year(&labels->names[i]);
        if (out->year == 0)
            out->year = labels->names[i].year;
    }
    if (event->has_date) {
        out->has_date = true;
        out->year = event->date.year;
        xc_date_days(event->date, &out->first_day, &unused);
        xc_date_days(event->until, &unused, &out->last_day);
        out->has_window = true;
        out->window_first = out->first_day - window_days_before;
        out->window_last = out->last_day + window_days_after;
    }
    if (event->has_published) {
        out->has_window = true;
        out->window_said = true;
        out->window_first = event->published_first_day;
        out->window_last = event->published_last_day;
    }
    out->last_year = event->has_date ? xc_date_of_day(out->last_day).year : out->year;
    for (i = 0; i < labels->n_marks && out->edition == 0; i++) {
        for (k = 0; k < labels->marks[i].n_keys && out->edition == 0; k++)
            out->edition = xc_phrase_ordinal(labels->marks[i].keys[k]);
    }
}

static bool
add_number(struct number_vec *numbers, size_t number, struct xc_arena *arena)
{
    size_t *slot = XC_VEC_ADD(numbers, arena);

    if (slot == NULL)
        return false;
    *slot = number;
    return true;
}

/* Adds the label as a phrase of kind, spoken for by each instance in owners. */
static bool
add_phrase(struct xc_events *events, enum xc_phrase_kind kind,
           const struct label *label, const struct number_vec *owners,
           struct xc_arena *arena, size_t *out_number)
{
    struct xc_phrase phrase = {.kind = kind,
                               .keys = label->keys,
                               .n_keys = label->n_keys,
                               .weak = label->weak,
                               .owners = owners->items,
                               .n_owners = owners->n};

    return xc_phrases_add(&events->phrases, &phrase, arena, out_number);
}

/* "#metgala2031": the name without its spaces is a name as well. */
static bool
add_tag(struct xc_events *events, const struct label *name, size_t number,
        struct xc_arena *arena)
{
    size_t ignored;
    struct xc_str tag;
    size_t len = 0;
    size_t i;
    char *glued;

    for (i = 0; i < name->n_keys; i++)
        len += name->keys[i].len;
    glued = xc_arena_alloc(arena, len + 1);
    if (glued == NULL)
        return false;
    len = 0;
    for (i = 0; i < name->n_keys; i++) {
        memcpy(glued + len, name->keys[i].ptr, name->keys[i].len);
        len += name->keys[i].len;
    }
    tag = (struct xc_str){glued, len};
    xc_filter_add(&events->phrases.filter, &tag, 1);
    return xc_table_add(&events->tags, tag, number, arena, &ignored);
}

static bool
add_name(struct xc_events *events, const struct label *name,
         const struct number_vec *owners, struct xc_arena *arena)
{
    struct label head = *name;
    size_t number;

    if (name->n_keys > 1) {
        head.keys = &name->keys[name->n_keys - 1];
        head.n_keys = 1;
        if (!add_phrase(events, XC_PHRASE_HEAD, &head, owners, arena, &number))
            return false;
    }
    return add_phrase(events, XC_PHRASE_NAME, name, owners, arena, &number) &&
           add_tag(events, name, number, arena);
}

/*
 * Fills the rivals of instance i, and adds its phrases.  The name of one is the name of
 * all that compete with it; a mark speaks for every rule file about the same instance.
 */
static bool
add_instance(struct xc_events *events, const struct labels *labels, size_t i,
             struct xc_arena *arena)
{
    struct xc_instance *instance = &events->instances[i];
    struct number_vec rivals = {NULL, 0, 0};
    struct number_vec family = {NULL, 0, 0};
    struct number_vec peers = {NULL, 0, 0};
    size_t number;
    size_t j;

    for (j = 0; j < events->n_instances; j++) {
        const struct xc_instance *other = &events->instances[j];
        bool is_peer = j == i || is_same_instance(instance, other);
        if (j != i && (!other->present || !names_overlap(&labels[i], &labels[j])))
            continue;
        if (!add_number(&family, j, arena) ||
            !add_number(is_peer ? &peers : &rivals, j, arena))
            return false;
    }
    instance->rivals = rivals.items;
    instance->n_rivals = rivals.n;
    for (j = 0; j < labels[i].n_names; j++) {
        if (labels[i].names[j].n_keys > 0 &&
            !add_name(events, &labels[i].names[j], &family, arena))
            return false;
    }
    for (j = 0; j < labels[i].n_marks; j++) {
        if (labels[i].marks[j].n_keys > 0 &&
            !add_phrase(events, XC_PHRASE_MARK, &labels[i].marks[j], &peers, arena,
                        &number))
            return false;
    }
    return true;
}

/*
 * The last word of every form in lexicon "calendar" (form TAB class …) that a date of a
 * month's precision can rest on, so that most sentences need not be searched for values.
 */
static bool
add_date_words(struct xc_events *events, struct xc_arena *arena)
{
    static const char *const classes[] = {"month",       "month-word", "weekday",
                                          "day",         "period-day", "period-week",
                                          "period-month"};
    struct xc_str rest = xc_lexicon_file("calendar");
    struct xc_str line;
    size_t ignored;
    size_t i;

    while (xc_str_split(&rest, '\n', &line)) {
        struct xc_str columns = line;
        struct xc_str form = {NULL, 0};
        struct xc_str class = {NULL, 0};
        struct xc_str word = {NULL, 0};
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        (void)xc_str_split(&columns, '\t', &form);
        (void)xc_str_split(&columns, '\t', &class);
        for (i = 0; i < XC_COUNT(classes) && !xc_str_is(class, classes[i]); i++)
            ;
        while (xc_str_split(&form, ' ', &word))
            ;
        if (i == XC_COUNT(classes))
            continue;
        xc_filter_add(&events->date_filter, &word, 1);
        if (!xc_table_add(&events->date_words, word, 0, arena, &ignored))
            return false;
    }
    return true;
}

enum xc_status
xc_events_new(const struct xc_topic_vec *topics, const struct xc_lexicon *lexicon,
              struct xc_arena *arena, const struct xc_events **out)
{
    struct xc_events *events = xc_arena_array(arena, 1, sizeof *events);
    struct labels *labels = xc_arena_array(arena, topics->n, sizeof *labels);
    enum xc_status status = XC_OK;
    size_t i;

    if (events == NULL || labels == NULL)
        return XC_NO_MEMORY;
    events->lexicon = lexicon;
    events->n_instances = topics->n;
    events->instances = xc_arena_array(arena, topics->n, sizeof *events->instances);
    if (events->instances == NULL ||
        !xc_phrases_add_frames(&events->phrases, xc_lexicon_file("event-frames"),
                               arena) ||
        !add_date_words(events, arena))
        return XC_NO_MEMORY;
    for (i = 0; i < topics->n && status == XC_OK; i++) {
        const struct xc_event *event = &topics->items[i].event;
        if (!event->present)
            continue;
        labels[i].n_names = event->n_names;
        labels[i].n_marks = event->n_marks;
        status =
            read_labels(lexicon, event->names, event->n_names, arena, &labels[i].names);
        if (status == XC_OK)
            status = read_labels(lexicon, event->marks, event->n_marks, arena,
                                 &labels[i].marks);
        if (status == XC_OK)
            read_instance(event, &labels[i], &events->instances[i]);
        if (status == XC_OK)
            mark_weak(&labels[i]);
        events->uses_dates |= event->has_date;
    }
    for (i = 0; i < topics->n && status == XC_OK; i++) {
        if (events->instances[i].present && !add_instance(events, labels, i, arena))
            status = XC_NO_MEMORY;
    }
    if (status == XC_OK)
        *out = events;
    return status;
}
