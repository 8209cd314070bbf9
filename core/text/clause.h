/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Clauses of a sentence, without a parser: where a cue's scope may end.
 *
 * A bare comma never ends a clause.  Boundaries are ; : and --, "but" and "except", a
 * conjunction (although, when, because, if …) with a clause of its own after it, a comma
 * or "and" before SUBJECT + finite verb, and the edges of insets (see text/inset.h).
 * Commas in lists, appositives, vocatives and parenthetical phrases do not cut, nor does
 * the "that" of an object clause.
 *
 *     [She wore no hat, gloves or jewelry] [but the gown was vintage]
 *     [The gown] [which did not fit] [weighed 40 lb]      the third resumes the first
 */
#ifndef XC_TEXT_CLAUSE_H
#define XC_TEXT_CLAUSE_H

#include "text/text.h"

enum xc_clause_kind {
    XC_CLAUSE_MAIN,       /* the sentence's first, and those joined to it by "and" */
    XC_CLAUSE_CONTRAST,   /* opened by but, although, however … */
    XC_CLAUSE_RELATIVE,   /* which …, who … set off by commas; brackets */
    XC_CLAUSE_PARTICIPLE, /* set off by a comma and begun by a participle */
    XC_CLAUSE_PUNCTUATED, /* after ; : -- */
    XC_CLAUSE_SUBORDINATE, /* of time, cause or condition: when …, because …, if …; its
                              conjunction is among its first three words */
    XC_CLAUSE_ATTRIBUTION, /* "…, her aide said", "…, according to the police": what it
                              attributes stands outside of it */
};

struct xc_clause {
    enum xc_clause_kind kind;
    struct xc_range words; /* of the article */
    bool resumes;          /* goes on after an inset clause: same clause as `parent` */
    size_t parent; /* index in the list of the clause it is inset in or resumes; else
                      itself */
};

struct xc_clause_vec {
    struct xc_clause *items;
    size_t n;
    size_t cap;
};

/* Word classes: conjunctions, pronouns, determiners, auxiliaries …; read-only. */
struct xc_clause_rules;

/*
 * Builds the rules from lexicon "clause-words" (word TAB class), which must outlive
 * them; lives in arena.  XC_BAD_RULE: a line has no or an unknown class.
 */
XC_MUST_CHECK enum xc_status xc_clause_rules_new(struct xc_str clause_words,
                                                 struct xc_arena *arena,
                                                 const struct xc_clause_rules **out);

/* The clauses of an article's sentences, as far as they were asked for.  A part of its
 * text, so it serves one thread. */
struct xc_clause_memo {
    struct xc_arena *arena;              /* the text's */
    const struct xc_clause_rules *rules; /* that split them; NULL: none is split yet */
    struct xc_clause_vec *sentences;     /* one a sentence; n 0: not split */
};

/*
 * The clauses of sentence s: ascending, not overlapping, together all the sentence's words
 * (none for a sentence without words); not to be changed.  They live in arena, or, when
 * the text remembers them, as long as it does.
 */
XC_MUST_CHECK enum xc_status xc_clauses_split(const struct xc_clause_rules *rules,
                                              const struct xc_text *text, size_t s,
                                              struct xc_arena *arena,
                                              struct xc_clause_vec *out);

/* The same, made anew and in arena. */
XC_MUST_CHECK enum xc_status xc_clauses_cut(const struct xc_clause_rules *rules,
                                            const struct xc_text *text, size_t s,
                                            struct xc_arena *arena,
                                            struct xc_clause_vec *out);

#endif
