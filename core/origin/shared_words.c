/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/shared_words.h"

#include "origin/passage.h"
#include "origin/quotation_match.h"
#include "origin/shown.h"

enum {
    /* A sentence of fewer words may be two people's: "The bridge is closed." */
    MIN_TELLING_WORDS = 8,
    /* Seeds whose offsets differ less lie in the band of one alignment. */
    SAME_BAND = 8
};

static const struct xc_str nothing = {"", 0};

/* The mentions that stand for all that are equal to them. */
struct chosen {
    size_t *mentions;
    size_t n;
};

static bool
same_evidence(const struct xc_kept *a, const struct xc_kept *b)
{
    size_t n = a->evidence.end - a->evidence.first;
    size_t i;

    if (b->evidence.end - b->evidence.first != n)
        return false;
    for (i = 0; i < n; i++) {
        if (!xc_str_equal(a->window[a->evidence.first + i],
                          b->window[b->evidence.first + i]))
            return false;
    }
    return true;
}

/* Joins i and first, showing the sentence of the one that comes first. */
static enum xc_status
join_showing_sentence(struct xc_tracer *tracer, size_t first, size_t i,
                      enum xc_origin_reason reason)
{
    const struct xc_kept *mention = tracer->mentions[first];
    const struct xc_str pieces[] = {mention->before, mention->quote, mention->after};
    struct xc_str shared;

    if (xc_tracer_find(tracer, first) == xc_tracer_find(tracer, i))
        return XC_OK;
    shared = xc_shown_text(pieces, 3, tracer->arena);
    if (shared.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_tracer_join(tracer, first, i, reason, shared);
}

/* The same place of the same sentence; of a short one, in the same voice too. */
static struct xc_str
place_key(struct xc_tracer *tracer, size_t i)
{
    const struct xc_kept *mention = tracer->mentions[i];
    size_t n_words = mention->evidence.end - mention->evidence.first;
    size_t class = tracer->voices.class_of[i];

    return xc_tracer_key(tracer, mention->sentence_hash,
                         n_words < MIN_TELLING_WORDS ? class + 1 : 0, mention->before,
                         mention->quote);
}

enum xc_status
xc_tracer_join_sentences(struct xc_tracer *tracer)
{
    struct xc_table places = {NULL, 0, 0};
    struct xc_table voices = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    size_t first;
    size_t i;

    for (i = 0; i < tracer->n && status == XC_OK; i++) {
        const struct xc_kept *mention = tracer->mentions[i];

        if (mention->sentence_hash == 0)
            continue;
        status = xc_tracer_bucket(tracer, &places, place_key(tracer, i), i, &first);
        if (status == XC_OK && same_evidence(tracer->mentions[first], mention))
            status = join_showing_sentence(tracer, first, i, XC_ORIGIN_SAME_SENTENCE);
        if (status == XC_OK)
            status = xc_tracer_bucket(tracer, &voices,
                                      xc_tracer_key(tracer, mention->sentence_hash,
                                                    tracer->voices.class_of[i], nothing,
                                                    nothing),
                                      i, &first);
        if (status == XC_OK && same_evidence(tracer->mentions[first], mention))
            status = join_showing_sentence(tracer, first, i, XC_ORIGIN_SAME_SENTENCE);
    }
    return status;
}

enum xc_status
xc_tracer_join_blocks(struct xc_tracer *tracer)
{
    struct xc_table buckets = {NULL, 0, 0};
    enum xc_status status = XC_OK;
    size_t first;
    size_t i;

    /* The block's words are not kept, so its 64-bit hash is trusted; unknown voices in
     * one block may be two people's. */
    for (i = 0; i < tracer->n && status == XC_OK; i++) {
        uint64_t hash = tracer->mentions[i]->block_hash;
        size_t class = tracer->voices.class_of[i];

        if (hash == 0 || class == XC_ORIGIN_UNKNOWN)
            continue;
        status = xc_tracer_bucket(tracer, &buckets,
                                  xc_tracer_key(tracer, hash, class, nothing, nothing),
                                  i, &first);
        if (status == XC_OK)
            status = join_showing_sentence(tracer, first, i, XC_ORIGIN_SAME_BLOCK);
    }
    return status;
}

/* One mention of each distinct sentence and voice; those without a hash all. */
static enum xc_status
choose_sentences(struct xc_tracer *tracer, struct chosen *out)
{
    struct xc_table buckets = {NULL, 0, 0};
    struct chosen chosen = {
        xc_arena_array(tracer->scratch, tracer->n, sizeof *chosen.mentions), 0};
    size_t i;

    if (chosen.mentions == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++) {
        uint64_t hash = tracer->mentions[i]->sentence_hash;
        size_t first = i;

        if (hash != 0 &&
            xc_tracer_bucket(tracer, &buckets,
                             xc_tracer_key(tracer, hash, tracer->voices.class_of[i],
                                           nothing, nothing),
                             i, &first) != XC_OK)
            return XC_NO_MEMORY;
        if (first == i)
            chosen.mentions[chosen.n++] = i;
    }
    *out = chosen;
    return XC_OK;
}

/* Whether the candidate lies in the band that was searched for the last one. */
static bool
same_band(const struct xc_candidate *last, const struct xc_candidate *pair)
{
    return last != NULL && last->a == pair->a && last->b == pair->b &&
           pair->pos_b + last->pos_a <= last->pos_b + pair->pos_a + SAME_BAND;
}

static enum xc_status
verify_passages(struct xc_tracer *tracer, const struct chosen *chosen,
                struct xc_passages *passages, const struct xc_candidate_vec *pairs)
{
    const struct xc_candidate *last = NULL;
    size_t i;

    for (i = 0; i < pairs->n; i++) {
        const struct xc_candidate *pair = &pairs->items[i];
        size_t a = chosen->mentions[pair->a];
        size_t b = chosen->mentions[pair->b];
        struct xc_passage passage;
        struct xc_str shared;

        if (xc_tracer_find(tracer, a) == xc_tracer_find(tracer, b) ||
            same_band(last, pair) ||
            !xc_origin_voices_allow_passage(&tracer->voices, a, b))
            continue;
        last = pair;
        if (!xc_passages_verify(passages, pair, &passage))
            continue;
        shared = xc_shown_words(&tracer->mentions[a]->window[passage.a.first],
                                passage.a.end - passage.a.first, tracer->arena);
        if (shared.ptr == NULL ||
            xc_tracer_join(tracer, a, b, XC_ORIGIN_SHARED_PASSAGE, shared) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

enum xc_status
xc_tracer_join_passages(struct xc_tracer *tracer)
{
    struct chosen chosen;
    struct xc_passage_text *texts;
    struct xc_passages passages;
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    enum xc_status status = choose_sentences(tracer, &chosen);
    size_t i;

    if (status != XC_OK || chosen.n < 2)
        return status;
    texts = xc_arena_array(tracer->scratch, chosen.n, sizeof *texts);
    if (texts == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < chosen.n; i++) {
        const struct xc_kept *mention = tracer->mentions[chosen.mentions[i]];

        texts[i] = (struct xc_passage_text){mention->window, mention->n_window,
                                            mention->evidence};
    }
    status =
        xc_passages_init(tracer->rules, texts, chosen.n, tracer->scratch, &passages);
    if (status == XC_OK)
        status = xc_passages_candidates(&passages, tracer->scratch, &pairs);
    if (status == XC_OK)
        status = verify_passages(tracer, &chosen, &passages, &pairs);
    return status;
}

/* Distinct quotations and voices, made comparable. */
struct quotations {
    struct chosen chosen;
    struct xc_quotation_print *prints; /* of each chosen one */
    size_t *number_of; /* per mention: of its quotation among the chosen ones */
};

static enum xc_status
choose_quotations(struct xc_tracer *tracer, struct quotations *out)
{
    struct xc_table buckets = {NULL, 0, 0};
    struct quotations all = {{NULL, 0}, NULL, NULL};
    size_t first;
    size_t i;

    all.chosen.mentions =
        xc_arena_array(tracer->scratch, tracer->n, sizeof *all.chosen.mentions);
    all.number_of = xc_arena_array(tracer->scratch, tracer->n, sizeof *all.number_of);
    if (all.chosen.mentions == NULL || all.number_of == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < tracer->n; i++) {
        struct xc_str text = tracer->mentions[i]->quotation;
        struct xc_str key;

        if (text.len == 0)
            continue;
        key = xc_tracer_key(tracer, tracer->voices.class_of[i], 0, text, nothing);
        if (xc_tracer_bucket(tracer, &buckets, key, i, &first) != XC_OK)
            return XC_NO_MEMORY;
        all.number_of[i] = first == i ? all.chosen.n : all.number_of[first];
        if (first == i)
            all.chosen.mentions[all.chosen.n++] = i;
    }
    all.prints = xc_arena_array(tracer->scratch, all.chosen.n, sizeof *all.prints);
    if (all.prints == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < all.chosen.n; i++) {
        if (xc_quotation_print_make(tracer->rules,
                                    tracer->mentions[all.chosen.mentions[i]]->quotation,
                                    tracer->scratch, &all.prints[i]) != XC_OK)
            return XC_NO_MEMORY;
    }
    *out = all;
    return XC_OK;
}

static enum xc_status
join_showing_quotation(struct xc_tracer *tracer, size_t a, size_t b,
                       struct xc_str words)
{
    struct xc_str shared = xc_shown_text(&words, 1, tracer->arena);

    if (shared.ptr == NULL)
        return XC_NO_MEMORY;
    return xc_tracer_join(tracer, a, b, XC_ORIGIN_SAME_QUOTATION, shared);
}

/* Joins those that quote in the very same words and voice; too few words are no
 * evidence. */
static enum xc_status
join_equal_quotations(struct xc_tracer *tracer, const struct quotations *all)
{
    size_t i;

    for (i = 0; i < tracer->n; i++) {
        struct xc_str text = tracer->mentions[i]->quotation;
        size_t number = all->number_of[i];
        size_t first;

        if (text.len == 0 || all->prints[number].n_units == 0)
            continue;
        first = all->chosen.mentions[number];
        if (xc_tracer_find(tracer, first) != xc_tracer_find(tracer, i) &&
            join_showing_quotation(tracer, first, i, text) != XC_OK)
            return XC_NO_MEMORY;
    }
    return XC_OK;
}

enum xc_status
xc_tracer_join_quotations(struct xc_tracer *tracer)
{
    struct quotations all;
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    enum xc_status status = choose_quotations(tracer, &all);
    size_t i;

    if (status == XC_OK)
        status = join_equal_quotations(tracer, &all);
    if (status == XC_OK)
        status =
            xc_quotations_candidates(all.prints, all.chosen.n, tracer->scratch, &pairs);
    for (i = 0; i < pairs.n && status == XC_OK; i++) {
        const struct xc_quotation_print *print = &all.prints[pairs.items[i].a];
        size_t a = all.chosen.mentions[pairs.items[i].a];
        size_t b = all.chosen.mentions[pairs.items[i].b];
        struct xc_span spans[2];
        bool same = false;

        if (xc_tracer_find(tracer, a) == xc_tracer_find(tracer, b) ||
            !xc_origin_voices_allow_quotation(&tracer->voices, a, b))
            continue;
        xc_arena_reset(tracer->room);
        status = xc_quotation_match(print, &all.prints[pairs.items[i].b], tracer->room,
                                    &same, spans);
        if (status == XC_OK && same)
            status =
                join_showing_quotation(tracer, a, b, xc_str_at(print->text, spans[0]));
    }
    return status;
}
