/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/alignment.h"

#include <string.h>

/*
 * A cell tells of the best alignment that ends at it, in one number, so that the best of
 * four ways to reach it is the greatest: its score in SCORE, below that the equal words on
 * the way that are evidence in both texts, and between them, while ways are compared, in
 * RANK which of two with the same score is taken.  A score below 0 is never the best.
 */
#define SCORE ((int64_t)1 << 32)
#define RANK ((int64_t)1 << 30)

enum { RANK_SKIP_B, RANK_SKIP_A, RANK_BESIDE, RANK_NONE };

/* What is noted of a cell for the way back: its rank, and whether its words are equal. */
enum { EQUAL = 4 };

static const unsigned char step_of[] = {
    [RANK_SKIP_B] = XC_STEP_SKIP_B,         [RANK_SKIP_A] = XC_STEP_SKIP_A,
    [RANK_BESIDE] = XC_STEP_OTHER,          [RANK_NONE] = XC_STEP_NONE,
    [RANK_SKIP_B + EQUAL] = XC_STEP_SKIP_B, [RANK_SKIP_A + EQUAL] = XC_STEP_SKIP_A,
    [RANK_BESIDE + EQUAL] = XC_STEP_EQUAL,  [RANK_NONE + EQUAL] = XC_STEP_NONE,
};

bool
xc_alignment_room_init(struct xc_alignment_room *room, size_t n_words,
                       struct xc_arena *arena)
{
    room->steps = xc_arena_alloc(arena, n_words * XC_ALIGNMENT_DIAGONALS);
    room->path = xc_arena_alloc(arena, 2 * n_words * sizeof *room->path);
    return room->steps != NULL && room->path != NULL;
}

/* The word of b on diagonal k beside word i of a; false when b has none there. */
static bool
partner(const struct xc_pairing *pairing, size_t i, size_t k, size_t *out)
{
    size_t sum = i + pairing->pos_b + k;

    if (sum < pairing->pos_a + XC_ALIGNMENT_BAND)
        return false;
    *out = sum - pairing->pos_a - XC_ALIGNMENT_BAND;
    return *out < pairing->b->n_words;
}

static int64_t
better(int64_t x, int64_t y)
{
    return x > y ? x : y;
}

/* The diagonals on which word i of a has a word of b beside it. */
static struct xc_range
diagonals(const struct xc_pairing *pairing, size_t i)
{
    const size_t sum = i + pairing->pos_b;
    const size_t first = pairing->pos_a + XC_ALIGNMENT_BAND; /* sum of b's first word */
    const size_t end = first + pairing->b->n_words;
    struct xc_range range = {sum < first ? first - sum : 0, sum < end ? end - sum : 0};

    if (range.end > XC_ALIGNMENT_DIAGONALS)
        range.end = XC_ALIGNMENT_DIAGONALS;
    if (range.first > range.end)
        range.first = range.end;
    return range;
}

/* A word of a and the words of b beside which it is laid. */
struct filling {
    size_t id;
    const struct xc_passage_word *beside; /* on the first of diagonals … */
    struct xc_range diagonals;
    size_t first_evidence; /* … and which of them count: from here on … */
    size_t n_evidence;     /* … so many */
    int64_t penalty;
};

/* Fills the cells and steps of a row on its diagonals; returns the best score. */
static int64_t
fill(const struct filling *with, const int64_t *above, int64_t *row,
     unsigned char *steps)
{
    /* Skipping one word costs 1, and putting another in its place 2. */
    const int64_t equal = SCORE + RANK_BESIDE * RANK;
    const int64_t other = RANK_BESIDE * RANK - 2 * with->penalty * SCORE;
    const int64_t skip_a = RANK_SKIP_A * RANK - with->penalty * SCORE;
    const int64_t skip_b = RANK_SKIP_B * RANK - with->penalty * SCORE;
    const size_t n = with->diagonals.end - with->diagonals.first;
    int64_t left = 0;
    int64_t most = 0;
    size_t k;

    above += with->diagonals.first;
    row += with->diagonals.first;
    steps += with->diagonals.first;
    for (k = 0; k < n; k++) {
        const bool is_equal = with->beside[k].id == with->id;
        const bool counts = k - with->first_evidence < with->n_evidence;
        int64_t best = above[k] + (is_equal ? equal + counts : other);
        unsigned rank;

        best = better(best, above[k + 1] + skip_a);
        best = better(best, left + skip_b);
        best = better(best, RANK_NONE * RANK);
        rank = (unsigned)((uint64_t)best / RANK) % 4;
        steps[k] = (unsigned char)(rank + is_equal * EQUAL);
        left = best - rank * RANK;
        row[k] = left;
        most = better(most, left);
    }
    return most / SCORE;
}

/* One row of the alignment: word i of a against its diagonals.  Returns the best score
 * in it. */
static int64_t
fill_row(const struct xc_pairing *pairing, struct xc_alignment_room *room, size_t i)
{
    const struct xc_passage_side *a = pairing->a;
    const struct xc_passage_side *b = pairing->b;
    const struct xc_range range = diagonals(pairing, i);
    const bool is_evidence = i >= a->evidence.first && i < a->evidence.end;
    int64_t *row = room->rows[i % 2];
    unsigned char *steps = &room->steps[i * XC_ALIGNMENT_DIAGONALS];
    struct filling with = {
        .id = a->words[i].id,
        .diagonals = range,
        .n_evidence = is_evidence ? b->evidence.end - b->evidence.first : 0,
        .penalty = pairing->penalty,
    };
    size_t j;
    size_t k;

    for (k = 0; k < range.first; k++) {
        row[k] = 0;
        steps[k] = RANK_NONE;
    }
    for (k = range.end; k < XC_ALIGNMENT_DIAGONALS; k++) {
        row[k] = 0;
        steps[k] = RANK_NONE;
    }
    if (range.first == range.end)
        return 0;
    j = i + pairing->pos_b + range.first - pairing->pos_a - XC_ALIGNMENT_BAND;
    with.beside = &b->words[j];
    with.first_evidence = b->evidence.first - j; /* may be before the first: it wraps */
    return fill(&with, room->rows[(i + 1) % 2], row, steps);
}

/* Walks back from the cell; the path is then in room, its length returned and its
 * places in ascending order at its end. */
static size_t
trace_back(const struct xc_pairing *pairing, struct xc_alignment_room *room,
           size_t capacity, size_t i, size_t k)
{
    size_t n = 0;
    size_t j;

    while (partner(pairing, i, k, &j)) {
        enum xc_step step =
            (enum xc_step)step_of[room->steps[i * XC_ALIGNMENT_DIAGONALS + k]];

        if (step == XC_STEP_NONE)
            break;
        n++;
        room->path[capacity - n] = (struct xc_place_pair){step, i, j};
        if (step == XC_STEP_SKIP_B) {
            k--;
            continue;
        }
        if (step == XC_STEP_SKIP_A)
            k++;
        if (i == 0)
            break;
        i--;
    }
    return n;
}

size_t
xc_align(const struct xc_pairing *pairing, struct xc_alignment_room *room,
         const struct xc_place_pair **out_path)
{
    size_t capacity = pairing->a->n_words + pairing->b->n_words;
    size_t n;
    int64_t best = 0;
    size_t best_i = 0;
    size_t best_k = 0;
    size_t i;
    size_t k;

    memset(room->rows, 0, sizeof room->rows);
    for (i = 0; i < pairing->a->n_words; i++) {
        if (fill_row(pairing, room, i) <= best)
            continue;
        for (k = 0; k < XC_ALIGNMENT_DIAGONALS; k++) {
            const int64_t cell = room->rows[i % 2][k];

            if (cell / SCORE > best && (size_t)(cell % SCORE) >= pairing->n_needed) {
                best = cell / SCORE;
                best_i = i;
                best_k = k;
            }
        }
    }
    n = best == 0 ? 0 : trace_back(pairing, room, capacity, best_i, best_k);
    *out_path = &room->path[capacity - n];
    return n;
}

bool
xc_alignment_must_agree(const struct xc_passage_word *word)
{
    return word->class == XC_ORIGIN_WORD_NUMBER ||
           word->class == XC_ORIGIN_WORD_NEGATOR;
}

bool
xc_alignment_disagrees(const struct xc_pairing *pairing,
                       const struct xc_place_pair *place)
{
    bool a = xc_alignment_must_agree(&pairing->a->words[place->a]);
    bool b = xc_alignment_must_agree(&pairing->b->words[place->b]);

    switch (place->step) {
    case XC_STEP_NONE:
    case XC_STEP_EQUAL:
        return false;
    case XC_STEP_OTHER:
        return a || b;
    case XC_STEP_SKIP_A:
        return a;
    case XC_STEP_SKIP_B:
        return b;
    }
    return false;
}

struct xc_alignment_outside
xc_alignment_beyond(const struct xc_passage_word *words, struct xc_range range,
                    size_t first, size_t step)
{
    struct xc_alignment_outside outside = {.n = 0};

    /* Before word 0 the place wraps round and lies in no range. */
    for (; outside.n < XC_ALIGNMENT_REACH && first >= range.first && first < range.end;
         first += step)
        outside.words[outside.n++] = words[first];
    return outside;
}

/* The next word from *at on that must agree; NULL when there is none. */
static const struct xc_passage_word *
next_binding(const struct xc_alignment_outside *outside, size_t *at)
{
    while (*at < outside->n) {
        const struct xc_passage_word *word = &outside->words[(*at)++];

        if (xc_alignment_must_agree(word))
            return word;
    }
    return NULL;
}

bool
xc_alignment_breaks_off(const struct xc_alignment_outside *a,
                        const struct xc_alignment_outside *b)
{
    const struct xc_passage_word *in_a;
    const struct xc_passage_word *in_b;
    size_t at_a = 0;
    size_t at_b = 0;

    if (a->n == 0 || b->n == 0)
        return false;
    do {
        in_a = next_binding(a, &at_a);
        in_b = next_binding(b, &at_b);
        if ((in_a == NULL) != (in_b == NULL) || (in_a != NULL && in_a->id != in_b->id))
            return true;
    } while (in_a != NULL);
    return false;
}
