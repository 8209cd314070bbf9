/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/undated.h"

#include <string.h>

#include "base/table.h"
#include "origin/passage.h"

/* The mentions that take part; one stands for all in whose block the same stands. */
struct copies {
    const struct xc_origin_rules *rules;
    const struct xc_undated_source *sources;
    struct xc_kept *const *mentions;
    struct xc_arena *scratch;
    struct xc_arena *arena;
    size_t *chosen; /* the mentions that stand for others */
    size_t n_chosen;
    size_t *stand_in; /* per mention: index in chosen; SIZE_MAX: takes no part */
    const struct xc_kept *
        *donor;     /* per chosen one: the first that places it; or NULL */
    bool *disputed; /* per chosen one: placed in two ways */
    size_t n_undated;
    size_t n_dated;
};

static bool
is_dated(const struct copies *copies, const struct xc_kept *mention)
{
    return copies->sources[mention->source].is_dated;
}

/* Whether the mention gives a place or wants one. */
static bool
takes_part(const struct copies *copies, const struct xc_kept *mention)
{
    return !xc_kept_is_dismissed(mention) &&
           is_dated(copies, mention) != (mention->event.place == XC_EVENT_UNDETERMINED);
}

/* Mentions with the same key have the same words around them, or the same hashes of 64
 * bits; the place keeps those apart that were placed in two ways. */
static struct xc_str
key_of(const struct copies *copies, const struct xc_kept *mention)
{
    uint64_t parts[3] = {mention->block_hash, mention->sentence_hash,
                         (uint64_t)mention->event.place};
    char *copy = xc_arena_copy(copies->scratch, (const char *)parts, sizeof parts);

    return (struct xc_str){copy, copy == NULL ? 0 : sizeof parts};
}

static bool
choose(struct copies *copies, size_t n)
{
    struct xc_table seen = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < n; i++) {
        const struct xc_kept *mention = copies->mentions[i];
        size_t first = copies->n_chosen;

        copies->stand_in[i] = SIZE_MAX;
        if (!takes_part(copies, mention))
            continue;
        if (mention->block_hash != 0 && mention->sentence_hash != 0) {
            struct xc_str key = key_of(copies, mention);
            if (key.ptr == NULL ||
                !xc_table_add(&seen, key, copies->n_chosen, copies->scratch, &first))
                return false;
        }
        copies->stand_in[i] = first;
        if (first < copies->n_chosen)
            continue;
        copies->chosen[copies->n_chosen++] = i;
        if (is_dated(copies, mention))
            copies->n_dated++;
        else
            copies->n_undated++;
    }
    return true;
}

/* Notes that the undated one of the two shares a passage with the dated one. */
static void
pass_on(struct copies *copies, size_t a, size_t b)
{
    const struct xc_kept *first = copies->mentions[copies->chosen[a]];
    bool first_gives = is_dated(copies, first);
    size_t to = first_gives ? b : a;
    const struct xc_kept *donor =
        first_gives ? first : copies->mentions[copies->chosen[b]];

    if (copies->donor[to] == NULL)
        copies->donor[to] = donor;
    else if (copies->donor[to]->event.place != donor->event.place)
        copies->disputed[to] = true;
}

static enum xc_status
compare(struct copies *copies)
{
    struct xc_passage_text *texts =
        xc_arena_array(copies->scratch, copies->n_chosen, sizeof *texts);
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    struct xc_passages passages;
    enum xc_status status;
    size_t i;

    if (texts == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < copies->n_chosen; i++) {
        const struct xc_kept *mention = copies->mentions[copies->chosen[i]];
        texts[i] = (struct xc_passage_text){mention->window, mention->n_window,
                                            mention->evidence};
    }
    status = xc_passages_init(copies->rules, texts, copies->n_chosen, copies->scratch,
                              &passages);
    if (status == XC_OK)
        status = xc_passages_candidates(&passages, copies->scratch, &pairs);
    for (i = 0; status == XC_OK && i < pairs.n; i++) {
        const struct xc_candidate *pair = &pairs.items[i];
        struct xc_passage shared;
        if (is_dated(copies, copies->mentions[copies->chosen[pair->a]]) !=
                is_dated(copies, copies->mentions[copies->chosen[pair->b]]) &&
            xc_passages_verify(&passages, pair, &shared))
            pass_on(copies, pair->a, pair->b);
    }
    return status;
}

/* The trace without its last line, the result, and then what the copy says. */
static bool
place(const struct copies *copies, struct xc_kept *mention, const struct xc_kept *donor)
{
    struct xc_event_reading *event = &mention->event;
    struct xc_str name = copies->sources[donor->source].name;
    const char *placed = xc_event_place_name(donor->event.place);

    event->place = donor->event.place;
    event->reason =
        xc_arena_printf(copies->arena, "the same passage as in %.*s line %zu",
                        (int)name.len, name.ptr, donor->line);
    if (event->reason.ptr == NULL)
        return false;
    event->trace = xc_arena_printf(copies->arena, "%.*s%s: %.*s, which is dated\n",
                                   (int)event->trace.len, event->trace.ptr, placed,
                                   (int)event->reason.len, event->reason.ptr);
    return event->trace.ptr != NULL;
}

static enum xc_status
place_copies(struct copies *copies, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        size_t number = copies->stand_in[i];
        if (number == SIZE_MAX || copies->donor[number] == NULL ||
            copies->disputed[number])
            continue;
        if (!place(copies, copies->mentions[i], copies->donor[number]))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static enum xc_status
place_undated(struct copies *copies, size_t n)
{
    enum xc_status status;

    copies->chosen = xc_arena_array(copies->scratch, n, sizeof *copies->chosen);
    copies->stand_in = xc_arena_array(copies->scratch, n, sizeof *copies->stand_in);
    copies->donor = xc_arena_array(copies->scratch, n, sizeof(const struct xc_kept *));
    copies->disputed = xc_arena_array(copies->scratch, n, sizeof *copies->disputed);
    if (copies->chosen == NULL || copies->stand_in == NULL || copies->donor == NULL ||
        copies->disputed == NULL || !choose(copies, n))
        return XC_NO_MEMORY;
    if (copies->n_dated == 0 || copies->n_undated == 0)
        return XC_OK;
    status = compare(copies);
    return status == XC_OK ? place_copies(copies, n) : status;
}

enum xc_status
xc_undated_place(const struct xc_origin_rules *rules, struct xc_kept *const *mentions,
                 size_t n, const struct xc_undated_source *sources,
                 struct xc_arena *arena)
{
    struct xc_arena scratch;
    struct copies copies = {.rules = rules,
                            .sources = sources,
                            .mentions = mentions,
                            .scratch = &scratch,
                            .arena = arena};
    enum xc_status status;

    xc_arena_init(&scratch);
    status = place_undated(&copies, n);
    xc_arena_release(&scratch);
    return status;
}
