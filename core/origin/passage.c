/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/passage.h"

#include "base/hash.h"
#include "base/table.h"
#include "base/vec.h"

enum {
    GRAM_WORDS = 5,
    WINDOW_GRAMS = 4,
    BAND = 8, /* words that may have been dropped or added on the way */
    DIAGONALS = 2 * BAND + 1,
    MIN_EQUAL = 8,
    MIN_CONTENT = 6,
    MIN_EVIDENCE = 4
};

enum step { STEP_NONE, STEP_EQUAL, STEP_OTHER, STEP_SKIP_A, STEP_SKIP_B };

/* The best alignment that ends at a cell. */
struct cell {
    int score;
    size_t n_evidence; /* equal words on the way that are evidence in both */
};

struct place {
    enum step step;
    size_t a;
    size_t b;
};

struct xc_passage_room {
    struct cell rows[2][DIAGONALS];
    unsigned char *steps; /* of each word of a and diagonal */
    struct place *path;
};

/* Two texts laid beside one another along a diagonal. */
struct pairing {
    const struct xc_passage_side *a;
    const struct xc_passage_side *b;
    size_t pos_a;
    size_t pos_b;
    int penalty; /* 1 lenient, 2 strict */
    size_t n_needed;
};

static size_t
evidence_words(const struct xc_passage_side *side)
{
    return side->evidence.end - side->evidence.first;
}

static bool
is_evidence(const struct xc_passage_side *side, size_t word)
{
    return word >= side->evidence.first && word < side->evidence.end;
}

enum xc_status
xc_passages_init(const struct xc_origin_rules *rules,
                 const struct xc_passage_text *texts, size_t n, struct xc_arena *arena,
                 struct xc_passages *out)
{
    struct xc_passages passages = {NULL, n, NULL};
    struct xc_table ids = {NULL, 0, 0};
    size_t longest = 1;
    size_t i;
    size_t j;

    passages.sides = xc_arena_array(arena, n, sizeof *passages.sides);
    passages.room = xc_arena_array(arena, 1, sizeof *passages.room);
    if (passages.sides == NULL || passages.room == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        struct xc_passage_side *side = &passages.sides[i];

        side->n_words = texts[i].n_words;
        side->evidence = texts[i].evidence;
        side->words = xc_arena_array(arena, side->n_words, sizeof *side->words);
        if (side->words == NULL)
            return XC_NO_MEMORY;
        for (j = 0; j < side->n_words; j++) {
            if (!xc_table_add(&ids, texts[i].words[j], ids.n, arena,
                              &side->words[j].id))
                return XC_NO_MEMORY;
            side->words[j].class = xc_origin_word_of(rules, texts[i].words[j]);
        }
        if (side->n_words > longest)
            longest = side->n_words;
    }
    passages.room->steps = xc_arena_array(arena, longest, DIAGONALS);
    passages.room->path =
        xc_arena_array(arena, longest + longest, sizeof *passages.room->path);
    if (passages.room->steps == NULL || passages.room->path == NULL)
        return XC_NO_MEMORY;
    *out = passages;
    return XC_OK;
}

static uint64_t
gram_hash(const struct xc_passage_word *words)
{
    uint64_t hash = 0;
    size_t i;

    for (i = 0; i < GRAM_WORDS; i++)
        hash = xc_hash_join(hash, words[i].id);
    return hash;
}

/* The rightmost smallest hash of each window of grams; of a text with fewer grams than
 * a window, the smallest of all. */
static enum xc_status
winnow(const struct xc_passage_side *side, size_t item, struct xc_arena *arena,
       struct xc_posting_vec *out)
{
    uint64_t hashes[WINDOW_GRAMS];
    size_t n_grams = side->n_words < GRAM_WORDS ? 0 : side->n_words - GRAM_WORDS + 1;
    size_t window = n_grams < WINDOW_GRAMS ? n_grams : WINDOW_GRAMS;
    size_t last = SIZE_MAX;
    size_t i;
    size_t k;

    for (i = 0; i < n_grams; i++) {
        struct xc_posting *posting;
        size_t best = i;

        hashes[i % WINDOW_GRAMS] = gram_hash(&side->words[i]);
        if (i + 1 < window)
            continue;
        for (k = 1; k < window; k++) {
            if (hashes[(i - k) % WINDOW_GRAMS] < hashes[best % WINDOW_GRAMS])
                best = i - k;
        }
        if (best == last)
            continue;
        last = best;
        posting = XC_VEC_ADD(out, arena);
        if (posting == NULL)
            return XC_NO_MEMORY;
        *posting = (struct xc_posting){hashes[best % WINDOW_GRAMS], item, best};
    }
    return XC_OK;
}

enum xc_status
xc_passages_candidates(const struct xc_passages *passages, struct xc_arena *arena,
                       struct xc_candidate_vec *out)
{
    struct xc_posting_vec postings = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < passages->n; i++) {
        if (winnow(&passages->sides[i], i, arena, &postings) != XC_OK)
            return XC_NO_MEMORY;
    }
    return xc_candidates_find(&postings, arena, out);
}

/* The word of b on diagonal k beside word i of a; false when b has none there. */
static bool
partner(const struct pairing *pairing, size_t i, size_t k, size_t *out)
{
    size_t sum = i + pairing->pos_b + k;

    if (sum < pairing->pos_a + BAND)
        return false;
    *out = sum - pairing->pos_a - BAND;
    return *out < pairing->b->n_words;
}

static void
offer(struct cell *best, enum step *step, const struct cell *from, int gain,
      enum step taken)
{
    if (from->score + gain > best->score) {
        best->score = from->score + gain;
        best->n_evidence = from->n_evidence;
        *step = taken;
    }
}

/* One row of the alignment: word i of a against its diagonals. */
static void
fill_row(const struct pairing *pairing, struct xc_passage_room *room, size_t i)
{
    const struct cell *above = room->rows[(i + 1) % 2];
    struct cell *row = room->rows[i % 2];
    unsigned char *steps = &room->steps[i * DIAGONALS];
    size_t j;
    size_t k;

    for (k = 0; k < DIAGONALS; k++) {
        struct cell best = {0, 0};
        enum step step = STEP_NONE;

        if (partner(pairing, i, k, &j)) {
            bool equal = pairing->a->words[i].id == pairing->b->words[j].id;

            /* Skipping one word costs 1, and putting another in its place 2. */
            offer(&best, &step, &above[k], equal ? 1 : -2 * pairing->penalty,
                  equal ? STEP_EQUAL : STEP_OTHER);
            if (k + 1 < DIAGONALS)
                offer(&best, &step, &above[k + 1], -pairing->penalty, STEP_SKIP_A);
            if (k > 0)
                offer(&best, &step, &row[k - 1], -pairing->penalty, STEP_SKIP_B);
            if (step == STEP_EQUAL && is_evidence(pairing->a, i) &&
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
trace_back(const struct pairing *pairing, struct xc_passage_room *room, size_t capacity,
           size_t i, size_t k)
{
    size_t n = 0;
    size_t j;

    while (partner(pairing, i, k, &j)) {
        enum step step = (enum step)room->steps[i * DIAGONALS + k];

        if (step == STEP_NONE)
            break;
        n++;
        room->path[capacity - n] = (struct place){step, i, j};
        if (step == STEP_SKIP_B) {
            k--;
            continue;
        }
        if (step == STEP_SKIP_A)
            k++;
        if (i == 0)
            break;
        i--;
    }
    return n;
}

/* The best alignment that reaches into both evidences: the number of its places, 0 when
 * there is none. */
static size_t
align(const struct pairing *pairing, struct xc_passage_room *room, size_t capacity)
{
    static const struct cell nothing = {0, 0};
    int best = 0;
    size_t best_i = 0;
    size_t best_k = 0;
    size_t i;
    size_t k;

    for (k = 0; k < DIAGONALS; k++)
        room->rows[1][k] = nothing;
    for (i = 0; i < pairing->a->n_words; i++) {
        fill_row(pairing, room, i);
        for (k = 0; k < DIAGONALS; k++) {
            const struct cell *cell = &room->rows[i % 2][k];

            if (cell->score > best && cell->n_evidence >= pairing->n_needed) {
                best = cell->score;
                best_i = i;
                best_k = k;
            }
        }
    }
    return best == 0 ? 0 : trace_back(pairing, room, capacity, best_i, best_k);
}

static bool
must_agree(const struct xc_passage_word *word)
{
    return word->class == XC_ORIGIN_WORD_NUMBER ||
           word->class == XC_ORIGIN_WORD_NEGATOR;
}

/* Whether the place sets a number or negator against something else. */
static bool
disagrees(const struct pairing *pairing, const struct place *place)
{
    bool a = must_agree(&pairing->a->words[place->a]);
    bool b = must_agree(&pairing->b->words[place->b]);

    switch (place->step) {
    case STEP_NONE:
    case STEP_EQUAL:
        return false;
    case STEP_OTHER:
        return a || b;
    case STEP_SKIP_A:
        return a;
    case STEP_SKIP_B:
        return b;
    }
    return false;
}

static bool
touches_evidence(const struct pairing *pairing, const struct place *place)
{
    return (place->step != STEP_SKIP_B && is_evidence(pairing->a, place->a)) ||
           (place->step != STEP_SKIP_A && is_evidence(pairing->b, place->b));
}

static bool
same_at(const struct pairing *pairing, size_t i, size_t j)
{
    return i < pairing->a->n_words && j < pairing->b->n_words &&
           pairing->a->words[i].id == pairing->b->words[j].id;
}

/* Whether the evidence words that would come next, a[i] and b[j], are two numbers, a
 * negator against another word, or a number put in before the same word: "… hurt 40
 * people" is no copy of "… hurt 60 people", however few words follow.  step is 1 after
 * the passage and -1 (as SIZE_MAX) before it. */
static bool
breaks_off_badly(const struct pairing *pairing, size_t i, size_t j, size_t step)
{
    enum xc_origin_word a;
    enum xc_origin_word b;

    if (i >= pairing->a->n_words || j >= pairing->b->n_words ||
        !is_evidence(pairing->a, i) || !is_evidence(pairing->b, j) ||
        same_at(pairing, i, j))
        return false;
    a = pairing->a->words[i].class;
    b = pairing->b->words[j].class;
    if (a == XC_ORIGIN_WORD_NEGATOR || b == XC_ORIGIN_WORD_NEGATOR)
        return true;
    if (a == XC_ORIGIN_WORD_NUMBER && b == XC_ORIGIN_WORD_NUMBER)
        return true;
    return (a == XC_ORIGIN_WORD_NUMBER && same_at(pairing, i + step, j)) ||
           (b == XC_ORIGIN_WORD_NUMBER && same_at(pairing, i, j + step));
}

/* What a piece of an alignment is worth. */
struct tally {
    size_t n_equal;
    size_t n_content;
    size_t n_evidence;
    size_t n_other;   /* words of either text between those that are equal */
    size_t n_pending; /* the same since the last equal one */
    struct xc_range a;
    struct xc_range b;
};

static void
count_place(const struct pairing *pairing, const struct place *place,
            struct tally *tally)
{
    if (place->step != STEP_EQUAL) {
        tally->n_pending += place->step == STEP_OTHER ? 2 : 1;
        return;
    }
    if (tally->n_equal == 0) {
        tally->a.first = place->a;
        tally->b.first = place->b;
    } else {
        tally->n_other += tally->n_pending;
    }
    tally->n_pending = 0;
    tally->a.end = place->a + 1;
    tally->b.end = place->b + 1;
    tally->n_equal++;
    if (pairing->a->words[place->a].class != XC_ORIGIN_WORD_STOP)
        tally->n_content++;
    if (is_evidence(pairing->a, place->a) && is_evidence(pairing->b, place->b))
        tally->n_evidence++;
}

static bool
is_enough(const struct pairing *pairing, const struct tally *tally)
{
    if (tally->n_equal < MIN_EQUAL || tally->n_content < MIN_CONTENT ||
        tally->n_evidence < pairing->n_needed)
        return false;
    /* Of the words of both, four in five are equal. */
    if (2 * tally->n_equal < 4 * tally->n_other)
        return false;
    if (tally->a.first > 0 && tally->b.first > 0 &&
        breaks_off_badly(pairing, tally->a.first - 1, tally->b.first - 1, SIZE_MAX))
        return false;
    return !breaks_off_badly(pairing, tally->a.end, tally->b.end, 1);
}

enum reading { READ_NOTHING, READ_PASSAGE, READ_DISAGREEMENT };

/* Reads the path: the piece that holds the evidence and no disagreement.  Outside the
 * evidence a disagreement only ends the piece. */
static enum reading
read_path(const struct pairing *pairing, const struct place *path, size_t n,
          struct xc_passage *out)
{
    struct tally tally = {0};
    size_t i;

    for (i = 0; i < n; i++) {
        if (!disagrees(pairing, &path[i])) {
            count_place(pairing, &path[i], &tally);
            continue;
        }
        if (touches_evidence(pairing, &path[i]))
            return READ_DISAGREEMENT;
        if (tally.n_evidence > 0)
            break;
        tally = (struct tally){0};
    }
    if (!is_enough(pairing, &tally))
        return READ_NOTHING;
    *out = (struct xc_passage){tally.a, tally.b};
    return READ_PASSAGE;
}

bool
xc_passages_verify(struct xc_passages *passages, const struct xc_candidate *candidate,
                   struct xc_passage *out)
{
    struct pairing pairing = {
        &passages->sides[candidate->a],
        &passages->sides[candidate->b],
        candidate->pos_a,
        candidate->pos_b,
        1,
        MIN_EVIDENCE,
    };
    size_t capacity = pairing.a->n_words + pairing.b->n_words;
    enum reading reading;
    size_t n;

    if (evidence_words(pairing.a) < pairing.n_needed)
        pairing.n_needed = evidence_words(pairing.a);
    if (evidence_words(pairing.b) < pairing.n_needed)
        pairing.n_needed = evidence_words(pairing.b);
    if (pairing.n_needed == 0)
        return false;
    /* A lenient alignment may run on over too many differences where a strict one
     * stops in time. */
    for (pairing.penalty = 1; pairing.penalty <= 2; pairing.penalty++) {
        n = align(&pairing, passages->room, capacity);
        reading = read_path(&pairing, &passages->room->path[capacity - n], n, out);
        if (reading != READ_NOTHING)
            return reading == READ_PASSAGE;
    }
    return false;
}
