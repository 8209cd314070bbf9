/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/sentence_rules.h"

#include "base/table.h"
#include "base/vec.h"
#include "text/word_rules.h"

struct class_vec {
    unsigned *items;
    size_t n;
    size_t cap;
};

struct xc_sentence_rules {
    struct xc_table words; /* value: index into classes */
    struct class_vec classes;
};

/* A name that is none of the classes does nothing: the loader of the lexicon tells. */
static unsigned
class_of(struct xc_str name)
{
    static const struct {
        const char *name;
        unsigned class;
    } names[] = {
        {"title", XC_ABBREVIATION_TITLE},     {"latin", XC_ABBREVIATION_LATIN},
        {"number", XC_ABBREVIATION_NUMBER},   {"unit", XC_ABBREVIATION_UNIT},
        {"month", XC_ABBREVIATION_MONTH},     {"place", XC_ABBREVIATION_NAME},
        {"corporate", XC_ABBREVIATION_NAME},  {"suffix", XC_ABBREVIATION_NAME},
        {"initialism", XC_ABBREVIATION_NAME}, {"time", XC_ABBREVIATION_TIME},
        {"ending", XC_ABBREVIATION_ENDING},   {"starter", XC_SENTENCE_STARTER},
        {"fronting", XC_SENTENCE_FRONTING},   {"zone", XC_SENTENCE_ZONE},
        {"domain", XC_SENTENCE_DOMAIN},
    };
    size_t i;

    for (i = 0; i < XC_COUNT(names); i++) {
        if (xc_str_is(name, names[i].name))
            return names[i].class;
    }
    return 0;
}

enum xc_status
xc_sentence_rules_new(struct xc_str abbreviations, struct xc_arena *arena,
                      const struct xc_sentence_rules **out)
{
    struct xc_sentence_rules *rules = xc_arena_array(arena, 1, sizeof *rules);
    struct xc_str word;
    struct xc_str class;
    size_t at;

    if (rules == NULL)
        return XC_NO_MEMORY;
    while (xc_word_rules_line(&abbreviations, &word, &class)) {
        if (!xc_arena_str(arena, word, &word) ||
            !xc_table_add(&rules->words, word, rules->classes.n, arena, &at))
            return XC_NO_MEMORY;
        if (at == rules->classes.n && XC_VEC_ADD(&rules->classes, arena) == NULL)
            return XC_NO_MEMORY;
        rules->classes.items[at] |= class_of(class);
    }
    *out = rules;
    return XC_OK;
}

unsigned
xc_sentence_rules_classes(const struct xc_sentence_rules *rules, struct xc_str word)
{
    size_t at;

    return xc_table_get(&rules->words, word, &at) ? rules->classes.items[at] : 0;
}
