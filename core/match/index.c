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
    size_t bucket;
    size_t value;
};

struct pair_vec {
    struct pair *items;
    size_t n;
    size_t cap;
};

struct build {
    const struct xc_table *common_words;
    struct xc_arena *arena;
    struct xc_table group_numbers; /* canonical text of a group -> number */
    struct group_vec groups;
    struct pair_vec waiting;    /* group, pattern */
    struct pair_vec needed;     /* pattern, group */
    struct pair_vec membership; /* word, group */
};

static bool
add_pair(struct pair_vec *pairs, size_t bucket, size_t value, struct xc_arena *arena)
{
    struct pair *pair = XC_VEC_ADD(pairs, arena);

    if (pair == NULL)
        return false;
    *pair = (struct pair){bucket, value};
    return true;
}

/* Sorts pairs into n_buckets buckets, order kept within each. */
static bool
fill_buckets(const struct pair_vec *pairs, size_t n_buckets, struct xc_arena *arena,
             struct xc_range **out_ranges, size_t **out_values)
{
    struct xc_range *ranges = xc_arena_array(arena, n_buckets, sizeof *ranges);
    size_t *values = xc_arena_array(arena, pairs->n, sizeof *values);
    size_t at = 0;
    size_t i;

    if (ranges == NULL || values == NULL)
        return false;
    for (i = 0; i < pairs->n; i++)
        ranges[pairs->items[i].bucket].end++;
    for (i = 0; i < n_buckets; i++) {
        size_t n_values = ranges[i].end;
        ranges[i] = (struct xc_range){at, at};
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

/* Which group pattern waits on, and which it needs besides; *out_waits is false for a
 * pattern that has no required words. */
static bool
add_pattern(struct build *build, const struct xc_pattern *pattern, size_t number,
            bool *out_waits)
{
    size_t first_needed = build->needed.n;
    size_t n_needed;
    size_t rarest = 0;
    bool waits = false;
    size_t group;
    size_t i;

    for (i = 0; i < pattern->n_required; i++) {
        /* A group without words can't be checked: over-approximate. */
        if (pattern->required[i].n_keys == 0)
            continue;
        if (!number_group(build, &pattern->required[i], &group))
            return false;
        if (!waits ||
            build->groups.items[group].cost < build->groups.items[rarest].cost)
            rarest = group;
        waits = true;
        if (!add_pair(&build->needed, number, group, build->arena))
            return false;
    }
    *out_waits = waits;
    if (!waits)
        return true;
    n_needed = first_needed;
    for (i = first_needed; i < build->needed.n; i++) {
        if (build->needed.items[i].value != rarest)
            build->needed.items[n_needed++] = build->needed.items[i];
    }
    build->needed.n = n_needed;
    return add_pair(&build->waiting, rarest, number, build->arena);
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

enum xc_status
xc_index_new(const struct xc_pattern *const *patterns, size_t n,
             const struct xc_table *common_words, struct xc_arena *arena,
             struct xc_index *out)
{
    struct build build = {.common_words = common_words, .arena = arena};
    struct xc_index index = {.n_patterns = n};
    size_t i;

    index.always = xc_arena_array(arena, n, sizeof *index.always);
    if (index.always == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        bool waits;
        if (!add_pattern(&build, patterns[i], i, &waits))
            return XC_NO_MEMORY;
        if (!waits)
            index.always[index.n_always++] = i;
    }
    index.n_groups = build.groups.n;
    if (!number_words(&build, &index.words) ||
        !fill_buckets(&build.membership, index.words.n, arena, &index.groups_of,
                      &index.word_groups) ||
        !fill_buckets(&build.waiting, index.n_groups, arena, &index.waiting_on,
                      &index.waiting) ||
        !fill_buckets(&build.needed, n, arena, &index.needs, &index.needed))
        return XC_NO_MEMORY;
    *out = index;
    return XC_OK;
}
