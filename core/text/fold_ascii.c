/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "text/fold_map.h"

#include <string.h>

/* What room is made for at once: many blocks, so that it is seldom asked for. */
static const size_t run_bytes = 1024;

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* 0x80 in every byte of block (ASCII only) that equals byte. */
static uint64_t
bytes_equal(uint64_t block, uint64_t byte)
{
    return ~((block ^ EVERY_BYTE(byte)) + EVERY_BYTE(0x7F)) & EVERY_BYTE(0x80);
}

/* Whether the eight bytes fold to themselves in lower case: printable ASCII but for
 * the grave accent, and no two spaces in a row. */
static bool
block_is_plain(uint64_t block)
{
    uint64_t spaces;

    if ((block & EVERY_BYTE(0x80)) != 0)
        return false;
    spaces = bytes_equal(block, ' ');
    return (((block + EVERY_BYTE(0x60)) & EVERY_BYTE(0x80)) == EVERY_BYTE(0x80)) &&
           (bytes_equal(block, 0x7F) | bytes_equal(block, '`')) == 0 &&
           (spaces & spaces >> 8) == 0;
}

static uint64_t
block_lower(uint64_t block)
{
    uint64_t upper = (block + EVERY_BYTE(0x80 - 'A')) &
                     ~(block + EVERY_BYTE(0x80 - 'Z' - 1)) & EVERY_BYTE(0x80);

    return block | upper >> 2;
}

void
xc_fold_writer_space(struct xc_fold_writer *out, size_t original)
{
    if (out->n == out->block_at || out->bytes[out->n - 1] == ' ')
        return;
    xc_fold_writer_linear(out, original);
    xc_fold_writer_put(out, XC_STR(" "));
}

/* Whether the ASCII byte is a control character that is no white space. */
static bool
is_control(char c)
{
    return (c < ' ' && !(c >= '\t' && c <= '\r')) || c == 0x7F;
}

/* Puts one ASCII byte folded, which is no control character; there is room for it. */
static void
put_ascii(struct xc_fold_writer *out, char c, size_t original)
{
    if (c <= ' ') {
        xc_fold_writer_space(out, original);
        return;
    }
    xc_fold_writer_linear(out, original);
    if (c >= 'A' && c <= 'Z')
        c = (char)(c + ('a' - 'A'));
    if (c == '`')
        c = '\'';
    out->bytes[out->n++] = c;
}

/* How many of the bytes from `at` to end are looked at together. */
static size_t
run_at(size_t at, size_t end)
{
    return end - at < run_bytes ? end - at : run_bytes;
}

/* Puts the plain bytes from `at` on, as many as are taken at once; returns how many. */
static size_t
put_run(struct xc_fold_writer *out, const char *bytes, size_t at, size_t end)
{
    size_t n = out->lower(bytes + at, run_at(at, end), out->bytes + out->n);

    if (n > 0) {
        xc_fold_writer_linear(out, at);
        out->n += n;
    }
    return n;
}

size_t
xc_fold_writer_ascii(struct xc_fold_writer *out, struct xc_str article, size_t at,
                     size_t end)
{
    const char *bytes = article.ptr;

    while (at < end) {
        uint64_t block;
        char c = bytes[at];

        if (!xc_fold_writer_room(out, sizeof block + run_at(at, end)))
            return end;
        if (end - at >= sizeof block &&
            !(c == ' ' && (out->n == out->block_at || out->bytes[out->n - 1] == ' '))) {
            size_t n = put_run(out, bytes, at, end);
            if (n > 0) {
                at += n;
                continue;
            }
            memcpy(&block, bytes + at, sizeof block);
            if (block_is_plain(block)) {
                xc_fold_writer_linear(out, at);
                block = block_lower(block);
                memcpy(out->bytes + out->n, &block, sizeof block);
                out->n += sizeof block;
                at += sizeof block;
                continue;
            }
        }
        if ((unsigned char)c >= 0x80 || is_control(c))
            break;
        put_ascii(out, c, at);
        at++;
    }
    return at;
}
