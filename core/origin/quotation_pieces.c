/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "origin/quotation_pieces.h"

#include "base/vec.h"

/* Adds what of sentence s lies in folded; nothing when that is no more than a mark. */
static enum xc_status
add_piece(const struct xc_text *text, size_t s, struct xc_span folded,
          struct xc_arena *arena, struct xc_quotation_piece_vec *out)
{
    struct xc_span sentence = text->sentences[s].folded;
    size_t first = folded.off_bytes;
    size_t end = folded.off_bytes + folded.len_bytes;
    struct xc_quotation_piece *piece;

    if (first < sentence.off_bytes)
        first = sentence.off_bytes;
    if (end > sentence.off_bytes + sentence.len_bytes)
        end = sentence.off_bytes + sentence.len_bytes;
    if (end <= first)
        return XC_OK;
    piece = XC_VEC_ADD(out, arena);
    if (piece == NULL)
        return XC_NO_MEMORY;
    *piece = (struct xc_quotation_piece){{first, end - first}, s};
    return XC_OK;
}

static bool
is_block_quotation(const struct xc_text *text, size_t s)
{
    return text->blocks[text->sentences[s].block].kind == XC_BLOCK_QUOTATION;
}

enum xc_status
xc_quotation_pieces_find(const struct xc_text *text, struct xc_arena *arena,
                         struct xc_quotation_piece_vec *out)
{
    enum xc_status status = XC_OK;
    size_t q = 0;
    size_t s;

    for (s = 0; s < text->n_sentences && status == XC_OK; s++) {
        struct xc_range words = text->sentences[s].words;
        size_t k;

        if (is_block_quotation(text, s)) {
            status = add_piece(text, s, text->sentences[s].folded, arena, out);
            continue;
        }
        while (q < text->quotations.n &&
               text->quotations.items[q].words.end <= words.first)
            q++;
        for (k = q; k < text->quotations.n && status == XC_OK &&
                    text->quotations.items[k].words.first < words.end;
             k++)
            status = add_piece(text, s, text->quotations.items[k].folded, arena, out);
    }
    return status;
}
