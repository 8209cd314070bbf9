/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/run.h"

#include "base/limits.h"

/* Whether what stands behind the letters and digits [at, end) can't change what they are.
 * True only when token.c would say the same. */
static bool
stands_alone(struct xc_str text, size_t at, size_t end)
{
    char first = text.ptr[at];
    char next = (char)(end < text.len ? text.ptr[end] : '\0');
    bool is_number = first >= '0' && first <= '9';

    if (end - at > XC_MAX_WORD_BYTES)
        return false;
    switch (next) {
    case ' ':
        return true;
    case '\'': /* don't */
    case '*':  /* f*ck */
    case '_':  /* f__k */
        return false;
    case '-': /* s---: no more than two letters are left of it */
        return end - at > 2;
    case '.': /* 1.5  u.s.  www.a.example */
        return end - at > 1 && !is_number && first != 'w';
    case ',': /* 3,000 */
        return !is_number;
    case ':': /* https://a.example */
        return first != 'h';
    default:
        return (unsigned char)next < 0x80;
    }
}

/* The offset behind the letters and digits that begin at `at`. */
static size_t
run_end(struct xc_byte_walk *walk, size_t at, size_t end)
{
    while (at < end) {
        unsigned bit = xc_byte_walk_to(walk, at);
        uint64_t others = ~walk->at.word >> bit;

        if (others != 0) {
            at += xc_lowest_bit(others);
            return at < end ? at : end;
        }
        at += XC_SIMD_BYTES - bit;
    }
    return end;
}

bool
xc_run_next(struct xc_byte_walk *walk, struct xc_str text, size_t *at, size_t *out_end)
{
    size_t first = *at;

    while (first < text.len) {
        unsigned bit = xc_byte_walk_to(walk, first);
        uint64_t words = walk->at.word >> bit;
        uint64_t any = words | walk->at.sign >> bit;
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
        if ((words >> skipped & 1) != 0) {
            size_t end = run_end(walk, first, text.len);
            if (stands_alone(text, first, end))
                *out_end = end;
        }
        return true;
    }
    return false;
}
