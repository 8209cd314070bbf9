/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What text is made of, 64 bytes at a time.
 *
 * A map is a bit for each byte of a block, by what the byte is; whoever looks for the ends
 * of words, for quotation marks or for full stops walks bits instead of bytes.  Each
 * way to make it (a table, SSE2, AVX2, NEON) gives the same answer, so that none can be
 * told from what comes out; xc_simd_best picks one by what the processor has.
 */
#ifndef XC_TEXT_SIMD_H
#define XC_TEXT_SIMD_H

#include <stdint.h>

#include "base/arena.h"

#define XC_SIMD_BYTES 64

/* Bit i tells of byte i. */
struct xc_byte_map {
    uint64_t word;  /* a-z, 0-9 */
    uint64_t space; /* the space alone */
    uint64_t quote; /* ' and " */
    uint64_t stop;  /* . ! ? */
    uint64_t item;  /* what a list's item may begin with: ( 1 and the byte 0xE2 */
    uint64_t sign;  /* ' . * and every byte from 0x80 on: what words.c looks at */
};

/* Maps the XC_SIMD_BYTES bytes at block. */
typedef void (*xc_simd_map)(const char *block, struct xc_byte_map *out);

/*
 * Copies the n bytes at from to `to`, ASCII capitals made small, up to the first byte
 * that does not stand for itself when folded (a control character, the grave accent, what
 * is not ASCII, a space behind a space); returns how many it copied.  `to` has
 * room for n bytes, of which those behind the ones copied may be written, too.  It
 * may stop up to XC_SIMD_BYTES early, when fewer are left than it takes at once.
 */
typedef size_t (*xc_simd_lower)(const char *from, size_t n, char *to);

struct xc_simd {
    const char *name;
    xc_simd_map map;
    xc_simd_lower lower;
};

/* The quickest that this processor has. */
const struct xc_simd *xc_simd_best(void);

/* The i-th of all that this processor has, from the plainest on; NULL behind the last. */
const struct xc_simd *xc_simd_at(size_t i);

/* The x86-64 and ARM ones; NULL where the compiler or the processor has none. */
const struct xc_simd *xc_simd_sse2(void);
const struct xc_simd *xc_simd_avx2(void);
const struct xc_simd *xc_simd_neon(void);

/*
 * The maps of a text, in arena: that of offset off is maps[off / XC_SIMD_BYTES], its bit
 * off % XC_SIMD_BYTES.  Beyond the end of the text no bit is set.  NULL when memory is
 * short.
 */
const struct xc_byte_map *xc_byte_maps_new(struct xc_str text, struct xc_arena *arena);

/* The number of the lowest bit of bits, which are not 0. */
static inline unsigned
xc_lowest_bit(uint64_t bits)
{
    return (unsigned)__builtin_ctzll(bits);
}

#endif
