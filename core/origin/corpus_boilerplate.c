/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "origin/corpus_join.h"

enum {
    LEAST_OWN = 3,     /* articles of one outlet … */
    OWN_SHARE = 50,    /* … and one in so many of its articles */
    LEAST_SPREAD = 20, /* articles … */
    LEAST_OUTLETS = 3, /* … of so many outlets … */
    LEAST_DAYS = 31    /* … over so many days */
};

/* A block's occurrence: whose article, between what, when. */
struct occurrence {
    uint32_t publisher;
    uint32_t neighbours;
    uint32_t article;
    uint32_t first_sentence;
};

static int
compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* By publisher, then neighbours, then article. */
static int
compare_occurrences(const void *left, const void *right)
{
    const struct occurrence *a = left;
    const struct occurrence *b = right;

    if (a->publisher != b->publisher)
        return compare_numbers(a->publisher, b->publisher);
    if (a->neighbours != b->neighbours)
        return compare_numbers(a->neighbours, b->neighbours);
    return compare_numbers(a->article, b->article);
}

/* Whether what one publisher prints between so many different neighbours is boilerplate
 * of its own. */
static bool
is_own(const size_t *n_articles, uint32_t publisher, size_t n_settings)
{
    return publisher != 0 && n_settings >= LEAST_OWN &&
           n_settings * OWN_SHARE >= n_articles[publisher];
}

static int
compare_neighbours(const void *left, const void *right)
{
    const struct occurrence *a = left;
    const struct occurrence *b = right;

    return compare_numbers(a->neighbours, b->neighbours);
}

/* Between how many different neighbours the block stands; sorts all[0..n). */
static size_t
count_settings(struct occurrence *all, size_t n)
{
    size_t n_settings = 1;
    size_t i;

    qsort(all, n, sizeof *all, compare_neighbours);
    for (i = 1; i < n; i++)
        n_settings += all[i].neighbours != all[i - 1].neighbours;
    return n_settings;
}

/* Whether the block is boilerplate: all[0..n) are its occurrences.  A story that many
 * reprint stands between its own blocks everywhere. */
static bool
is_boilerplate(const struct xc_corpus *corpus, const size_t *n_articles,
               struct occurrence *all, size_t n)
{
    size_t n_settings_of_all = count_settings(all, n);
    int32_t first_day = INT32_MAX;
    int32_t last_day = INT32_MIN;
    size_t n_outlets = 0;
    size_t n_settings = 0; /* of the publisher at hand */
    size_t i;

    if (n_settings_of_all < LEAST_OWN)
        return false;
    qsort(all, n, sizeof *all, compare_occurrences);
    for (i = 0; i < n; i++) {
        int32_t day = corpus->articles.items[all[i].article].facts.day;
        bool other = i == 0 || all[i].publisher != all[i - 1].publisher;

        if (other) {
            n_settings = 0;
            n_outlets += all[i].publisher != 0;
        }
        n_settings += other || all[i].neighbours != all[i - 1].neighbours;
        if (is_own(n_articles, all[i].publisher, n_settings))
            return true;
        if (day == INT32_MIN)
            continue;
        first_day = day < first_day ? day : first_day;
        last_day = day > last_day ? day : last_day;
    }
    return n_settings_of_all >= LEAST_SPREAD && n_outlets >= LEAST_OUTLETS &&
           last_day > first_day && (int64_t)last_day - first_day >= LEAST_DAYS;
}

/* Flags the sentences of the block that begins with sentence `first`: up to the next
 * that begins one. */
static void
flag_block(struct xc_corpus *corpus, const unsigned char *begins, uint32_t article,
           uint32_t first)
{
    const struct xc_corpus_article *at = &corpus->articles.items[article];
    size_t end = (size_t)at->first_sentence + at->n_sentences;
    size_t s = first;

    do {
        corpus->inert[s / 8] |= (unsigned char)(1u << (s % 8));
        s++;
    } while (s < end && (begins[s / 8] >> (s % 8) & 1u) == 0);
}

/* Judges the blocks of one shard; begins has a bit for each sentence that begins a
 * block. */
static enum xc_status
judge_shard(struct xc_corpus *corpus, size_t shard, const size_t *n_articles,
            const unsigned char *begins, struct xc_arena *room)
{
    struct xc_entry *entries;
    struct occurrence *all;
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
        if (end - i < LEAST_OWN)
            continue;
        all = xc_arena_array(room, end - i, sizeof *all);
        if (all == NULL)
            return XC_NO_MEMORY;
        for (k = i; k < end; k++) {
            uint32_t article = (uint32_t)xc_corpus_article_of(corpus, entries[k].b);

            all[k - i] =
                (struct occurrence){corpus->articles.items[article].facts.publisher,
                                    entries[k].a, article, entries[k].b};
        }
        if (!is_boilerplate(corpus, n_articles, all, end - i))
            continue;
        for (k = 0; k < end - i; k++)
            flag_block(corpus, begins, all[k].article, all[k].first_sentence);
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
    return (corpus->inert[s / 8] >> (s % 8) & 1u) != 0;
}
