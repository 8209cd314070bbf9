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

/*
 * Appends the clauses of sentence s to *out: ascending, not overlapping, together all
 * the sentence's words (none for a sentence without words).
 */
XC_MUST_CHECK enum xc_status xc_clauses_split(const struct xc_clause_rules *rules,
                                              const struct xc_text *text, size_t s,
                                              struct xc_arena *arena,
                                              struct xc_clause_vec *out);

#endif
