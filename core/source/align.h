/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown's literals found again in the bytes they were made from.
 *
 * The parser gives exact places for blocks but not for what is inside of them.  So a
 * cursor walks over a block's source bytes beside the parser's events, passing markup
 * by the same rules and matching literals byte for byte:
 *
 *     a **bold** [link](u)   ->   runs "a ", "bold", " ", "link"
 *
 * An escape gives the character without its backslash.  An entity gives its '&' when it
 * stands for '&' or for something that parts words, else nothing.  Where source and
 * literal don't agree, the literal is looked for a little further on, and what can't be
 * found is left out.
 */
#ifndef XC_SOURCE_ALIGN_H
#define XC_SOURCE_ALIGN_H

#include "source/blocks.h"

struct xc_align {
    struct xc_str text; /* offsets count in it */
    size_t at;          /* what is before it was passed */
    size_t end;         /* of the block's source */
    struct xc_arena *arena;
};

/* Matches a text literal and appends its bytes to runs (NULL: to nothing).  False when
 * memory is short. */
bool xc_align_text(struct xc_align *a, struct xc_str literal, struct xc_run_vec *runs);

/* Matches a code span with its backticks; false when memory is short. */
bool xc_align_code(struct xc_align *a, struct xc_run_vec *runs);

/* Passes inline HTML; one that parts words ("<br>") gives its '<'.  False as above. */
bool xc_align_html(struct xc_align *a, struct xc_str literal, struct xc_run_vec *runs);

/* Passes up to n bytes that are among the NUL-ended marks. */
void xc_align_pass(struct xc_align *a, const char *marks, size_t n);

/* Passes what may stand before the text of a line that is n_quotes quotations deep:
 * indentation and so many '>'. */
void xc_align_margin(struct xc_align *a, size_t n_quotes);

/* Passes a line end and the margin of the next line. */
void xc_align_break(struct xc_align *a, size_t n_quotes);

/* Passes the end of a link or picture: "](…)", "][…]", "]" or ">", of an address and
 * title that take at most n bytes. */
void xc_align_link_end(struct xc_align *a, size_t n);

#endif
