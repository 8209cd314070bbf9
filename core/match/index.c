/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

/* How often a word is expected, in arbitrary units: long words are rare in English
 * (half as frequent for each letter is near enough to choose by), and a common word is
 * worse than any group of others. */
static const size_t common_word_cost = (size_t)1 << 20;
static const size_t shortest_word_cost = (size_t)1 << 10;
static const size_t longest_counted_letters = 10;

struct group {
    struct xc_str *keys; /* sorted, each once */
    size_t n_keys;
    size_t cost;
};

struct group_vec {
    struct group *items;
    size_t n;
    size_t cap;
};

struct pair {
    uint32_t bucket;
    uint32_t value;
};

struct pair_vec {
    struct pair *items;
    size_t n;
    size_t cap;
};

struct posting_vec {
    struct xc_posting *items;
    size_t n;
    size_t cap;
};

struct step_vec {
    struct xc_step *items;
    size_t n;
    size_t cap;
};

struct build {
    const struct xc_table *common_words;
    struct xc_arena *arena;        /* for what is not needed once the index is made */
    struct xc_table group_numbers; /* canonical text of a group -> number */
    struct group_vec groups;
    struct posting_vec postings; /* of the patterns that wait, ascending */
    struct pair_vec waiting;     /* group, index of posting */
    struct pair_vec needed;      /* pattern, group */
    struct pair_vec membership;  /* word, group */
    struct step_vec steps;
};

static bool
add_pair(struct pair_vec *pairs, size_t bucket, size_t value, struct xc_arena *arena)
{
    struct pair *pair = XC_VEC_ADD(pairs, arena);

    if (pair == NULL)
        return false;
    *pair = (struct pair){(uint32_t)bucket, (uint32_t)value};
    return true;
}

/* Sorts pairs into n_buckets buckets, order kept within each. */
static bool
fill_buckets(const struct pair_vec *pairs, size_t n_buckets, struct xc_arena *arena,
             struct xc_index_range **out_ranges, uint32_t **out_values)
{
    struct xc_index_range *ranges = xc_arena_array(arena, n_buckets, sizeof *ranges);
    uint32_t *values = xc_arena_array(arena, pairs->n, sizeof *values);
    uint32_t at = 0;
    size_t i;

    if (ranges == NULL || values == NULL)
        return false;
    for (i = 0; i < pairs->n; i++)
        ranges[pairs->items[i].bucket].end++;
    for (i = 0; i < n_buckets; i++) {
        uint32_t n_values = ranges[i].end;
        ranges[i] = (struct xc_index_range){at, at};
        at += n_values;
    }
    for (i = 0; i < pairs->n; i++)
        values[ranges[pairs->items[i].bucket].end++] = pairs->items[i].value;
    *out_ranges = ranges;
    *out_values = values;
    return true;
}

static int
compare_keys(const void *a, const void *b)
{
    const struct xc_str *left = a;
    const struct xc_str *right = b;

    return xc_str_compare(*left, *right);
}

static size_t
word_cost(const struct build *build, struct xc_str key)
{
    size_t letters =
        key.len < longest_counted_letters ? key.len : longest_counted_letters;

    if (xc_table_get(build->common_words, key, NULL))
        return common_word_cost;
    return shortest_word_cost >> letters;
}

/* The sorted distinct keys of required, and as one text that equal groups share. */
static bool
make_canonical(const struct xc_required *required, struct xc_arena *arena,
               struct group *out_group, struct xc_str *out_text)
{
    struct xc_str *keys = xc_arena_array(arena, required->n_keys, sizeof *keys);
    size_t n_keys = 0;
    size_t len = 0;
    size_t i;
    char *text;

    if (keys == NULL)
        return false;
    memcpy(keys, required->keys, required->n_keys * sizeof *keys);
    qsort(keys, required->n_keys, sizeof *keys, compare_keys);
    for (i = 0; i < required->n_keys; i++) {
        if (n_keys > 0 && xc_str_equal(keys[n_keys - 1], keys[i]))
            continue;
        keys[n_keys++] = keys[i];
        len += keys[i].len + 1;
    }
    text = xc_arena_alloc(arena, len);
    if (text == NULL)
        return false;
    *out_text = (struct xc_str){text, len};
    for (i = 0; i < n_keys; i++) {
        memcpy(text, keys[i].ptr, keys[i].len);
        /* No key holds a newline, so two groups can't make one text. */
        text[keys[i].len] = '\n';
        text += keys[i].len + 1;
    }
    *out_group = (struct group){.keys = keys, .n_keys = n_keys};
    return true;
}

/* The number of the group with these keys, a new one when there was none. */
static bool
number_group(struct build *build, const struct xc_required *required, size_t *out)
{
    struct group group;
    struct group *slot;
    struct xc_str text;
    size_t i;

    if (!make_canonical(required, build->arena, &group, &text) ||
        !xc_table_add(&build->group_numbers, text, build->groups.n, build->arena, out))
        return false;
    if (*out < build->groups.n)
        return true;
    for (i = 0; i < group.n_keys; i++)
        group.cost += word_cost(build, group.keys[i]);
    slot = XC_VEC_ADD(&build->groups, build->arena);
    if (slot == NULL)
        return false;
    *slot = group;
    return true;
}

/* Moves the rarest of the n groups to the front. */
static void
put_rarest_first(const struct build *build, struct pair *groups, size_t n)
{
    size_t rarest = 0;
    struct pair first;
    size_t i;

    for (i = 1; i < n; i++) {
        if (build->groups.items[groups[i].value].cost <
            build->groups.items[groups[rarest].value].cost)
            rarest = i;
    }
    if (rarest == 0)
        return;
    first = groups[0];
    groups[0] = groups[rarest];
    groups[rarest] = first;
}

/* Takes the two rarest of the groups that pattern needs, those from first on, out of the
 * list and into its posting. */
static bool
add_posting(struct build *build, size_t pattern, size_t first)
{
    struct pair *groups = build->needed.items + first;
    size_t n = build->needed.n - first;
    struct xc_posting *posting = XC_VEC_ADD(&build->postings, build->arena);
    uint32_t rarest;
    size_t n_kept = 0;
    size_t i;

    if (posting == NULL)
        return false;
    *posting = (struct xc_posting){(uint32_t)pattern, XC_INDEX_NONE};
    put_rarest_first(build, groups, n);
    rarest = groups[0].value;
    for (i = 1; i < n; i++) {
        if (groups[i].value != rarest)
            groups[n_kept++] = groups[i];
    }
    if (n_kept > 0) {
        put_rarest_first(build, groups, n_kept);
        posting->second = groups[0].value;
        n = n_kept;
        n_kept = 0;
        for (i = 1; i < n; i++) {
            if (groups[i].value != posting->second)
                groups[n_kept++] = groups[i];
        }
    }
    build->needed.n = first + n_kept;
    return add_pair(&build->waiting, rarest, build->postings.n - 1, build->arena);
}

/* What pattern waits on and needs besides; *out_waits is false for a pattern that has no
 * required words. */
static bool
add_pattern(struct build *build, const struct xc_pattern *pattern, size_t number,
            bool *out_waits)
{
    size_t first = build->needed.n;
    size_t group;
    size_t i;

    for (i = 0; i < pattern->n_required; i++) {
        /* A group without words can't be checked: over-approximate. */
        if (pattern->required[i].n_keys == 0)
            continue;
        if (!number_group(build, &pattern->required[i], &group) ||
            !add_pair(&build->needed, number, group, build->arena))
            return false;
    }
    *out_waits = build->needed.n > first;
    return !*out_waits || add_posting(build, number, first);
}

static bool
add_steps(struct build *build, const struct xc_pattern *pattern,
          struct xc_index_range *out)
{
    struct xc_anchor_vec anchors = {NULL, 0, 0};
    size_t group;
    size_t i;

    out->first = (uint32_t)build->steps.n;
    if (!xc_order_anchors(pattern, build->arena, &anchors))
        return false;
    for (i = 0; i < anchors.n; i++) {
        struct xc_step *step = XC_VEC_ADD(&build->steps, build->arena);

        if (step == NULL || !number_group(build, &anchors.items[i].words, &group))
            return false;
        *step = anchors.items[i].step;
        step->group = (uint32_t)group;
    }
    out->end = (uint32_t)build->steps.n;
    return true;
}

static bool
number_words(struct build *build, struct xc_table *words)
{
    size_t g;
    size_t i;

    for (g = 0; g < build->groups.n; g++) {
        const struct group *group = &build->groups.items[g];
        for (i = 0; i < group->n_keys; i++) {
            size_t word;
            if (!xc_table_add(words, group->keys[i], words->n, build->arena, &word) ||
                !add_pair(&build->membership, word, g, build->arena))
                return false;
        }
    }
    return true;
}

/* The least power of two that is not below n. */
static size_t
power_from(size_t n)
{
    size_t power = 64;

    while (power < n)
        power *= 2;
    return power;
}

/* Makes the look-up of the words, of which the table knows the numbers. */
static bool
hash_words(const struct xc_table *words, struct xc_arena *arena, struct xc_index *index)
{
    size_t n_slots = power_from(words->n * 2 + 1);
    size_t n_bits = power_from(words->n * 16);
    size_t i;

    index->slot_mask = (uint32_t)(n_slots - 1);
    index->filter_mask = (uint32_t)(n_bits - 1);
    index->words = xc_arena_array(arena, words->n, sizeof *index->words);
    index->keys = xc_arena_array(arena, words->n, sizeof *index->keys);
    index->slots = xc_arena_array(arena, n_slots, sizeof *index->slots);
    index->filter = xc_arena_array(arena, n_bits / 64, sizeof *index->filter);
    if (index->words == NULL || index->keys == NULL || index->slots == NULL ||
        index->filter == NULL)
        return false;
    for (i = 0; i < n_slots; i++)
        index->slots[i].word = XC_INDEX_NONE;
    for (i = 0; i < words->cap; i++) {
        struct xc_str key = words->slots[i].key;
        size_t number = words->slots[i].value;
        struct xc_word_bytes bytes = xc_word_bytes(key);
        uint64_t hash = xc_word_hash(bytes, key.len);
        uint32_t bit = (uint32_t)(hash >> 32) & index->filter_mask;
        uint32_t at = (uint32_t)hash & index->slot_mask;

        if (key.ptr == NULL)
            continue;
        while (index->slots[at].word != XC_INDEX_NONE)
            at = (at + 1) & index->slot_mask;
        index->slots[at] = (struct xc_index_slot){(uint32_t)hash, (uint32_t)number};
        index->keys[number] = key;
        index->words[number] =
            (struct xc_index_word){.bytes = bytes, .len = (uint32_t)key.len};
        index->filter[bit / 64] |= UINT64_C(1) << (bit % 64);
    }
    return true;
}

/* Notes for each of the n words which groups it stands in. */
static bool
place_groups(const struct build *build, size_t n, struct xc_arena *arena,
             struct xc_index *index)
{
    struct xc_index_range *ranges;
    uint32_t *groups;
    size_t i;

    if (!fill_buckets(&build->membership, n, build->arena, &ranges, &groups))
        return false;
    index->word_groups =
        xc_arena_array(arena, build->membership.n, sizeof *index->word_groups);
    if (index->word_groups == NULL)
        return false;
    for (i = 0; i < build->membership.n; i++)
        index->word_groups[i] = groups[i];
    for (i = 0; i < n; i++)
        index->words[i].groups = ranges[i];
    return true;
}

/* Puts the postings in the order of the groups that they wait on. */
static bool
place_postings(const struct build *build, struct xc_arena *arena,
               struct xc_index *index)
{
    uint32_t *numbers;
    size_t i;

    if (!fill_buckets(&build->waiting, build->groups.n, arena, &index->waiting_on,
                      &numbers))
        return false;
    index->waiting = xc_arena_array(arena, build->postings.n, sizeof *index->waiting);
    for (i = 0; i < build->postings.n && index->waiting != NULL; i++)
        index->waiting[i] = build->postings.items[numbers[i]];
    return index->waiting != NULL;
}

/* 32 bits number everything: beyond that the rules would not fit into memory. */
static bool
can_be_numbered(const struct build *build, size_t n)
{
    return n < XC_INDEX_NONE / 32 && build->membership.n < XC_INDEX_NONE / 32 &&
           build->needed.n < XC_INDEX_NONE && build->steps.n < XC_INDEX_NONE;
}

/* Numbers the groups of all patterns, and tells which runs everywhere. */
static bool
add_patterns(struct build *build, const struct xc_pattern *const *patterns,
             struct xc_index *index)
{
    size_t i;

    for (i = 0; i < index->n_patterns; i++) {
        bool waits;
        if (!add_pattern(build, patterns[i], i, &waits) ||
            !add_steps(build, patterns[i], &index->order[i]))
            return false;
        if (!waits)
            index->always[index->n_always++] = (uint32_t)i;
    }
    return true;
}

/* Lays out in arena what was gathered. */
static bool
lay_out(struct build *build, struct xc_arena *arena, struct xc_index *index)
{
    struct xc_table words = {NULL, 0, 0};

    index->n_groups = (uint32_t)build->groups.n;
    index->steps = xc_arena_array(arena, build->steps.n, sizeof *index->steps);
    if (index->steps == NULL || !number_words(build, &words) ||
        !can_be_numbered(build, index->n_patterns))
        return false;
    if (build->steps.n > 0)
        memcpy(index->steps, build->steps.items, build->steps.n * sizeof *index->steps);
    return hash_words(&words, arena, index) &&
           place_groups(build, words.n, arena, index) &&
           place_postings(build, arena, index) &&
           fill_buckets(&build->needed, index->n_patterns, arena, &index->needs,
                        &index->needed);
}

enum xc_status
xc_index_new(const struct xc_pattern *const *patterns, size_t n,
             const struct xc_table *common_words, struct xc_arena *arena,
             struct xc_index *out)
{
    struct xc_arena gathered;
    struct build build = {.common_words = common_words, .arena = &gathered};
    struct xc_index index = {.n_patterns = (uint32_t)n};
    bool ok;

    index.always = xc_arena_array(arena, n, sizeof *index.always);
    index.order = xc_arena_array(arena, n, sizeof *index.order);
    if (index.always == NULL || index.order == NULL)
        return XC_NO_MEMORY;
    xc_arena_init(&gathered);
    ok = add_patterns(&build, patterns, &index) && lay_out(&build, arena, &index);
    xc_arena_release(&gathered);
    if (!ok)
        return XC_NO_MEMORY;
    *out = index;
    return XC_OK;
}

bool
xc_index_is_in(const struct xc_index *index, uint32_t word, uint32_t group)
{
    uint32_t end = index->words[word].groups.end;
    uint32_t low = index->words[word].groups.first;
    uint32_t high = end;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (index->word_groups[middle] < group)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && index->word_groups[low] == group;
}
