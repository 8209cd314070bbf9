/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One article, split: blocks, sentences, words and quotations over one folded text.
 *
 * Everything after this stage counts in words of the article (indices into `words`)
 * and leads back to the article by xc_text_span.
 */
#ifndef XC_TEXT_TEXT_H
#define XC_TEXT_TEXT_H

#include "text/fold.h"
#include "text/quotation.h"
#include "text/sentence.h"
#include "text/word.h"

struct xc_sentence {
    struct xc_span folded;
    struct xc_range words; /* may be empty: a line of punctuation */
    size_t block;
};

struct xc_text_block {
    enum xc_block_kind kind;
    struct xc_span folded;
    struct xc_range words;
    struct xc_range sentences;
    size_t line;
};

struct xc_clause_memo; /* text/clause.h */

struct xc_text {
    struct xc_str article; /* the original bytes; borrowed */
    struct xc_fold fold;
    struct xc_text_block *blocks;
    size_t n_blocks;
    struct xc_sentence *sentences; /* CREDIT blocks have none */
    size_t n_sentences;
    struct xc_word_vec words;
    struct xc_quotation_vec quotations;
    /* What xc_clauses_split has found: every room asks for the clauses of a mention's
     * sentence.  NULL where xc_text_build did not make the text. */
    struct xc_clause_memo *clauses;
};

struct xc_text_rules {
    const struct xc_word_rules *words;
    const struct xc_sentence_rules *sentences;
    const struct xc_look_alikes *look_alikes; /* NULL: words in disguise stay so */
};

/*
 * Folds and splits the article into *out (arena); borrows article.  A sentence of more
 * than XC_MAX_SENTENCE_WORDS words becomes several.
 */
XC_MUST_CHECK enum xc_status xc_text_build(const struct xc_text_rules *rules,
                                           struct xc_str article,
                                           const struct xc_block *blocks,
                                           size_t n_blocks, struct xc_arena *arena,
                                           struct xc_text *out);

/* The span of the article text that words [range) came from; the range is not empty. */
struct xc_span xc_text_span(const struct xc_text *text, struct xc_range words);

/* The article's bytes behind words [range): text.article at xc_text_span. */
struct xc_str xc_text_original(const struct xc_text *text, struct xc_range words);

/* The folded bytes between word i-1 and word i (before the first word of a block: from
 * the block's start; i may be the block's end: up to it), without a dropped 's. */
struct xc_str xc_text_gap(const struct xc_text *text, size_t block, size_t i);

/* The index of the sentence that holds word i; words of CREDIT blocks have none and
 * give n_sentences. */
size_t xc_text_sentence_of(const struct xc_text *text, size_t word);

#endif
