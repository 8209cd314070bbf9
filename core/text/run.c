/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/run.h"

#include "base/limits.h"

size_t
xc_run_end(const struct xc_byte_map *maps, size_t off, size_t end)
{
    while (off < end) {
        uint64_t others = ~(maps[off / XC_SIMD_BYTES].word >> off % XC_SIMD_BYTES);
        unsigned n = others == 0 ? XC_SIMD_BYTES : xc_lowest_bit(others);

        off += n;
        if (n == 0 || off % XC_SIMD_BYTES != 0)
            break;
    }
    return off < end ? off : end;
}

bool
xc_run_stands_alone(struct xc_str text, size_t at, size_t end)
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
