/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "match/chain.h"

#include <assert.h>

/* The steps of one sequence. */
struct steps {
    const struct xc_step *items;
    size_t n;
};

/* The steps from steps[0] to the end of its sequence; there are n of all sequences. */
static struct steps
sequence_of(const struct xc_step *steps, size_t n)
{
    size_t end = 1;

    while (end < n && !steps[end].begins)
        end++;
    return (struct steps){steps, end};
}

/*
 * Notes where each step fits.  From the last word to the first, so that what must follow is
 * known; the nearest place that fits is the only one to look at, because a gap may always
 * be shorter.
 */
static void
find_fits(const struct xc_index *index, struct steps steps, struct xc_chain_words words,
          uint64_t *fits)
{
    size_t nearest[XC_MAX_CHAIN_WORDS];
    size_t at = words.n;
    size_t k;

    for (k = 0; k < steps.n; k++)
        nearest[k] = SIZE_MAX;
    while (at-- > 0) {
        uint64_t bits = 0;

        /* Upwards: step k looks at what stood behind this word for step k + 1. */
        for (k = 0; k < steps.n && words.items[at] != XC_INDEX_NONE; k++) {
            if (k + 1 < steps.n && (nearest[k + 1] == SIZE_MAX ||
                                    nearest[k + 1] - at - 1 > steps.items[k + 1].most))
                continue;
            if (!xc_index_is_in(index, words.items[at], steps.items[k].group))
                continue;
            bits |= UINT64_C(1) << k;
            nearest[k] = at;
        }
        fits[at] = bits;
    }
}

/* Takes the first place from `from` on, then always the nearest.  False when there is none;
 * from a place that fits the rest is always found. */
static bool
take_places(const uint64_t *fits, size_t n_words, size_t n_steps, size_t from,
            uint16_t *out)
{
    size_t at = from;
    size_t k;

    for (k = 0; k < n_steps; k++) {
        while (at < n_words && (fits[at] >> k & 1) == 0)
            at++;
        if (at == n_words)
            return false;
        out[k] = (uint16_t)at++;
    }
    return true;
}

bool
xc_chain_next(const struct xc_index *index, struct xc_chain *chain, uint32_t pattern,
              struct xc_chain_words words, size_t from)
{
    const struct xc_index_range *order = &index->order[pattern];
    const struct xc_step *all = index->steps + order->first;
    size_t n_all = order->end - order->first;
    size_t i;

    assert(n_all <= XC_MAX_CHAIN_WORDS && words.n <= XC_MAX_SENTENCE_WORDS);
    for (i = 0; i < n_all;) {
        struct steps steps = sequence_of(all + i, n_all - i);

        if (from == 0)
            find_fits(index, steps, words, chain->fits);
        if (!take_places(chain->fits, words.n, steps.n, from, chain->places + i))
            return false;
        i += steps.n;
    }
    chain->n_places = n_all;
    return n_all > 0;
}
