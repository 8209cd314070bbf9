/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Drafting: from a statement to a claim that finds it.
 *
 *     "Three men tied the corset."  ->  id three-men-tied-corset, patterns of its content
 *     words by their rarity, the slot men with the value Three, notes for whoever edits it
 *
 * Whether a sentence denies, questions or hedges is left to stance: the patterns say only
 * what the sentence is about.
 */
#ifndef XC_AUTHOR_DRAFT_H
#define XC_AUTHOR_DRAFT_H

#include "author/draft_unit.h"

struct xc_draft {
    struct xc_str id;
    struct xc_str statement; /* borrowed */
    struct xc_str_vec patterns;
    struct xc_draft_units units; /* with slots and what the notes say */
    bool reads_asserted; /* the statement itself is a mention that asserts the claim */
};

struct xc_draft_vec {
    struct xc_draft *items;
    size_t n;
    size_t cap;
};

struct xc_draft_uses {
    size_t *items;
    size_t n;
    size_t cap;
};

/* What drafts are made with. */
struct xc_drafting {
    const struct xc_lexicon *lexicon;
    struct xc_word_data data;
    struct xc_table ids;       /* those taken */
    struct xc_table bases;     /* what ids begin with → index in uses */
    struct xc_draft_uses uses; /* how often each was asked for */
    struct xc_arena *arena;
    struct xc_problems *problems;
};

/* Loads the word data; lexicon and arena must outlive everything drafted. */
XC_MUST_CHECK enum xc_status xc_drafting_init(const struct xc_lexicon *lexicon,
                                              struct xc_arena *arena,
                                              struct xc_problems *problems,
                                              struct xc_drafting *out);

/*
 * Drafts a claim of the statement, which stands at place, and appends it to *drafts.  Its id
 * differs from all before.  XC_BAD_RULE: the statement holds no word, is no UTF-8 on one
 * line, or is too long; told.
 */
XC_MUST_CHECK enum xc_status xc_draft_add(struct xc_drafting *drafting,
                                          struct xc_str statement,
                                          const struct xc_place *place,
                                          struct xc_draft_vec *drafts);

/* An id made of the text: letters and digits in lower case, joined by "-"; "" when it has
 * none. */
XC_MUST_CHECK enum xc_status xc_draft_id(const struct xc_lexicon *lexicon,
                                         struct xc_str text, struct xc_arena *arena,
                                         struct xc_str *out);

#endif
