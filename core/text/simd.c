/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/simd.h"

#include <string.h>

#include "base/vec.h"

enum {
    IS_WORD = 1 << 0,
    IS_SPACE = 1 << 1,
    IS_QUOTE = 1 << 2,
    IS_STOP = 1 << 3,
    IS_ITEM = 1 << 4,
    IS_SIGN = 1 << 5,
};

static const unsigned char classes[256] = {
    [' '] = IS_SPACE,          ['"'] = IS_QUOTE, ['\''] = IS_QUOTE | IS_SIGN,
    ['.'] = IS_STOP | IS_SIGN, ['!'] = IS_STOP,  ['?'] = IS_STOP,
    ['*'] = IS_SIGN,           ['('] = IS_ITEM,  ['1'] = IS_WORD | IS_ITEM,
    ['0'] = IS_WORD,           ['2'] = IS_WORD,  ['3'] = IS_WORD,
    ['4'] = IS_WORD,           ['5'] = IS_WORD,  ['6'] = IS_WORD,
    ['7'] = IS_WORD,           ['8'] = IS_WORD,  ['9'] = IS_WORD,
    ['a'] = IS_WORD,           ['b'] = IS_WORD,  ['c'] = IS_WORD,
    ['d'] = IS_WORD,           ['e'] = IS_WORD,  ['f'] = IS_WORD,
    ['g'] = IS_WORD,           ['h'] = IS_WORD,  ['i'] = IS_WORD,
    ['j'] = IS_WORD,           ['k'] = IS_WORD,  ['l'] = IS_WORD,
    ['m'] = IS_WORD,           ['n'] = IS_WORD,  ['o'] = IS_WORD,
    ['p'] = IS_WORD,           ['q'] = IS_WORD,  ['r'] = IS_WORD,
    ['s'] = IS_WORD,           ['t'] = IS_WORD,  ['u'] = IS_WORD,
    ['v'] = IS_WORD,           ['w'] = IS_WORD,  ['x'] = IS_WORD,
    ['y'] = IS_WORD,           ['z'] = IS_WORD,
};

static void
table_map(const char *block, struct xc_byte_map *out)
{
    struct xc_byte_map map = {0};
    size_t i;

    for (i = 0; i < XC_SIMD_BYTES; i++) {
        unsigned char c = (unsigned char)block[i];
        uint64_t is = classes[c];

        map.word |= (is & 1) << i;
        map.space |= (is >> 1 & 1) << i;
        map.quote |= (is >> 2 & 1) << i;
        map.stop |= (is >> 3 & 1) << i;
        map.item |= (is >> 4 & 1) << i;
        map.sign |= (is >> 5 & 1) << i;
        map.item |= (uint64_t)(c == 0xE2) << i;
        map.sign |= (uint64_t)(c >> 7) << i;
    }
    *out = map;
}

static size_t
table_lower(const char *from, size_t n, char *to)
{
    bool after_space = false;
    size_t i;

    for (i = 0; i < n; i++) {
        char c = from[i];

        if (c < ' ' || c > '~' || c == '`' || (c == ' ' && after_space))
            break;
        after_space = c == ' ';
        to[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return i;
}

static const struct xc_simd table = {"table", table_map, table_lower};

const struct xc_simd *
xc_simd_at(size_t i)
{
    const struct xc_simd *all[] = {&table, xc_simd_sse2(), xc_simd_avx2(),
                                   xc_simd_neon()};
    size_t at;

    for (at = 0; at < XC_COUNT(all); at++) {
        if (all[at] != NULL && i-- == 0)
            return all[at];
    }
    return NULL;
}

const struct xc_simd *
xc_simd_best(void)
{
    const struct xc_simd *best = xc_simd_avx2();

    if (best == NULL)
        best = xc_simd_sse2();
    if (best == NULL)
        best = xc_simd_neon();
    return best == NULL ? &table : best;
}

const struct xc_byte_map *
xc_byte_maps_new(struct xc_str text, struct xc_arena *arena)
{
    const xc_simd_map map = xc_simd_best()->map;
    const size_t n = text.len / XC_SIMD_BYTES;
    struct xc_byte_map *maps = xc_arena_alloc(arena, (n + 1) * sizeof *maps);
    char rest[XC_SIMD_BYTES] = {0};
    size_t i;

    if (maps == NULL)
        return NULL;
    for (i = 0; i < n; i++)
        map(text.ptr + i * XC_SIMD_BYTES, &maps[i]);
    if (text.len % XC_SIMD_BYTES > 0)
        memcpy(rest, text.ptr + n * XC_SIMD_BYTES, text.len % XC_SIMD_BYTES);
    map(rest, &maps[n]);
    return maps;
}
