/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hash for words of a few letters, quicker than xc_hash_bytes and for look-ups only:
 * it differs between machines, and nothing that comes out may depend on it.
 */
#ifndef XC_MATCH_WORD_HASH_H
#define XC_MATCH_WORD_HASH_H

#include <stdint.h>
#include <string.h>

#include "base/hash.h"

static inline uint64_t
xc_word_hash_load(const char *bytes, size_t n)
{
    uint64_t eight = 0;
    uint32_t four;

    if (n == 8) {
        memcpy(&eight, bytes, sizeof eight);
    } else {
        memcpy(&four, bytes, sizeof four);
        eight = four;
    }
    return eight;
}

/* The hash of key, all of whose bytes count: a word of up to 16 bytes is two loads that
 * may overlap. */
static inline uint64_t
xc_word_hash(struct xc_str key)
{
    uint64_t first = 0;
    uint64_t last = 0;
    uint64_t hash;

    if (key.len > 16)
        return xc_hash_bytes(key);
    if (key.len >= 8) {
        first = xc_word_hash_load(key.ptr, 8);
        last = xc_word_hash_load(key.ptr + key.len - 8, 8);
    } else if (key.len >= 4) {
        first = xc_word_hash_load(key.ptr, 4);
        last = xc_word_hash_load(key.ptr + key.len - 4, 4);
    } else if (key.len > 0) {
        first = (unsigned char)key.ptr[0];
        last = (uint64_t)(unsigned char)key.ptr[key.len / 2] << 8 |
               (unsigned char)key.ptr[key.len - 1];
    }
    /* The odd multipliers of base/hash.c. */
    hash = (first ^ key.len) * UINT64_C(0xBF58476D1CE4E5B9);
    hash = (hash ^ hash >> 29 ^ last) * UINT64_C(0x94D049BB133111EB);
    return hash ^ hash >> 32;
}

#endif
