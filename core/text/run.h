/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs: letters and digits that are a word just as they stand, as most words are.
 *
 *     the toll rose to 12, she said     seven runs
 *     don't  3,000  u.s.  f**king       none: token.c knows what those are
 */
#ifndef XC_TEXT_RUN_H
#define XC_TEXT_RUN_H

#include "base/span.h"
#include "text/simd.h"

/* Where the letters and digits end that begin before off, the first byte of a map that
 * they may go on into; for xc_run_next. */
size_t xc_run_end(const struct xc_byte_map *maps, size_t off, size_t end);

/* Whether what stands behind the letters and digits [at, end) can't change what they
 * are.  True only when token.c would say the same. */
bool xc_run_stands_alone(struct xc_str text, size_t at, size_t end);

/*
 * Moves *at to the first offset from there on at which a token may begin or a sign
 * stands that tells of one (an apostrophe, a star, a point), and *out_end behind the run
 * there: *at itself when it is no run, and token.c must say what it is.  False when
 * there is no such offset before text ends.  maps are those of the same bytes.  In this
 * header because every word of every article passes here.
 */
static inline bool
xc_run_next(const struct xc_byte_map *maps, struct xc_str text, size_t *at,
            size_t *out_end)
{
    size_t first = *at;

    while (first < text.len) {
        const struct xc_byte_map *map = &maps[first / XC_SIMD_BYTES];
        const unsigned bit = first % XC_SIMD_BYTES;
        uint64_t words = map->word >> bit;
        uint64_t any = words | map->sign >> bit;
        unsigned skipped;

        if (any == 0) {
            first += XC_SIMD_BYTES - bit;
            continue;
        }
        skipped = xc_lowest_bit(any);
        first += skipped;
        if (first >= text.len)
            return false;
        *at = first;
        *out_end = first;
        words >>= skipped;
        if ((words & 1) != 0) {
            /* Bits behind the map are none, so that a run ends with it at the latest. */
            size_t end = words == UINT64_MAX ? first + XC_SIMD_BYTES
                                             : first + xc_lowest_bit(~words);

            if (end % XC_SIMD_BYTES == 0 || end > text.len)
                end = xc_run_end(maps, end, text.len);
            if ((end < text.len && text.ptr[end] == ' ' &&
                 end - first < XC_SIMD_BYTES) ||
                xc_run_stands_alone(text, first, end))
                *out_end = end;
        }
        return true;
    }
    return false;
}

#endif
