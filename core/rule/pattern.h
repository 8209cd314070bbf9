/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Patterns: parsed, reduced to required words, and compiled to PCRE2.
 *
 * A structured pattern ("{men:count} (man|guy) .. <tie> & <corset>") is compiled for a
 * subject that is the sentence's word keys joined by single spaces, so that punctuation
 * inside a sentence does not separate neighbours.  A whole pattern /…/ runs on the folded
 * sentence as it is.  An xc_pattern is read-only once made.
 */
#ifndef XC_RULE_PATTERN_H
#define XC_RULE_PATTERN_H

#include "lexicon/lexicon.h"
#include "rule/regex.h"
#include "value/value.h"

enum xc_element_kind {
    XC_ELEMENT_WORD,     /* forms: any of these keys */
    XC_ELEMENT_CHOICE,   /* one of the branches */
    XC_ELEMENT_OPTIONAL, /* branch 0 or nothing */
    XC_ELEMENT_GAP,      /* up to number words */
    XC_ELEMENT_SLOT,     /* a value of the slot's kind */
    XC_ELEMENT_N_OF,     /* at least number of the branches, in any order */
};

struct xc_element;

/* Elements in this order, next to each other. */
struct xc_sequence {
    struct xc_element *items;
    size_t n;
};

struct xc_element {
    enum xc_element_kind kind;
    struct xc_str *forms; /* WORD: keys, the written one first */
    size_t n_forms;
    struct xc_sequence *branches; /* CHOICE, OPTIONAL, N_OF; a term is a CHOICE */
    size_t n_branches;
    size_t number;    /* GAP: most words skipped; N_OF: how many; SLOT: index of slot */
    size_t off_bytes; /* in the pattern's text, for problems */
};

struct xc_slot {
    struct xc_str name;
    enum xc_value_kind kind;
};

/* An OR-group of words: at least one must stand in the sentence.  Numbers count as
 * present when the sentence has any value of a numeric slot's kind. */
struct xc_required {
    struct xc_str *keys;
    size_t n_keys;
    size_t
        n_written; /* the first of them: words as the pattern has them; the others are
                       * their further forms */
};

struct xc_pattern {
    struct xc_str text; /* as written */
    bool is_regex;      /* a whole /…/ pattern */
    /* Only words, choices between single words, and gaps: where its words stand is all that
     * there is to a match, and it has no regex. */
    bool is_words;
    struct xc_sequence *sequences; /* joined by &; none for a regex */
    size_t n_sequences;
    struct xc_slot *slots;
    size_t n_slots;
    struct xc_required *required; /* an AND of groups; none: run on every sentence */
    size_t n_required;
    struct xc_str source;   /* the PCRE2 pattern, for explain */
    struct xc_regex *regex; /* NULL: is_words, and not asked for */
    /* Captures of a match: 0 is the match (of no use when there are several sequences),
     * 1..n_sequences are the sequences; then for capture c, capture_slot[c] is the slot
     * it fills, capture_is_gap[c] whether its words are a gap.  n_captures counts
     * capture 0.
     *
     * The branches of an "n of (…)" that stands alone in its sequence may lie anywhere
     * in the sentence: each one found has a capture of its own, capture_part[c] names
     * their sequence, and the sequence's capture is the first of them. */
    size_t n_captures;
    size_t *capture_slot; /* SIZE_MAX: no slot */
    bool *capture_is_gap;
    size_t *capture_part; /* index of the sequence; SIZE_MAX: no part */
    /* The sequence that capture c is, or stands in; SIZE_MAX: capture 0, and a regex. */
    size_t *capture_sequence;
    size_t line; /* of the rule file, for problems */
    size_t column;
};

/* Named word lists of a rule file. */
struct xc_term {
    struct xc_str name;
    struct xc_str *entries; /* as written; may be several words each */
    size_t n_entries;
    struct xc_sequence *branches; /* the entries parsed; NULL: made at first use */
    size_t line;
    size_t column;
    bool used;
};

struct xc_pattern_context {
    const struct xc_lexicon *lexicon;
    struct xc_term *terms;
    size_t n_terms;
    const struct xc_slot *declared; /* kinds of a /…/ pattern's named groups */
    size_t n_declared;
    struct xc_place place; /* of the pattern's first byte in the rule file */
};

/*
 * Parses and compiles one pattern into *out (arena; its regex is a handle freed by
 * xc_pattern_release).  XC_BAD_RULE: every error of the pattern was told, with the
 * column of the faulty element.
 */
XC_MUST_CHECK enum xc_status xc_pattern_new(struct xc_pattern_context *context,
                                            struct xc_str text, struct xc_arena *arena,
                                            struct xc_pattern **out,
                                            struct xc_problems *problems);

/*
 * Gives a pattern of words its regex, too, for those who match any pattern by PCRE2; it
 * is freed by xc_pattern_release.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_pattern_compile(struct xc_pattern *pattern,
                                                struct xc_arena *arena);

/* Whether the element always takes exactly one word: a word, or a choice between single
 * ones ("(tie|lace)"). */
bool xc_element_is_one_word(const struct xc_element *element);

/* Frees the compiled regex; accepts NULL. */
void xc_pattern_release(struct xc_pattern *pattern);

#endif
