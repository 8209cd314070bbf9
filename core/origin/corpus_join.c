/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/corpus_join.h"

#include <stdlib.h>

#include "base/limits.h"
#include "origin/quotation_match.h"
#include "origin/reuse.h"

enum {
    MIN_SEEDS = 2,    /* twelve equal words have two fingerprints at least */
    MIN_EVIDENCE = 4, /* equal words of two sentences that join them */
    MOST_WORDS = UINT16_MAX
};

uint32_t
xc_corpus_root(struct xc_corpus *corpus, uint32_t s)
{
    uint32_t *parent = corpus->parent;

    while (parent[s] != s) {
        parent[s] = parent[parent[s]];
        s = parent[s];
    }
    return s;
}

/* Joins the sentences of an edge, unless they are one already or boilerplate. */
static enum xc_status
join(struct xc_corpus *corpus, struct xc_corpus_edge edge)
{
    uint32_t root_a = xc_corpus_root(corpus, edge.a);
    uint32_t root_b = xc_corpus_root(corpus, edge.b);

    if (root_a == root_b || xc_corpus_is_inert(corpus, edge.a) ||
        xc_corpus_is_inert(corpus, edge.b))
        return XC_OK;
    /* The smaller number stays the root, whatever order the edges come in. */
    if (root_a < root_b)
        corpus->parent[root_b] = root_a;
    else
        corpus->parent[root_a] = root_b;
    corpus->n_edges++;
    return corpus->scratch->append(corpus->scratch->context, XC_CORPUS_EDGES, &edge,
                                   sizeof edge);
}

/* Joins the sentences that have the same words, each to the first: 500 reprints cost 500
 * steps. */
static enum xc_status
join_sentences(struct xc_corpus *corpus, size_t shard, struct xc_arena *room)
{
    struct xc_entry *entries;
    enum xc_status status;
    size_t n;
    size_t i;

    status = xc_shards_load(&corpus->sentences, shard, room, &entries, &n);
    for (i = 1; status == XC_OK && i < n; i++) {
        struct xc_corpus_edge edge = {.reason = XC_ORIGIN_SAME_SENTENCE};

        if (entries[i].key != entries[i - 1].key)
            continue;
        edge.a = entries[i - 1].a;
        edge.b = entries[i].a;
        status = join(corpus, edge);
    }
    return status;
}

static struct xc_corpus_edge
quotation_edge(const struct xc_corpus *corpus, uint32_t a, uint32_t b)
{
    uint32_t first = corpus->pieces.items[a].sentence;
    uint32_t second = corpus->pieces.items[b].sentence;

    return (struct xc_corpus_edge){.a = first < second ? first : second,
                                   .b = first < second ? second : first,
                                   .reason = XC_ORIGIN_SAME_QUOTATION};
}

/* Joins the sentences in which the very same quotation stands. */
static enum xc_status
join_equal_pieces(struct xc_corpus *corpus, size_t shard, struct xc_arena *room)
{
    struct xc_entry *entries;
    enum xc_status status;
    size_t n;
    size_t i;

    status = xc_shards_load(&corpus->equal_pieces, shard, room, &entries, &n);
    for (i = 1; status == XC_OK && i < n; i++) {
        if (entries[i].key == entries[i - 1].key)
            status =
                join(corpus, quotation_edge(corpus, entries[i - 1].a, entries[i].a));
    }
    return status;
}

/* Spills the pairs of items that share a key, as (lower, higher) with a place in each;
 * total is how many items there are, for their even spread over the shards. */
static enum xc_status
pair_run(struct xc_corpus *corpus, const struct xc_entry *run, size_t n, size_t total)
{
    enum xc_status status = XC_OK;
    size_t i;
    size_t j;

    if (n > XC_MAX_SHARED_POSTINGS)
        return XC_OK;
    for (i = 0; i < n; i++) {
        size_t n_links = 0;

        for (j = i + 1; j < n && n_links < XC_MAX_CORPUS_LINKS && status == XC_OK;
             j++) {
            struct xc_entry pair = {(uint64_t)run[i].a << 32 | run[j].a, run[i].b,
                                    run[j].b};

            if (run[i].a == run[j].a)
                continue;
            n_links++;
            status = xc_shards_add_to(&corpus->pairs,
                                      (size_t)run[i].a * XC_N_SHARDS / total, &pair);
        }
    }
    return status;
}

/* Fills corpus->pairs with the pairs of items that share keys. */
static enum xc_status
find_pairs(struct xc_corpus *corpus, const struct xc_shards *keys, size_t total,
           struct xc_arena *room)
{
    enum xc_status status = XC_OK;
    size_t shard;

    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++) {
        struct xc_entry *entries;
        size_t n = 0;
        size_t i;
        size_t end;

        xc_arena_reset(room);
        status = xc_shards_load(keys, shard, room, &entries, &n);
        for (i = 0; i < n && status == XC_OK; i = end) {
            end = xc_entries_run(entries, n, i);
            if (end - i > 1)
                status = pair_run(corpus, &entries[i], end - i, total);
        }
    }
    return status;
}

static enum xc_status
read_piece(const struct xc_corpus *corpus, uint32_t number, struct xc_arena *arena,
           struct xc_quotation_print *out)
{
    const struct xc_corpus_piece *piece = &corpus->pieces.items[number];
    char *bytes = xc_arena_alloc(arena, piece->len_bytes);
    enum xc_status status;

    if (bytes == NULL)
        return XC_NO_MEMORY;
    status = corpus->scratch->read(corpus->scratch->context, XC_CORPUS_PIECES,
                                   piece->off_bytes, bytes, piece->len_bytes);
    if (status == XC_OK)
        status = xc_quotation_print_make(
            corpus->rules, (struct xc_str){bytes, piece->len_bytes}, arena, out);
    return status;
}

/* Compares two pieces of quotations and joins their sentences. */
static enum xc_status
compare_pieces(struct xc_corpus *corpus, uint32_t a, uint32_t b, struct xc_arena *room)
{
    struct xc_corpus_edge edge = quotation_edge(corpus, a, b);
    struct xc_quotation_print prints[2];
    struct xc_span spans[2];
    enum xc_status status;
    bool same = false;

    if (xc_corpus_root(corpus, edge.a) == xc_corpus_root(corpus, edge.b))
        return XC_OK;
    xc_arena_reset(room);
    status = read_piece(corpus, a, room, &prints[0]);
    if (status == XC_OK)
        status = read_piece(corpus, b, room, &prints[1]);
    if (status == XC_OK)
        status = xc_quotation_match(&prints[0], &prints[1], room, &same, spans);
    return status == XC_OK && same ? join(corpus, edge) : status;
}

static enum xc_status
join_quotations(struct xc_corpus *corpus, size_t shard, struct xc_arena *entries_arena,
                struct xc_arena *room)
{
    struct xc_entry *entries;
    enum xc_status status;
    size_t n;
    size_t i;

    status = xc_shards_load(&corpus->pairs, shard, entries_arena, &entries, &n);
    for (i = 0; status == XC_OK && i < n; i++) {
        if (i == 0 || entries[i].key != entries[i - 1].key)
            status = compare_pieces(corpus, (uint32_t)(entries[i].key >> 32),
                                    (uint32_t)entries[i].key, room);
    }
    return status;
}

/* An article read back to be compared with others. */
struct held {
    size_t article; /* SIZE_MAX: none */
    struct xc_arena arena;
    struct xc_compared compared;
};

/* Which sentence each word belongs to, and whether that is boilerplate. */
static void
set_sentences(const struct xc_corpus *corpus, size_t article,
              const struct xc_corpus_sentence *sentences, struct xc_compared *compared,
              bool *inert)
{
    const struct xc_corpus_article *at = &corpus->articles.items[article];
    size_t s = 0;
    size_t w;

    for (w = 0; w < at->n_words; w++) {
        while (s + 1 < at->n_sentences && sentences[s + 1].first_word <= w)
            s++;
        compared->sentences[w] = at->first_sentence + s;
        inert[w] = xc_corpus_is_inert(corpus, at->first_sentence + s);
    }
}

static enum xc_status
hold(const struct xc_corpus *corpus, size_t article, struct held *held)
{
    const struct xc_corpus_article *at = &corpus->articles.items[article];
    struct xc_corpus_sentence *sentences;
    struct xc_compared *compared = &held->compared;
    bool *inert;
    uint32_t *words;
    enum xc_status status;
    size_t w;

    if (held->article == article)
        return XC_OK;
    held->article = SIZE_MAX;
    xc_arena_reset(&held->arena);
    status = xc_corpus_read_sentences(corpus, article, &held->arena, &sentences);
    if (status == XC_OK)
        status = xc_corpus_read_words(
            corpus, article, (struct xc_range){0, at->n_words}, &held->arena, &words);
    if (status != XC_OK)
        return status;
    *compared = (struct xc_compared){
        .words = xc_arena_alloc(&held->arena, at->n_words * sizeof *compared->words),
        .sentences =
            xc_arena_alloc(&held->arena, at->n_words * sizeof *compared->sentences),
        .names = xc_arena_alloc(&held->arena, at->n_words * sizeof *compared->names),
        .n_words = at->n_words,
    };
    inert = xc_arena_alloc(&held->arena, at->n_words * sizeof *inert);
    if (compared->words == NULL || compared->sentences == NULL ||
        compared->names == NULL || inert == NULL)
        return XC_NO_MEMORY;
    for (w = 0; w < at->n_words; w++) {
        uint32_t number = words[w] & XC_CORPUS_NUMBER;
        enum xc_origin_word class = corpus->vocabulary.words.items[number].class;

        if ((words[w] & XC_CORPUS_STOCK) != 0 && class == XC_ORIGIN_WORD_CONTENT)
            class = XC_ORIGIN_WORD_STOP;
        compared->words[w] = (struct xc_passage_word){number, class};
        compared->names[w] = (words[w] & XC_CORPUS_CAPITAL) != 0;
    }
    set_sentences(corpus, article, sentences, compared, inert);
    compared->inert = inert;
    held->article = article;
    return XC_OK;
}

/* Joins the sentences that have enough words of a passage in common. */
static enum xc_status
join_pairs(struct xc_corpus *corpus, const struct xc_sentence_pair_vec *pairs)
{
    enum xc_status status = XC_OK;
    size_t i;

    for (i = 0; i < pairs->n && status == XC_OK; i++) {
        const struct xc_sentence_pair *pair = &pairs->items[i];
        size_t n_words = pair->words.end - pair->words.first;
        struct xc_corpus_edge edge = {
            (uint32_t)pair->a, (uint32_t)pair->b, (uint32_t)pair->words.first,
            (uint16_t)(n_words < MOST_WORDS ? n_words : MOST_WORDS),
            XC_ORIGIN_SHARED_PASSAGE};

        if (pair->n_equal >= MIN_EVIDENCE)
            status = join(corpus, edge);
    }
    return status;
}

/* Drops the seeds in sentences that are joined already, as in what was reprinted: there is
 * nothing to be found any more. */
static void
drop_settled(struct xc_corpus *corpus, const struct held *a, const struct held *b,
             struct xc_seed_vec *seeds)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < seeds->n; i++) {
        uint32_t s = (uint32_t)a->compared.sentences[seeds->items[i].a];
        uint32_t t = (uint32_t)b->compared.sentences[seeds->items[i].b];

        if (xc_corpus_root(corpus, s) != xc_corpus_root(corpus, t))
            seeds->items[n++] = seeds->items[i];
    }
    seeds->n = n;
}

/* Compares two articles where run[0..n) says that they share grams. */
static enum xc_status
compare_articles(struct xc_corpus *corpus, const struct xc_entry *run, size_t n,
                 struct held held[2], struct xc_arena *room)
{
    const struct xc_reuse_wish wish = {XC_REUSE_CORPUS_WORDS, XC_REUSE_CORPUS_PLAIN,
                                       &(struct xc_sentence_pair_vec){NULL, 0, 0}};
    struct xc_passage_vec passages = {NULL, 0, 0};
    struct xc_seed_vec seeds = {NULL, n, n};
    enum xc_status status = hold(corpus, (size_t)(run->key >> 32), &held[0]);
    size_t i;

    if (status == XC_OK)
        status = hold(corpus, (size_t)(run->key & UINT32_MAX), &held[1]);
    if (status != XC_OK)
        return status;
    xc_arena_reset(room);
    seeds.items = xc_arena_alloc(room, n * sizeof *seeds.items);
    if (seeds.items == NULL)
        return XC_NO_MEMORY;
    for (i = 0; i < n; i++)
        seeds.items[i] = (struct xc_seed){run[i].a, run[i].b};
    drop_settled(corpus, &held[0], &held[1], &seeds);
    if (seeds.n < MIN_SEEDS)
        return XC_OK;
    qsort(seeds.items, seeds.n, sizeof *seeds.items, xc_seed_compare);
    status = xc_reuse_passages(&held[0].compared, &held[1].compared, &seeds, wish, room,
                               &passages);
    return status == XC_OK ? join_pairs(corpus, wish.pairs) : status;
}

static enum xc_status
join_passages(struct xc_corpus *corpus, size_t shard, struct xc_arena *entries_arena,
              struct held held[2], struct xc_arena *room)
{
    struct xc_entry *entries;
    enum xc_status status;
    size_t n = 0;
    size_t i;
    size_t end;

    xc_arena_reset(entries_arena);
    status = xc_shards_load(&corpus->pairs, shard, entries_arena, &entries, &n);
    for (i = 0; i < n && status == XC_OK; i = end) {
        end = xc_entries_run(entries, n, i);
        if (end - i >= MIN_SEEDS)
            status = compare_articles(corpus, &entries[i], end - i, held, room);
    }
    return status;
}

/* What is equal, shard by shard. */
static enum xc_status
join_equal(struct xc_corpus *corpus, struct xc_arena *room)
{
    enum xc_status status = XC_OK;
    size_t shard;

    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++) {
        xc_arena_reset(room);
        status = join_sentences(corpus, shard, room);
    }
    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++) {
        xc_arena_reset(room);
        status = join_equal_pieces(corpus, shard, room);
    }
    return status;
}

static enum xc_status
join_similar(struct xc_corpus *corpus, struct xc_arena *entries_arena,
             struct held held[2], struct xc_arena *room)
{
    enum xc_status status;
    size_t shard;

    status = find_pairs(corpus, &corpus->shingles, corpus->pieces.n, entries_arena);
    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++) {
        xc_arena_reset(entries_arena);
        status = join_quotations(corpus, shard, entries_arena, room);
    }
    if (status != XC_OK)
        return status;
    xc_shards_restart(&corpus->pairs);
    status = find_pairs(corpus, &corpus->grams, corpus->articles.n, entries_arena);
    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++)
        status = join_passages(corpus, shard, entries_arena, held, room);
    return status;
}

enum xc_status
xc_corpus_join(struct xc_corpus *corpus)
{
    struct held held[2] = {{.article = SIZE_MAX}, {.article = SIZE_MAX}};
    struct xc_arena entries;
    struct xc_arena room;
    enum xc_status status;
    uint32_t s;

    corpus->parent =
        xc_arena_alloc(corpus->arena, corpus->n_sentences * sizeof *corpus->parent);
    if (corpus->parent == NULL)
        return XC_NO_MEMORY;
    for (s = 0; s < corpus->n_sentences; s++)
        corpus->parent[s] = s;
    xc_arena_init(&entries);
    xc_arena_init(&room);
    xc_arena_init(&held[0].arena);
    xc_arena_init(&held[1].arena);
    status = xc_corpus_find_boilerplate(corpus);
    if (status == XC_OK)
        status = join_equal(corpus, &room);
    if (status == XC_OK)
        status = join_similar(corpus, &entries, held, &room);
    xc_arena_release(&held[1].arena);
    xc_arena_release(&held[0].arena);
    xc_arena_release(&room);
    xc_arena_release(&entries);
    return status;
}
