/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "data/markup_out.h"

#include <string.h>

#include "base/limits.h"
#include "base/vec.h"

static size_t
count_of(struct xc_str text, char c)
{
    size_t n = 0;
    size_t off;

    for (off = xc_str_find(text, 0, c); off < text.len;
         off = xc_str_find(text, off + 1, c))
        n++;
    return n;
}

bool
xc_markup_out_init(struct xc_markup_out *out, struct xc_str markup,
                   struct xc_arena *arena)
{
    /* "<p>" may become "<x-p></x-p>", "&" becomes "&amp;". */
    const size_t room =
        markup.len + 8 * count_of(markup, '<') + 4 * count_of(markup, '&');

    memset(out, 0, sizeof *out);
    out->arena = arena;
    out->cap = room + 64;
    out->ptr = xc_arena_alloc(arena, out->cap);
    if (out->ptr == NULL)
        return false;
    out->ptr[0] = '\0';
    return true;
}

void
xc_markup_out_put(struct xc_markup_out *out, struct xc_str bytes)
{
    if (out->failed)
        return;
    if (out->cap - out->len <= bytes.len) {
        const size_t cap = 2 * (out->len + bytes.len) + 1;
        char *grown = NULL;

        if (cap <= XC_MAX_CLEANED_BYTES)
            grown = xc_arena_alloc(out->arena, cap);
        if (grown == NULL) {
            out->failed = true;
            return;
        }
        memcpy(grown, out->ptr, out->len);
        out->ptr = grown;
        out->cap = cap;
    }
    if (bytes.len > 0)
        memcpy(out->ptr + out->len, bytes.ptr, bytes.len);
    out->len += bytes.len;
    out->ptr[out->len] = '\0';
}

void
xc_markup_out_char(struct xc_markup_out *out, char c)
{
    xc_markup_out_put(out, (struct xc_str){&c, 1});
}

void
xc_markup_out_code(struct xc_markup_out *out, uint32_t c)
{
    char bytes[4];
    size_t n = 0;

    if (c < 0x80) {
        bytes[n++] = (char)c;
    } else if (c < 0x800) {
        bytes[n++] = (char)(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[n++] = (char)(0xE0 | c >> 12);
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3F));
    } else {
        bytes[n++] = (char)(0xF0 | c >> 18);
        bytes[n++] = (char)(0x80 | (c >> 12 & 0x3F));
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3F));
    }
    if (c >= 0x80)
        bytes[n++] = (char)(0x80 | (c & 0x3F));
    xc_markup_out_put(out, (struct xc_str){bytes, n});
}

/* The bytes at off that may not stand in text: their number, 0 when they may. */
static size_t
unfit(struct xc_str bytes, size_t off)
{
    const unsigned char c = (unsigned char)bytes.ptr[off];

    if (c < ' ')
        return c != '\t' && c != '\n';
    return c == 0xEF && bytes.len - off >= 3 && bytes.ptr[off + 1] == '\xBF' &&
                   (unsigned char)bytes.ptr[off + 2] >= 0xBE
               ? 3
               : 0;
}

void
xc_markup_out_text(struct xc_markup_out *out, struct xc_str bytes)
{
    size_t start = 0;
    size_t off = 0;

    while (off < bytes.len) {
        const size_t n = unfit(bytes, off);
        const char c = bytes.ptr[off];

        if (n == 0) {
            off++;
            continue;
        }
        xc_markup_out_put(out, xc_str_sub(bytes, start, off - start));
        if (c == '\f' ||
            (c == '\r' && (off + 1 == bytes.len || bytes.ptr[off + 1] != '\n')))
            xc_markup_out_char(out, ' ');
        off += n;
        start = off;
    }
    xc_markup_out_put(out, xc_str_sub(bytes, start, off - start));
}

void
xc_markup_out_lose(struct xc_markup_out *out, struct xc_str bytes)
{
    const size_t n = count_of(bytes, '\n');
    struct xc_lost_lines *lost;

    if (n == 0 || out->failed)
        return;
    if (out->lost.n > 0 && out->lost.items[out->lost.n - 1].off_bytes == out->len) {
        out->lost.items[out->lost.n - 1].n_lines += (uint32_t)n;
        return;
    }
    lost = XC_VEC_ADD(&out->lost, out->arena);
    if (lost == NULL) {
        out->failed = true;
        return;
    }
    lost->off_bytes = (uint32_t)out->len;
    lost->n_lines = (uint32_t)n;
}

size_t
xc_markup_cursor_line(struct xc_markup_cursor *cursor, size_t off_bytes)
{
    const struct xc_markup_out *out = cursor->out;

    for (; cursor->off_bytes < off_bytes; cursor->off_bytes++)
        cursor->line += out->ptr[cursor->off_bytes] == '\n';
    for (; cursor->off_bytes > off_bytes; cursor->off_bytes--)
        cursor->line -= out->ptr[cursor->off_bytes - 1] == '\n';
    while (cursor->lost < out->lost.n &&
           out->lost.items[cursor->lost].off_bytes <= off_bytes)
        cursor->line += out->lost.items[cursor->lost++].n_lines;
    while (cursor->lost > 0 && out->lost.items[cursor->lost - 1].off_bytes > off_bytes)
        cursor->line -= out->lost.items[--cursor->lost].n_lines;
    return cursor->line + 1;
}
