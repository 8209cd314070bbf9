/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/lookup.h"

/* Words looked up together: as many as leave the nearest cache room for all else. */
enum { BATCH = 128 };

/* A word that the index may have. */
struct sought {
    struct xc_word_bytes bytes;
    uint32_t hash; /* its lower half */
    uint32_t slot;
    uint32_t at; /* in the batch */
};

/* Those of words[0..n) that pass the index's filter, into sought; how many they are. */
static size_t
filter(const struct xc_index *index, const struct xc_word *words, size_t n,
       struct sought *sought)
{
    size_t n_sought = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        const struct xc_word_bytes bytes = xc_word_bytes(words[i].key);
        const uint64_t hash = xc_word_hash(bytes, words[i].key.len);
        const uint32_t bit = (uint32_t)(hash >> 32) & index->filter_mask;

        /* Written always and kept when it passes, since no processor can foretell that. */
        sought[n_sought] = (struct sought){.bytes = bytes,
                                           .hash = (uint32_t)hash,
                                           .slot = (uint32_t)hash & index->slot_mask,
                                           .at = (uint32_t)i};
        n_sought += index->filter[bit / 64] >> (bit % 64) & 1;
    }
    return n_sought;
}

/* The slot of the word, or the free one where it would be. */
static uint32_t
find_slot(const struct xc_index *index, const struct sought *word)
{
    uint32_t i = word->slot;

    while (index->slots[i].word != XC_INDEX_NONE && index->slots[i].hash != word->hash)
        i = (i + 1) & index->slot_mask;
    return i;
}

static void
look_up(const struct xc_index *index, const struct xc_word *words, size_t n,
        uint32_t *numbers)
{
    struct sought sought[BATCH];
    size_t n_sought = filter(index, words, n, sought);
    size_t i;

    for (i = 0; i < n; i++)
        numbers[i] = XC_INDEX_NONE;
    for (i = 0; i < n_sought; i++)
        __builtin_prefetch(&index->slots[sought[i].slot]);
    for (i = 0; i < n_sought; i++) {
        sought[i].slot = find_slot(index, &sought[i]);
        if (index->slots[sought[i].slot].word != XC_INDEX_NONE)
            __builtin_prefetch(&index->words[index->slots[sought[i].slot].word]);
    }
    for (i = 0; i < n_sought; i++) {
        const struct xc_str key = words[sought[i].at].key;
        uint32_t number = index->slots[sought[i].slot].word;

        /* Another word may have the same hash, and this one stand behind it. */
        if (number != XC_INDEX_NONE &&
            !xc_index_is_word(index, number, sought[i].bytes, key))
            number = xc_index_word(index, key);
        numbers[sought[i].at] = number;
        if (number != XC_INDEX_NONE)
            __builtin_prefetch(&index->word_groups[index->words[number].groups.first]);
    }
}

void
xc_lookup_words(const struct xc_index *index, const struct xc_word *words, size_t n,
                uint32_t *numbers)
{
    size_t i;

    for (i = 0; i < n; i += BATCH)
        look_up(index, words + i, n - i < BATCH ? n - i : BATCH, numbers + i);
}
