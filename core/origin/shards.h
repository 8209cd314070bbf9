/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Entries by the hundred million, sorted: spilled to scratch space in shards, of which
 * one at a time is loaded and sorted in memory.
 */
#ifndef XC_ORIGIN_SHARDS_H
#define XC_ORIGIN_SHARDS_H

#include "base/arena.h"
#include "base/scratch.h"

/* Shards of one set, each a stream of scratch space. */
#define XC_N_SHARDS 32

struct xc_entry {
    uint64_t key;
    uint32_t a;
    uint32_t b;
};

struct xc_shards {
    const struct xc_scratch *scratch;
    size_t first_stream;
    size_t n[XC_N_SHARDS];      /* entries */
    size_t n_gone[XC_N_SHARDS]; /* those before them that were dropped */
};

/* An empty set on the XC_N_SHARDS streams from first_stream on. */
void xc_shards_init(struct xc_shards *shards, const struct xc_scratch *scratch,
                    size_t first_stream);

/* Appends an entry to the shard that key belongs to: for keys that are hashes. */
XC_MUST_CHECK enum xc_status xc_shards_add(struct xc_shards *shards,
                                           const struct xc_entry *entry);

/* Appends an entry to this shard: for keys whose order counts. */
XC_MUST_CHECK enum xc_status xc_shards_add_to(struct xc_shards *shards, size_t shard,
                                              const struct xc_entry *entry);

/*
 * Loads a shard into *out (arena), sorted by key; entries of one key stay in the order in
 * which they were added.  *out_n is how many there are.
 */
XC_MUST_CHECK enum xc_status xc_shards_load(const struct xc_shards *shards,
                                            size_t shard, struct xc_arena *arena,
                                            struct xc_entry **out, size_t *out_n);

/* Drops all entries; what is added from now on is all there is. */
void xc_shards_restart(struct xc_shards *shards);

/* The end of the run of entries[i]'s key. */
size_t xc_entries_run(const struct xc_entry *entries, size_t n, size_t i);

#endif
