/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What has been read of a clause so far: has it its finite verb yet?
 *
 * "The star attended" has; "The man who was hurt" and "He said the star" have not: the
 * verb that they have is owed to the relative or needs an object clause with another.
 */
#ifndef XC_TEXT_TALLY_H
#define XC_TEXT_TALLY_H

#include "text/syntax.h"

struct xc_tally {
    size_t n_finite;      /* groups of finite verbs */
    size_t n_owed;        /* verbs that object and relative clauses within it need */
    bool in_group;        /* the last word belongs to a verb group */
    bool has_complement;  /* an object clause: what follows "and" may belong to it */
    bool aux_negated;     /* did not, was never */
    bool has_perfect;     /* a form of have or be: participles may share it */
    bool subject_negated; /* "no one …", which also governs what follows "and" */
};

/* Counts word i of a clause that begins with word start. */
void xc_tally_add(struct xc_tally *tally, const struct xc_syntax *syntax, size_t start,
                  size_t i);

/* Whether the clause has a finite verb of its own. */
bool xc_tally_has_verb(const struct xc_tally *tally);

/* Whether what comes after an inset must go on with the clause: it has no verb yet, or
 * only the beginning of one ("She did not, when asked, deny it"). */
bool xc_tally_is_waiting(const struct xc_tally *tally);

#endif
