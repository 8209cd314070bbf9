/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences of a block.
 *
 * Rule-based: terminators, abbreviations, initials, decimals, list numbers, closing
 * quotes and brackets.  Meant to give the golden rules of pragmatic_segmenter.
 */
#ifndef XC_TEXT_SENTENCE_H
#define XC_TEXT_SENTENCE_H

#include "base/status.h"
#include "text/fold.h"

struct xc_sentence_rules; /* abbreviations by class, read-only */

/* Builds the rules from lexicon "abbreviations" (word TAB class); lives in arena. */
XC_MUST_CHECK enum xc_status
xc_sentence_rules_new(struct xc_str abbreviations, struct xc_arena *arena,
                      const struct xc_sentence_rules **out);

struct xc_span_vec {
    struct xc_span *items;
    size_t n;
    size_t cap;
};

/*
 * Appends the sentences of the folded span block to *out, trimmed of white space at
 * both ends, in order; together they hold every byte that is not white space.  Needs
 * fold and article because an upper-case letter tells a new sentence.
 */
XC_MUST_CHECK enum xc_status
xc_sentences_split(const struct xc_sentence_rules *rules, const struct xc_fold *fold,
                   struct xc_str article, struct xc_span block, struct xc_arena *arena,
                   struct xc_span_vec *out);

#endif
