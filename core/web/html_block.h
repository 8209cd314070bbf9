/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A web page as candidate blocks: what stands on a line or in a paragraph of its own,
 * with the measures that tell an article's paragraph from a menu's entry.
 *
 *     <div>A <a>link</a>,<br>more<p>Next.</div>
 *         blocks   "A link, more": of div, 3 words, 1 of them in links
 *                  "Next.": of p, 1 word, ends a sentence
 *
 * Decides nothing about what is the article; only what no reader sees is left out.
 */
#ifndef XC_WEB_HTML_BLOCK_H
#define XC_WEB_HTML_BLOCK_H

#include "web/html_hint.h"

/* A line of the file for the text from off_bytes on. */
struct xc_html_mark {
    size_t off_bytes; /* in the text of its block */
    size_t line;
};

struct xc_html_block {
    struct xc_str text; /* runs of white space made one space, never empty */
    struct xc_html_mark *marks;
    size_t n_marks;       /* at least one; the first is at 0 */
    uint32_t element;     /* the innermost that breaks lines */
    uint32_t inner;       /* the innermost that holds all of it; element or inside */
    uint32_t first_piece; /* of the page */
    size_t n_words;
    size_t n_link_words;
    bool ends_sentence;
};

struct xc_html_blocks {
    const struct xc_page *page;
    const struct xc_html_hints *hints;
    unsigned *bits;  /* n_elements: of xc_html_hint, its own only but for LINK */
    uint32_t *hosts; /* n_elements: itself, or the first ancestor that isn't CONTENT */
    struct xc_html_block *items;
    size_t n;
    size_t *block_at; /* n_pieces + 1: the number of blocks that begin before it */
};

/* Cuts page into blocks; *out lives in arena and borrows page and hints.  XC_NO_MEMORY is the only
 * failure. */
XC_MUST_CHECK enum xc_status xc_html_blocks_cut(const struct xc_page *page,
                                                const struct xc_html_hints *hints,
                                                struct xc_arena *arena,
                                                struct xc_html_blocks *out);

/* The blocks of element's subtree. */
struct xc_range xc_html_blocks_of(const struct xc_html_blocks *blocks, size_t element);

/* Whether block is a heading that leads elsewhere: another article's title. */
bool xc_html_block_is_title(const struct xc_html_blocks *blocks,
                            const struct xc_html_block *block);

/* The number of words of text. */
size_t xc_html_count_words(struct xc_str text);

#endif
