/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/rules.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "lexicon/lexicon.h"

enum { MAX_JOINED_DIGITS = 9 /* of the number before "million" */ };

bool
xc_origin_line(struct xc_str *rest, struct xc_str *columns, size_t max, size_t *out_n)
{
    struct xc_str line;
    struct xc_str column;
    size_t n = 0;

    do {
        if (!xc_str_split(rest, '\n', &line))
            return false;
        if (xc_str_ends(line, "\r"))
            line.len--;
    } while (xc_str_trim(line).len == 0 || line.ptr[0] == '#');
    while (n < max && xc_str_split(&line, '\t', &column))
        columns[n++] = xc_str_trim(column);
    *out_n = n;
    return true;
}

static enum xc_status
open_file(const char *name, struct xc_str *out)
{
    struct xc_str bytes = xc_lexicon_file(name);

    if (bytes.ptr == NULL)
        return XC_BAD_RULE;
    *out = bytes;
    return XC_OK;
}

/* A file of one word a line into a table, and into a list when there is one. */
static enum xc_status
load_words(const char *name, struct xc_arena *arena, struct xc_table *table,
           struct xc_str_vec *list)
{
    struct xc_str rest;
    struct xc_str word = {"", 0};
    struct xc_str *entry;
    size_t n_columns;
    size_t number;
    enum xc_status status = open_file(name, &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, &word, 1, &n_columns)) {
        if (!xc_table_add(table, word, table->n, arena, &number))
            return XC_NO_MEMORY;
        if (list == NULL)
            continue;
        entry = XC_VEC_ADD(list, arena);
        if (entry == NULL)
            return XC_NO_MEMORY;
        *entry = word;
    }
    return XC_OK;
}

static enum xc_status
load_numbers(struct xc_arena *arena, struct xc_origin_rules *rules)
{
    struct xc_str rest;
    struct xc_str columns[2];
    struct xc_str *key;
    size_t n_columns;
    size_t number;
    enum xc_status status = open_file("number-words", &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, columns, 2, &n_columns)) {
        if (n_columns != 2)
            return XC_BAD_RULE;
        key = XC_VEC_ADD(&rules->number_keys, arena);
        if (key == NULL)
            return XC_NO_MEMORY;
        *key = columns[1];
        if (!xc_table_add(&rules->numbers, columns[0], rules->number_keys.n - 1, arena,
                          &number))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static enum xc_status
load_magnitudes(struct xc_arena *arena, struct xc_origin_rules *rules)
{
    struct xc_str rest;
    struct xc_str columns[2];
    size_t n_columns;
    size_t zeros;
    enum xc_status status = open_file("magnitudes", &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, columns, 2, &n_columns)) {
        size_t i;

        if (n_columns != 2 || columns[1].len > 2)
            return XC_BAD_RULE;
        zeros = 0;
        for (i = 0; i < columns[1].len; i++)
            zeros = 10 * zeros + (size_t)(columns[1].ptr[i] - '0');
        if (xc_str_is(columns[1], "-"))
            zeros = SIZE_MAX;
        if (!xc_table_add(&rules->magnitudes, columns[0], zeros, arena, &zeros))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

static enum xc_status
load_agencies(struct xc_arena *arena, struct xc_origin_rules *rules)
{
    struct xc_str rest;
    struct xc_str columns[3];
    struct xc_agency *agency;
    size_t n_columns;
    size_t number;
    enum xc_status status = open_file("agencies", &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, columns, 3, &n_columns)) {
        if (n_columns != 3)
            return XC_BAD_RULE;
        agency = XC_VEC_ADD(&rules->agency_list, arena);
        if (agency == NULL)
            return XC_NO_MEMORY;
        *agency = (struct xc_agency){columns[1], columns[2]};
        if (!xc_table_add(&rules->agencies, columns[0], rules->agency_list.n - 1, arena,
                          &number))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

/* An outlet's name as the key has it, behind "outlet:" or "wire:". */
static struct xc_str
name_of_key(struct xc_str key)
{
    size_t colon = xc_str_find(key, 0, ':');

    return colon == key.len ? key : xc_str_sub(key, colon + 1, key.len - colon - 1);
}

static enum xc_status
load_houses(struct xc_arena *arena, struct xc_origin_rules *rules)
{
    struct xc_table numbers = {NULL, 0, 0};
    struct xc_str rest;
    struct xc_str columns[2];
    struct xc_str *entry;
    size_t n_columns;
    size_t number;
    enum xc_status status = open_file("sister-outlets", &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, columns, 2, &n_columns)) {
        if (n_columns != 2)
            return XC_BAD_RULE;
        if (!xc_table_add(&numbers, columns[1], rules->house_list.n, arena, &number))
            return XC_NO_MEMORY;
        if (number == rules->house_list.n) {
            entry = XC_VEC_ADD(&rules->house_list, arena);
            if (entry == NULL)
                return XC_NO_MEMORY;
            *entry = columns[1];
        }
        if (!xc_table_add(&rules->houses, columns[0], number, arena, &number))
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

bool
xc_origin_house(const struct xc_origin_rules *rules, struct xc_str outlet,
                struct xc_str *out_key, struct xc_str *out_name)
{
    size_t number;

    if (!xc_table_get(&rules->houses, name_of_key(outlet), &number))
        return false;
    *out_key = rules->house_list.items[number];
    *out_name = rules->house_list.items[number];
    return true;
}

/* A number word is compared by its key: "first reported by" is "1st reported by". */
static struct xc_str
key_of(const struct xc_origin_rules *rules, struct xc_str word)
{
    size_t number;

    if (xc_table_get(&rules->numbers, word, &number) && number < rules->number_keys.n)
        return rules->number_keys.items[number];
    return word;
}

/* Reads where a frame stands beside its name. */
static bool
place_of(struct xc_str word, enum xc_citation_place *out)
{
    if (xc_str_is(word, "before"))
        *out = XC_CITATION_NAME_FOLLOWS;
    else if (xc_str_is(word, "after"))
        *out = XC_CITATION_NAME_BEFORE;
    else if (xc_str_is(word, "alone"))
        *out = XC_CITATION_NO_NAME;
    else
        return false;
    return true;
}

static enum xc_status
load_frames(struct xc_arena *arena, struct xc_origin_rules *rules)
{
    struct xc_str rest;
    struct xc_str columns[4];
    struct xc_str word;
    struct xc_str_vec words;
    struct xc_str *entry;
    struct xc_citation_frame *frame;
    size_t n_columns;
    enum xc_status status = open_file("citation-frames", &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, columns, 4, &n_columns)) {
        enum xc_citation_place place;

        if (n_columns != 4 || !place_of(columns[0], &place))
            return XC_BAD_RULE;
        words = (struct xc_str_vec){NULL, 0, 0};
        while (xc_str_split(&columns[1], ' ', &word)) {
            entry = XC_VEC_ADD(&words, arena);
            if (entry == NULL)
                return XC_NO_MEMORY;
            *entry = key_of(rules, word);
        }
        if (words.n == 0 || words.items[0].len == 0)
            return XC_BAD_RULE;
        frame = XC_VEC_ADD(&rules->frames, arena);
        if (frame == NULL)
            return XC_NO_MEMORY;
        *frame = (struct xc_citation_frame){
            words.items, words.n, place, xc_str_is(columns[2], "any"), columns[3], 0};
    }
    return XC_OK;
}

/* Finds the frames that may stand at a word without looking at all of them; those of one
 * first word stay in their order. */
static bool
index_frames(struct xc_origin_rules *rules, struct xc_arena *arena)
{
    struct xc_citation_frame *frames = rules->frames.items;
    size_t i;

    for (i = 0; i < rules->frames.n; i++) {
        size_t number;

        if (!xc_table_add(&rules->first_frames, frames[i].words[0], i + 1, arena,
                          &number))
            return false;
        while (number != i + 1 && frames[number - 1].next != 0)
            number = frames[number - 1].next;
        if (number != i + 1)
            frames[number - 1].next = i + 1;
    }
    return true;
}

/* Notes that the phrase with this number has the word in this place. */
static enum xc_status
add_to_mask(struct xc_origin_rules *rules, struct xc_str word, size_t place,
            size_t number, struct xc_arena *arena)
{
    struct xc_stock_mask *mask;
    size_t index;

    if (!xc_table_add(&rules->stock_words, word, rules->stock_masks.n, arena, &index))
        return XC_NO_MEMORY;
    if (index == rules->stock_masks.n) {
        mask = XC_VEC_ADD(&rules->stock_masks, arena);
        if (mask == NULL)
            return XC_NO_MEMORY;
    }
    rules->stock_masks.items[index].places[place] |= (uint64_t)1 << (number % 64);
    return XC_OK;
}

struct xc_stock_mask
xc_origin_stock_mask(const struct xc_origin_rules *rules, struct xc_str key)
{
    size_t index;

    if (!xc_table_get(&rules->stock_words, key, &index))
        return (struct xc_stock_mask){{0, 0, 0}};
    return rules->stock_masks.items[index];
}

static enum xc_status
load_stock_phrases(struct xc_arena *arena, struct xc_origin_rules *rules)
{
    struct xc_str rest;
    struct xc_str line;
    struct xc_str word;
    struct xc_str_vec words;
    struct xc_str *entry;
    struct xc_stock_phrase *phrase;
    size_t n_columns;
    size_t first;
    enum xc_status status = open_file("stock-phrases", &rest);

    if (status != XC_OK)
        return status;
    while (xc_origin_line(&rest, &line, 1, &n_columns)) {
        words = (struct xc_str_vec){NULL, 0, 0};
        while (xc_str_split(&line, ' ', &word)) {
            entry = XC_VEC_ADD(&words, arena);
            if (entry == NULL)
                return XC_NO_MEMORY;
            *entry = word;
        }
        if (words.n < 3 || words.n > XC_MAX_STOCK_WORDS)
            return XC_BAD_RULE;
        for (first = 0; first < 3; first++) {
            if (add_to_mask(rules, words.items[first], first, rules->stock.n, arena) !=
                XC_OK)
                return XC_NO_MEMORY;
        }
        phrase = XC_VEC_ADD(&rules->stock, arena);
        if (phrase == NULL || !xc_table_add(&rules->stock_first, words.items[0],
                                            rules->stock.n, arena, &first))
            return XC_NO_MEMORY;
        *phrase = (struct xc_stock_phrase){words.items, words.n, 0};
        if (first != rules->stock.n) {
            phrase->next = rules->stock.items[first - 1].next;
            rules->stock.items[first - 1].next = rules->stock.n;
        }
    }
    return XC_OK;
}

size_t
xc_origin_stock_at(const struct xc_origin_rules *rules, const struct xc_str *keys,
                   size_t n)
{
    size_t longest = 0;
    size_t number;
    size_t i;

    if (n == 0 || !xc_table_get(&rules->stock_first, keys[0], &number))
        return 0;
    for (; number != 0; number = rules->stock.items[number - 1].next) {
        const struct xc_stock_phrase *phrase = &rules->stock.items[number - 1];

        if (phrase->n_words > n || phrase->n_words <= longest)
            continue;
        for (i = 1; i < phrase->n_words; i++) {
            if (!xc_str_equal(keys[i], phrase->words[i]))
                break;
        }
        if (i == phrase->n_words)
            longest = phrase->n_words;
    }
    return longest;
}

enum xc_status
xc_origin_rules_load(struct xc_arena *arena, struct xc_origin_rules *out)
{
    struct xc_origin_rules rules = {0};
    enum xc_status status = load_words("stop-words", arena, &rules.stop_words, NULL);

    if (status == XC_OK)
        status = load_words("negators", arena, &rules.negators, NULL);
    if (status == XC_OK)
        status = load_words("date-words", arena, &rules.calendar, NULL);
    if (status == XC_OK)
        status = load_words("swears", arena, &rules.swears, &rules.swear_list);
    if (status == XC_OK)
        status = load_words("outlet-words", arena, &rules.outlet_words, NULL);
    if (status == XC_OK)
        status = load_numbers(arena, &rules);
    if (status == XC_OK)
        status = load_magnitudes(arena, &rules);
    if (status == XC_OK)
        status = load_agencies(arena, &rules);
    if (status == XC_OK)
        status = load_houses(arena, &rules);
    if (status == XC_OK)
        status = load_stock_phrases(arena, &rules);
    if (status == XC_OK)
        status = load_frames(arena, &rules);
    if (status == XC_OK && !index_frames(&rules, arena))
        status = XC_NO_MEMORY;
    if (status == XC_OK)
        *out = rules;
    return status;
}

/* "300", and "$300" or "£300" with their signs. */
static bool
is_number(struct xc_str key)
{
    size_t i = 0;

    while (i < key.len && (key.ptr[i] == '$' || (unsigned char)key.ptr[i] >= 0x80))
        i++;
    return i < key.len && key.ptr[i] >= '0' && key.ptr[i] <= '9';
}

enum xc_origin_word
xc_origin_word_of(const struct xc_origin_rules *rules, struct xc_str key)
{
    if (key.len == 0 || key.ptr[0] == '\'')
        return XC_ORIGIN_WORD_STOP;
    if (is_number(key) || xc_table_get(&rules->magnitudes, key, NULL))
        return XC_ORIGIN_WORD_NUMBER;
    if (xc_table_get(&rules->negators, key, NULL))
        return XC_ORIGIN_WORD_NEGATOR;
    if (xc_table_get(&rules->stop_words, key, NULL))
        return XC_ORIGIN_WORD_STOP;
    return XC_ORIGIN_WORD_CONTENT;
}

static bool
is_figure(struct xc_str key)
{
    size_t n = 0;

    while (n < key.len && key.ptr[n] >= '0' && key.ptr[n] <= '9')
        n++;
    return n == key.len && n > 0 && n <= MAX_JOINED_DIGITS;
}

bool
xc_origin_joined_number(const struct xc_origin_rules *rules, struct xc_str last,
                        struct xc_str word, struct xc_arena *arena, struct xc_str *out)
{
    size_t zeros = 0;
    size_t kept = last.len;
    char *key;

    if (!is_figure(last))
        return false;
    if (xc_table_get(&rules->magnitudes, word, &zeros)) {
        if (zeros == SIZE_MAX)
            return false;
        word.len = 0;
    } else if (last.len == 2 && last.ptr[1] == '0' && word.len == 1 &&
               is_figure(word)) {
        kept = 1;
    } else {
        return false;
    }
    key = xc_arena_alloc(arena, kept + word.len + zeros);
    *out = (struct xc_str){key, kept + word.len + zeros};
    if (key == NULL)
        return true;
    memset(key, '0', out->len);
    memcpy(key, last.ptr, kept);
    memcpy(&key[kept], word.ptr, word.len);
    return true;
}
