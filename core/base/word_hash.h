/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hash for words of a few letters, quicker than xc_hash_bytes and for look-ups only:
 * it differs between machines, and nothing that comes out may depend on it.
 */
#ifndef XC_BASE_WORD_HASH_H
#define XC_BASE_WORD_HASH_H

#include <stdint.h>
#include <string.h>

#include "base/hash.h"

/* The longest word that its two loads tell whole. */
#define XC_WORD_BYTES_ALL ((size_t)16)

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

/* A word in two loads that may overlap.  With its length these are all of a word of up to
 * 16 bytes; of a longer one, nothing but a hash. */
struct xc_word_bytes {
    uint64_t first;
    uint64_t last;
};

static inline struct xc_word_bytes
xc_word_bytes(struct xc_str key)
{
    struct xc_word_bytes bytes = {0, 0};

    if (key.len > XC_WORD_BYTES_ALL) {
        bytes.first = xc_hash_bytes(key);
    } else if (key.len >= 8) {
        bytes.first = xc_word_hash_load(key.ptr, 8);
        bytes.last = xc_word_hash_load(key.ptr + key.len - 8, 8);
    } else if (key.len >= 4) {
        bytes.first = xc_word_hash_load(key.ptr, 4);
        bytes.last = xc_word_hash_load(key.ptr + key.len - 4, 4);
    } else if (key.len > 0) {
        bytes.first = (unsigned char)key.ptr[0];
        bytes.last = (uint64_t)(unsigned char)key.ptr[key.len / 2] << 8 |
                     (unsigned char)key.ptr[key.len - 1];
    }
    return bytes;
}

/* The hash of a word with these bytes and this length. */
static inline uint64_t
xc_word_hash(struct xc_word_bytes bytes, size_t len)
{
    /* The odd multipliers of base/hash.c. */
    uint64_t hash = (bytes.first ^ len) * UINT64_C(0xBF58476D1CE4E5B9);

    hash = (hash ^ hash >> 29 ^ bytes.last) * UINT64_C(0x94D049BB133111EB);
    return hash ^ hash >> 32;
}

#endif
