/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "lexicon/word_data.h"

#include "base/vec.h"

/* Cuts the next line that says something off *rest: its first column, and the second,
 * empty when it has none. */
static bool
next_line(struct xc_str *rest, struct xc_str *out_first, struct xc_str *out_second)
{
    struct xc_str line;

    while (xc_str_split(rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        (void)xc_str_split(&line, '\t', out_first);
        *out_second = line.ptr == NULL ? XC_STR("") : line;
        return true;
    }
    return false;
}

static enum xc_status
load_list(const char *name, struct xc_arena *arena, struct xc_table *out)
{
    struct xc_str rest = xc_lexicon_file(name);
    struct xc_str word;
    struct xc_str nothing;
    size_t value;

    while (next_line(&rest, &word, &nothing)) {
        if (!xc_table_add(out, word, 1, arena, &value))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static enum xc_status
load_classes(struct xc_arena *arena, struct xc_table *out)
{
    struct xc_str rest = xc_lexicon_file("word-frequencies");
    struct xc_str word;
    struct xc_str figures;
    size_t value;

    while (next_line(&rest, &word, &figures)) {
        size_t class = 0;
        size_t i;

        for (i = 0; i < figures.len; i++) {
            if (figures.ptr[i] < '0' || figures.ptr[i] > '9' || i > 1)
                return XC_BAD_RULE;
            class = class * 10 + (size_t)(figures.ptr[i] - '0');
        }
        if (!xc_table_add(out, word, class, arena, &value))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* "words TAB words": each of the first leads to the line of the second. */
static enum xc_status
load_lines(const char *name, struct xc_arena *arena, struct xc_word_lines *lines,
           struct xc_table *out)
{
    struct xc_str rest = xc_lexicon_file(name);
    struct xc_str words;
    struct xc_str others;
    struct xc_str word;
    size_t value;

    while (next_line(&rest, &words, &others)) {
        struct xc_str *line = XC_VEC_ADD(lines, arena);

        if (line == NULL)
            return XC_NO_MEMORY;
        *line = others;
        while (xc_str_split(&words, ' ', &word)) {
            if (!xc_table_add(out, word, lines->n - 1, arena, &value))
                return XC_NO_MEMORY;
        }
    }
    return XC_OK;
}

enum xc_status
xc_word_data_load(const struct xc_lexicon *lexicon, struct xc_arena *arena,
                  struct xc_word_data *out)
{
    struct xc_word_data made = {.inflection = lexicon->inflection,
                                .negator_words = xc_lexicon_file("plain-negators")};
    enum xc_status status = load_list("stop-words", arena, &made.stop);

    if (status == XC_OK)
        status = load_list("function-words", arena, &made.stop);
    if (status == XC_OK)
        status = load_list("plain-negators", arena, &made.negators);
    if (status == XC_OK)
        status = load_classes(arena, &made.classes);
    if (status == XC_OK)
        status = load_lines("thesaurus", arena, &made.lines, &made.related);
    if (status == XC_OK)
        status = load_lines("contraries", arena, &made.lines, &made.contraries);
    if (status == XC_OK)
        *out = made;
    return status;
}

enum xc_status
xc_word_data_class(const struct xc_word_data *data, struct xc_str key,
                   struct xc_arena *arena, size_t *out_class)
{
    struct xc_str_vec bases = {NULL, 0, 0};
    enum xc_status status = xc_inflection_bases(data->inflection, key, arena, &bases);
    size_t highest = 0;
    size_t i;

    if (status != XC_OK)
        return status;
    for (i = 0; i < bases.n; i++) {
        size_t class;

        if (xc_table_get(&data->classes, bases.items[i], &class) && class > highest)
            highest = class;
    }
    *out_class = highest;
    return XC_OK;
}

static bool
holds(const struct xc_str_vec *words, struct xc_str word)
{
    size_t i = 0;

    while (i < words->n && !xc_str_equal(words->items[i], word))
        i++;
    return i < words->n;
}

enum xc_status
xc_word_data_find(const struct xc_word_data *data, const struct xc_table *table,
                  struct xc_str key, struct xc_arena *arena, struct xc_str_vec *out)
{
    struct xc_str_vec bases = {NULL, 0, 0};
    enum xc_status status = xc_inflection_bases(data->inflection, key, arena, &bases);
    struct xc_str rest;
    struct xc_str word;
    size_t index;
    size_t i;

    for (i = 0; status == XC_OK && i < bases.n; i++) {
        if (!xc_table_get(table, bases.items[i], &index))
            continue;
        rest = data->lines.items[index];
        while (xc_str_split(&rest, ' ', &word)) {
            struct xc_str *slot;

            if (holds(out, word) || holds(&bases, word) || word.len == 0)
                continue;
            slot = XC_VEC_ADD(out, arena);
            if (slot == NULL)
                return XC_NO_MEMORY;
            *slot = word;
        }
    }
    return status;
}
