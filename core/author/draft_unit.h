/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a statement is made of, as a draft looks for it: content words, names, values.
 *
 *     "Three men tied the corset."  ->  3 (2), [{men:count}] men (1), tied, corset (3)
 *
 * The number is the unit's weight.  Names and rare words say most of what a statement is
 * about, so they weigh 3; words that every article has weigh 1.
 */
#ifndef XC_AUTHOR_DRAFT_UNIT_H
#define XC_AUTHOR_DRAFT_UNIT_H

#include "lexicon/word_data.h"

#define XC_DRAFT_RARE 3u
#define XC_DRAFT_TELLING 2u
#define XC_DRAFT_COMMON 1u

struct xc_draft_unit {
    struct xc_range words; /* of the statement, what precedes a noun as its count not */
    struct xc_str text;    /* as it stands in a pattern */
    unsigned weight;       /* XC_DRAFT_RARE … */
    bool is_figure;        /* a value, or a number of one: says nothing by itself */
    size_t class;          /* of its frequency, for the choice among equal weights */
    struct xc_str_vec offered;    /* synonyms too common to be used unseen */
    struct xc_str_vec contraries; /* words that deny it without a negator */
    struct xc_str slot;           /* its name, ptr NULL: none */
    struct xc_str slot_text;      /* what the slot must have beside it to be filled */
    bool slot_used;               /* one of the patterns has it */
    enum xc_value_kind kind;      /* of the slot */
    struct xc_str value;          /* as the statement states it */
};

struct xc_draft_unit_vec {
    struct xc_draft_unit *items;
    size_t n;
    size_t cap;
};

struct xc_draft_units {
    struct xc_text text;            /* the statement, split */
    struct xc_draft_unit_vec units; /* in the order of the statement, each once */
    bool negated;                   /* it has a word that turns it round */
    size_t denied;                  /* the unit behind that word; SIZE_MAX: none */
};

/* Reads the statement (borrowed) into *out (arena).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_draft_units_read(const struct xc_lexicon *lexicon,
                                                 const struct xc_word_data *data,
                                                 struct xc_str statement,
                                                 struct xc_arena *arena,
                                                 struct xc_draft_units *out);

#endif
