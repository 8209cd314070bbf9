/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/syntax.h"

#include <assert.h>

#include "base/vec.h"

struct class_name {
    const char *name;
    unsigned class;
};

static const struct class_name class_names[] = {
    {"adversative", XC_SYNTAX_ADVERSATIVE},
    {"host", XC_SYNTAX_HOST},
    {"concessive", XC_SYNTAX_CONCESSIVE},
    {"connective", XC_SYNTAX_CONNECTIVE},
    {"subordinator", XC_SYNTAX_SUBORDINATOR},
    {"interrogative", XC_SYNTAX_INTERROGATIVE},
    {"asking", XC_SYNTAX_ASKING},
    {"inverter", XC_SYNTAX_INVERTER},
    {"coordinator", XC_SYNTAX_COORDINATOR},
    {"relative", XC_SYNTAX_RELATIVE},
    {"that", XC_SYNTAX_THAT},
    {"subject", XC_SYNTAX_SUBJECT},
    {"pronoun", XC_SYNTAX_PRONOUN},
    {"definite", XC_SYNTAX_DEFINITE},
    {"indefinite", XC_SYNTAX_INDEFINITE},
    {"negative", XC_SYNTAX_NEGATIVE},
    {"plural", XC_SYNTAX_PLURAL},
    {"auxiliary", XC_SYNTAX_AUXILIARY},
    {"bare", XC_SYNTAX_BARE},
    {"perfect", XC_SYNTAX_PERFECT},
    {"not", XC_SYNTAX_NOT},
    {"past", XC_SYNTAX_PAST},
    {"either", XC_SYNTAX_EITHER},
    {"participle", XC_SYNTAX_PARTICIPLE},
    {"speech", XC_SYNTAX_SPEECH},
    {"tell", XC_SYNTAX_TELL},
    {"attributive", XC_SYNTAX_ATTRIBUTIVE},
    {"clausal", XC_SYNTAX_CLAUSAL},
    {"steady", XC_SYNTAX_STEADY},
    {"adverb", XC_SYNTAX_ADVERB},
    {"focus", XC_SYNTAX_FOCUS},
    {"preposition", XC_SYNTAX_PREPOSITION},
};

/* The class of this name; 0: none. */
static unsigned
class_of_name(struct xc_str name)
{
    size_t i;

    for (i = 0; i < XC_COUNT(class_names); i++) {
        if (xc_str_is(name, class_names[i].name))
            return class_names[i].class;
    }
    return 0;
}

/* Classes are gathered in a table of indices first, since a table's values can't be
 * changed; the entries of `lines` are words with all their classes. */
struct class_entry {
    struct xc_str word;
    unsigned classes;
};

struct class_entry_vec {
    struct class_entry *items;
    size_t n;
    size_t cap;
};

static enum xc_status
read_line(struct xc_str line, struct xc_table *seen, struct class_entry_vec *entries,
          struct xc_arena *arena)
{
    struct xc_str word;
    struct xc_str name;
    unsigned class;
    size_t i;

    if (!xc_str_split(&line, '\t', &word) || !xc_str_split(&line, '\t', &name))
        return XC_BAD_RULE;
    word = xc_str_trim(word);
    class = class_of_name(xc_str_trim(name));
    if (class == 0 || word.len == 0 || word.len >= XC_SYNTAX_PHRASE_BYTES)
        return XC_BAD_RULE;
    if (!xc_table_add(seen, word, entries->n, arena, &i))
        return XC_NO_MEMORY;
    if (i == entries->n) {
        struct class_entry *entry = XC_VEC_ADD(entries, arena);

        if (entry == NULL)
            return XC_NO_MEMORY;
        entry->word = word;
    }
    assert(i < entries->n && entries->items != NULL);
    entries->items[i].classes |= class;
    return XC_OK;
}

enum xc_status
xc_clause_rules_new(struct xc_str clause_words, struct xc_arena *arena,
                    const struct xc_clause_rules **out)
{
    struct xc_clause_rules *rules = xc_arena_array(arena, 1, sizeof *rules);
    struct xc_table seen = {NULL, 0, 0};
    struct class_entry_vec entries = {NULL, 0, 0};
    struct xc_str line;
    size_t ignored;
    size_t i;

    if (rules == NULL)
        return XC_NO_MEMORY;
    while (xc_str_split(&clause_words, '\n', &line)) {
        enum xc_status status;

        line = xc_str_trim(line);
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        status = read_line(line, &seen, &entries, arena);
        if (status != XC_OK)
            return status;
    }
    for (i = 0; i < entries.n; i++) {
        struct xc_str word = entries.items[i].word;
        size_t space = xc_str_find(word, 0, ' ');

        if (!xc_table_add(&rules->classes, word, entries.items[i].classes, arena,
                          &ignored))
            return XC_NO_MEMORY;
        if (space < word.len &&
            !xc_table_add(&rules->starts, xc_str_sub(word, 0, space), 0, arena,
                          &ignored))
            return XC_NO_MEMORY;
    }
    *out = rules;
    return XC_OK;
}
