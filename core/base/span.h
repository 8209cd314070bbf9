/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Places in a text and borrowed pieces of it.
 *
 * A span is an offset and a length in bytes; which text it counts in is said where
 * it is declared (article text, folded text).  A str borrows bytes that somebody
 * else owns; it is not NUL-ended and may hold any byte.  A range counts words (or
 * sentences), half-open: [first, end).
 */
#ifndef XC_BASE_SPAN_H
#define XC_BASE_SPAN_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct xc_span {
    size_t off_bytes;
    size_t len_bytes;
};

struct xc_range {
    size_t first;
    size_t end;
};

struct xc_str {
    const char *ptr;
    size_t len;
};

/* A str over a string literal. */
#define XC_STR(literal) ((struct xc_str){(literal), sizeof(literal) - 1})

/* The str over the NUL-ended text (NULL gives the empty str); borrows it. */
static inline struct xc_str
xc_str_of(const char *text)
{
    return (struct xc_str){text, text == NULL ? 0 : strlen(text)};
}

/* The bytes [off, off+len) of text; the caller has checked that they lie inside. */
static inline struct xc_str
xc_str_sub(struct xc_str text, size_t off, size_t len)
{
    assert(off <= text.len && len <= text.len - off);
    /* The empty text may have no bytes at all, to which nothing can be added. */
    if (off > 0)
        text.ptr += off;
    text.len = len;
    return text;
}

/* The piece of text that span names; the span must lie inside (asserted). */
static inline struct xc_str
xc_str_at(struct xc_str text, struct xc_span span)
{
    return xc_str_sub(text, span.off_bytes, span.len_bytes);
}

/* Whether a and b hold the same bytes.  Inline: words are compared more often than
 * anything else happens. */
static inline bool
xc_str_equal(struct xc_str a, struct xc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Whether a holds exactly the bytes of the NUL-ended text.  Inline, as the next two: of a
 * literal the compiler knows the length, and compares its few bytes in place. */
static inline bool
xc_str_is(struct xc_str a, const char *text)
{
    struct xc_str b = xc_str_of(text);

    return a.len == b.len && (b.len == 0 || memcmp(a.ptr, b.ptr, b.len) == 0);
}

/* Byte order, shorter first on a tie: <0, 0, >0.  A total order for sort keys. */
int xc_str_compare(struct xc_str a, struct xc_str b);

/* Whether text begins (ends) with the NUL-ended prefix (suffix). */
static inline bool
xc_str_starts(struct xc_str text, const char *prefix)
{
    size_t len = strlen(prefix);

    return text.len >= len && (len == 0 || memcmp(text.ptr, prefix, len) == 0);
}

static inline bool
xc_str_ends(struct xc_str text, const char *suffix)
{
    size_t len = strlen(suffix);

    return text.len >= len &&
           (len == 0 || memcmp(text.ptr + text.len - len, suffix, len) == 0);
}

/* text without the ASCII white space at both ends. */
struct xc_str xc_str_trim(struct xc_str text);

/* path without a leading "./": a file is one file however it is named. */
struct xc_str xc_str_plain_path(struct xc_str path);

/* Offset of the first occurrence of byte c at or after from; text.len when none. */
size_t xc_str_find(struct xc_str text, size_t from, char c);

/*
 * Takes the next piece of *rest up to separator (or its end), moves *rest past it
 * and stores the piece; false when *rest is exhausted (its ptr is then NULL).
 * "a,,b" gives "a", "", "b"; the empty str gives one empty piece.
 */
bool xc_str_split(struct xc_str *rest, char separator, struct xc_str *out_piece);

/* Whether the two half-open spans (ranges) share at least one byte (word). */
bool xc_span_overlaps(struct xc_span a, struct xc_span b);
bool xc_range_overlaps(struct xc_range a, struct xc_range b);

/* Makes words reach over other, too, and all between. */
void xc_range_take_in(struct xc_range *words, struct xc_range other);

#endif
