/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A whole text made comparable: the words of its sentences, without captions and credits.
 *
 *     "It cost £300, Ms Alpha said."  ->  it cost £300 ms alpha said
 *
 * A currency sign belongs to its number: £300 is not $300.
 */
#ifndef XC_ORIGIN_COMPARED_H
#define XC_ORIGIN_COMPARED_H

#include "origin/alignment.h"
#include "text/text.h"

struct xc_vocabulary_word {
    struct xc_str key;
    uint64_t hash; /* of the word itself: the same in every run */
    enum xc_origin_word class;
    struct xc_stock_mask stock;
};

struct xc_vocabulary_vec {
    struct xc_vocabulary_word *items;
    size_t n;
    size_t cap;
};

/* A slot of the table of words: small, for every word of every article is looked up. */
struct xc_vocabulary_slot {
    uint32_t mark;   /* the upper half of the word's hash */
    uint32_t number; /* of the word, from 1; 0 free */
};

/* Words by number: equal words have equal numbers, whatever text they stand in. */
struct xc_vocabulary {
    const struct xc_origin_rules *rules;
    struct xc_arena *arena;
    struct xc_vocabulary_slot *slots; /* by the lower half of the hash */
    size_t n_slots;                   /* a power of two; 0 while empty */
    struct xc_vocabulary_vec words;
};

struct xc_compared {
    struct xc_passage_word *words;
    uint64_t *hashes;  /* of each word */
    size_t *sentences; /* of each word, ascending */
    size_t *places;    /* of each word: its index in the text … */
    size_t *ends;      /* … and that behind it: "three hundred" is one word */
    bool *names;       /* of each word: begins with a capital */
    bool *stock;       /* of each word: stands in a phrase that everybody writes */
    const bool
        *inert; /* of each word: is boilerplate, which joins nothing; NULL: none */
    size_t n_words;
};

/* An empty vocabulary whose words live in arena; rules is borrowed. */
void xc_vocabulary_init(struct xc_vocabulary *vocabulary,
                        const struct xc_origin_rules *rules, struct xc_arena *arena);

/* The word with this number. */
struct xc_str xc_vocabulary_key(const struct xc_vocabulary *vocabulary, size_t number);

/* Makes text comparable into *out (arena).  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_compared_make(struct xc_vocabulary *vocabulary,
                                              const struct xc_text *text,
                                              struct xc_arena *arena,
                                              struct xc_compared *out);

/* The key under which word i of text is compared: a number's currency sign is part of
 * it.  In arena or borrowed from text; ptr NULL when memory is short. */
struct xc_str xc_compared_key(const struct xc_text *text, size_t i,
                              struct xc_arena *arena);

/* Whether word i of text goes on the number before it, whose key so far is last: "three
 * hundred" is 300 as "300" is.  *out is then the key of both (arena; ptr NULL when memory
 * is short). */
bool xc_compared_goes_on(const struct xc_origin_rules *rules,
                         const struct xc_text *text, size_t i, struct xc_str last,
                         struct xc_arena *arena, struct xc_str *out);

#endif
