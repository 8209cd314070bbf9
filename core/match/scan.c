/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/scan.h"

#include <stdlib.h>

#include "base/vec.h"

bool
xc_scan_init(struct xc_scan *scan, const struct xc_index *index, struct xc_arena *arena)
{
    uint64_t *met = xc_arena_array(arena, index->n_groups, sizeof *met);
    size_t *hits = xc_arena_array(arena, index->n_patterns, sizeof *hits);

    if (met == NULL || hits == NULL)
        return false;
    *scan = (struct xc_scan){.met = met, .hits = hits};
    return true;
}

/* Stamps the groups that the word stands in, and notes the patterns that were waiting
 * on one of them.  A pattern waits on one group and a group is met once a sentence, so
 * no pattern is noted twice. */
static void
meet_word(const struct xc_index *index, struct xc_scan *scan, struct xc_str key)
{
    size_t word;
    size_t i;
    size_t p;

    /* The look-up hashes the key and compares its bytes; a memo of the article's words
     * in front of it would do the same two things once more. */
    if (!xc_table_get(&index->words, key, &word))
        return;
    for (i = index->groups_of[word].first; i < index->groups_of[word].end; i++) {
        size_t group = index->word_groups[i];
        if (scan->met[group] == scan->sentence)
            continue;
        scan->met[group] = scan->sentence;
        for (p = index->waiting_on[group].first; p < index->waiting_on[group].end; p++)
            scan->hits[scan->n_hits++] = index->waiting[p];
    }
}

/* Order and gaps of the words are not looked at here: that check belongs between this
 * one and confirmation, on the same hits. */
static bool
has_every_group(const struct xc_index *index, const struct xc_scan *scan,
                size_t pattern)
{
    size_t i;

    for (i = index->needs[pattern].first; i < index->needs[pattern].end; i++) {
        if (scan->met[index->needed[i]] != scan->sentence)
            return false;
    }
    return true;
}

static int
compare_numbers(const void *a, const void *b)
{
    const size_t *left = a;
    const size_t *right = b;

    return (*left > *right) - (*left < *right);
}

static bool
add_candidate(struct xc_candidate_vec *out, size_t pattern, size_t sentence,
              struct xc_arena *arena)
{
    struct xc_candidate *candidate = XC_VEC_ADD(out, arena);

    if (candidate == NULL)
        return false;
    *candidate = (struct xc_candidate){.pattern = pattern, .sentence = sentence};
    return true;
}

/* Merges the hits, once sorted, with the patterns that run everywhere. */
static bool
add_candidates(const struct xc_index *index, struct xc_scan *scan, size_t sentence,
               struct xc_arena *arena, struct xc_candidate_vec *out)
{
    size_t n_kept = 0;
    size_t always = 0;
    size_t i;

    for (i = 0; i < scan->n_hits; i++) {
        if (has_every_group(index, scan, scan->hits[i]))
            scan->hits[n_kept++] = scan->hits[i];
    }
    if (n_kept > 1)
        qsort(scan->hits, n_kept, sizeof *scan->hits, compare_numbers);
    for (i = 0; i < n_kept; i++) {
        for (; always < index->n_always && index->always[always] < scan->hits[i];
             always++) {
            if (!add_candidate(out, index->always[always], sentence, arena))
                return false;
        }
        if (!add_candidate(out, scan->hits[i], sentence, arena))
            return false;
    }
    for (; always < index->n_always; always++) {
        if (!add_candidate(out, index->always[always], sentence, arena))
            return false;
    }
    return true;
}

enum xc_status
xc_scan_text(const struct xc_index *index, struct xc_scan *scan,
             const struct xc_text *text, struct xc_arena *arena,
             struct xc_candidate_vec *out)
{
    struct xc_candidate_vec found = *out;
    size_t s;
    size_t w;

    for (s = 0; s < text->n_sentences; s++) {
        const struct xc_range *words = &text->sentences[s].words;
        /* A line of punctuation has nothing that could be mentioned. */
        if (words->first == words->end)
            continue;
        scan->sentence++;
        scan->n_hits = 0;
        for (w = words->first; w < words->end; w++)
            meet_word(index, scan, text->words.items[w].key);
        if (!add_candidates(index, scan, s, arena, &found))
            return XC_NO_MEMORY;
    }
    *out = found;
    return XC_OK;
}
