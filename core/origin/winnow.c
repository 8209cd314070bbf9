/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/winnow.h"

#include "base/hash.h"

enum { WINDOW_GRAMS = 4 };

/* Odd numbers with well mixed bits, one for each place of a gram. */
static const uint64_t weights[XC_GRAM_WORDS] = {
    0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu, 0x165667B19E3779F9u,
    0xD6E8FEB86659FD93u, 0xA0761D6478BD642Fu,
};

static uint64_t
gram_at(const uint64_t *words)
{
    uint64_t gram = 0;
    size_t k;

    for (k = 0; k < XC_GRAM_WORDS; k++)
        gram += words[k] * weights[k];
    return xc_hash_join(0, gram);
}

/* The rightmost smallest of hashes[first..last]. */
static size_t
smallest(const uint64_t *hashes, size_t first, size_t last)
{
    size_t best = first;
    size_t i;

    for (i = first + 1; i <= last; i++) {
        if (hashes[i] <= hashes[best])
            best = i;
    }
    return best;
}

size_t
xc_winnow(uint64_t *hashes, size_t n, size_t *out)
{
    size_t n_grams = n < XC_GRAM_WORDS ? 0 : n - XC_GRAM_WORDS + 1;
    size_t window = n_grams < WINDOW_GRAMS ? n_grams : WINDOW_GRAMS;
    size_t n_out = 0;
    size_t best = 0; /* of the window that ends at i */
    size_t i;

    for (i = 0; i < n_grams; i++) {
        hashes[i] = gram_at(&hashes[i]);
        if (hashes[i] <= hashes[best])
            best = i;
        else if (best + window <= i)
            best = smallest(hashes, best + 1, i);
        if (i + 1 >= window && (n_out == 0 || out[n_out - 1] != best))
            out[n_out++] = best;
    }
    return n_out;
}
