/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/draft_pattern.h"

#include <assert.h>
#include <stdint.h>

#include "author/draft_wording.h"
#include "base/limits.h"
#include "base/vec.h"

#define N_WEIGHTS 3

/* Points that are enough for any statement, and the share of a statement's own that is
 * enough for one that has few; but what may be half of a short statement must not be a
 * chance meeting of two telling words.  Measured, see tests/bench/draft.py. */
static const unsigned enough_points = 7;
static const unsigned enough_percent = 32;
static const unsigned least_points = 5;
static const unsigned least_percent = 50;
/* Slots up to which a pattern is also written with each of those it has not. */
static const size_t few_slots = 2;

/* How many units of each weight, the heaviest first. */
struct choice {
    size_t n[N_WEIGHTS];
};

struct pattern_making {
    struct xc_draft_unit *by_weight[N_WEIGHTS][XC_MAX_DRAFT_UNITS];
    struct choice all;
    unsigned enough;
    struct xc_str negators; /* "& (not|no …)", or "" */
    struct xc_arena *arena;
    struct xc_str_vec *out;
};

static unsigned
weight(size_t rank)
{
    return (unsigned)(N_WEIGHTS - rank);
}

static unsigned
points(const struct choice *choice)
{
    unsigned sum = 0;
    size_t r;

    for (r = 0; r < N_WEIGHTS; r++)
        sum += weight(r) * (unsigned)choice->n[r];
    return sum;
}

static size_t
count(const struct choice *choice)
{
    size_t sum = 0;
    size_t r;

    for (r = 0; r < N_WEIGHTS; r++)
        sum += choice->n[r];
    return sum;
}

static bool
is_enough(const struct pattern_making *making, const struct choice *choice)
{
    size_t least = count(&making->all) < 2 ? 1 : 2;

    return points(choice) >= making->enough && count(choice) >= least;
}

/* Whether the choice is enough and no smaller one is. */
static bool
is_smallest(const struct pattern_making *making, const struct choice *choice)
{
    size_t r;

    if (!is_enough(making, choice))
        return false;
    for (r = 0; r < N_WEIGHTS; r++) {
        struct choice smaller = *choice;

        if (smaller.n[r] == 0)
            continue;
        smaller.n[r]--;
        if (is_enough(making, &smaller))
            return false;
    }
    return true;
}

/* "day", or "2 of (anonymous|street|artist)". */
static struct xc_str
group_text(const struct pattern_making *making, size_t rank, size_t number)
{
    size_t n = making->all.n[rank];
    struct xc_str made = XC_STR("");
    size_t i;

    for (i = 0; i < n && made.ptr != NULL; i++) {
        const struct xc_draft_unit *unit = making->by_weight[rank][i];
        struct xc_str text;

        assert(unit != NULL);
        text = unit->text;
        made = xc_arena_printf(making->arena, "%.*s%s%.*s", (int)made.len, made.ptr,
                               i == 0 ? "" : "|", (int)text.len, text.ptr);
    }
    if (made.ptr == NULL || n == 1)
        return made;
    return xc_arena_printf(making->arena, "%zu of (%.*s)", number, (int)made.len,
                           made.ptr);
}

static enum xc_status
add_text(struct pattern_making *making, struct xc_str text, struct xc_str more)
{
    struct xc_str *slot = XC_VEC_ADD(making->out, making->arena);

    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = xc_arena_printf(making->arena, "%.*s%s%.*s%.*s", (int)text.len, text.ptr,
                            more.len > 0 ? " & " : "", (int)more.len, more.ptr,
                            (int)making->negators.len, making->negators.ptr);
    return slot->ptr == NULL ? XC_NO_MEMORY : XC_OK;
}

/* The pattern with the slots that it has not, before it goes without: the first pattern
 * that matches makes a sentence's mention, which must carry the values that are there. */
static enum xc_status
add_with_slots(struct pattern_making *making, const struct choice *choice,
               struct xc_str text)
{
    struct xc_str_vec missing = {NULL, 0, 0};
    struct xc_str all = XC_STR("");
    enum xc_status status = XC_OK;
    size_t r;
    size_t i;

    for (r = 0; r < N_WEIGHTS; r++) {
        for (i = 0; i < making->all.n[r]; i++) {
            struct xc_draft_unit *unit = making->by_weight[r][i];
            struct xc_str *slot;

            assert(unit != NULL);
            unit->slot_used = unit->slot.ptr != NULL;
            if (!unit->slot_used || choice->n[r] > 0)
                continue;
            slot = XC_VEC_ADD(&missing, making->arena);
            all = xc_arena_printf(making->arena, "%.*s%s%.*s", (int)all.len, all.ptr,
                                  all.len > 0 ? " & " : "", (int)unit->slot_text.len,
                                  unit->slot_text.ptr);
            if (slot == NULL || all.ptr == NULL)
                return XC_NO_MEMORY;
            *slot = unit->slot_text;
        }
    }
    if (missing.n > 1)
        status = add_text(making, text, all);
    for (i = 0; i < missing.n && missing.n <= few_slots && status == XC_OK; i++)
        status = add_text(making, text, missing.items[i]);
    return status;
}

static enum xc_status
add(struct pattern_making *making, const struct choice *choice)
{
    struct xc_str made = XC_STR("");
    enum xc_status status;
    size_t r;

    for (r = 0; r < N_WEIGHTS; r++) {
        struct xc_str group;

        if (choice->n[r] == 0)
            continue;
        group = group_text(making, r, choice->n[r]);
        if (group.ptr == NULL)
            return XC_NO_MEMORY;
        made = xc_arena_printf(making->arena, "%.*s%s%.*s", (int)made.len, made.ptr,
                               made.len == 0 ? "" : " & ", (int)group.len, group.ptr);
        if (made.ptr == NULL)
            return XC_NO_MEMORY;
    }
    status = add_with_slots(making, choice, made);
    return status == XC_OK ? add_text(making, made, XC_STR("")) : status;
}

/* Whether unit a is to be used before unit b when not all can be. */
static bool
goes_before(const struct xc_draft_unit *a, const struct xc_draft_unit *b)
{
    return a->weight != b->weight ? a->weight > b->weight : a->class < b->class;
}

/* Sorts the units by their weights, those of one weight in the statement's order; of too
 * many the commonest are left out. */
static void
rank_units(struct xc_draft_units *units, struct pattern_making *making)
{
    size_t i;
    size_t k;

    for (i = 0; i < units->units.n; i++) {
        struct xc_draft_unit *unit = &units->units.items[i];
        size_t rank = N_WEIGHTS - unit->weight;
        size_t n_before = 0;

        for (k = 0; k < units->units.n; k++)
            n_before += goes_before(&units->units.items[k], unit) ||
                        (k < i && !goes_before(unit, &units->units.items[k]));
        if (n_before < XC_MAX_DRAFT_UNITS)
            making->by_weight[rank][making->all.n[rank]++] = unit;
    }
}

/* All words as they stand: what is left of "It is not that". */
static enum xc_status
add_words(const struct xc_draft_units *units, struct pattern_making *making)
{
    static const size_t most_words = 30;
    struct xc_str made = XC_STR("");
    struct xc_str *slot;
    size_t i;

    for (i = 0; i < units->text.words.n && i < most_words; i++) {
        struct xc_str word;

        if (units->text.words.items[i].key.len > XC_MAX_DRAFT_WORD_BYTES)
            continue;
        if (xc_draft_wording_plain(&units->text, i, making->arena, &word) != XC_OK)
            return XC_NO_MEMORY;
        made = xc_arena_printf(making->arena, "%.*s%s%.*s", (int)made.len, made.ptr,
                               made.len == 0 ? "" : " ", (int)word.len, word.ptr);
        if (made.ptr == NULL)
            return XC_NO_MEMORY;
    }
    if (made.len == 0)
        return XC_OK;
    slot = XC_VEC_ADD(making->out, making->arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = made;
    return XC_OK;
}

/*
 * "Nobody was hurt" holds where nobody was: the negator is part of what is looked for, and
 * so, as a literal word of the pattern, turns nothing round.  It stands before what it
 * turns round: "The pier closed without warning" does not say that it was not closed.
 */
static struct xc_str
negators_text(const struct xc_word_data *data, const struct xc_draft_units *units,
              struct xc_arena *arena)
{
    struct xc_str rest = data->negator_words;
    struct xc_str made = XC_STR("");
    struct xc_str denied = XC_STR("");
    struct xc_str word;

    while (made.ptr != NULL && xc_str_split(&rest, '\n', &word)) {
        if (word.len > 0 && word.ptr[0] != '#')
            made =
                xc_arena_printf(arena, "%.*s%s%.*s", (int)made.len, made.ptr,
                                made.len == 0 ? " & (" : "|", (int)word.len, word.ptr);
    }
    if (made.ptr == NULL)
        return made;
    if (units->denied != SIZE_MAX)
        denied = units->units.items[units->denied].text;
    return xc_arena_printf(arena, "%.*s)%s%.*s", (int)made.len, made.ptr,
                           denied.len > 0 ? " .. " : "", (int)denied.len, denied.ptr);
}

/* The points asked for, of a statement whose units have that many. */
static unsigned
enough_of(unsigned all)
{
    unsigned share = (all * enough_percent + 99) / 100;
    unsigned least = (all * least_percent + 99) / 100;

    if (share > enough_points)
        share = enough_points;
    if (least > least_points)
        least = least_points;
    return share > least ? share : least;
}

enum xc_status
xc_draft_patterns_make(const struct xc_word_data *data, struct xc_draft_units *units,
                       struct xc_arena *arena, struct xc_str_vec *out)
{
    struct pattern_making making = {.arena = arena, .out = out};
    enum xc_status status = XC_OK;
    struct choice choice;

    rank_units(units, &making);
    if (count(&making.all) == 0)
        return add_words(units, &making);
    making.negators = units->negated ? negators_text(data, units, arena) : XC_STR("");
    if (making.negators.ptr == NULL)
        return XC_NO_MEMORY;
    making.enough = enough_of(points(&making.all));
    /* XC_MAX_DRAFT_UNITS in all, so that these loops are short. */
    for (choice.n[0] = making.all.n[0] + 1; choice.n[0]-- > 0;) {
        for (choice.n[1] = making.all.n[1] + 1; choice.n[1]-- > 0;) {
            for (choice.n[2] = making.all.n[2] + 1; choice.n[2]-- > 0;) {
                if (status == XC_OK && is_smallest(&making, &choice))
                    status = add(&making, &choice);
            }
        }
    }
    return status;
}
