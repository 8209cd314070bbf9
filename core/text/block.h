/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A block of an article: what stands on its own, such as a paragraph.
 *
 * Words, sentences and patterns never cross from one block to the next.  A block is
 * a list of runs, spans of the article text in ascending order, because markup
 * between them (Markdown's emphasis, a link's address) is not part of what is read.
 */
#ifndef XC_TEXT_BLOCK_H
#define XC_TEXT_BLOCK_H

#include "base/span.h"

enum xc_block_kind {
    XC_BLOCK_HEADLINE,
    XC_BLOCK_PARAGRAPH,
    XC_BLOCK_QUOTATION, /* a block quotation, an embedded post */
    XC_BLOCK_CAPTION,
    XC_BLOCK_CREDIT, /* photo credits, bylines, a bare "Advertisement": never scanned */
};

struct xc_block {
    enum xc_block_kind kind;
    struct xc_span *runs; /* in the article text, ascending, not overlapping */
    size_t n_runs;
    size_t line; /* line of the original file where the block begins, from 1 */
};

/* The lower-case word for kind: "headline", "paragraph", … */
const char *xc_block_kind_name(enum xc_block_kind kind);

#endif
