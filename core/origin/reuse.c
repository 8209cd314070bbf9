/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/reuse.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/vec.h"
#include "origin/winnow.h"

enum {
    MIN_CONTENT = 6,
    MAX_GAP = 15, /* words between two fingerprints of one chain */
    MARGIN = 16,  /* words around a chain that may belong to its passage */
    OPEN_CHAINS = 32
};

/* Seeds near one diagonal, one after another. */
struct chain {
    struct xc_seed first;
    struct xc_seed last;
};

struct chain_vec {
    struct chain *items;
    size_t n;
    size_t cap;
};

static size_t
distance(size_t x, size_t y)
{
    return x > y ? x - y : y - x;
}

/* Whether the seed goes on where the chain ends. */
static bool
goes_on(const struct chain *chain, const struct xc_seed *seed)
{
    return seed->a >= chain->last.a && seed->b >= chain->last.b &&
           seed->a - chain->last.a <= XC_GRAM_WORDS + MAX_GAP &&
           seed->b - chain->last.b <= XC_GRAM_WORDS + MAX_GAP &&
           seed->a - chain->first.a <= XC_MAX_PASSAGE_WORDS &&
           distance(seed->a + chain->first.b, chain->first.a + seed->b) <=
               XC_ALIGNMENT_BAND;
}

/* Puts each seed into the latest chain that it goes on with.  A chain that more than
 * OPEN_CHAINS others have begun after is not looked at any more: time stays linear. */
static enum xc_status
make_chains(const struct xc_seed_vec *seeds, struct xc_arena *arena,
            struct chain_vec *out)
{
    size_t i;
    size_t k;

    for (i = 0; i < seeds->n; i++) {
        const struct xc_seed *seed = &seeds->items[i];
        size_t floor = out->n > OPEN_CHAINS ? out->n - OPEN_CHAINS : 0;
        struct chain *chain = NULL;

        for (k = out->n; k > floor && chain == NULL; k--) {
            if (goes_on(&out->items[k - 1], seed))
                chain = &out->items[k - 1];
        }
        if (chain == NULL) {
            chain = XC_VEC_ADD(out, arena);
            if (chain == NULL)
                return XC_NO_MEMORY;
            chain->first = *seed;
        }
        chain->last = *seed;
    }
    return XC_OK;
}

/* Two texts and the stretch of each that is compared. */
struct comparison {
    const struct xc_compared *a;
    const struct xc_compared *b;
    size_t from_a;
    size_t from_b;
    struct xc_passage_side sides[2];
    struct xc_pairing pairing;
    struct xc_arena *arena;
    struct xc_passage_vec *out;
    struct xc_reuse_wish wish;
    size_t n_pairs; /* of wish.pairs, before the piece at hand */
    bool disagreed; /* a number or negator did in the alignment at hand */
};

static struct xc_range
stretch(size_t first, size_t last, size_t n_words)
{
    struct xc_range range = {first > MARGIN ? first - MARGIN : 0,
                             last + XC_GRAM_WORDS + MARGIN};

    if (range.end > n_words)
        range.end = n_words;
    return range;
}

static void
set_stretch(struct comparison *pair, const struct chain *chain)
{
    struct xc_range a = stretch(chain->first.a, chain->last.a, pair->a->n_words);
    struct xc_range b = stretch(chain->first.b, chain->last.b, pair->b->n_words);

    pair->from_a = a.first;
    pair->from_b = b.first;
    pair->sides[0] = (struct xc_passage_side){
        &pair->a->words[a.first], a.end - a.first, {0, a.end - a.first}};
    pair->sides[1] = (struct xc_passage_side){
        &pair->b->words[b.first], b.end - b.first, {0, b.end - b.first}};
    pair->pairing = (struct xc_pairing){&pair->sides[0],
                                        &pair->sides[1],
                                        chain->first.a - a.first,
                                        chain->first.b - b.first,
                                        1,
                                        pair->wish.least};
}

/* What a piece of an alignment is worth. */
struct tally {
    size_t n_equal;
    size_t n_content;
    size_t n_plain;
    size_t n_other;   /* words of either text between those that are equal */
    size_t n_pending; /* the same since the last equal one */
    struct xc_range a;
    struct xc_range b;
};

/* Notes that words a and b are equal, for their sentences. */
static bool
note_pair(struct comparison *pair, size_t a, size_t b)
{
    struct xc_sentence_pair_vec *pairs = pair->wish.pairs;
    size_t sentence_a = pair->a->sentences[a];
    size_t sentence_b = pair->b->sentences[b];
    struct xc_sentence_pair *last =
        pairs->n > pair->n_pairs ? &pairs->items[pairs->n - 1] : NULL;

    if (last == NULL || last->a != sentence_a || last->b != sentence_b) {
        last = XC_VEC_ADD(pairs, pair->arena);
        if (last == NULL)
            return false;
        *last = (struct xc_sentence_pair){sentence_a, sentence_b, 0, {a, a}};
    }
    last->n_equal++;
    last->words.end = a + 1;
    return true;
}

static enum xc_status
count_place(struct comparison *pair, const struct xc_place_pair *place,
            struct tally *tally)
{
    size_t a = pair->from_a + place->a;
    size_t b = pair->from_b + place->b;

    if (place->step != XC_STEP_EQUAL) {
        tally->n_pending += place->step == XC_STEP_OTHER ? 2 : 1;
        return XC_OK;
    }
    if (pair->wish.pairs != NULL && !note_pair(pair, a, b))
        return XC_NO_MEMORY;
    if (tally->n_equal == 0) {
        tally->a.first = a;
        tally->b.first = b;
    } else {
        tally->n_other += tally->n_pending;
    }
    tally->n_pending = 0;
    tally->a.end = a + 1;
    tally->b.end = b + 1;
    tally->n_equal++;
    if (pair->a->words[a].class == XC_ORIGIN_WORD_STOP)
        return XC_OK;
    tally->n_content++;
    if (pair->a->words[a].class == XC_ORIGIN_WORD_CONTENT && !pair->a->names[a] &&
        !pair->b->names[b])
        tally->n_plain++;
    return XC_OK;
}

/* Adds the piece when it is enough to be a passage, and begins another. */
static enum xc_status
end_piece(struct comparison *pair, struct tally *tally)
{
    const struct tally done = *tally;
    struct xc_passage *passage;

    *tally = (struct tally){0};
    if (done.n_equal < pair->wish.least || done.n_content < MIN_CONTENT ||
        done.n_plain < pair->wish.least_plain || done.n_equal < 2 * done.n_other) {
        if (pair->wish.pairs != NULL)
            pair->wish.pairs->n = pair->n_pairs;
        return XC_OK;
    }
    if (pair->wish.pairs != NULL)
        pair->n_pairs = pair->wish.pairs->n;
    passage = XC_VEC_ADD(pair->out, pair->arena);
    if (passage == NULL)
        return XC_NO_MEMORY;
    *passage = (struct xc_passage){done.a, done.b};
    return XC_OK;
}

/* Sentences of both texts in which something must agree and does not. */
struct faulty {
    size_t a; /* SIZE_MAX: none */
    size_t b;
};

static struct faulty
sentences_at(const struct comparison *pair, const struct xc_place_pair *place)
{
    return (struct faulty){pair->a->sentences[pair->from_a + place->a],
                           pair->b->sentences[pair->from_b + place->b]};
}

/* The words of the sentence that word `at` belongs to. */
static struct xc_range
sentence_around(const struct xc_compared *text, size_t at)
{
    struct xc_range range = {at, at + 1};

    while (range.first > 0 && at - range.first < XC_ALIGNMENT_REACH &&
           text->sentences[range.first - 1] == text->sentences[at])
        range.first--;
    while (range.end < text->n_words && range.end - at <= XC_ALIGNMENT_REACH &&
           text->sentences[range.end] == text->sentences[at])
        range.end++;
    return range;
}

/* Whether the sentences at an end of the alignment go on beyond it and disagree there. */
static bool
breaks_off_badly(const struct comparison *pair, const struct xc_place_pair *end,
                 size_t step)
{
    size_t i = pair->from_a + end->a;
    size_t j = pair->from_b + end->b;
    const struct xc_alignment_outside a = xc_alignment_beyond(
        pair->a->words, sentence_around(pair->a, i), i + step, step);
    const struct xc_alignment_outside b = xc_alignment_beyond(
        pair->b->words, sentence_around(pair->b, j), j + step, step);

    return xc_alignment_breaks_off(&a, &b);
}

/* Whether the place lies in boilerplate. */
static bool
is_inert(const struct comparison *pair, const struct xc_place_pair *place)
{
    return (pair->a->inert != NULL && pair->a->inert[pair->from_a + place->a]) ||
           (pair->b->inert != NULL && pair->b->inert[pair->from_b + place->b]);
}

/* Flags the places of path[0..n) whose sentence holds a disagreement; places come in
 * the order of the texts, so one walk each way finds them. */
static void
flag_faulty(const struct comparison *pair, const struct xc_place_pair *path, size_t n,
            bool *out)
{
    const struct faulty none = {SIZE_MAX, SIZE_MAX};
    struct faulty faulty = none;
    struct faulty here = sentences_at(pair, &path[0]);
    size_t k;

    if (breaks_off_badly(pair, &path[0], SIZE_MAX))
        faulty = here;
    for (k = 0; k < n; k++) {
        here = sentences_at(pair, &path[k]);
        if (xc_alignment_disagrees(&pair->pairing, &path[k]))
            faulty = here;
        out[k] = here.a == faulty.a || here.b == faulty.b || is_inert(pair, &path[k]);
    }
    here = sentences_at(pair, &path[n - 1]);
    faulty = breaks_off_badly(pair, &path[n - 1], 1) ? here : none;
    for (k = n; k-- > 0;) {
        here = sentences_at(pair, &path[k]);
        if (xc_alignment_disagrees(&pair->pairing, &path[k]))
            faulty = here;
        out[k] = out[k] || here.a == faulty.a || here.b == faulty.b;
    }
}

/* Cuts the alignment into passages: what disagrees ends one. */
static enum xc_status
read_path(struct comparison *pair, const struct xc_place_pair *path, size_t n)
{
    bool *faulty = xc_arena_array(pair->arena, n, sizeof *faulty);
    struct tally tally = {0};
    enum xc_status status = XC_OK;
    size_t k;

    if (faulty == NULL)
        return XC_NO_MEMORY;
    flag_faulty(pair, path, n, faulty);
    for (k = 0; k < n && status == XC_OK; k++) {
        pair->disagreed = pair->disagreed || faulty[k];
        if (faulty[k])
            status = end_piece(pair, &tally);
        else
            status = count_place(pair, &path[k], &tally);
    }
    return status == XC_OK ? end_piece(pair, &tally) : status;
}

static enum xc_status
verify(struct comparison *pair, const struct chain *chain)
{
    struct xc_alignment_room room;
    const struct xc_place_pair *path;
    size_t n_before = pair->out->n;
    enum xc_status status = XC_OK;
    size_t longest;
    size_t n;

    set_stretch(pair, chain);
    longest = pair->sides[0].n_words > pair->sides[1].n_words ? pair->sides[0].n_words
                                                              : pair->sides[1].n_words;
    if (!xc_alignment_room_init(&room, longest, pair->arena))
        return XC_NO_MEMORY;
    /* A lenient alignment may run on over too many differences where a strict one
     * stops in time; one that disagrees is not asked again. */
    pair->disagreed = false;
    for (; pair->pairing.penalty <= 2 && status == XC_OK && pair->out->n == n_before &&
           !pair->disagreed;
         pair->pairing.penalty++) {
        n = xc_align(&pair->pairing, &room, &path);
        if (n > 0)
            status = read_path(pair, path, n);
    }
    return status;
}

static int
compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int
compare_passages(const void *left, const void *right)
{
    const struct xc_passage *a = left;
    const struct xc_passage *b = right;

    if (a->a.first != b->a.first)
        return compare_sizes(a->a.first, b->a.first);
    if (a->a.end != b->a.end)
        return compare_sizes(b->a.end, a->a.end);
    if (a->b.first != b->b.first)
        return compare_sizes(a->b.first, b->b.first);
    return compare_sizes(a->b.end, b->b.end);
}

/* Whether half of the shorter range lies in the other. */
static bool
overlap_by_half(struct xc_range x, struct xc_range y)
{
    size_t first = x.first > y.first ? x.first : y.first;
    size_t end = x.end < y.end ? x.end : y.end;
    size_t n_x = x.end - x.first;
    size_t n_y = y.end - y.first;

    return end > first && 2 * (end - first) >= (n_x < n_y ? n_x : n_y);
}

/* Of passages that have half of a's words in common, the longer one stays: neighbouring
 * chains find the same one, and a refrain stands in several places of b. */
static void
drop_overlapping(struct xc_passage_vec *passages)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < passages->n; i++) {
        const struct xc_passage *passage = &passages->items[i];
        struct xc_passage *last = n == 0 ? NULL : &passages->items[n - 1];

        if (last == NULL || !overlap_by_half(last->a, passage->a))
            passages->items[n++] = *passage;
        else if (passage->a.end - passage->a.first > last->a.end - last->a.first)
            *last = *passage;
    }
    passages->n = n;
}

enum xc_status
xc_reuse_passages(const struct xc_compared *a, const struct xc_compared *b,
                  const struct xc_seed_vec *seeds, struct xc_reuse_wish wish,
                  struct xc_arena *arena, struct xc_passage_vec *out)
{
    struct chain_vec chains = {NULL, 0, 0};
    struct xc_passage_vec found = {NULL, 0, 0};
    struct comparison pair = {
        .a = a, .b = b, .arena = arena, .out = &found, .wish = wish};
    enum xc_status status = make_chains(seeds, arena, &chains);
    size_t i;

    for (i = 0; i < chains.n && status == XC_OK; i++)
        status = verify(&pair, &chains.items[i]);
    if (status != XC_OK)
        return status;
    if (found.n > 0)
        qsort(found.items, found.n, sizeof *found.items, compare_passages);
    drop_overlapping(&found);
    *out = found;
    return XC_OK;
}
