/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quotations made comparable: the words that count, in units.
 *
 *     [h]e's worked his a** off ... six days a f---ing week, you know
 *     ->  worked  (ellipsis)  6  days  week
 *
 * Swear words (masked or not), fillers, what an editor put in brackets, and function
 * words are dropped; number words become digits; n't becomes the negator "not".
 */
#ifndef XC_ORIGIN_QUOTATION_PRINT_H
#define XC_ORIGIN_QUOTATION_PRINT_H

#include "base/limits.h"
#include "origin/rules.h"

/* A word of a quotation that counts. */
struct xc_quotation_word {
    struct xc_str key;
    struct xc_span span; /* in the quotation's text */
    enum xc_origin_word class;
    size_t raw;  /* number of words before it, those that do not count included */
    bool gap;    /* an ellipsis stands before it */
    size_t part; /* number of sentence ends before it */
};

struct xc_quotation_word_vec {
    struct xc_quotation_word *items;
    size_t n;
    size_t cap;
};

/* A quotation made comparable. */
struct xc_quotation_print {
    struct xc_str text; /* folded; borrowed */
    struct xc_quotation_word_vec words;
    /* The whole, its sentences, and the pieces between ellipses, in words; only those
     * with enough content words to be evidence on their own. */
    struct xc_range units[XC_MAX_QUOTATION_UNITS];
    size_t n_units;
};

/* Makes the folded text of a quotation comparable into *out (arena). */
XC_MUST_CHECK enum xc_status
xc_quotation_print_make(const struct xc_origin_rules *rules, struct xc_str text,
                        struct xc_arena *arena, struct xc_quotation_print *out);

#endif
