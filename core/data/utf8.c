/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/utf8.h"

#include "base/bytes.h"

static size_t
length_of(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

size_t
xc_utf8_decode(struct xc_str text, size_t off, uint32_t *out)
{
    const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *at;
    uint32_t c;
    size_t len;
    size_t i;

    if (off >= text.len)
        return 0;
    at = (const unsigned char *)text.ptr + off;
    len = length_of(at[0]);
    if (len == 0 || len > text.len - off)
        return 0;
    c = len == 1 ? at[0] : at[0] & (0xFFu >> (len + 1));
    for (i = 1; i < len; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (at[i] & 0x3Fu);
    }
    if (c < least[len] || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
        return 0;
    *out = c;
    return len;
}

size_t
xc_utf8_first_bad(struct xc_str text, size_t from)
{
    size_t off = from;
    uint32_t c;
    size_t len;

    while (off < text.len) {
        /* Most of it is ASCII. */
        if (text.len - off >= XC_BYTES_AT_ONCE) {
            const uint64_t word = xc_bytes_load(text.ptr + off);

            /* Of ASCII only a NUL, made one less, has the high bit. */
            if (((word | (word - XC_BYTES_ONES)) & XC_BYTES_HIGH) == 0) {
                off += XC_BYTES_AT_ONCE;
                continue;
            }
        }
        len = xc_utf8_decode(text, off, &c);
        if (len == 0 || c == 0)
            return off;
        off += len;
    }
    return text.len;
}

size_t
xc_utf8_count(struct xc_str text)
{
    size_t n = 0;
    size_t i = 0;

    for (; text.len - i >= XC_BYTES_AT_ONCE; i += XC_BYTES_AT_ONCE) {
        const uint64_t word = xc_bytes_load(text.ptr + i);

        /* A continuation byte has its highest bit and not the one below. */
        n += XC_BYTES_AT_ONCE - xc_bytes_count(word & ~(word << 1) & XC_BYTES_HIGH);
    }
    for (; i < text.len; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

bool
xc_utf8_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x3000 || c == 0xFEFF;
}
