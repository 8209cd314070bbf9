/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gzip and zstd data made by hand, without the libraries under test: stored blocks only.
 */
#ifndef XC_TESTS_PACKED_H
#define XC_TESTS_PACKED_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* The CRC-32 of RFC 1952, bit by bit. */
static inline uint32_t
packed_crc(struct xc_str text)
{
    uint32_t crc = 0xFFFFFFFFu;
    size_t i;
    int bit;

    for (i = 0; i < text.len; i++) {
        crc ^= (unsigned char)text.ptr[i];
        for (bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
    }
    return ~crc;
}

/* Puts the n low bytes of number at out, little-endian; returns n. */
static inline size_t
packed_number(char *out, uint32_t number, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        out[i] = (char)(number >> 8 * i & 0xFF);
    return n;
}

/* a, then b. */
static inline struct xc_str
packed_join(struct xc_arena *into, struct xc_str a, struct xc_str b)
{
    char *bytes = xc_arena_alloc(into, a.len + b.len + 1);

    if (a.len > 0)
        memcpy(bytes, a.ptr, a.len);
    if (b.len > 0)
        memcpy(bytes + a.len, b.ptr, b.len);
    bytes[a.len + b.len] = '\0';
    return (struct xc_str){bytes, a.len + b.len};
}

/* text as one gzip member. */
static inline struct xc_str
packed_gzip(struct xc_arena *into, struct xc_str text)
{
    const size_t most = 0xFFFF; /* bytes of a stored block */
    char *bytes = xc_arena_alloc(into, text.len + (text.len / most + 1) * 5 + 18);
    size_t off = 0;
    size_t used = 10;

    memcpy(bytes, "\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
    do {
        const size_t n = text.len - off < most ? text.len - off : most;

        bytes[used++] = off + n == text.len ? 1 : 0;
        used += packed_number(bytes + used, (uint32_t)n, 2);
        used += packed_number(bytes + used, ~(uint32_t)n, 2);
        if (n > 0)
            memcpy(bytes + used, text.ptr + off, n);
        used += n;
        off += n;
    } while (off < text.len);
    used += packed_number(bytes + used, packed_crc(text), 4);
    used += packed_number(bytes + used, (uint32_t)text.len, 4);
    return (struct xc_str){bytes, used};
}

/* The head of a zstd frame with a window of 2^log bytes. */
static inline size_t
packed_zstd_head(char *out, int log)
{
    memcpy(out, "\x28\xB5\x2F\xFD\0", 5);
    out[5] = (char)((log - 10) << 3);
    return 6;
}

/* A block's three bytes: raw (kind 0) or one byte n times (kind 1). */
static inline size_t
packed_zstd_block(char *out, size_t n, uint32_t kind, bool last)
{
    return packed_number(out, (uint32_t)n << 3 | kind << 1 | (last ? 1u : 0u), 3);
}

/* text as one zstd frame. */
static inline struct xc_str
packed_zstd(struct xc_arena *into, struct xc_str text)
{
    const size_t most = (size_t)64 << 10;
    char *bytes = xc_arena_alloc(into, text.len + (text.len / most + 1) * 3 + 6);
    size_t used = packed_zstd_head(bytes, 17);
    size_t off = 0;

    do {
        const size_t n = text.len - off < most ? text.len - off : most;

        used += packed_zstd_block(bytes + used, n, 0, off + n == text.len);
        if (n > 0)
            memcpy(bytes + used, text.ptr + off, n);
        used += n;
        off += n;
    } while (off < text.len);
    return (struct xc_str){bytes, used};
}

/* n_blocks times 128 KiB of the byte c as one zstd frame of 4 bytes a block. */
static inline struct xc_str
packed_zstd_bomb(struct xc_arena *into, size_t n_blocks, char c)
{
    char *bytes = xc_arena_alloc(into, 6 + 4 * n_blocks);
    size_t used = packed_zstd_head(bytes, 17);
    size_t i;

    for (i = 1; i <= n_blocks; i++) {
        used += packed_zstd_block(bytes + used, (size_t)128 << 10, 1, i == n_blocks);
        bytes[used++] = c;
    }
    return (struct xc_str){bytes, used};
}

#endif
