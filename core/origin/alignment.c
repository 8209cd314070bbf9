/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/alignment.h"

static bool
is_evidence(const struct xc_passage_side *side, size_t word)
{
    return word >= side->evidence.first && word < side->evidence.end;
}

bool
xc_alignment_room_init(struct xc_alignment_room *room, size_t n_words,
                       struct xc_arena *arena)
{
    room->steps = xc_arena_array(arena, n_words, XC_ALIGNMENT_DIAGONALS);
    room->path = xc_arena_array(arena, n_words + n_words, sizeof *room->path);
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

static void
offer(struct xc_alignment_cell *best, enum xc_step *step,
      const struct xc_alignment_cell *from, int gain, enum xc_step taken)
{
    if (from->score + gain > best->score) {
        best->score = from->score + gain;
        best->n_evidence = from->n_evidence;
        *step = taken;
    }
}

/* One row of the alignment: word i of a against its diagonals. */
static void
fill_row(const struct xc_pairing *pairing, struct xc_alignment_room *room, size_t i)
{
    const struct xc_alignment_cell *above = room->rows[(i + 1) % 2];
    struct xc_alignment_cell *row = room->rows[i % 2];
    unsigned char *steps = &room->steps[i * XC_ALIGNMENT_DIAGONALS];
    size_t j;
    size_t k;

    for (k = 0; k < XC_ALIGNMENT_DIAGONALS; k++) {
        struct xc_alignment_cell best = {0, 0};
        enum xc_step step = XC_STEP_NONE;

        if (partner(pairing, i, k, &j)) {
            bool equal = pairing->a->words[i].id == pairing->b->words[j].id;

            /* Skipping one word costs 1, and putting another in its place 2. */
            offer(&best, &step, &above[k], equal ? 1 : -2 * pairing->penalty,
                  equal ? XC_STEP_EQUAL : XC_STEP_OTHER);
            if (k + 1 < XC_ALIGNMENT_DIAGONALS)
                offer(&best, &step, &above[k + 1], -pairing->penalty, XC_STEP_SKIP_A);
            if (k > 0)
                offer(&best, &step, &row[k - 1], -pairing->penalty, XC_STEP_SKIP_B);
            if (step == XC_STEP_EQUAL && is_evidence(pairing->a, i) &&
                is_evidence(pairing->b, j))
                best.n_evidence++;
        }
        row[k] = best;
        steps[k] = (unsigned char)step;
    }
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
        enum xc_step step = (enum xc_step)room->steps[i * XC_ALIGNMENT_DIAGONALS + k];

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
    static const struct xc_alignment_cell nothing = {0, 0};
    size_t capacity = pairing->a->n_words + pairing->b->n_words;
    size_t n;
    int best = 0;
    size_t best_i = 0;
    size_t best_k = 0;
    size_t i;
    size_t k;

    for (k = 0; k < XC_ALIGNMENT_DIAGONALS; k++)
        room->rows[1][k] = nothing;
    for (i = 0; i < pairing->a->n_words; i++) {
        fill_row(pairing, room, i);
        for (k = 0; k < XC_ALIGNMENT_DIAGONALS; k++) {
            const struct xc_alignment_cell *cell = &room->rows[i % 2][k];

            if (cell->score > best && cell->n_evidence >= pairing->n_needed) {
                best = cell->score;
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
