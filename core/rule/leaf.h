/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The elements of a pattern that hold no others: words, gaps, terms and slots.
 *
 * Each function reads one at parser->at, moves past it, and adds it to the group that
 * is open.  They tell faults and fail only with XC_NO_MEMORY.
 */
#ifndef XC_RULE_LEAF_H
#define XC_RULE_LEAF_H

#include "rule/group.h"

struct xc_slot_vec {
    struct xc_slot *items;
    size_t n;
    size_t cap;
};

struct xc_parser {
    const struct xc_lexicon *lexicon;
    struct xc_pattern_context *context; /* NULL: words only */
    struct xc_faults *faults;
    struct xc_str text;
    struct xc_arena *arena;
    size_t at;
    size_t tight; /* where an element ended that the next must not touch; 0: none */
    size_t n_elements;
    struct xc_groups groups;
    struct xc_slot_vec slots;
};

/* The byte at off, or NUL beyond the end; whether it is white space, or one of the
 * marks that end a word; whether ".." stands there. */
char xc_leaf_byte(const struct xc_parser *parser, size_t off);
bool xc_leaf_is_space(char c);
bool xc_leaf_is_mark(char c);
bool xc_leaf_gap_at(const struct xc_parser *parser, size_t off);

/* Whether "N of (" stands at parser->at; then *out_number is N, *out_bracket the "(". */
bool xc_leaf_n_of_at(const struct xc_parser *parser, size_t *out_number,
                     size_t *out_bracket);

/* Gives up on the rest of the pattern: what follows would only be guesswork. */
void xc_leaf_stop(struct xc_parser *parser);

XC_MUST_CHECK enum xc_status xc_leaf_word(struct xc_parser *parser);
XC_MUST_CHECK enum xc_status xc_leaf_gap(struct xc_parser *parser);
XC_MUST_CHECK enum xc_status xc_leaf_term(struct xc_parser *parser);
XC_MUST_CHECK enum xc_status xc_leaf_slot(struct xc_parser *parser);

#endif
