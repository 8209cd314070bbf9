/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quotations: what stands between quotation marks.
 *
 * One quotation may hold several sentences, and goes on over paragraphs in the way
 * newspapers print it (a paragraph ends without a closing mark and the next begins
 * with an opening one).  An apostrophe is no mark.  A mark that is never closed ends
 * with its block.
 */
#ifndef XC_TEXT_QUOTATION_H
#define XC_TEXT_QUOTATION_H

#include "base/status.h"
#include "text/word.h"

struct xc_quotation {
    struct xc_span folded; /* between the marks */
    struct xc_range words; /* of the article */
    size_t block;          /* where this piece stands */
    bool continues;        /* goes on from the quotation before it in the list */
    bool closed;           /* a closing mark was found */
    bool short_phrase;     /* at most 3 words: perhaps only scare quotes */
};

struct xc_quotation_vec {
    struct xc_quotation *items;
    size_t n;
    size_t cap;
};

/*
 * Appends the quotations of the whole folded article to *out, ascending.  words are
 * the article's.  A block quotation (XC_BLOCK_QUOTATION) is no quotation here.
 */
XC_MUST_CHECK enum xc_status xc_quotations_find(const struct xc_fold *fold,
                                                const struct xc_word_vec *words,
                                                struct xc_arena *arena,
                                                struct xc_quotation_vec *out);

#endif
