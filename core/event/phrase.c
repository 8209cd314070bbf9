/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "event/phrase.h"

#include <assert.h>
#include <stdint.h>

#include "base/vec.h"

/* Numbers of four digits outside these are amounts more often than years. */
static const int earliest_year = 1700;
static const int latest_year = 2199;

static const char *const frame_classes[] = {
    "year",          "years",       "from-year", "day-of-year", "day",
    "published",     "context",     "now",       "earlier",     "later",
    "earlier-event", "later-event", "none",
};

static const char *const word_classes[XC_N_FRAME_WORDS] = {
    "link", "join", "contrast", "past", "about", "opens", "owner", "edition", "stamp",
};

/* The phrase of the same kind and keys that is there already; NULL when none is. */
static struct xc_phrase *
find_same(const struct xc_phrases *phrases, const struct xc_phrase *phrase)
{
    size_t number;
    size_t i;

    if (!xc_table_get(&phrases->first, phrase->keys[0], &number))
        return NULL;
    for (; number != SIZE_MAX; number = phrases->all.items[number].next) {
        struct xc_phrase *other = &phrases->all.items[number];
        if (other->kind != phrase->kind || other->n_keys != phrase->n_keys)
            continue;
        for (i = 1; i < phrase->n_keys; i++) {
            if (!xc_str_equal(phrase->keys[i], other->keys[i]))
                break;
        }
        if (i == phrase->n_keys)
            return other;
    }
    return NULL;
}

/* Makes phrase speak for the owners of more, too. */
static bool
join_owners(struct xc_phrase *phrase, const struct xc_phrase *more,
            struct xc_arena *arena)
{
    size_t *owners;
    size_t n = 0;
    size_t a = 0;
    size_t b = 0;

    if (phrase->n_owners == 0 || more->n_owners == 0)
        return true; /* a frame is nobody's */
    owners = xc_arena_array(arena, phrase->n_owners + more->n_owners, sizeof *owners);
    if (owners == NULL)
        return false;
    while (a < phrase->n_owners || b < more->n_owners) {
        bool takes_b = a == phrase->n_owners ||
                       (b < more->n_owners && more->owners[b] < phrase->owners[a]);
        size_t owner = takes_b ? more->owners[b++] : phrase->owners[a++];
        if (n == 0 || owners[n - 1] != owner)
            owners[n++] = owner;
    }
    phrase->owners = owners;
    phrase->n_owners = n;
    return true;
}

bool
xc_phrases_add(struct xc_phrases *phrases, const struct xc_phrase *phrase,
               struct xc_arena *arena, size_t *out_number)
{
    struct xc_phrase *slot = find_same(phrases, phrase);
    size_t number = phrases->all.n;
    size_t first;

    if (slot != NULL) {
        slot->weak &= phrase->weak;
        *out_number = (size_t)(slot - phrases->all.items);
        return join_owners(slot, phrase, arena);
    }
    slot = XC_VEC_ADD(&phrases->all, arena);
    if (slot == NULL)
        return false;
    *slot = *phrase;
    slot->next = SIZE_MAX;
    if (!xc_table_add(&phrases->first, phrase->keys[0], number, arena, &first))
        return false;
    xc_filter_add(&phrases->filter, phrase->keys, phrase->n_keys);
    if (first != number) {
        slot->next = phrases->all.items[first].next;
        phrases->all.items[first].next = number;
    }
    *out_number = number;
    return true;
}

/* The keys of a frame: its text cut at the spaces. */
static bool
split_keys(struct xc_str text, struct xc_arena *arena, struct xc_phrase *phrase)
{
    struct xc_str piece;
    struct xc_str rest = text;
    size_t n = 0;

    while (xc_str_split(&rest, ' ', &piece))
        n++;
    phrase->keys = xc_arena_array(arena, n, sizeof *phrase->keys);
    if (phrase->keys == NULL)
        return false;
    rest = text;
    while (xc_str_split(&rest, ' ', &piece))
        phrase->keys[phrase->n_keys++] = piece;
    return true;
}

/* "-1", "0", "2", "N", "-N", "-10N". */
static void
read_years(struct xc_str text, struct xc_phrase *phrase)
{
    bool negative = xc_str_starts(text, "-");
    size_t i = negative ? 1 : 0;

    for (; i < text.len; i++) {
        if (text.ptr[i] == 'N') {
            phrase->has_n = true;
            phrase->years = phrase->years == 0 ? 1 : phrase->years;
        } else {
            phrase->years = phrase->years * 10 + (text.ptr[i] - '0');
        }
    }
    if (negative)
        phrase->years = -phrase->years;
}

static size_t
class_of(struct xc_str name, const char *const *names, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        if (xc_str_is(name, names[i]))
            break;
    }
    return i;
}

static bool
add_frame(struct xc_phrases *phrases, struct xc_str line, struct xc_arena *arena)
{
    struct xc_phrase phrase = {.kind = XC_PHRASE_FRAME};
    struct xc_str words = line;
    struct xc_str class = {NULL, 0};
    struct xc_str years = {NULL, 0};
    struct xc_str rest = line;
    size_t number;
    size_t ignored;

    (void)xc_str_split(&rest, '\t', &words);
    (void)xc_str_split(&rest, '\t', &class);
    (void)xc_str_split(&rest, '\t', &years);
    phrase.about = xc_str_is(rest, "about");
    number = class_of(class, word_classes, XC_N_FRAME_WORDS);
    if (number < XC_N_FRAME_WORDS)
        return xc_table_add(&phrases->words[number], words, 0, arena, &ignored);
    number = class_of(class, frame_classes, XC_COUNT(frame_classes));
    assert(number < XC_COUNT(frame_classes));
    phrase.class = (enum xc_frame_class)number;
    read_years(years, &phrase);
    return split_keys(words, arena, &phrase) &&
           xc_phrases_add(phrases, &phrase, arena, &ignored);
}

bool
xc_phrases_add_frames(struct xc_phrases *phrases, struct xc_str file,
                      struct xc_arena *arena)
{
    struct xc_str rest = file;
    struct xc_str line;

    while (xc_str_split(&rest, '\n', &line)) {
        if (line.len > 0 && line.ptr[0] != '#' && !add_frame(phrases, line, arena))
            return false;
    }
    return true;
}

/* The number that all len digits at text make; 0 when one of them is no digit. */
static int
digits_at(const char *text, size_t len)
{
    int number = 0;
    size_t i;

    for (i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static int
checked_year(int number)
{
    return number >= earliest_year && number <= latest_year ? number : 0;
}

int
xc_phrase_year(const struct xc_word *word)
{
    /* As long in the text as in the key, so that there is no comma in it. */
    if (word->key.len != 4 || word->folded.len_bytes != 4)
        return 0;
    return checked_year(digits_at(word->key.ptr, 4));
}

int
xc_phrase_tag_year(struct xc_str key, struct xc_str *out_stem)
{
    int year;

    if (key.len < 5)
        return 0;
    year = checked_year(digits_at(key.ptr + key.len - 4, 4));
    if (year != 0)
        *out_stem = xc_str_sub(key, 0, key.len - 4);
    return year;
}

int
xc_phrase_number(const struct xc_word *word)
{
    return word->key.len == 0 || word->key.len > 2
               ? 0
               : digits_at(word->key.ptr, word->key.len);
}

int
xc_phrase_ordinal(struct xc_str key)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    int number;
    size_t i;

    if (key.len < 3 || key.len > 5)
        return 0;
    number = digits_at(key.ptr, key.len - 2);
    for (i = 0; i < XC_COUNT(endings) && number != 0; i++) {
        if (xc_str_ends(key, endings[i]))
            return number;
    }
    return 0;
}

static bool
token_matches(struct xc_str token, const struct xc_word *word)
{
    if (xc_str_equal(token, XC_STR("YEAR")))
        return xc_phrase_year(word) != 0;
    if (xc_str_equal(token, XC_STR("N")))
        return xc_phrase_number(word) != 0;
    return xc_str_equal(token, word->key);
}

/* Looks at the phrases that begin with key. */
static void
try_chain(const struct xc_phrases *phrases, struct xc_str key,
          const struct xc_word *words, size_t n, struct xc_phrase_hits *hits)
{
    size_t number;
    size_t i;

    if (!xc_table_get(&phrases->first, key, &number))
        return;
    for (; number != SIZE_MAX; number = phrases->all.items[number].next) {
        const struct xc_phrase *phrase = &phrases->all.items[number];
        const struct xc_phrase **best = &hits->of_kind[phrase->kind];
        if (phrase->n_keys > n || (*best != NULL && (*best)->n_keys >= phrase->n_keys))
            continue;
        for (i = 1; i < phrase->n_keys; i++) {
            if (!token_matches(phrase->keys[i], &words[i]))
                break;
        }
        if (i == phrase->n_keys)
            *best = phrase;
    }
}

void
xc_phrases_at(const struct xc_phrases *phrases, const struct xc_word *words, size_t n,
              struct xc_phrase_hits *out)
{
    *out = (struct xc_phrase_hits){{NULL}};
    try_chain(phrases, words[0].key, words, n, out);
    if (xc_phrase_year(&words[0]) != 0)
        try_chain(phrases, XC_STR("YEAR"), words, n, out);
    if (xc_phrase_number(&words[0]) != 0)
        try_chain(phrases, XC_STR("N"), words, n, out);
}

bool
xc_phrases_word_is(const struct xc_phrases *phrases, struct xc_str key,
                   enum xc_frame_word class)
{
    return xc_table_get(&phrases->words[class], key, NULL);
}
