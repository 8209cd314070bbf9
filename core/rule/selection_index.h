/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which of many selections fit a sentence, without looking at each.
 *
 * Selections wait by claim behind the word of their quote that the fewest quotes about the
 * claim have; only those whose word stands in the sentence are compared with it.
 */
#ifndef XC_RULE_SELECTION_INDEX_H
#define XC_RULE_SELECTION_INDEX_H

#include "base/table.h"
#include "rule/selection.h"

struct xc_selection_index {
    const struct xc_selection **items; /* in the caller's order */
    size_t n;
    struct xc_table claims; /* ids, to know at once that a claim has none */
    struct xc_table words;  /* claim and word → the first that waits there … */
    size_t *next;           /* … and the next one after each; n: none */
    size_t *at;             /* where in its quote's words the word begins */
};

struct xc_selection_hits {
    size_t *items; /* places in the index, ascending, each once */
    size_t n;
    size_t cap;
};

/* What is compared with the selections. */
struct xc_selected {
    struct xc_str topic;
    struct xc_str claim;
    struct xc_str source; /* its id … */
    struct xc_str path;   /* … and its path */
    struct xc_str before; /* the sentence, in three parts as a mention has it */
    struct xc_str quote;
    struct xc_str after;
};

/* Makes the index of items[0..n) (borrowed, each with words) in *out (arena).  XC_NO_MEMORY
 * is the only failure. */
XC_MUST_CHECK enum xc_status xc_selection_index_new(const struct xc_selection **items,
                                                    size_t n, struct xc_arena *arena,
                                                    struct xc_selection_index *out);

/* Finds the selections of that claim and source whose quote stands in the sentence, into
 * *out (scratch).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_selection_find(const struct xc_selection_index *index,
                                               const struct xc_selected *selected,
                                               struct xc_arena *scratch,
                                               struct xc_selection_hits *out);

#endif
