/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/one_line.h"

#include "data/utf8.h"

static const char replaced[] = "\xEF\xBF\xBD";

bool
xc_one_line(struct xc_str text, struct xc_span *mark, struct xc_arena *arena,
            struct xc_str *out)
{
    struct xc_span made = {0, 0};
    const size_t mark_end = mark == NULL ? 0 : mark->off_bytes + mark->len_bytes;
    char *line = xc_arena_alloc(arena, text.len * (sizeof replaced - 1) + 1);
    size_t len = 0;
    size_t off = 0;
    bool spaced = false; /* white space is due, once something follows */

    if (line == NULL)
        return false;
    while (off < text.len) {
        uint32_t c = 0;
        size_t n = xc_utf8_decode(text, off, &c);
        struct xc_str piece = xc_str_sub(text, off, n);

        if (n == 0 || c == 0) {
            piece = xc_str_of(replaced);
            n = 1;
        }
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            spaced = len > 0;
            off += n;
            continue;
        }
        if (spaced)
            line[len++] = ' ';
        spaced = false;
        if (mark != NULL && off <= mark->off_bytes)
            made = (struct xc_span){len, 0};
        memcpy(line + len, piece.ptr, piece.len);
        len += piece.len;
        off += n;
        if (mark != NULL && off <= mark_end)
            made.len_bytes = len - made.off_bytes;
    }
    *out = (struct xc_str){line, len};
    if (mark != NULL)
        *mark = made;
    return true;
}
