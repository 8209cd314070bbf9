/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/probe_reuse.h"

#include "base/vec.h"
#include "origin/quotation_match.h"
#include "origin/quotation_pieces.h"

static bool
add(struct xc_span a, struct xc_span b, struct xc_arena *arena,
    struct xc_probe_shared_vec *out)
{
    struct xc_probe_shared *shared = XC_VEC_ADD(out, arena);

    if (shared == NULL)
        return false;
    *shared = (struct xc_probe_shared){a, b};
    return true;
}

static struct xc_span
span_of(const struct xc_text *text, const struct xc_compared *compared,
        struct xc_range words)
{
    const struct xc_range range = {compared->places[words.first],
                                   compared->ends[words.end - 1]};

    return xc_text_span(text, range);
}

static enum xc_status
find_passages(const struct xc_text *const texts[2],
              const struct xc_compared compared[2], struct xc_arena *arena,
              struct xc_probe_reuse *out)
{
    struct xc_passage_vec passages = {NULL, 0, 0};
    struct xc_seed_vec seeds = {NULL, 0, 0};
    const struct xc_reuse_wish wish = {XC_REUSE_LEAST_WORDS, XC_REUSE_LEAST_PLAIN,
                                       NULL};
    enum xc_status status = xc_seeds_find(&compared[0], &compared[1], arena, &seeds);
    size_t i;

    if (status == XC_OK)
        status = xc_reuse_passages(&compared[0], &compared[1], &seeds, wish, arena,
                                   &passages);
    for (i = 0; i < passages.n && status == XC_OK; i++) {
        if (!add(span_of(texts[0], &compared[0], passages.items[i].a),
                 span_of(texts[1], &compared[1], passages.items[i].b), arena,
                 &out->passages))
            status = XC_NO_MEMORY;
    }
    return status;
}

/* The pieces of both texts' quotations, those of a first, made comparable. */
struct pieces {
    const struct xc_text *const *texts;
    struct xc_quotation_piece_vec all;
    size_t n_a;
    struct xc_quotation_print *prints;
};

static enum xc_status
make_prints(const struct xc_origin_rules *rules, struct pieces *pieces,
            struct xc_arena *arena)
{
    enum xc_status status =
        xc_quotation_pieces_find(pieces->texts[0], arena, &pieces->all);
    size_t i;

    pieces->n_a = pieces->all.n;
    if (status == XC_OK)
        status = xc_quotation_pieces_find(pieces->texts[1], arena, &pieces->all);
    if (status != XC_OK)
        return status;
    pieces->prints = xc_arena_array(arena, pieces->all.n, sizeof *pieces->prints);
    if (pieces->prints == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < pieces->all.n && status == XC_OK; i++) {
        const struct xc_text *text = pieces->texts[i >= pieces->n_a];

        status = xc_quotation_print_make(
            rules, xc_str_at(text->fold.text, pieces->all.items[i].folded), arena,
            &pieces->prints[i]);
    }
    return status;
}

static struct xc_span
original(const struct pieces *pieces, size_t i, struct xc_span in_piece)
{
    const struct xc_text *text = pieces->texts[i >= pieces->n_a];
    struct xc_span folded = {pieces->all.items[i].folded.off_bytes + in_piece.off_bytes,
                             in_piece.len_bytes};

    return xc_fold_to_article(&text->fold, folded);
}

/* Compares the candidates, ordered by a's pieces; the first match of each is enough. */
static enum xc_status
match_pieces(const struct pieces *pieces, const struct xc_candidate_vec *pairs,
             struct xc_arena *arena, struct xc_probe_reuse *out)
{
    struct xc_arena room;
    enum xc_status status = XC_OK;
    size_t done = SIZE_MAX;
    size_t i;

    xc_arena_init(&room);
    for (i = 0; i < pairs->n && status == XC_OK; i++) {
        size_t a = pairs->items[i].a;
        size_t b = pairs->items[i].b;
        struct xc_span spans[2];
        bool same = false;

        if (a >= pieces->n_a || b < pieces->n_a || a == done)
            continue;
        xc_arena_reset(&room);
        status = xc_quotation_match(&pieces->prints[a], &pieces->prints[b], &room,
                                    &same, spans);
        if (status != XC_OK || !same)
            continue;
        done = a;
        if (!add(original(pieces, a, spans[0]), original(pieces, b, spans[1]), arena,
                 &out->quotations))
            status = XC_NO_MEMORY;
    }
    xc_arena_release(&room);
    return status;
}

static enum xc_status
find_quotations(const struct xc_origin_rules *rules,
                const struct xc_text *const texts[2], struct xc_arena *arena,
                struct xc_probe_reuse *out)
{
    struct pieces pieces = {.texts = texts};
    struct xc_candidate_vec pairs = {NULL, 0, 0};
    enum xc_status status = make_prints(rules, &pieces, arena);

    if (status == XC_OK)
        status = xc_quotations_candidates(pieces.prints, pieces.all.n, arena, &pairs);
    if (status == XC_OK)
        status = match_pieces(&pieces, &pairs, arena, out);
    return status;
}

enum xc_status
xc_probe_reuse(const struct xc_origin_rules *rules, const struct xc_text *a,
               const struct xc_text *b, struct xc_arena *arena,
               struct xc_probe_reuse *out)
{
    const struct xc_text *const texts[2] = {a, b};
    struct xc_probe_reuse made = {.overlap = {0}};
    struct xc_compared compared[2];
    struct xc_vocabulary vocabulary;
    enum xc_status status;

    xc_vocabulary_init(&vocabulary, rules, arena);
    status = xc_compared_make(&vocabulary, a, arena, &compared[0]);
    if (status == XC_OK)
        status = xc_compared_make(&vocabulary, b, arena, &compared[1]);
    if (status == XC_OK)
        status = find_passages(texts, compared, arena, &made);
    if (status == XC_OK)
        status = find_quotations(rules, texts, arena, &made);
    if (status == XC_OK)
        status = xc_overlap_measure(&compared[0], &compared[1], arena, &made.overlap);
    if (status == XC_OK)
        *out = made;
    return status;
}
