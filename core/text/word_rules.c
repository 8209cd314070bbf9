/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/word_rules.h"

#include "base/table.h"
#include "base/vec.h"

struct key_vec {
    struct xc_str *items;
    size_t n;
    size_t cap;
};

struct xc_word_rules {
    struct xc_table hosts;
    struct xc_table numbers; /* value: index into keys */
    struct key_vec keys;
    struct xc_number_shapes shapes;
};

bool
xc_word_rules_line(struct xc_str *rest, struct xc_str *out_first,
                   struct xc_str *out_second)
{
    struct xc_str line;

    while (xc_str_split(rest, '\n', &line)) {
        line = xc_str_trim(line);
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        (void)xc_str_split(&line, '\t', out_first);
        *out_second = line.ptr == NULL ? XC_STR("") : xc_str_trim(line);
        return true;
    }
    return false;
}

static bool
add_number(struct xc_word_rules *rules, struct xc_str word, struct xc_str key,
           struct xc_arena *arena)
{
    struct xc_str *slot = XC_VEC_ADD(&rules->keys, arena);
    size_t value;
    size_t n = word.len < XC_NUMBER_SHAPE_LENGTH ? word.len : XC_NUMBER_SHAPE_LENGTH;

    if (slot == NULL || !xc_arena_str(arena, key, slot) ||
        !xc_arena_str(arena, word, &word) ||
        !xc_table_add(&rules->numbers, word, rules->keys.n - 1, arena, &value))
        return false;
    rules->shapes.lengths[xc_number_shapes_row(word)] |= (uint16_t)(1U << n);
    return true;
}

enum xc_status
xc_word_rules_new(struct xc_str clitic_hosts, struct xc_str number_words,
                  struct xc_arena *arena, const struct xc_word_rules **out)
{
    struct xc_word_rules *rules = xc_arena_array(arena, 1, sizeof *rules);
    struct xc_str word;
    struct xc_str key;
    size_t value;

    if (rules == NULL)
        return XC_NO_MEMORY;
    while (xc_word_rules_line(&clitic_hosts, &word, &key)) {
        if (!xc_arena_str(arena, word, &word) ||
            !xc_table_add(&rules->hosts, word, 0, arena, &value))
            return XC_NO_MEMORY;
    }
    while (xc_word_rules_line(&number_words, &word, &key)) {
        if (!add_number(rules, word, key, arena))
            return XC_NO_MEMORY;
    }
    *out = rules;
    return XC_OK;
}

const struct xc_number_shapes *
xc_word_rules_shapes(const struct xc_word_rules *rules)
{
    return &rules->shapes;
}

bool
xc_word_rules_is_host(const struct xc_word_rules *rules, struct xc_str host)
{
    return xc_table_get(&rules->hosts, host, NULL);
}

struct xc_str
xc_word_rules_key(const struct xc_word_rules *rules, struct xc_str word)
{
    size_t value;

    if (word.len == 0 || !xc_number_shapes_have(&rules->shapes, word) ||
        !xc_table_get(&rules->numbers, word, &value))
        return word;
    return rules->keys.items[value];
}
