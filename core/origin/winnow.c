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

size_t
xc_winnow(uint64_t *hashes, size_t n, size_t *out)
{
    size_t n_grams = n < XC_GRAM_WORDS ? 0 : n - XC_GRAM_WORDS + 1;
    size_t window = n_grams < WINDOW_GRAMS ? n_grams : WINDOW_GRAMS;
    size_t n_out = 0;
    size_t i;
    size_t k;

    for (i = 0; i < n_grams; i++) {
        uint64_t gram = 0;
        size_t best = i;

        for (k = 0; k < XC_GRAM_WORDS; k++)
            gram += hashes[i + k] * weights[k];
        hashes[i] = xc_hash_join(0, gram);
        if (i + 1 < window)
            continue;
        for (k = 1; k < window; k++) {
            if (hashes[i - k] < hashes[best])
                best = i - k;
        }
        if (n_out == 0 || out[n_out - 1] != best)
            out[n_out++] = best;
    }
    return n_out;
}
