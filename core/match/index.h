/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The index of required words: which patterns could match, given the words of a
 * sentence.
 *
 * Every pattern is an AND of OR-groups of words.  It waits behind one group, the one
 * that is likely to be met most seldom; the next rarest stands beside it in the posting, so
 * that most patterns are passed over without looking at anything of theirs.  Equal groups
 * of different patterns are one group here ("<corset>" stands in ten claims and is stamped
 * once).  The index only over-approximates: values and what is left of word order are the
 * affair of confirmation.
 */
#ifndef XC_MATCH_INDEX_H
#define XC_MATCH_INDEX_H

#include "base/table.h"
#include "base/word_hash.h"
#include "match/order.h"
#include "rule/pattern.h"

/* No word, no group. */
#define XC_INDEX_NONE UINT32_MAX

/* A piece of an array: [first, end). */
struct xc_index_range {
    uint32_t first;
    uint32_t end;
};

struct xc_index_slot {
    uint32_t hash; /* its lower half */
    uint32_t word; /* XC_INDEX_NONE: free */
};

/* A word of the patterns: what a look-up compares and where it leads to, side by side,
 * because with many patterns each of them is a wait for memory. */
struct xc_index_word {
    struct xc_word_bytes bytes;
    uint32_t len;
    struct xc_index_range groups; /* in word_groups */
};

/* A pattern that waits on a group. */
struct xc_posting {
    uint32_t pattern;
    uint32_t second; /* a group that it needs besides; XC_INDEX_NONE: no other */
};

struct xc_index {
    /* Bit (hash >> 32) & filter_mask is set for every word: most words of an article are
     * in no pattern, and go no further. */
    uint64_t *filter;
    uint32_t filter_mask;
    struct xc_index_slot *slots; /* of all words, by hash; a power of two, half full */
    uint32_t slot_mask;
    struct xc_index_word *words;       /* by word number */
    struct xc_str *keys;               /* likewise; borrowed from the patterns */
    uint32_t *word_groups;             /* group numbers, ascending for each word */
    struct xc_index_range *waiting_on; /* per group: in waiting */
    struct xc_posting *waiting;        /* patterns ascending in each group */
    uint32_t n_groups;
    struct xc_index_range *needs; /* per pattern: in needed */
    uint32_t *needed; /* group numbers, without the two that its posting knows */
    struct xc_index_range *order; /* per pattern: in steps */
    struct xc_step *steps;
    uint32_t *always; /* patterns without required words, ascending */
    uint32_t n_always;
    uint32_t n_patterns;
};

/*
 * Builds the index of patterns[0..n) in arena; their keys are borrowed.  A group that
 * holds a word of common_words is waited on only when no other is left.
 */
XC_MUST_CHECK enum xc_status xc_index_new(const struct xc_pattern *const *patterns,
                                          size_t n, const struct xc_table *common_words,
                                          struct xc_arena *arena, struct xc_index *out);

/* Whether the word with this number is key, whose bytes these are. */
static inline bool
xc_index_is_word(const struct xc_index *index, uint32_t number,
                 struct xc_word_bytes bytes, struct xc_str key)
{
    const struct xc_index_word *word = &index->words[number];

    return word->bytes.first == bytes.first && word->bytes.last == bytes.last &&
           word->len == key.len &&
           (key.len <= XC_WORD_BYTES_ALL || xc_str_equal(index->keys[number], key));
}

/* The number of the word with this key, XC_INDEX_NONE when it is in no pattern.  Inline:
 * asked for every word of every article.  The bytes are compared, the hash is not trusted. */
static inline uint32_t
xc_index_word(const struct xc_index *index, struct xc_str key)
{
    struct xc_word_bytes bytes = xc_word_bytes(key);
    uint64_t hash = xc_word_hash(bytes, key.len);
    uint32_t bit = (uint32_t)(hash >> 32) & index->filter_mask;
    uint32_t i = (uint32_t)hash & index->slot_mask;

    if ((index->filter[bit / 64] >> (bit % 64) & 1) == 0)
        return XC_INDEX_NONE;
    while (index->slots[i].word != XC_INDEX_NONE &&
           (index->slots[i].hash != (uint32_t)hash ||
            !xc_index_is_word(index, index->slots[i].word, bytes, key)))
        i = (i + 1) & index->slot_mask;
    return index->slots[i].word;
}

/* Whether the word stands in the group. */
bool xc_index_is_in(const struct xc_index *index, uint32_t word, uint32_t group);

#endif
