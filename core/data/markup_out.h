/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cleaned markup while it is written, and the lines that it has lost.
 *
 * What is left out of a document (comments, white space in tags) may have held line
 * ends, so every loss is noted: the line of a byte of the cleaned markup is one more
 * than the '\n' before it and the lines lost before it.
 */
#ifndef XC_DATA_MARKUP_OUT_H
#define XC_DATA_MARKUP_OUT_H

#include <stdint.h>

#include "base/status.h"

/* n_lines were left out before the byte off_bytes of the cleaned markup. */
struct xc_lost_lines {
    uint32_t off_bytes;
    uint32_t n_lines;
};

struct xc_markup_out {
    struct xc_arena *arena;
    char *ptr; /* len bytes and a NUL */
    size_t len;
    size_t cap;
    struct {
        struct xc_lost_lines *items; /* ascending */
        size_t n;
        size_t cap;
    } lost;
    bool failed; /* memory was short, or there is more than XC_MAX_CLEANED_BYTES */
};

/* Begins with room for what the markup will nearly always come to; more is taken when it
 * is needed.  False when memory is short. */
bool xc_markup_out_init(struct xc_markup_out *out, struct xc_str markup,
                        struct xc_arena *arena);

/* Writes bytes; after a failure nothing. */
void xc_markup_out_put(struct xc_markup_out *out, struct xc_str bytes);
void xc_markup_out_char(struct xc_markup_out *out, char c);

/* Writes the character c in UTF-8. */
void xc_markup_out_code(struct xc_markup_out *out, uint32_t c);

/*
 * Writes bytes that are text as they are, but for what the language allows in no text:
 * '\r' before '\n' is left out, as are control characters and U+FFFE and U+FFFF; other
 * '\r' and '\f' become spaces.  Line ends are kept.
 */
void xc_markup_out_text(struct xc_markup_out *out, struct xc_str bytes);

/* Notes the line ends of bytes that are not written. */
void xc_markup_out_lose(struct xc_markup_out *out, struct xc_str bytes);

/* Where the lines of cleaned markup are counted. */
struct xc_markup_cursor {
    const struct xc_markup_out *out;
    size_t off_bytes;
    size_t lost; /* those before it are counted in */
    size_t line;
};

/* Moves the cursor, which begins zeroed but for out, and gives the line (from 1) of the
 * byte there. */
size_t xc_markup_cursor_line(struct xc_markup_cursor *cursor, size_t off_bytes);

#endif
