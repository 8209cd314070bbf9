/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/simd.h"

#if defined(__x86_64__)

#include <immintrin.h>

/* Every x86-64 has SSE2; AVX2 is asked for. */
#define WITH_AVX2 __attribute__((target("avx2")))

static inline __m128i
equal(__m128i bytes, char c)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/* 0xFF where first <= byte < first + n. */
static inline __m128i
within(__m128i bytes, char first, char n)
{
    __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(first));

    return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8((char)(n - 1))),
                          from_first);
}

static inline uint64_t
bits_of(__m128i flags, unsigned shift)
{
    return (uint64_t)(uint32_t)_mm_movemask_epi8(flags) << shift;
}

static void
sse2_map(const char *block, struct xc_byte_map *out)
{
    struct xc_byte_map map = {0};
    unsigned i;

    for (i = 0; i < XC_SIMD_BYTES; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(block + i));
        __m128i apostrophe = equal(bytes, '\'');
        __m128i point = equal(bytes, '.');

        map.word |=
            bits_of(_mm_or_si128(within(bytes, 'a', 26), within(bytes, '0', 10)), i);
        map.space |= bits_of(equal(bytes, ' '), i);
        map.quote |= bits_of(_mm_or_si128(apostrophe, equal(bytes, '"')), i);
        map.stop |= bits_of(
            _mm_or_si128(point, _mm_or_si128(equal(bytes, '!'), equal(bytes, '?'))), i);
        map.item |=
            bits_of(_mm_or_si128(equal(bytes, (char)0xE2),
                                 _mm_or_si128(equal(bytes, '('), equal(bytes, '1'))),
                    i);
        /* The sign bit of a byte is what tells that it is not ASCII. */
        map.sign |= bits_of(_mm_or_si128(_mm_or_si128(bytes, equal(bytes, '*')),
                                         _mm_or_si128(apostrophe, point)),
                            i);
    }
    *out = map;
}

static size_t
sse2_lower(const char *from, size_t n, char *to)
{
    uint32_t after_space = 0;
    size_t i;

    for (i = 0; n - i >= 16; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(from + i));
        __m128i upper = _mm_and_si128(within(bytes, 'A', 26), _mm_set1_epi8(0x20));
        uint32_t spaces = (uint32_t)_mm_movemask_epi8(equal(bytes, ' '));
        uint32_t plain = (uint32_t)_mm_movemask_epi8(_mm_andnot_si128(
                             equal(bytes, '`'), within(bytes, ' ', '~' - ' ' + 1))) &
                         ~(spaces & (spaces << 1 | after_space));

        _mm_storeu_si128((__m128i *)(void *)(to + i), _mm_or_si128(bytes, upper));
        if ((plain & 0xFFFF) != 0xFFFF)
            return i + (size_t)__builtin_ctz(~plain);
        after_space = spaces >> 15;
    }
    return i;
}

static inline WITH_AVX2 __m256i
equal_wide(__m256i bytes, char c)
{
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c));
}

static inline WITH_AVX2 __m256i
within_wide(__m256i bytes, char first, char n)
{
    __m256i from_first = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));

    return _mm256_cmpeq_epi8(
        _mm256_min_epu8(from_first, _mm256_set1_epi8((char)(n - 1))), from_first);
}

static inline WITH_AVX2 uint64_t
bits_of_wide(__m256i flags, unsigned shift)
{
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(flags) << shift;
}

static WITH_AVX2 void
avx2_map(const char *block, struct xc_byte_map *out)
{
    struct xc_byte_map map = {0};
    unsigned i;

    for (i = 0; i < XC_SIMD_BYTES; i += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(block + i));
        __m256i apostrophe = equal_wide(bytes, '\'');
        __m256i point = equal_wide(bytes, '.');

        map.word |= bits_of_wide(
            _mm256_or_si256(within_wide(bytes, 'a', 26), within_wide(bytes, '0', 10)),
            i);
        map.space |= bits_of_wide(equal_wide(bytes, ' '), i);
        map.quote |=
            bits_of_wide(_mm256_or_si256(apostrophe, equal_wide(bytes, '"')), i);
        map.stop |= bits_of_wide(
            _mm256_or_si256(
                point, _mm256_or_si256(equal_wide(bytes, '!'), equal_wide(bytes, '?'))),
            i);
        map.item |=
            bits_of_wide(_mm256_or_si256(equal_wide(bytes, (char)0xE2),
                                         _mm256_or_si256(equal_wide(bytes, '('),
                                                         equal_wide(bytes, '1'))),
                         i);
        map.sign |=
            bits_of_wide(_mm256_or_si256(_mm256_or_si256(bytes, equal_wide(bytes, '*')),
                                         _mm256_or_si256(apostrophe, point)),
                         i);
    }
    *out = map;
}

static WITH_AVX2 size_t
avx2_lower(const char *from, size_t n, char *to)
{
    uint32_t after_space = 0;
    size_t i;

    for (i = 0; n - i >= 32; i += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(from + i));
        __m256i upper =
            _mm256_and_si256(within_wide(bytes, 'A', 26), _mm256_set1_epi8(0x20));
        uint32_t spaces = (uint32_t)_mm256_movemask_epi8(equal_wide(bytes, ' '));
        uint32_t plain =
            (uint32_t)_mm256_movemask_epi8(_mm256_andnot_si256(
                equal_wide(bytes, '`'), within_wide(bytes, ' ', '~' - ' ' + 1))) &
            ~(spaces & (spaces << 1 | after_space));

        _mm256_storeu_si256((__m256i *)(void *)(to + i), _mm256_or_si256(bytes, upper));
        if (plain != UINT32_MAX)
            return i + (size_t)__builtin_ctz(~plain);
        after_space = spaces >> 31;
    }
    return i;
}

static const struct xc_simd sse2 = {"SSE2", sse2_map, sse2_lower};
static const struct xc_simd avx2 = {"AVX2", avx2_map, avx2_lower};

const struct xc_simd *
xc_simd_sse2(void)
{
    return &sse2;
}

const struct xc_simd *
xc_simd_avx2(void)
{
    return __builtin_cpu_supports("avx2") ? &avx2 : NULL;
}

#else

const struct xc_simd *
xc_simd_sse2(void)
{
    return NULL;
}

const struct xc_simd *
xc_simd_avx2(void)
{
    return NULL;
}

#endif
