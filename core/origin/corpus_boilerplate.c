/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/boilerplate.h"
#include "origin/corpus_join.h"
#include <stdint.h>

/* Flags the sentences of the block that begins with sentence `first`: up to the next
 * that begins one. */
static void
flag_block(struct xc_corpus *corpus, const unsigned char *begins, uint32_t first)
{
    const struct xc_corpus_article *at =
        &corpus->articles.items[xc_corpus_article_of(corpus, first)];
    size_t end = (size_t)at->first_sentence + at->n_sentences;
    size_t s = first;

    do {
        corpus->inert[s / 8] |= (unsigned char)(1u << (s % 8));
        s++;
    } while (s < end && ((unsigned)begins[s / 8] >> (s % 8) & 1u) == 0);
}

/* Judges the blocks of one shard; begins has a bit for each sentence that begins a
 * block. */
static enum xc_status
judge_shard(struct xc_corpus *corpus, size_t shard, const size_t *n_articles,
            const unsigned char *begins, struct xc_arena *room)
{
    struct xc_entry *entries;
    struct xc_block_occurrence *all;
    enum xc_status status;
    size_t n;
    size_t i;
    size_t k;
    size_t end;

    status = xc_shards_load(&corpus->blocks, shard, room, &entries, &n);
    if (status != XC_OK)
        return status;
    for (i = 0; i < n; i = end) {
        end = xc_entries_run(entries, n, i);
        if (end - i < XC_LEAST_BOILERPLATE)
            continue;
        all = xc_arena_array(room, end - i, sizeof *all);
        if (all == NULL)
            return XC_NO_MEMORY;
        for (k = i; k < end; k++) {
            uint32_t article = (uint32_t)xc_corpus_article_of(corpus, entries[k].b);

            const struct xc_corpus_facts *facts =
                &corpus->articles.items[article].facts;

            all[k - i] = (struct xc_block_occurrence){facts->publisher, entries[k].a,
                                                      facts->day, entries[k].b};
        }
        if (!xc_is_boilerplate(n_articles, all, end - i))
            continue;
        for (k = 0; k < end - i; k++)
            flag_block(corpus, begins, all[k].item);
    }
    return XC_OK;
}

/* How many articles each publisher has. */
static size_t *
count_articles(const struct xc_corpus *corpus, struct xc_arena *arena)
{
    uint32_t last = 0;
    size_t *counts;
    size_t i;

    for (i = 0; i < corpus->articles.n; i++) {
        if (corpus->articles.items[i].facts.publisher > last)
            last = corpus->articles.items[i].facts.publisher;
    }
    counts = xc_arena_array(arena, (size_t)last + 1, sizeof *counts);
    for (i = 0; counts != NULL && i < corpus->articles.n; i++)
        counts[corpus->articles.items[i].facts.publisher]++;
    return counts;
}

enum xc_status
xc_corpus_find_boilerplate(struct xc_corpus *corpus)
{
    size_t n_bytes = corpus->n_sentences / 8 + 1;
    struct xc_arena keep;
    struct xc_arena room;
    unsigned char *begins;
    size_t *n_articles;
    enum xc_status status = XC_NO_MEMORY;
    size_t shard;

    xc_arena_init(&keep);
    xc_arena_init(&room);
    corpus->inert = xc_arena_array(corpus->arena, n_bytes, 1);
    begins = xc_arena_array(&keep, n_bytes, 1);
    n_articles = count_articles(corpus, &keep);
    if (corpus->inert != NULL && begins != NULL && n_articles != NULL)
        status = XC_OK;
    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++) {
        struct xc_entry *entries;
        size_t n;
        size_t i;

        xc_arena_reset(&room);
        status = xc_shards_load(&corpus->blocks, shard, &room, &entries, &n);
        for (i = 0; status == XC_OK && i < n; i++)
            begins[entries[i].b / 8] |= (unsigned char)(1u << (entries[i].b % 8));
    }
    for (shard = 0; shard < XC_N_SHARDS && status == XC_OK; shard++) {
        xc_arena_reset(&room);
        status = judge_shard(corpus, shard, n_articles, begins, &room);
    }
    xc_arena_release(&room);
    xc_arena_release(&keep);
    return status;
}

bool
xc_corpus_is_inert(const struct xc_corpus *corpus, size_t s)
{
    return ((unsigned)corpus->inert[s / 8] >> (s % 8) & 1u) != 0;
}
