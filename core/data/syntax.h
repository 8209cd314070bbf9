/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libyaml's complaints in words for people who edit prose.
 *
 *     "found unknown escape character" -> "unknown escape after a backslash", and to
 *     write the text in single quotes
 */
#ifndef XC_DATA_SYNTAX_H
#define XC_DATA_SYNTAX_H

#include "base/span.h"

struct xc_syntax {
    const char *problem; /* what libyaml says */
    const char *message; /* what we say */
    const char *hint;    /* what to do; may be NULL */
    bool at_start;       /* told where the construct begins, not where it broke */
};

/*
 * The words for libyaml's problem (NUL-ended, may be NULL), met at the byte here of the
 * text (0 at its end).  Static; a problem that we have no words for stands as it is,
 * and then *out borrows it.
 */
void xc_syntax_explain(const char *problem, char here, struct xc_syntax *out);

#endif
