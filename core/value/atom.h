/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Atoms: the words of a sentence cut up further, into what numbers are made of.
 *
 * "$3.5m" is the sign $, the number 3.5 and the word m; "20-year-old" is a number and
 * two words with hyphens in the gaps before them.  Every atom knows which word of the
 * article it belongs to and which phrases of the value lexicon begin at it.
 */
#ifndef XC_VALUE_ATOM_H
#define XC_VALUE_ATOM_H

#include "text/text.h"
#include "value/words.h"

enum xc_atom_kind { XC_ATOM_NUMBER, XC_ATOM_WORD, XC_ATOM_SIGN };

/* What stands between an atom and the one before it; 0: they are glued. */
enum xc_gap {
    XC_GAP_SPACE = 1 << 0,
    XC_GAP_HYPHEN = 1 << 1,
    XC_GAP_MINUS = 1 << 2, /* a hyphen with space before it and none after it */
    XC_GAP_COMMA = 1 << 3,
    XC_GAP_SLASH = 1 << 4,
    XC_GAP_VULGAR = 1 << 5, /* the stroke of a one-character fraction */
    XC_GAP_POINT = 1 << 6,
    XC_GAP_COLON = 1 << 7,
    XC_GAP_OPEN = 1 << 8, /* an opening bracket */
    XC_GAP_CLOSE = 1 << 9,
    XC_GAP_APOSTROPHE = 1 << 10,
    XC_GAP_DASH = 1 << 11,
    XC_GAP_OTHER = 1 << 12,
    XC_GAP_EDGE = 1 << 13, /* the sentence's beginning or end */
};

enum xc_atom_flag {
    XC_ATOM_CAPITAL = 1 << 0,
    XC_ATOM_ODD = 1 << 1,     /* part of a code, address or name: no number */
    XC_ATOM_GROUPED = 1 << 2, /* a number with commas: 3,000 */
    XC_ATOM_CLITIC = 1 << 3,
    XC_ATOM_GROUP = 1 << 4, /* three figures that go on the number before: 1 234 567 */
    XC_ATOM_DECIMALS = 1 << 5, /* figures behind its decimal comma: 5,00 */
};

#define XC_ATOM_PHRASES 4

/* The bit of a class of form in xc_atom.classes. */
#define XC_CLASS(class) ((uint64_t)1 << (class))

struct xc_atom_phrase {
    const struct xc_form *forms;
    size_t end;
};

struct xc_atom {
    enum xc_atom_kind kind;
    unsigned gap;   /* of xc_gap, before it */
    unsigned flags; /* of xc_atom_flag */
    size_t word;    /* of the article */
    struct xc_span folded;
    struct xc_str text; /* what is looked up: the word's key, the number as written */
    struct xc_decimal number;
    struct xc_atom_phrase phrases[XC_ATOM_PHRASES]; /* shortest first */
    size_t n_phrases;
    uint64_t classes; /* of all readings of those phrases: XC_CLASS bits */
};

struct xc_atoms {
    struct xc_atom *items;
    size_t n;
    size_t cap;
    unsigned end_gap; /* after the last; with XC_GAP_EDGE */
    const struct xc_text *text;
    size_t block;
    bool headline;
};

/*
 * The atoms of words [range), which lie in one sentence, into *out (arena).  A range
 * in no sentence (a credit line) gives none.
 */
XC_MUST_CHECK enum xc_status
xc_atoms_read(const struct xc_value_words *words, const struct xc_text *text,
              struct xc_range range, struct xc_arena *arena, struct xc_atoms *out);

/* The gap before atom i, or after the last one where i is n. */
unsigned xc_atoms_gap(const struct xc_atoms *atoms, size_t i);

/* Whether atom i exists and goes on the phrase before it: only space or a hyphen. */
bool xc_atoms_joined(const struct xc_atoms *atoms, size_t i);

/* The longest phrase at atom i that has a reading of that class; *out_end (may be
 * NULL) is the atom after it.  NULL: none. */
const struct xc_form *xc_atoms_form(const struct xc_atoms *atoms, size_t i,
                                    enum xc_form_class class, size_t *out_end);

/* Whether a phrase with a reading of one of the classes (XC_CLASS bits) begins at i. */
bool xc_atoms_has(const struct xc_atoms *atoms, size_t i, uint64_t classes);

/* Whether atom i is figures that may be a number: not part of a code. */
bool xc_atoms_is_figures(const struct xc_atoms *atoms, size_t i);

/* Whether atom i is that word (folded, without accents). */
bool xc_atoms_is(const struct xc_atoms *atoms, size_t i, const char *word);

#endif
