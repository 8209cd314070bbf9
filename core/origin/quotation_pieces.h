/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The quotations of a whole text in the pieces that are compared: one for each sentence
 * of each, so that a long one does not chain what a speaker said about different things.
 */
#ifndef XC_ORIGIN_QUOTATION_PIECES_H
#define XC_ORIGIN_QUOTATION_PIECES_H

#include "origin/quotation_print.h"
#include "text/text.h"

struct xc_quotation_piece {
    struct xc_span folded; /* what of the sentence stands between the marks */
    size_t sentence;
};

struct xc_quotation_piece_vec {
    struct xc_quotation_piece *items;
    size_t n;
    size_t cap;
};

/* Appends the pieces of text's quotations, block quotations among them, to *out (arena),
 * ascending.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status
xc_quotation_pieces_find(const struct xc_text *text, struct xc_arena *arena,
                         struct xc_quotation_piece_vec *out);

#endif
