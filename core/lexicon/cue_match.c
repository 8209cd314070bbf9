/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdint.h>

#include "base/table.h"
#include "base/vec.h"
#include "lexicon/cue_path.h"

/* How far behind the first word of a path the second may stand. */
enum reach { REACH_NEXT, REACH_NEAR, REACH_SENTENCE };
#define N_REACHES 3

/* A gap ".." and the word behind it. */
static const size_t near_words = 5;

/* One path that begins with some word; postings of a word are chained.  Most stand in no
 * sentence, for want of their second word: a bit for each of its forms tells so before
 * anything is compared. */
struct posting {
    const struct xc_cue *cue;
    const struct xc_cue_path *path;
    uint64_t second; /* bits of key_bit; all for a path of one word */
    enum reach reach;
    const struct posting *next;
};

struct posting_list {
    const struct posting *head;
};

struct posting_vec {
    struct posting_list *items;
    size_t n;
    size_t cap;
};

struct xc_cue_index {
    struct xc_table words;    /* key → number in lists */
    struct posting_vec lists; /* head of each word's chain */
};

/* One of 64 bits for a word: the same word, the same bit. */
static uint64_t
key_bit(struct xc_str key)
{
    size_t look = key.len;

    if (key.len > 0)
        look += (unsigned char)key.ptr[0] * (size_t)7 +
                (unsigned char)key.ptr[key.len - 1] * (size_t)11;
    return (uint64_t)1 << (look % 64);
}

static uint64_t
second_bits(const struct xc_cue_path *path)
{
    uint64_t bits = 0;
    size_t f;

    if (path->n < 2)
        return UINT64_MAX;
    for (f = 0; f < path->steps[1].n_forms; f++)
        bits |= key_bit(path->steps[1].forms[f]);
    return bits;
}

static enum reach
reach_of(const struct xc_cue_path *path)
{
    if (path->n < 2 || path->steps[1].gap >= near_words)
        return REACH_SENTENCE;
    return path->steps[1].gap == 0 ? REACH_NEXT : REACH_NEAR;
}

static enum xc_status
add_posting(struct xc_cue_index *index, struct xc_str key, const struct xc_cue *cue,
            const struct xc_cue_path *path, struct xc_arena *arena)
{
    struct posting *posting = xc_arena_array(arena, 1, sizeof *posting);
    size_t list;

    if (posting == NULL ||
        !xc_table_add(&index->words, key, index->lists.n, arena, &list))
        return XC_NO_MEMORY;
    if (list == index->lists.n && XC_VEC_ADD(&index->lists, arena) == NULL)
        return XC_NO_MEMORY;
    *posting = (struct posting){cue, path, second_bits(path), reach_of(path),
                                index->lists.items[list].head};
    index->lists.items[list].head = posting;
    return XC_OK;
}

enum xc_status
xc_cue_index_new(const struct xc_cue *cues, const struct xc_cue_paths *paths, size_t n,
                 struct xc_arena *arena, const struct xc_cue_index **out)
{
    struct xc_cue_index *index = xc_arena_array(arena, 1, sizeof *index);
    size_t i;
    size_t p;
    size_t f;

    if (index == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        for (p = 0; p < paths[i].n; p++) {
            const struct xc_cue_path *path = &paths[i].items[p];

            for (f = 0; f < path->steps[0].n_forms; f++) {
                enum xc_status status =
                    add_posting(index, path->steps[0].forms[f], &cues[i], path, arena);
                if (status != XC_OK)
                    return status;
            }
        }
    }
    *out = index;
    return XC_OK;
}

/* Whether the punctuation before word i lets a cue run on: none at all between
 * neighbours, at most a comma in a gap ("denied, through a lawyer, reports that"). */
static bool
runs_on(const struct xc_cue_place *place, size_t i, bool in_gap)
{
    const struct xc_word *before = &place->words->items[i - 1];
    size_t at = before->folded.off_bytes + before->folded.len_bytes;

    for (; at < place->words->items[i].folded.off_bytes; at++) {
        switch (place->folded.ptr[at]) {
        case ',':
            if (!in_gap)
                return false;
            break;
        case ';':
        case ':':
        case '"':
        case '(':
        case ')':
        case '.':
        case '?':
        case '!':
        case '\n':
            return false;
        default:
            break;
        }
    }
    return true;
}

static bool
step_takes(const struct xc_cue_place *place, const struct xc_cue_step *step, size_t i)
{
    size_t f;

    if (place->immune != NULL && place->immune[i - place->range.first])
        return false;
    for (f = 0; f < step->n_forms; f++) {
        if (xc_str_equal(step->forms[f], place->words->items[i].key))
            return true;
    }
    return false;
}

/* The first word at or after from that takes the step, within its gap; SIZE_MAX when
 * there is none. */
static size_t
next_taken(const struct xc_cue_place *place, const struct xc_cue_step *step,
           size_t prev, size_t from)
{
    size_t i;

    for (i = prev + 1; i < place->range.end && i <= prev + 1 + step->gap; i++) {
        if (!runs_on(place, i, step->gap > 0))
            return (size_t)-1;
        if (i >= from && step_takes(place, step, i))
            return i;
    }
    return (size_t)-1;
}

/*
 * Whether path stands at word first; fills match.  Backtracks over the gaps with the
 * matched words as its own stack: step s is tried again from just after its last place.
 */
static bool
path_stands(const struct xc_cue_place *place, const struct xc_cue_path *path,
            size_t first, struct xc_cue_match *match)
{
    size_t s = 1;
    size_t from = 0;

    match->matched[0] = first;
    while (s < path->n) {
        size_t at = next_taken(place, &path->steps[s], match->matched[s - 1], from);

        if (at != (size_t)-1) {
            match->matched[s++] = at;
            from = 0;
        } else if (--s == 0) {
            return false;
        } else {
            from = match->matched[s] + 1;
        }
    }
    match->n_matched = path->n;
    match->words = (struct xc_range){first, match->matched[path->n - 1] + 1};
    return true;
}

static bool
is_looked_for(const struct xc_cues *cues, const struct xc_cue *cue,
              const struct xc_cue_place *place)
{
    if (cue == cues->without)
        return false;
    if ((cue->options & XC_CUE_HEADLINE) != 0)
        return place->headline;
    return !place->headline || cue->class == XC_CUE_PSEUDO;
}

/* The bits of the sentence's words, one each (arena); NULL when memory is short. */
static uint64_t *
word_bits(const struct xc_cue_place *place, struct xc_arena *arena)
{
    size_t n = place->range.end - place->range.first;
    uint64_t *bits = xc_arena_alloc(arena, n * sizeof *bits);
    size_t i;

    for (i = 0; bits != NULL && i < n; i++)
        bits[i] = key_bit(place->words->items[place->range.first + i].key);
    return bits;
}

/* The bits of all words that stand in each reach of the sentence's word i. */
static void
read_reaches(const uint64_t *bits, size_t n, size_t i, uint64_t reaches[N_REACHES])
{
    size_t k;

    reaches[REACH_NEXT] = i + 1 < n ? bits[i + 1] : 0;
    reaches[REACH_NEAR] = 0;
    for (k = i + 1; k < n && k <= i + near_words; k++)
        reaches[REACH_NEAR] |= bits[k];
}

static enum xc_status
find_all(const struct xc_cues *cues, const struct xc_cue_place *place,
         struct xc_arena *arena, struct xc_cue_match_vec *out)
{
    size_t n = place->range.end - place->range.first;
    uint64_t *bits = word_bits(place, arena);
    uint64_t reaches[N_REACHES] = {0};
    size_t i;

    if (bits == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++)
        reaches[REACH_SENTENCE] |= bits[i];
    for (i = 0; i < n; i++) {
        size_t word = place->range.first + i;
        const struct posting *posting;
        size_t list;

        if ((place->immune != NULL && place->immune[i]) ||
            !xc_table_get(&cues->index->words, place->words->items[word].key, &list))
            continue;
        read_reaches(bits, n, i, reaches);
        for (posting = cues->index->lists.items[list].head; posting != NULL;
             posting = posting->next) {
            struct xc_cue_match match;

            if ((posting->second & reaches[posting->reach]) == 0 ||
                !is_looked_for(cues, posting->cue, place))
                continue;
            match.cue = posting->cue;
            if (!path_stands(place, posting->path, word, &match))
                continue;
            if (XC_VEC_ADD(out, arena) == NULL)
                return XC_NO_MEMORY;
            out->items[out->n - 1] = match;
        }
    }
    return XC_OK;
}

/* More words first, then the narrower ("effort to" before "made an effort to", read as
 * "made … to"), then leftmost, then those for headlines alone, then class, then the order
 * of the files. */
static bool
goes_before(const struct xc_cue_match *a, const struct xc_cue_match *b)
{
    size_t width_a = a->words.end - a->words.first;
    size_t width_b = b->words.end - b->words.first;

    if (a->n_matched != b->n_matched)
        return a->n_matched > b->n_matched;
    if (width_a != width_b)
        return width_a < width_b;
    if (a->words.first != b->words.first)
        return a->words.first < b->words.first;
    if (((a->cue->options ^ b->cue->options) & XC_CUE_HEADLINE) != 0)
        return (a->cue->options & XC_CUE_HEADLINE) != 0;
    if (a->cue->class != b->cue->class)
        return a->cue->class < b->cue->class;
    return a->cue < b->cue;
}

static bool
is_free(const struct xc_cue_match *match, const bool *taken, size_t first)
{
    size_t i;

    for (i = 0; i < match->n_matched; i++) {
        if (taken[match->matched[i] - first])
            return false;
    }
    return true;
}

/* Moves the best free match of all[] into *out until none is left. */
static enum xc_status
consume(const struct xc_cue_match_vec *all, bool *taken, size_t first,
        struct xc_arena *arena, struct xc_cue_match_vec *out)
{
    for (;;) {
        const struct xc_cue_match *best = NULL;
        size_t i;

        for (i = 0; i < all->n; i++) {
            if (is_free(&all->items[i], taken, first) &&
                (best == NULL || goes_before(&all->items[i], best)))
                best = &all->items[i];
        }
        if (best == NULL)
            return XC_OK;
        if (XC_VEC_ADD(out, arena) == NULL)
            return XC_NO_MEMORY;
        out->items[out->n - 1] = *best;
        for (i = 0; i < best->n_matched; i++)
            taken[best->matched[i] - first] = true;
    }
}

/* Insertion sort by first word: a sentence has a handful of cues. */
static void
sort_by_place(struct xc_cue_match_vec *matches)
{
    size_t i;
    size_t at;

    for (i = 1; i < matches->n; i++) {
        struct xc_cue_match moved = matches->items[i];

        for (at = i; at > 0 && moved.words.first < matches->items[at - 1].words.first;
             at--)
            matches->items[at] = matches->items[at - 1];
        matches->items[at] = moved;
    }
}

enum xc_status
xc_cues_find(const struct xc_cues *cues, const struct xc_cue_place *place,
             struct xc_arena *arena, struct xc_cue_match_vec *out, bool *out_cut)
{
    struct xc_range range = place->range;
    struct xc_cue_match_vec all = {0};
    struct xc_cue_match_vec chosen = {0};
    bool *taken;
    enum xc_status status;

    *out_cut = false;
    if (range.first >= range.end)
        return XC_OK;
    status = find_all(cues, place, arena, &all);
    if (status != XC_OK)
        return status;
    /* Choosing is quadratic, so a sentence stuffed with cues is cut and said to be. */
    if (all.n > 4 * XC_MAX_SENTENCE_CUES) {
        all.n = 4 * XC_MAX_SENTENCE_CUES;
        *out_cut = true;
    }
    taken = xc_arena_array(arena, range.end - range.first, sizeof *taken);
    if (taken == NULL)
        return XC_NO_MEMORY;
    status = consume(&all, taken, range.first, arena, &chosen);
    if (status != XC_OK)
        return status;
    if (chosen.n > XC_MAX_SENTENCE_CUES) {
        chosen.n = XC_MAX_SENTENCE_CUES;
        *out_cut = true;
    }
    sort_by_place(&chosen);
    *out = chosen;
    return XC_OK;
}
