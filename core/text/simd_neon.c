/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/simd.h"

#if defined(__aarch64__) && defined(__ARM_NEON)

#include <arm_neon.h>

static inline uint8x16_t
equal(uint8x16_t bytes, uint8_t c)
{
    return vceqq_u8(bytes, vdupq_n_u8(c));
}

/* 0xFF where first <= byte < first + n. */
static inline uint8x16_t
within(uint8x16_t bytes, uint8_t first, uint8_t n)
{
    return vcltq_u8(vsubq_u8(bytes, vdupq_n_u8(first)), vdupq_n_u8(n));
}

/* A bit for each byte of flags, 0xFF or 0: ARM has no instruction for it. */
static inline uint64_t
bits_of(uint8x16_t flags, unsigned shift)
{
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128,
                                        1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t weighed = vandq_u8(flags, vld1q_u8(weights));
    uint64_t low = vaddv_u8(vget_low_u8(weighed));
    uint64_t high = vaddv_u8(vget_high_u8(weighed));

    return (low | high << 8) << shift;
}

static void
neon_map(const char *block, struct xc_byte_map *out)
{
    struct xc_byte_map map = {0};
    unsigned i;

    for (i = 0; i < XC_SIMD_BYTES; i += 16) {
        uint8x16_t bytes = vld1q_u8((const uint8_t *)block + i);
        uint8x16_t apostrophe = equal(bytes, '\'');
        uint8x16_t point = equal(bytes, '.');

        map.word |=
            bits_of(vorrq_u8(within(bytes, 'a', 26), within(bytes, '0', 10)), i);
        map.space |= bits_of(equal(bytes, ' '), i);
        map.quote |= bits_of(vorrq_u8(apostrophe, equal(bytes, '"')), i);
        map.stop |=
            bits_of(vorrq_u8(point, vorrq_u8(equal(bytes, '!'), equal(bytes, '?'))), i);
        map.item |= bits_of(vorrq_u8(equal(bytes, 0xE2),
                                     vorrq_u8(equal(bytes, '('), equal(bytes, '1'))),
                            i);
        map.sign |= bits_of(
            vorrq_u8(vorrq_u8(vcgeq_u8(bytes, vdupq_n_u8(0x80)), equal(bytes, '*')),
                     vorrq_u8(apostrophe, point)),
            i);
    }
    *out = map;
}

static size_t
neon_lower(const char *from, size_t n, char *to)
{
    uint64_t after_space = 0;
    size_t i;

    for (i = 0; n - i >= 16; i += 16) {
        uint8x16_t bytes = vld1q_u8((const uint8_t *)from + i);
        uint8x16_t upper = vandq_u8(within(bytes, 'A', 26), vdupq_n_u8(0x20));
        uint64_t spaces = bits_of(equal(bytes, ' '), 0);
        uint64_t plain =
            bits_of(vbicq_u8(within(bytes, ' ', '~' - ' ' + 1), equal(bytes, '`')), 0) &
            ~(spaces & (spaces << 1 | after_space));

        vst1q_u8((uint8_t *)to + i, vorrq_u8(bytes, upper));
        if ((plain & 0xFFFF) != 0xFFFF)
            return i + (size_t)__builtin_ctzll(~plain);
        after_space = spaces >> 15;
    }
    return i;
}

static const struct xc_simd neon = {"NEON", neon_map, neon_lower};

const struct xc_simd *
xc_simd_neon(void)
{
    return &neon;
}

#else

const struct xc_simd *
xc_simd_neon(void)
{
    return NULL;
}

#endif
