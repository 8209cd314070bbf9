/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Word data for those who write rules: how common a word is, and which words may stand for
 * it or deny it.  Read by xc_word_data_load alone, because only drafts need it.
 *
 *     banksy -> class 0      arrest -> 7, apprehend …      dead -> alive, safe …
 */
#ifndef XC_LEXICON_WORD_DATA_H
#define XC_LEXICON_WORD_DATA_H

#include "lexicon/lexicon.h"

struct xc_word_lines {
    struct xc_str *items; /* words separated by single spaces */
    size_t n;
    size_t cap;
};

/* Read-only once loaded. */
struct xc_word_data {
    const struct xc_inflection *inflection;
    struct xc_table stop;        /* words that carry no content */
    struct xc_table negators;    /* words that turn a statement round */
    struct xc_str negator_words; /* the same, one a line, as in the file */
    struct xc_table classes;     /* word → class of its frequency */
    struct xc_table related;     /* word → index in lines */
    struct xc_table contraries;  /* word → index in lines */
    struct xc_word_lines lines;
};

/* Loads the embedded files into *out (arena).  lexicon must outlive it.  XC_BAD_RULE only
 * when the embedded data itself is wrong. */
XC_MUST_CHECK enum xc_status xc_word_data_load(const struct xc_lexicon *lexicon,
                                               struct xc_arena *arena,
                                               struct xc_word_data *out);

/*
 * The class of the frequency of the word key, in its commonest reading: the highest among
 * the base forms that it may be of ("died": die).  It is the binary logarithm of a count;
 * 0: not listed, so rare.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_word_data_class(const struct xc_word_data *data,
                                                struct xc_str key,
                                                struct xc_arena *arena,
                                                size_t *out_class);

/*
 * Appends the words that table (`related` or `contraries`) has for the key and the base
 * forms that it may be of, each once and none of those forms themselves; they borrow from
 * the embedded data.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status
xc_word_data_find(const struct xc_word_data *data, const struct xc_table *table,
                  struct xc_str key, struct xc_arena *arena, struct xc_str_vec *out);

#endif
