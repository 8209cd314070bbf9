/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Eight bytes of a text at a time: which of them are what is looked for.
 *
 * A set of bytes is a word with the high bit of each; 0 is none.
 *
 *     xc_bytes_equal(xc_bytes_load("a \"b\" cd"), '"')  ->  the third and the fifth
 */
#ifndef XC_BASE_BYTES_H
#define XC_BASE_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define XC_BYTES_AT_ONCE sizeof(uint64_t)
#define XC_BYTES_ONES (UINT64_MAX / 0xFF)
#define XC_BYTES_HIGH (XC_BYTES_ONES << 7)

static inline uint64_t
xc_bytes_load(const char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return word;
}

/* Those that are c. */
static inline uint64_t
xc_bytes_equal(uint64_t word, unsigned char c)
{
    const uint64_t x = word ^ (XC_BYTES_ONES * c);

    /* The sum has a high bit where any of the seven low ones is set: no carry leaves its
     * byte. */
    return ~(((x & ~XC_BYTES_HIGH) + ~XC_BYTES_HIGH) | x) & XC_BYTES_HIGH;
}

/* How many are in the set: a product with ones adds them up in its highest byte. */
static inline size_t
xc_bytes_count(uint64_t set)
{
    return (size_t)(((set >> 7) * XC_BYTES_ONES) >> 56);
}

#endif
