/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/hash.h"

/* Odd multipliers with well mixed bits: 2^64 divided by the golden ratio, and the
 * finaliser constants of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014). */
static const uint64_t golden = 0x9E3779B97F4A7C15u;

static uint64_t
mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBu;
    x ^= x >> 31;
    return x;
}

/* Little-endian whatever the machine, so that hashes agree everywhere. */
static uint64_t
load(const unsigned char *bytes, size_t len)
{
    uint64_t x = 0;
    size_t i;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (len == 8) {
        memcpy(&x, bytes, sizeof x);
        return x;
    }
    /* Two halves that overlap say the same of the bytes that they share. */
    if (len >= 4) {
        uint32_t low;
        uint32_t high;

        memcpy(&low, bytes, sizeof low);
        memcpy(&high, bytes + len - sizeof high, sizeof high);
        return low | (uint64_t)high << (8 * (len - sizeof high));
    }
#endif
    for (i = 0; i < len; i++)
        x |= (uint64_t)bytes[i] << (8 * i);
    return x;
}

uint64_t
xc_hash_bytes(struct xc_str bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.ptr;
    uint64_t hash = golden ^ bytes.len;
    size_t left = bytes.len;

    while (left >= 8) {
        hash = mix(hash ^ load(at, 8)) + golden;
        at += 8;
        left -= 8;
    }
    if (left > 0)
        hash = mix(hash ^ load(at, left)) + golden;
    return mix(hash);
}

uint64_t
xc_hash_join(uint64_t hash, uint64_t next)
{
    return mix(hash * golden + next);
}
