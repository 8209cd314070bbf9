/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/hash.h"

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
    uint64_t hash = XC_HASH_GOLDEN ^ bytes.len;
    size_t left = bytes.len;

    while (left >= 8) {
        hash = xc_hash_mix(hash ^ load(at, 8)) + XC_HASH_GOLDEN;
        at += 8;
        left -= 8;
    }
    if (left > 0)
        hash = xc_hash_mix(hash ^ load(at, left)) + XC_HASH_GOLDEN;
    return xc_hash_mix(hash);
}
