/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown (GitHub's, with tables and strikethrough) into blocks.
 *
 * Headings, paragraphs, list items, table cells and quotations become blocks, the
 * alternative text of a picture a caption; code, HTML and what is struck through are
 * passed over.  Every run is a span of the file's own bytes (align.h).
 */
#ifndef XC_SOURCE_MARKDOWN_H
#define XC_SOURCE_MARKDOWN_H

#include "source/blocks.h"
#include "source/page_line.h"

struct xc_markdown {
    struct xc_str text;  /* every offset counts in it */
    struct xc_span body; /* the part that is Markdown */
    struct xc_str path;
    struct xc_arena *arena;
    const struct xc_page_rules *rules;
};

/* Registers the extensions with the library.  Call it before the first article, while
 * there is one thread. */
void xc_markdown_prepare(void);

/*
 * Appends the blocks of the body to *blocks, in order; *out_title is the text of the
 * first heading of level 1, "" when there is none.  XC_BAD_INPUT: it would take more
 * than XC_MAX_MARKDOWN_BYTES of memory; told.
 */
XC_MUST_CHECK enum xc_status xc_markdown_read(const struct xc_markdown *input,
                                              struct xc_block_vec *blocks,
                                              struct xc_str *out_title,
                                              struct xc_problems *problems);

#endif
