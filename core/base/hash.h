/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One fixed 64-bit hash for words, sentences and blocks.
 *
 * The seed is fixed, so that the same input gives the same bytes out on every
 * machine; whoever looks something up by hash compares the bytes afterwards.
 */
#ifndef XC_BASE_HASH_H
#define XC_BASE_HASH_H

#include <stdint.h>

#include "base/span.h"

/* The hash of the bytes: equal bytes, equal hash, on every machine. */
uint64_t xc_hash_bytes(struct xc_str bytes);

/* Odd multipliers with well mixed bits: 2^64 divided by the golden ratio, and the
 * finaliser constants of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014). */
#define XC_HASH_GOLDEN 0x9E3779B97F4A7C15u

static inline uint64_t
xc_hash_mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBu;
    x ^= x >> 31;
    return x;
}

/* The hash of the pair (hash, next): order matters, for building up sequences. */
static inline uint64_t
xc_hash_join(uint64_t hash, uint64_t next)
{
    return xc_hash_mix(hash * XC_HASH_GOLDEN + next);
}

#endif
