/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "match/lookup.h"

bool
xc_scan_init(struct xc_scan *scan, const struct xc_index *index, struct xc_arena *arena)
{
    struct xc_scan made = {
        .met = xc_arena_array(arena, index->n_groups, sizeof *made.met),
        .hits = xc_arena_array(arena, index->n_patterns, sizeof *made.hits),
        .groups = xc_arena_array(arena, index->n_groups, sizeof *made.groups),
        .places = xc_arena_array(arena, XC_MAX_SENTENCE_WORDS, sizeof *made.places),
        .next_places =
            xc_arena_array(arena, XC_MAX_SENTENCE_WORDS, sizeof *made.next_places),
    };

    if (made.met == NULL || made.hits == NULL || made.groups == NULL ||
        made.places == NULL || made.next_places == NULL)
        return false;
    *scan = made;
    return true;
}

static void
begin_sentence(const struct xc_index *index, struct xc_scan *scan)
{
    if (scan->sentence == UINT32_MAX) {
        memset(scan->met, 0, index->n_groups * sizeof *scan->met);
        scan->sentence = 0;
    }
    scan->sentence++;
    scan->n_hits = 0;
    scan->n_groups = 0;
}

/* Stamps the groups that the word stands in, and notes those that patterns wait on. */
static void
meet_word(const struct xc_index *index, struct xc_scan *scan, uint32_t word)
{
    const struct xc_index_range *groups = &index->words[word].groups;
    uint32_t i;

    for (i = groups->first; i < groups->end; i++) {
        uint32_t group = index->word_groups[i];

        if (scan->met[group] == scan->sentence)
            continue;
        scan->met[group] = scan->sentence;
        if (index->waiting_on[group].first < index->waiting_on[group].end)
            scan->groups[scan->n_groups++] = group;
    }
}

static bool
has_every_group(const struct xc_index *index, const struct xc_scan *scan,
                uint32_t pattern)
{
    uint32_t i;

    for (i = index->needs[pattern].first; i < index->needs[pattern].end; i++) {
        if (scan->met[index->needed[i]] != scan->sentence)
            return false;
    }
    return true;
}

/* Notes the patterns that wait on a group of this sentence and have all others.  A pattern
 * waits on one group, so none is noted twice. */
static void
collect_hits(const struct xc_index *index, struct xc_scan *scan)
{
    size_t g;
    uint32_t i;

    for (g = 0; g < scan->n_groups; g++) {
        const struct xc_index_range *waiting = &index->waiting_on[scan->groups[g]];

        for (i = waiting->first; i < waiting->end; i++) {
            const struct xc_posting *posting = &index->waiting[i];

            if (posting->second != XC_INDEX_NONE &&
                (scan->met[posting->second] != scan->sentence ||
                 !has_every_group(index, scan, posting->pattern)))
                continue;
            scan->hits[scan->n_hits++] = posting->pattern;
            __builtin_prefetch(&index->order[posting->pattern]);
        }
    }
}

/* The places of this sentence where the step's words stand, of those that are near enough
 * to one of the n places of the step before; returns how many. */
static size_t
take_step(const struct xc_index *index, const struct xc_scan *scan,
          const struct xc_step *step, size_t n, uint16_t *out)
{
    const uint16_t *before = scan->places;
    size_t n_out = 0;
    size_t i = 0;
    size_t at;

    for (at = 0; at < scan->n_words; at++) {
        if (scan->words[at] == XC_INDEX_NONE ||
            !xc_index_is_in(index, scan->words[at], step->group))
            continue;
        if (!step->begins) {
            while (i < n && (size_t)before[i] + 1 + step->most < at)
                i++;
            if (i == n || (size_t)before[i] + 1 + step->least > at)
                continue;
        }
        out[n_out++] = (uint16_t)at;
    }
    return n_out;
}

/* Whether the pattern's words stand in their order, no further apart than they may. */
static bool
is_in_order(const struct xc_index *index, struct xc_scan *scan, uint32_t pattern)
{
    size_t n = 0;
    uint32_t i;

    for (i = index->order[pattern].first; i < index->order[pattern].end; i++) {
        uint16_t *places = scan->next_places;

        /* Its word is there, or this pattern would be no hit. */
        if (index->steps[i].alone)
            continue;
        n = take_step(index, scan, &index->steps[i], n, places);
        if (n == 0)
            return false;
        scan->next_places = scan->places;
        scan->places = places;
    }
    return true;
}

static int
compare_numbers(const void *a, const void *b)
{
    const uint32_t *left = a;
    const uint32_t *right = b;

    return (*left > *right) - (*left < *right);
}

static bool
add_candidate(struct xc_candidate_vec *out, struct xc_candidate candidate,
              struct xc_arena *arena)
{
    struct xc_candidate *slot = XC_VEC_ADD(out, arena);

    if (slot == NULL)
        return false;
    *slot = candidate;
    return true;
}

/* Merges the hits, once sorted, with the patterns that run everywhere. */
static bool
add_candidates(const struct xc_index *index, struct xc_scan *scan, size_t sentence,
               struct xc_arena *arena, struct xc_candidate_vec *out)
{
    size_t always = 0;
    size_t i = 0;

    if (scan->n_hits > 1)
        qsort(scan->hits, scan->n_hits, sizeof *scan->hits, compare_numbers);
    while (i < scan->n_hits || always < index->n_always) {
        struct xc_candidate candidate = {
            .sentence = sentence, .in_order = true, .words = scan->words};

        if (i == scan->n_hits ||
            (always < index->n_always && index->always[always] < scan->hits[i])) {
            candidate.pattern = index->always[always++];
        } else {
            candidate.in_order = is_in_order(index, scan, scan->hits[i]);
            candidate.pattern = scan->hits[i++];
        }
        if (!add_candidate(out, candidate, arena))
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
    uint32_t *numbers = xc_arena_alloc(arena, text->words.n * sizeof *numbers);
    size_t s;
    size_t w;

    if (numbers == NULL)
        return XC_NO_MEMORY;
    xc_lookup_words(index, text->words.items, text->words.n, numbers);
    for (s = 0; s < text->n_sentences; s++) {
        const struct xc_range *words = &text->sentences[s].words;
        /* A line of punctuation has nothing that could be mentioned. */
        if (words->first == words->end)
            continue;
        begin_sentence(index, scan);
        scan->words = numbers + words->first;
        scan->n_words = words->end - words->first;
        for (w = 0; w < scan->n_words; w++) {
            if (scan->words[w] != XC_INDEX_NONE)
                meet_word(index, scan, scan->words[w]);
        }
        collect_hits(index, scan);
        if (!add_candidates(index, scan, s, arena, &found))
            return XC_NO_MEMORY;
    }
    *out = found;
    return XC_OK;
}
