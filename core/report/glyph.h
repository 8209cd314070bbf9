/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Characters as an output format must see them: decoded, measured, and made visible
 * when a reader could not see them or a terminal would act on them.
 *
 *     ESC      ->  "\x1b"
 *     U+202E   ->  "<U+202E>"
 *
 * No Unicode library: a report needs no more than this of Unicode.
 */
#ifndef XC_REPORT_GLYPH_H
#define XC_REPORT_GLYPH_H

#include <stdint.h>

#include "base/sink.h"

/* Room for any xc_glyph_show, its NUL included. */
#define XC_GLYPH_SHOWN_BYTES ((size_t)16)

struct xc_glyph {
    uint32_t code;    /* U+FFFD when bad */
    size_t len_bytes; /* at least 1 */
    bool bad;         /* not UTF-8: a maximal bad piece (Unicode 15, section 3.9) */
};

/* The character that begins at byte off_bytes of text, which lies inside. */
struct xc_glyph xc_glyph_at(struct xc_str text, size_t off_bytes);

/* Columns of a terminal: 0 for combining marks, variation selectors and zero-width
 * characters, 2 for the East Asian wide ranges and emoji, else 1. */
size_t xc_glyph_width(uint32_t code);

/* Whether the character is a control (C0, DEL, C1), a bidirectional control, or
 * another one without a shape of its own (zero-width, line separator, tag). */
bool xc_glyph_is_hidden(uint32_t code);

/* Whether the character is white space that a report may turn into one space. */
bool xc_glyph_is_space(uint32_t code);

/* Whether the character c at off of the text is white space of prose: the "\r" of a line
 * end is, one by itself is shown. */
bool xc_glyph_is_prose_space(struct xc_str text, size_t off, const struct xc_glyph *c);

/* Sends one character of a text, escaped for some output language. */
typedef void (*xc_glyph_writer)(struct xc_sink *sink, struct xc_str text, size_t off,
                                const struct xc_glyph *c);

/* Sends the text character by character, each run of white space as one space. */
void xc_glyph_prose(struct xc_sink *sink, struct xc_str text, xc_glyph_writer writer);

/*
 * Writes how a hidden character is shown ("\x1b" up to U+007F, "<U+202E>" above) and
 * returns the length; 0, and out untouched, when it is not hidden.
 */
size_t xc_glyph_show(uint32_t code, char out[XC_GLYPH_SHOWN_BYTES]);

#endif
