/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text into blocks: paragraphs, a headline, captions and credits.
 *
 * Blank lines part paragraphs.  Lines without one between them are either one paragraph,
 * wrapped by an editor, or stand each on its own, as where a page's text was saved:
 * that is decided line by line (plain_text.c says how).
 */
#ifndef XC_SOURCE_PLAIN_TEXT_H
#define XC_SOURCE_PLAIN_TEXT_H

#include "source/blocks.h"
#include "source/page_line.h"

struct xc_plain_text {
    struct xc_str text;  /* every offset counts in it */
    struct xc_span body; /* the part to be read */
    size_t line;         /* of the body's first line; 0: every block gets only_line */
    size_t only_line;    /* JSON Lines: the record's line */
    bool guess_headline; /* the first line may be one */
    struct xc_arena *arena;
    const struct xc_page_rules *rules;
};

/* Appends the blocks of the body to *blocks, in order.  XC_NO_MEMORY is the only
 * failure. */
XC_MUST_CHECK enum xc_status xc_plain_text_read(const struct xc_plain_text *input,
                                                struct xc_block_vec *blocks);

/*
 * The length of a leading "date YYYY-MM-DD" and what precedes it (byte order mark,
 * white space), 0 when body does not begin so; *out_date is then the ten bytes.
 */
size_t xc_plain_text_stamp(struct xc_str body, struct xc_str *out_date);

#endif
