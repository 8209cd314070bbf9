/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "verdict/values.h"

#include <stdlib.h>
#include <string.h>

#include "base/table.h"
#include "base/vec.h"
#include "value/birth.h"

static const size_t nobody = SIZE_MAX;

/* A distinct value on one day (0 unless the claim changes over time, or an age does), and
 * its givers. */
struct entry {
    size_t stated;
    int32_t day;
    bool dated;
    size_t first; /* its first mention … */
    size_t other; /* … and the first of another origin, or nobody */
};

struct entry_vec {
    struct entry *items;
    size_t n;
    size_t cap;
};

struct size_vec {
    size_t *items;
    size_t n;
    size_t cap;
};

struct size_vec_vec {
    struct size_vec *items;
    size_t n;
    size_t cap;
};

struct stated_vec {
    struct xc_stated_value *items;
    size_t n;
    size_t cap;
};

struct gathering {
    const struct xc_claim *claim;
    struct xc_kept *const *mentions;
    const size_t *origin_of;
    size_t n;
    const int32_t *published_day;
    struct xc_arena *arena;   /* the result's */
    struct xc_arena *scratch; /* the rest's */
    struct xc_table texts;    /* slot and text -> a stated value written so */
    struct xc_table days;     /* stated value and day -> entry */
    struct stated_vec stated;
    struct size_vec_vec sources; /* of each stated value */
    struct entry_vec entries;
};

/* The bytes of a number and a text as a key; ptr NULL when memory is short. */
static struct xc_str
make_key(struct xc_arena *arena, size_t number, struct xc_str text)
{
    size_t head = sizeof number;
    char *key = xc_arena_alloc(arena, head + text.len);

    if (key == NULL)
        return (struct xc_str){NULL, 0};
    memcpy(key, &number, head);
    if (text.len > 0)
        memcpy(&key[head], text.ptr, text.len);
    return (struct xc_str){key, head + text.len};
}

static bool
is_stated_as(const struct gathering *all, size_t number, size_t slot,
             const struct xc_value *value)
{
    return number < all->stated.n && all->stated.items[number].slot == slot &&
           xc_value_compare(&all->stated.items[number].value, value) == XC_VALUES_EQUAL;
}

/* The number of the stated value that equals this one, made when there is none yet.
 * The text is tried first, so that what all say in the same words costs one look. */
static enum xc_status
find_stated(struct gathering *all, const struct xc_kept_value *value, size_t *out)
{
    const struct xc_claim_slot *slot = &all->claim->slots[value->slot];
    struct xc_stated_value *stated;
    struct xc_str key = make_key(all->scratch, value->slot, value->value.text);
    size_t number = 0;
    size_t seen;

    if (key.ptr == NULL)
        return XC_NO_MEMORY;
    if (!xc_table_get(&all->texts, key, &number) ||
        !is_stated_as(all, number, value->slot, &value->value)) {
        number = 0;
        while (number < all->stated.n &&
               !is_stated_as(all, number, value->slot, &value->value))
            number++;
    }
    if (!xc_table_add(&all->texts, key, number, all->scratch, &seen))
        return XC_NO_MEMORY;
    if (number == all->stated.n) {
        stated = XC_VEC_ADD(&all->stated, all->arena);
        if (stated == NULL || XC_VEC_ADD(&all->sources, all->scratch) == NULL)
            return XC_NO_MEMORY;
        stated->slot = value->slot;
        stated->value = value->value;
        stated->to_statement = slot->has_value
                                   ? xc_value_compare(&value->value, &slot->value)
                                   : XC_VALUES_INCOMPARABLE;
        stated->differs_from_statement = stated->to_statement == XC_VALUES_CONFLICT;
    }
    *out = number;
    return XC_OK;
}

/* Notes that mention i gives the value on that day. */
static enum xc_status
note_entry(struct gathering *all, size_t stated, size_t i)
{
    int32_t day = all->published_day[all->mentions[i]->source];
    bool dated = (all->claim->changes_over_time ||
                  all->stated.items[stated].value.kind == XC_VALUE_AGE) &&
                 day != INT32_MIN;
    struct xc_str key;
    struct entry *entry;
    size_t number;

    if (!dated)
        day = 0;
    key = xc_arena_printf(all->scratch, "%zu %d %d", stated, (int)dated, (int)day);
    if (key.ptr == NULL ||
        !xc_table_add(&all->days, key, all->entries.n, all->scratch, &number))
        return XC_NO_MEMORY;
    if (number == all->entries.n) {
        entry = XC_VEC_ADD(&all->entries, all->scratch);
        if (entry == NULL)
            return XC_NO_MEMORY;
        *entry = (struct entry){stated, day, dated, i, nobody};
        return XC_OK;
    }
    entry = &all->entries.items[number];
    if (entry->other == nobody && all->origin_of[entry->first] != all->origin_of[i])
        entry->other = i;
    return XC_OK;
}

/* Notes the source; mentions are sorted by source, so that sources ascend. */
static enum xc_status
note_source(struct gathering *all, size_t stated, size_t source)
{
    struct size_vec *sources = &all->sources.items[stated];
    size_t *entry;

    if (sources->n > 0 && sources->items[sources->n - 1] == source)
        return XC_OK;
    entry = XC_VEC_ADD(sources, all->arena);
    if (entry == NULL)
        return XC_NO_MEMORY;
    *entry = source;
    return XC_OK;
}

static enum xc_status
gather(struct gathering *all)
{
    size_t i;
    size_t k;

    for (i = 0; i < all->n; i++) {
        const struct xc_kept *mention = all->mentions[i];

        if (all->origin_of[i] == 0 || mention->stance != XC_STANCE_ASSERTED)
            continue;
        for (k = 0; k < mention->n_values; k++) {
            size_t number;

            if (find_stated(all, &mention->values[k], &number) != XC_OK ||
                note_source(all, number, mention->source) != XC_OK ||
                note_entry(all, number, i) != XC_OK)
                return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

/* By slot, then day, undated last, then in order of mention. */
static int
compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;

    if (a->dated != b->dated)
        return a->dated ? -1 : 1;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->stated > b->stated) - (a->stated < b->stated);
}

/* Two mentions that give the values of the entries, of two origins if possible; false
 * when one mention gives both. */
static bool
pick_mentions(const struct gathering *all, const struct entry *a, const struct entry *b,
              size_t *out_a, size_t *out_b)
{
    *out_a = a->first;
    *out_b = b->first;
    if (all->origin_of[a->first] == all->origin_of[b->first]) {
        if (b->other != nobody)
            *out_b = b->other;
        else if (a->other != nobody)
            *out_a = a->other;
    }
    return *out_a != *out_b;
}

static void
note_conflict(const struct gathering *all, const struct entry *a, const struct entry *b,
              struct xc_value_conflict *conflict)
{
    const struct xc_stated_value *stated = all->stated.items;
    size_t i;
    size_t j;

    if (!pick_mentions(all, a, b, &i, &j))
        return;
    /* One between two origins says more than one inside one. */
    if (conflict->found && (all->origin_of[i] == all->origin_of[j] ||
                            all->origin_of[conflict->a] != all->origin_of[conflict->b]))
        return;
    *conflict = (struct xc_value_conflict){
        true, stated[a->stated].slot,   i,
        j,    &stated[a->stated].value, &stated[b->stated].value};
    if (i > j) {
        conflict->a = j;
        conflict->b = i;
        conflict->value_a = &stated[b->stated].value;
        conflict->value_b = &stated[a->stated].value;
    }
}

bool
xc_claim_values_exclude(const struct xc_claim *claim, const struct xc_value *a,
                        int32_t a_day, const struct xc_value *b, int32_t b_day)
{
    bool dated = a_day != INT32_MIN && b_day != INT32_MIN;
    struct xc_value births[2];

    if (claim->changes_over_time && (!dated || a_day != b_day))
        return false;
    if (a->kind == XC_VALUE_AGE && dated && a_day != b_day &&
        xc_birth_of_age(a, a_day, &births[0]) && xc_birth_of_age(b, b_day, &births[1]))
        return xc_value_compare(&births[0], &births[1]) == XC_VALUES_CONFLICT;
    return xc_value_compare(a, b) == XC_VALUES_CONFLICT;
}

/* The same for two entries. */
static bool
exclude(const struct gathering *all, const struct entry *a, const struct entry *b)
{
    return xc_claim_values_exclude(
        all->claim, &all->stated.items[a->stated].value, a->dated ? a->day : INT32_MIN,
        &all->stated.items[b->stated].value, b->dated ? b->day : INT32_MIN);
}

/* Whether a and b may conflict at all: one day, and of a claim that changes over time a
 * known one. */
static bool
same_day(const struct gathering *all, const struct entry *a, const struct entry *b)
{
    if (!all->claim->changes_over_time)
        return true;
    return a->dated && b->dated && a->day == b->day;
}

/* The first conflict of the slot among its entries. */
static void
find_conflict(const struct gathering *all, const struct entry *entries, size_t n,
              struct xc_value_conflict *out)
{
    size_t i;
    size_t j;

    for (i = 0; i < n; i++) {
        for (j = i + 1; j < n && same_day(all, &entries[i], &entries[j]); j++) {
            if (exclude(all, &entries[i], &entries[j]))
                note_conflict(all, &entries[i], &entries[j], out);
            if (out->found && all->origin_of[out->a] != all->origin_of[out->b])
                return;
        }
    }
}

/* What all entries admit; of a running total those of the latest day, or those without
 * a day when all are. */
static bool
agree(const struct gathering *all, const struct entry *entries, size_t n,
      struct xc_value *out)
{
    const struct xc_stated_value *stated = all->stated.items;
    struct xc_value agreed;
    struct xc_value both;
    size_t first = 0;
    size_t end = n;
    size_t i;

    if (n == 0)
        return false;
    if (entries[0].dated) {
        while (end > 0 && !entries[end - 1].dated)
            end--;
        first = end - 1;
        while (first > 0 && entries[first - 1].day == entries[end - 1].day)
            first--;
    }
    agreed = stated[entries[first].stated].value;
    for (i = first + 1; i < end; i++) {
        if (!xc_value_intersect(&agreed, &stated[entries[i].stated].value, &both))
            return false;
        agreed = both;
    }
    *out = agreed;
    return true;
}

/* Judges one slot: its entries, in order, into the result. */
static enum xc_status
judge_slot(struct gathering *all, size_t slot, struct xc_claim_values *out)
{
    const struct xc_claim_slot *known = &all->claim->slots[slot];
    struct entry *entries =
        xc_arena_array(all->scratch, all->entries.n, sizeof *entries);
    struct xc_value_conflict conflict = {0};
    struct xc_value converted;
    size_t n = 0;
    size_t i;

    if (entries == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < all->entries.n; i++) {
        if (all->stated.items[all->entries.items[i].stated].slot == slot)
            entries[n++] = all->entries.items[i];
    }
    if (n > 0)
        qsort(entries, n, sizeof *entries, compare_entries);
    find_conflict(all, entries, n, &conflict);
    if (conflict.found) {
        if (!out->conflict.found)
            out->conflict = conflict;
        return XC_OK;
    }
    out->has_agreed[slot] = agree(all, entries, n, &out->agreed[slot]);
    if (out->has_agreed[slot] && known->has_value && known->value.unit.len > 0 &&
        xc_value_convert(&out->agreed[slot], known->value.unit, &converted))
        out->agreed[slot] = converted;
    return XC_OK;
}

static int
compare_stated(const void *left, const void *right)
{
    const struct xc_stated_value *const *a = left;
    const struct xc_stated_value *const *b = right;

    if ((*a)->slot != (*b)->slot)
        return (*a)->slot < (*b)->slot ? -1 : 1;
    return (*a > *b) - (*a < *b); /* in order of first mention */
}

/* Where each stated value is told first, by day; NULL when memory is short. */
static const struct entry **
find_earliest(const struct gathering *all)
{
    const struct entry **earliest =
        xc_arena_array(all->scratch, all->stated.n, sizeof(const struct entry *));
    size_t i;

    for (i = 0; i < all->entries.n && earliest != NULL; i++) {
        const struct entry *entry = &all->entries.items[i];
        const struct entry **known = &earliest[entry->stated];

        if (*known == NULL || compare_entries(entry, *known) < 0)
            *known = entry;
    }
    return earliest;
}

/* How a stated value stands to the first one of its slot. */
static void
relate(const struct gathering *all, const struct entry *first,
       const struct entry *entry)
{
    struct xc_stated_value *stated = &all->stated.items[entry->stated];
    const struct xc_value *value = &all->stated.items[first->stated].value;

    stated->to_first = xc_value_compare(&stated->value, value);
    if (stated->to_first != XC_VALUES_CONFLICT)
        return;
    /* 61 in one year and 62 in the next are one birth. */
    if (!exclude(all, entry, first))
        stated->to_first = XC_VALUES_COMPATIBLE;
    if (!all->claim->changes_over_time || same_day(all, entry, first))
        return;
    stated->to_first = XC_VALUES_INCOMPARABLE;
    if (entry->dated && first->dated)
        stated->update = entry->day > first->day ? XC_UPDATES : XC_UPDATED;
}

/* The stated values in the order of the report. */
static enum xc_status
sort_stated(struct gathering *all, struct xc_claim_values *out)
{
    const struct xc_stated_value **order =
        xc_arena_array(all->scratch, all->stated.n, sizeof(struct xc_stated_value *));
    const struct entry **earliest = find_earliest(all);
    size_t first = 0;
    size_t i;

    out->stated = xc_arena_array(all->arena, all->stated.n, sizeof *out->stated);
    if (order == NULL || earliest == NULL || out->stated == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < all->stated.n; i++) {
        all->stated.items[i].sources = all->sources.items[i].items;
        all->stated.items[i].n_sources = all->sources.items[i].n;
        order[i] = &all->stated.items[i];
    }
    if (all->stated.n > 0)
        qsort(order, all->stated.n, sizeof(struct xc_stated_value *), compare_stated);
    for (i = 0; i < all->stated.n; i++) {
        if (order[i]->slot != order[first]->slot)
            first = i;
        relate(all, earliest[order[first] - all->stated.items],
               earliest[order[i] - all->stated.items]);
        out->stated[i] = *order[i];
        out->stated[i].first = first;
    }
    out->n_stated = all->stated.n;
    return XC_OK;
}

static enum xc_status
judge_slots(struct gathering *all, struct xc_claim_values *out)
{
    size_t n_slots = all->claim->n_slots;
    size_t slot;

    out->has_agreed = xc_arena_array(all->arena, n_slots, sizeof *out->has_agreed);
    out->agreed = xc_arena_array(all->arena, n_slots, sizeof *out->agreed);
    if (out->has_agreed == NULL || out->agreed == NULL || gather(all) != XC_OK)
        return XC_NO_MEMORY;
    for (slot = 0; slot < n_slots; slot++) {
        if (judge_slot(all, slot, out) != XC_OK)
            return XC_NO_MEMORY;
    }
    return sort_stated(all, out);
}

enum xc_status
xc_claim_values_gather(const struct xc_claim_result *result,
                       const int32_t *published_day, struct xc_arena *arena,
                       struct xc_claim_values *out)
{
    struct xc_arena scratch;
    struct gathering all = {0};
    struct xc_claim_values values = {0};
    enum xc_status status;

    xc_arena_init(&scratch);
    all.claim = result->claim;
    all.mentions = result->mentions;
    all.origin_of = result->origin_of;
    all.n = result->n_mentions;
    all.published_day = published_day;
    all.arena = arena;
    all.scratch = &scratch;
    status = judge_slots(&all, &values);
    xc_arena_release(&scratch);
    if (status == XC_OK)
        *out = values;
    return status;
}
