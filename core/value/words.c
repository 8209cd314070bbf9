/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "value/words.h"

#include "base/limits.h"
#include "base/vec.h"
#include "value/value.h"
#include "value/word_row.h"

struct form_list {
    struct xc_form *first;
    struct xc_form *last;
};

struct form_list_vec {
    struct form_list *items;
    size_t n;
    size_t cap;
};

/* The units in the order in which they were made, newest first. */
struct unit_node {
    struct xc_unit unit;
    struct unit_node *before;
};

struct xc_value_words {
    struct xc_table phrases; /* normal form -> index of lists */
    struct form_list_vec lists;
    struct xc_table reach; /* first word -> index of reaches */
    size_t *reaches;
    size_t n_reaches;
    size_t cap_reaches;
    struct unit_node *units;
    struct xc_table dollars; /* ISO codes */
};

const struct xc_form *
xc_value_words_forms(const struct xc_value_words *words, struct xc_str phrase)
{
    size_t list;

    if (!xc_table_get(&words->phrases, phrase, &list))
        return NULL;
    return words->lists.items[list].first;
}

size_t
xc_value_words_reach(const struct xc_value_words *words, struct xc_str word)
{
    size_t at;

    return xc_table_get(&words->reach, word, &at) ? words->reaches[at] : 0;
}

const struct xc_unit *
xc_value_words_unit(const struct xc_value_words *words, struct xc_str name)
{
    const struct unit_node *node;

    for (node = words->units; node != NULL; node = node->before) {
        if (xc_str_equal(node->unit.name, name))
            return &node->unit;
    }
    return NULL;
}

struct xc_value_words *
xc_value_words_make(struct xc_arena *arena)
{
    return xc_arena_array(arena, 1, sizeof(struct xc_value_words));
}

static bool
is_ascii_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '*';
}

/*
 * Brings a phrase into normal form in out (at least 2 * phrase.len bytes) and counts
 * its words and signs.  Other characters than ASCII are signs in these files.
 */
static size_t
normalise(struct xc_str phrase, char *out, size_t *out_n)
{
    size_t len = 0;
    size_t i;
    bool in_word = false;

    *out_n = 0;
    for (i = 0; i < phrase.len; i++) {
        char c = phrase.ptr[i];
        bool goes_on = ((unsigned char)c & 0xc0) == 0x80;

        if (c == ' ' || c == '-' || c == '/' || c == '.') {
            in_word = false;
            continue;
        }
        if (!goes_on && !(in_word && is_ascii_word(c))) {
            if (len > 0)
                out[len++] = ' ';
            (*out_n)++;
        }
        in_word = is_ascii_word(c);
        out[len++] = c;
    }
    return len;
}

static enum xc_status
note_reach(struct xc_value_words *words, struct xc_str phrase, size_t n,
           struct xc_arena *arena)
{
    struct xc_str first = xc_str_sub(phrase, 0, xc_str_find(phrase, 0, ' '));
    size_t at;

    if (!xc_table_add(&words->reach, first, words->n_reaches, arena, &at))
        return XC_NO_MEMORY;
    if (at == words->n_reaches) {
        if (!xc_vec_room(&words->reaches, words->n_reaches, &words->cap_reaches,
                         sizeof *words->reaches, arena))
            return XC_NO_MEMORY;
        words->n_reaches++;
    }
    if (words->reaches[at] < n)
        words->reaches[at] = n;
    return XC_OK;
}

enum xc_status
xc_value_words_add(struct xc_value_words *words, struct xc_str phrase,
                   enum xc_form_class class, struct xc_arena *arena,
                   struct xc_form **out)
{
    char *normal = xc_arena_alloc(arena, 2 * phrase.len + 1);
    struct xc_form *form = xc_arena_array(arena, 1, sizeof *form);
    struct form_list *list;
    struct xc_str key;
    size_t at;
    size_t n;
    enum xc_status status;

    if (normal == NULL || form == NULL)
        return XC_NO_MEMORY;
    key.ptr = normal;
    key.len = normalise(phrase, normal, &n);
    if (n == 0 || n > XC_MAX_PHRASE_ATOMS)
        return XC_BAD_RULE;
    if (!xc_table_add(&words->phrases, key, words->lists.n, arena, &at))
        return XC_NO_MEMORY;
    if (at == words->lists.n && XC_VEC_ADD(&words->lists, arena) == NULL)
        return XC_NO_MEMORY;
    list = &words->lists.items[at];
    form->class = class;
    if (list->last == NULL)
        list->first = form;
    else
        list->last->next = form;
    list->last = form;
    status = note_reach(words, key, n, arena);
    if (status == XC_OK)
        *out = form;
    return status;
}

/* Puts the newest unit at the end of its family, the units of its kind and base. */
static void
join_family(struct unit_node *newest)
{
    struct unit_node *node;

    newest->unit.family = &newest->unit;
    for (node = newest->before; node != NULL; node = node->before) {
        if (node->unit.kind != newest->unit.kind ||
            !xc_str_equal(node->unit.base, newest->unit.base))
            continue;
        newest->unit.family = node->unit.family;
        node->unit.next = &newest->unit;
        return;
    }
}

const struct xc_unit *
xc_value_words_add_unit(struct xc_value_words *words, const struct xc_unit *unit,
                        struct xc_arena *arena)
{
    struct unit_node *node = xc_arena_array(arena, 1, sizeof *node);

    if (node == NULL)
        return NULL;
    node->unit = *unit;
    node->before = words->units;
    words->units = node;
    join_family(node);
    return &node->unit;
}

bool
xc_value_words_is_dollar(const struct xc_value_words *words, struct xc_str code)
{
    return xc_table_get(&words->dollars, code, NULL);
}

bool
xc_value_words_add_dollar(struct xc_value_words *words, struct xc_str code,
                          struct xc_arena *arena)
{
    size_t seen;

    return xc_table_add(&words->dollars, code, 0, arena, &seen);
}
