/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/required.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"

/* How often a word of a group may be expected: the sum over its keys of COMMON_COST for
 * a common word, else of something that falls with its length. */
#define COMMON_COST ((size_t)1000)
#define LENGTH_COST ((size_t)60)

/* A group and how often it may be expected to be met. */
struct priced {
    struct xc_required group;
    size_t cost;
};

struct priced_vec {
    struct priced *items;
    size_t n;
    size_t cap;
};

/* A sequence that is being looked at, and the element that it is a branch of. */
struct frame {
    const struct xc_element *owner; /* NULL: a whole sequence */
    const struct xc_sequence *sequence;
    size_t next;
    size_t branch;
    struct priced_vec groups; /* of the sequence so far */
    struct priced_vec best;   /* one for each finished branch that has any */
};

struct search {
    const struct xc_lexicon *lexicon;
    struct xc_arena *arena;
    struct frame frames[XC_MAX_PATTERN_DEPTH + 2]; /* brackets, a term, the sequence */
    size_t depth;
};

static size_t
cost_of_key(const struct xc_lexicon *lexicon, struct xc_str key)
{
    if (xc_table_get(&lexicon->common_words, key, NULL))
        return COMMON_COST;
    return 1 + LENGTH_COST / (key.len + 1);
}

static bool
add_priced(struct search *search, struct priced_vec *groups, struct priced priced)
{
    struct priced *slot = XC_VEC_ADD(groups, search->arena);

    if (slot == NULL)
        return false;
    *slot = priced;
    return true;
}

static bool
add_word(struct search *search, struct frame *frame, const struct xc_element *word)
{
    struct priced priced = {{word->forms, word->n_forms, 1}, 0};
    size_t i;

    for (i = 0; i < word->n_forms; i++)
        priced.cost += cost_of_key(search->lexicon, word->forms[i]);
    return add_priced(search, &frame->groups, priced);
}

/* Notes the rarest group of the finished branch. */
static bool
end_branch(struct search *search, struct frame *frame)
{
    const struct priced *best = NULL;
    size_t i;

    for (i = 0; i < frame->groups.n; i++) {
        if (best == NULL || frame->groups.items[i].cost < best->cost)
            best = &frame->groups.items[i];
    }
    return best == NULL || add_priced(search, &frame->best, *best);
}

/* Adds the keys [first, end) of a group to what has been united, each once. */
static bool
add_keys(struct search *search, struct xc_table *seen, const struct xc_required *group,
         struct xc_range keys, struct priced *out)
{
    size_t i;

    for (i = keys.first; i < keys.end; i++) {
        struct xc_str key = group->keys[i];
        size_t value;

        if (!xc_table_add(seen, key, out->group.n_keys, search->arena, &value))
            return false;
        if (value != out->group.n_keys)
            continue;
        out->group.keys[out->group.n_keys++] = key;
        out->cost += cost_of_key(search->lexicon, key);
    }
    return true;
}

/* The words of groups[0..n) as one group, each once; those that are written first. */
static bool
unite(struct search *search, const struct priced *groups, size_t n, struct priced *out)
{
    struct xc_table seen = {NULL, 0, 0};
    size_t n_keys = 0;
    struct xc_str *keys;
    size_t i;

    for (i = 0; i < n; i++)
        n_keys += groups[i].group.n_keys;
    keys = xc_arena_array(search->arena, n_keys, sizeof *keys);
    if (keys == NULL)
        return false;
    *out = (struct priced){{keys, 0, 0}, 0};
    for (i = 0; i < n; i++) {
        const struct xc_required *group = &groups[i].group;

        if (!add_keys(search, &seen, group, (struct xc_range){0, group->n_written},
                      out))
            return false;
    }
    out->group.n_written = out->group.n_keys;
    for (i = 0; i < n; i++) {
        const struct xc_required *group = &groups[i].group;

        if (!add_keys(search, &seen, group,
                      (struct xc_range){group->n_written, group->n_keys}, out))
            return false;
    }
    return true;
}

static int
compare_cost(const void *a, const void *b)
{
    const struct priced *left = a;
    const struct priced *right = b;

    if (left->cost != right->cost)
        return left->cost < right->cost ? -1 : 1;
    return xc_str_compare(left->group.keys[0], right->group.keys[0]);
}

/*
 * Adds what an element with branches asks for to the sequence around it.  When at least
 * n of k branches are there, at most k - n are missing, so any k - n + 1 of them have
 * one that is there: of a choice all k, of "3 of" three each by itself.
 */
static bool
end_element(struct search *search, struct frame *frame, struct frame *outer)
{
    const struct xc_element *owner = frame->owner;
    size_t wanted = owner->kind == XC_ELEMENT_N_OF ? owner->number : 1;
    size_t size = owner->n_branches - wanted + 1;
    struct priced_vec *best = &frame->best;
    size_t i;

    if (best->n > 1)
        qsort(best->items, best->n, sizeof *best->items, compare_cost);
    for (i = 0; i + size <= best->n; i += size) {
        struct priced united;

        if (!unite(search, best->items + i, size, &united) ||
            !add_priced(search, &outer->groups, united))
            return false;
    }
    return true;
}

/* Looks at the next element of the sequence; false when memory is short. */
static bool
step(struct search *search, struct frame *frame)
{
    const struct xc_element *element = &frame->sequence->items[frame->next++];

    switch (element->kind) {
    case XC_ELEMENT_WORD:
        return add_word(search, frame, element);
    case XC_ELEMENT_CHOICE:
    case XC_ELEMENT_N_OF:
        search->depth++;
        search->frames[search->depth] =
            (struct frame){.owner = element, .sequence = &element->branches[0]};
        return true;
    case XC_ELEMENT_OPTIONAL:
    case XC_ELEMENT_GAP:
    case XC_ELEMENT_SLOT:
        return true;
    }
    return true;
}

/* Adds the groups of one whole sequence to *out. */
static bool
search_sequence(struct search *search, const struct xc_sequence *sequence,
                struct priced_vec *out)
{
    size_t i;

    search->depth = 0;
    search->frames[0] = (struct frame){.sequence = sequence};
    for (;;) {
        struct frame *frame = &search->frames[search->depth];

        if (frame->next < frame->sequence->n) {
            if (!step(search, frame))
                return false;
            continue;
        }
        if (frame->owner == NULL)
            break;
        if (!end_branch(search, frame))
            return false;
        if (++frame->branch < frame->owner->n_branches) {
            frame->sequence = &frame->owner->branches[frame->branch];
            frame->next = 0;
            frame->groups.n = 0;
            continue;
        }
        search->depth--;
        if (!end_element(search, frame, frame - 1))
            return false;
    }
    for (i = 0; i < search->frames[0].groups.n; i++) {
        if (!add_priced(search, out, search->frames[0].groups.items[i]))
            return false;
    }
    return true;
}

enum xc_status
xc_required_of(const struct xc_lexicon *lexicon, const struct xc_sequence *sequences,
               size_t n_sequences, struct xc_arena *arena, struct xc_required **out,
               size_t *out_n)
{
    struct search search = {.lexicon = lexicon, .arena = arena};
    struct priced_vec groups = {NULL, 0, 0};
    struct xc_required *required;
    size_t i;

    for (i = 0; i < n_sequences; i++) {
        if (!search_sequence(&search, &sequences[i], &groups))
            return XC_NO_MEMORY;
    }
    required = xc_arena_array(arena, groups.n, sizeof *required);
    if (required == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < groups.n; i++)
        required[i] = groups.items[i].group;
    *out = required;
    *out_n = groups.n;
    return XC_OK;
}
