/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "rule/selection_index.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/vec.h"
#include "text/word_run.h"

/* In how many quotes about a claim each of their words stands, a word as often as it does. */
struct counts {
    struct xc_table words; /* claim and word → its number */
    size_t *items;
    size_t n;
    size_t cap;
};

static struct xc_str
make_key(struct xc_str claim, struct xc_str word, struct xc_arena *arena)
{
    return xc_arena_printf(arena, "%.*s\n%.*s", (int)claim.len, claim.ptr,
                           (int)word.len, word.ptr);
}

/* The word of a run (" the pier is closed ") that begins at start; *start moves to the next
 * one's. */
static struct xc_span
next_word(struct xc_str run, size_t *start)
{
    struct xc_span word = {*start, xc_str_find(run, *start, ' ') - *start};

    *start += word.len_bytes + 1;
    return word;
}

static enum xc_status
count_words(const struct xc_selection *item, struct xc_arena *scratch,
            struct counts *counts)
{
    size_t start = 1;

    while (start < item->words.len) {
        struct xc_span word = next_word(item->words, &start);
        struct xc_str key =
            make_key(item->claim, xc_str_at(item->words, word), scratch);
        size_t number = counts->n;

        if (key.ptr == NULL ||
            !xc_table_add(&counts->words, key, counts->n, scratch, &number) ||
            (number == counts->n && XC_VEC_ADD(counts, scratch) == NULL))
            return XC_NO_MEMORY;
        counts->items[number]++;
    }
    return XC_OK;
}

/* The word of the item's quote that stands in fewest quotes, of equals the first; with the
 * claim it is *out_key (scratch). */
static enum xc_status
rarest_word(const struct xc_selection *item, const struct counts *counts,
            struct xc_arena *scratch, struct xc_str *out_key, struct xc_span *out_word)
{
    size_t fewest = SIZE_MAX;
    size_t start = 1;

    while (start < item->words.len) {
        struct xc_span word = next_word(item->words, &start);
        struct xc_str key =
            make_key(item->claim, xc_str_at(item->words, word), scratch);
        size_t number = 0;

        if (key.ptr == NULL)
            return XC_NO_MEMORY;
        (void)xc_table_get(&counts->words, key, &number); /* each was counted */
        if (counts->items[number] >= fewest)
            continue;
        fewest = counts->items[number];
        *out_key = key;
        *out_word = word;
    }
    return XC_OK;
}

/* Puts item i behind its word. */
static enum xc_status
add_item(struct xc_selection_index *index, size_t i, const struct counts *counts,
         struct xc_arena *scratch, struct xc_arena *arena)
{
    const struct xc_selection *item = index->items[i];
    struct xc_str key = XC_STR("");
    struct xc_span word = {0, 0};
    size_t first = i;
    size_t unused;

    if (rarest_word(item, counts, scratch, &key, &word) != XC_OK ||
        !xc_arena_str(arena, key, &key) ||
        !xc_table_add(&index->claims, item->claim, i, arena, &unused) ||
        !xc_table_add(&index->words, key, i, arena, &first))
        return XC_NO_MEMORY;
    index->at[i] = word.off_bytes;
    index->next[i] = index->n;
    /* The table keeps the first that waits behind a word; later ones go in behind it. */
    if (first != i) {
        index->next[i] = index->next[first];
        index->next[first] = i;
    }
    return XC_OK;
}

enum xc_status
xc_selection_index_new(const struct xc_selection **items, size_t n,
                       struct xc_arena *arena, struct xc_selection_index *out)
{
    struct xc_selection_index made = {.items = items, .n = n};
    struct counts counts = {.items = NULL};
    enum xc_status status = XC_OK;
    struct xc_arena scratch;
    size_t i;

    made.next = xc_arena_array(arena, n, sizeof *made.next);
    made.at = xc_arena_array(arena, n, sizeof *made.at);
    if (made.next == NULL || made.at == NULL)
        return XC_NO_MEMORY;
    xc_arena_init(&scratch);
    for (i = 0; status == XC_OK && i < n; i++)
        status = count_words(items[i], &scratch, &counts);
    for (i = 0; status == XC_OK && i < n; i++)
        status = add_item(&made, i, &counts, &scratch, arena);
    xc_arena_release(&scratch);
    if (status == XC_OK)
        *out = made;
    return status;
}

/* Whether the quote of item i stands in the sentence with its rarest word at byte at. */
static bool
stands(const struct xc_selection_index *index, size_t i, struct xc_str sentence,
       size_t at)
{
    struct xc_str words = index->items[i]->words;

    return at >= index->at[i] && words.len <= sentence.len - (at - index->at[i]) &&
           xc_str_equal(xc_str_sub(sentence, at - index->at[i], words.len), words);
}

/* Adds the items that wait behind the word at byte at of the sentence. */
static enum xc_status
find_at(const struct xc_selection_index *index, const struct xc_selected *selected,
        struct xc_str sentence, struct xc_span word, struct xc_arena *scratch,
        struct xc_selection_hits *hits)
{
    struct xc_str key = make_key(selected->claim, xc_str_at(sentence, word), scratch);
    size_t i;

    if (key.ptr == NULL)
        return XC_NO_MEMORY;
    if (!xc_table_get(&index->words, key, &i))
        return XC_OK;
    for (; i < index->n; i = index->next[i]) {
        const struct xc_selection *item = index->items[i];
        size_t *hit;

        if (!stands(index, i, sentence, word.off_bytes) ||
            !xc_selection_has_claim(item, selected->topic, selected->claim) ||
            !xc_selection_has_source(item, selected->source, selected->path))
            continue;
        hit = XC_VEC_ADD(hits, scratch);
        if (hit == NULL)
            return XC_NO_MEMORY;
        *hit = i;
    }
    return XC_OK;
}

static int
compare_places(const void *left, const void *right)
{
    const size_t *a = left;
    const size_t *b = right;

    return (*a > *b) - (*a < *b);
}

/* Puts them in order; a quote may stand twice in one sentence. */
static void
sort(struct xc_selection_hits *hits)
{
    size_t n = 0;
    size_t i;

    if (hits->n > 1)
        qsort(hits->items, hits->n, sizeof *hits->items, compare_places);
    for (i = 0; i < hits->n; i++) {
        if (n == 0 || hits->items[n - 1] != hits->items[i])
            hits->items[n++] = hits->items[i];
    }
    hits->n = n;
}

/* The words of the sentence; ptr NULL when memory is short. */
static struct xc_str
words_of(const struct xc_selected *selected, struct xc_arena *scratch)
{
    const struct xc_str parts[] = {selected->before, selected->quote, selected->after};
    size_t len = parts[0].len + parts[1].len + parts[2].len;
    char *whole = xc_arena_array(scratch, len + 1, 1);
    struct xc_str words = {NULL, 0};
    size_t off = 0;
    size_t i;

    if (whole == NULL)
        return words;
    for (i = 0; i < XC_COUNT(parts); i++) {
        if (parts[i].len > 0)
            memcpy(whole + off, parts[i].ptr, parts[i].len);
        off += parts[i].len;
    }
    if (xc_word_run_of((struct xc_str){whole, len}, scratch, &words) != XC_OK)
        words.ptr = NULL;
    return words;
}

enum xc_status
xc_selection_find(const struct xc_selection_index *index,
                  const struct xc_selected *selected, struct xc_arena *scratch,
                  struct xc_selection_hits *out)
{
    struct xc_selection_hits hits = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    struct xc_str sentence;
    size_t start = 1;

    if (!xc_table_get(&index->claims, selected->claim, NULL)) {
        *out = hits;
        return XC_OK;
    }
    sentence = words_of(selected, scratch);
    if (sentence.ptr == NULL)
        return XC_NO_MEMORY;
    while (start < sentence.len && status == XC_OK) {
        struct xc_span word = next_word(sentence, &start);

        status = find_at(index, selected, sentence, word, scratch, &hits);
    }
    if (status != XC_OK)
        return status;
    sort(&hits);
    *out = hits;
    return XC_OK;
}
