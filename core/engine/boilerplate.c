/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "engine/boilerplate.h"

#include <stdlib.h>

#include "origin/boilerplate.h"

/* A mention under its block. */
struct entry {
    uint64_t block;
    uint32_t mention;
};

struct marking {
    struct xc_run *run;
    const struct xc_boilerplate_source *sources;
    struct xc_arena scratch;
    uint32_t *publishers; /* of each source: its number from 1; 0 unknown */
    size_t *n_articles;   /* of each publisher */
    struct entry *entries;
    size_t n_entries;
    struct xc_block_occurrence *room; /* for all mentions */
};

static int
compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;

    if (a->block != b->block)
        return a->block < b->block ? -1 : 1;
    return (a->mention > b->mention) - (a->mention < b->mention);
}

static bool
number_publishers(struct marking *marking)
{
    const struct xc_run *run = marking->run;
    struct xc_table numbers = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < run->sources.n; i++) {
        struct xc_str publisher = marking->sources[i].publisher;
        size_t number = 0;

        if (publisher.len > 0 && !xc_table_add(&numbers, publisher, numbers.n + 1,
                                               &marking->scratch, &number))
            return false;
        marking->publishers[i] = (uint32_t)number;
        marking->n_articles[number]++;
    }
    return true;
}

static bool
prepare(struct marking *marking)
{
    const struct xc_run *run = marking->run;
    struct xc_arena *scratch = &marking->scratch;
    size_t n = run->mentions.n;
    size_t i;

    marking->publishers =
        xc_arena_array(scratch, run->sources.n, sizeof *marking->publishers);
    marking->n_articles =
        xc_arena_array(scratch, run->sources.n + 1, sizeof *marking->n_articles);
    marking->entries = xc_arena_array(scratch, n, sizeof *marking->entries);
    marking->room = xc_arena_array(scratch, n, sizeof *marking->room);
    if (marking->publishers == NULL || marking->n_articles == NULL ||
        marking->entries == NULL || marking->room == NULL ||
        !number_publishers(marking))
        return false;
    for (i = 0; i < n; i++) {
        uint64_t block = run->mentions.items[i].block_hash;

        if (block != 0)
            marking->entries[marking->n_entries++] = (struct entry){block, (uint32_t)i};
    }
    if (marking->n_entries > 0)
        qsort(marking->entries, marking->n_entries, sizeof *marking->entries,
              compare_entries);
    return true;
}

/* Judges one block: entries[0..n) are the mentions in it. */
static void
judge_block(struct marking *marking, const struct entry *entries, size_t n)
{
    struct xc_kept *mentions = marking->run->mentions.items;
    uint32_t home;
    size_t i;

    if (n < XC_LEAST_BOILERPLATE)
        return;
    for (i = 0; i < n; i++) {
        const struct xc_kept *mention = &mentions[entries[i].mention];

        marking->room[i] = (struct xc_block_occurrence){
            marking->publishers[mention->source], mention->neighbours,
            marking->sources[mention->source].day, entries[i].mention};
    }
    home = xc_boilerplate_home(marking->n_articles, marking->room, n);
    for (i = 0; i < n && home != 0; i++) {
        struct xc_kept *mention = &mentions[entries[i].mention];

        mention->is_borrowed = marking->publishers[mention->source] != home;
    }
}

enum xc_status
xc_boilerplate_mark(struct xc_run *run, const struct xc_boilerplate_source *sources)
{
    struct marking marking = {.run = run, .sources = sources};
    enum xc_status status = XC_NO_MEMORY;
    size_t i;
    size_t end;

    xc_arena_init(&marking.scratch);
    if (prepare(&marking)) {
        const struct entry *entries = marking.entries;

        for (i = 0; i < marking.n_entries; i = end) {
            for (end = i + 1;
                 end < marking.n_entries && entries[end].block == entries[i].block;)
                end++;
            judge_block(&marking, &entries[i], end - i);
        }
        status = XC_OK;
    }
    xc_arena_release(&marking.scratch);
    return status;
}
