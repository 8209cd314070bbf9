/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/passage.h"

#include "base/hash.h"
#include "base/table.h"
#include "base/vec.h"

enum { MIN_EQUAL = 8, MIN_CONTENT = 6, MIN_EVIDENCE = 4 };

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

/* Text i, its words with what they count for.  The content words of phrases that everybody
 * writes count for as little as function words do; numbers and negators in them must
 * still agree. */
static const struct xc_passage_side *
side_of(struct xc_passages *passages, size_t i)
{
    const struct xc_origin_rules *rules = passages->rules;
    const struct xc_passage_text *text = &passages->texts[i];
    struct xc_passage_work *work = &passages->works[i];
    struct xc_passage_word *words = work->words;
    size_t end = 0;
    size_t w;

    if (work->has_classes)
        return &work->side;
    work->has_classes = true;
    for (w = 0; w < text->n_words; w++) {
        size_t len = xc_origin_stock_at(rules, &text->words[w], text->n_words - w);

        words[w].class = xc_origin_word_of(rules, text->words[w]);
        end = w + len > end ? w + len : end;
        if (w < end && words[w].class == XC_ORIGIN_WORD_CONTENT)
            words[w].class = XC_ORIGIN_WORD_STOP;
    }
    return &work->side;
}

enum xc_status
xc_passages_init(const struct xc_origin_rules *rules,
                 const struct xc_passage_text *texts, size_t n, struct xc_arena *arena,
                 struct xc_passages *out)
{
    struct xc_passages passages = {.rules = rules, .texts = texts, .n = n};
    struct xc_table ids = {NULL, 0, 0};
    size_t longest = 1;
    size_t i;
    size_t j;

    passages.works = xc_arena_array(arena, n, sizeof *passages.works);
    passages.room = xc_arena_array(arena, 1, sizeof *passages.room);
    if (passages.works == NULL || passages.room == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++) {
        size_t n_words = texts[i].n_words;
        struct xc_passage_word *words = xc_arena_array(arena, n_words, sizeof *words);

        if (words == NULL)
            return XC_NO_MEMORY;
        for (j = 0; j < n_words; j++) {
            if (!xc_table_add(&ids, texts[i].words[j], ids.n, arena, &words[j].id))
                return XC_NO_MEMORY;
        }
        passages.works[i] =
            (struct xc_passage_work){{words, n_words, texts[i].evidence}, words, false};
        if (n_words > longest)
            longest = n_words;
    }
    if (!xc_alignment_room_init(passages.room, longest, arena))
        return XC_NO_MEMORY;
    *out = passages;
    return XC_OK;
}

/* The fingerprints of one text. */
static enum xc_status
add_fingerprints(const struct xc_passage_side *side, size_t item,
                 struct xc_arena *arena, struct xc_posting_vec *out)
{
    uint64_t *words = xc_arena_array(arena, side->n_words, sizeof *words);
    size_t i;

    if (words == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < side->n_words; i++)
        words[i] = side->words[i].id;
    return xc_postings_of_words(words, side->n_words, item, arena, out);
}

enum xc_status
xc_passages_candidates(const struct xc_passages *passages, struct xc_arena *arena,
                       struct xc_candidate_vec *out)
{
    struct xc_posting_vec postings = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < passages->n; i++) {
        if (add_fingerprints(&passages->works[i].side, i, arena, &postings) != XC_OK)
            return XC_NO_MEMORY;
    }
    return xc_candidates_find(&postings, arena, out);
}

static bool
touches_evidence(const struct xc_pairing *pairing, const struct xc_place_pair *place)
{
    return (place->step != XC_STEP_SKIP_B && is_evidence(pairing->a, place->a)) ||
           (place->step != XC_STEP_SKIP_A && is_evidence(pairing->b, place->b));
}

/* Whether the evidence goes on beyond the passage, from a[i] and b[j], with numbers or
 * negators that disagree.  step is 1 after the passage and -1 (as SIZE_MAX) before it. */
static bool
breaks_off_badly(const struct xc_pairing *pairing, size_t i, size_t j, size_t step)
{
    const struct xc_alignment_outside a =
        xc_alignment_beyond(pairing->a->words, pairing->a->evidence, i, step);
    const struct xc_alignment_outside b =
        xc_alignment_beyond(pairing->b->words, pairing->b->evidence, j, step);

    return xc_alignment_breaks_off(&a, &b);
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
count_place(const struct xc_pairing *pairing, const struct xc_place_pair *place,
            struct tally *tally)
{
    if (place->step != XC_STEP_EQUAL) {
        tally->n_pending += place->step == XC_STEP_OTHER ? 2 : 1;
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
is_enough(const struct xc_pairing *pairing, const struct tally *tally)
{
    if (tally->n_equal < MIN_EQUAL || tally->n_content < MIN_CONTENT ||
        tally->n_evidence < pairing->n_needed)
        return false;
    /* Of the words of both, four in five are equal. */
    if (2 * tally->n_equal < 4 * tally->n_other)
        return false;
    if (breaks_off_badly(pairing, tally->a.first - 1, tally->b.first - 1, SIZE_MAX))
        return false;
    return !breaks_off_badly(pairing, tally->a.end, tally->b.end, 1);
}

enum reading { READ_NOTHING, READ_PASSAGE, READ_DISAGREEMENT };

/* Reads the path: the piece that holds the evidence and no disagreement.  Outside the
 * evidence a disagreement only ends the piece. */
static enum reading
read_path(const struct xc_pairing *pairing, const struct xc_place_pair *path, size_t n,
          struct xc_passage *out)
{
    struct tally tally = {0};
    size_t i;

    for (i = 0; i < n; i++) {
        if (!xc_alignment_disagrees(pairing, &path[i])) {
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
    struct xc_pairing pairing = {
        side_of(passages, candidate->a),
        side_of(passages, candidate->b),
        candidate->pos_a,
        candidate->pos_b,
        1,
        MIN_EVIDENCE,
    };
    const struct xc_place_pair *path;
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
        n = xc_align(&pairing, passages->room, &path);
        reading = read_path(&pairing, path, n, out);
        if (reading != READ_NOTHING)
            return reading == READ_PASSAGE;
    }
    return false;
}
