/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/wide.h"

#include <stdint.h>

static const uint32_t replacement = 0xFFFD;

enum xc_wide
xc_wide_by_mark(struct xc_str bytes)
{
    /* UTF-32's little-endian mark begins with UTF-16's. */
    if (bytes.len >= 4 && memcmp(bytes.ptr, "\xFF\xFE\0\0", 4) == 0)
        return XC_WIDE_UTF32_LE;
    if (bytes.len >= 4 && memcmp(bytes.ptr, "\0\0\xFE\xFF", 4) == 0)
        return XC_WIDE_UTF32_BE;
    if (xc_str_starts(bytes, "\xFF\xFE"))
        return XC_WIDE_UTF16_LE;
    if (xc_str_starts(bytes, "\xFE\xFF"))
        return XC_WIDE_UTF16_BE;
    return XC_WIDE_NONE;
}

const char *
xc_wide_name(enum xc_wide wide)
{
    switch (wide) {
    case XC_WIDE_NONE:
        return NULL;
    case XC_WIDE_UTF16_LE:
    case XC_WIDE_UTF16_BE:
        return "UTF-16";
    case XC_WIDE_UTF32_LE:
    case XC_WIDE_UTF32_BE:
        return "UTF-32";
    }
    return NULL;
}

/* The number in the n bytes at at. */
static uint32_t
number_at(const char *at, size_t n, bool little_endian)
{
    uint32_t number = 0;
    size_t i;

    for (i = 0; i < n; i++) {
        const size_t from = little_endian ? n - 1 - i : i;

        number = number << 8 | (unsigned char)at[from];
    }
    return number;
}

static bool
is_high_half(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool
is_low_half(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/*
 * The character at the start of in, and how many bytes it has; 0: more bytes are needed
 * to tell.  A bad one is *out = U+FFFD, *out_bad true.
 */
static size_t
decode(enum xc_wide wide, struct xc_str in, uint32_t *out, bool *out_bad)
{
    const bool little = wide == XC_WIDE_UTF16_LE || wide == XC_WIDE_UTF32_LE;
    const size_t unit_bytes =
        wide == XC_WIDE_UTF16_LE || wide == XC_WIDE_UTF16_BE ? 2 : 4;
    uint32_t first;
    uint32_t second;

    if (in.len < unit_bytes)
        return 0;
    first = number_at(in.ptr, unit_bytes, little);
    *out_bad = false;
    if (unit_bytes == 2 && is_high_half(first)) {
        if (in.len < 4)
            return 0;
        second = number_at(in.ptr + 2, 2, little);
        if (is_low_half(second)) {
            *out = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            return 4;
        }
    }
    *out_bad = is_high_half(first) || is_low_half(first) || first > 0x10FFFF;
    *out = *out_bad ? replacement : first;
    return unit_bytes;
}

/* Puts c at out in UTF-8; returns the number of bytes. */
static size_t
encode(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t
xc_wide_convert(enum xc_wide wide, struct xc_str *in, bool last, char *out, size_t room,
                size_t *n_bad)
{
    size_t used = 0;

    while (in->len > 0 && room - used >= 4) {
        uint32_t c;
        bool bad;
        size_t len = decode(wide, *in, &c, &bad);

        if (len == 0 && !last)
            break;
        if (len == 0) {
            len = in->len;
            c = replacement;
            bad = true;
        }
        used += encode(c, out + used);
        *n_bad += bad;
        *in = xc_str_sub(*in, len, in->len - len);
    }
    return used;
}
