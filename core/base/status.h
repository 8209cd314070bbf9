/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What can go wrong, and how it is told.
 *
 * A function that can fail returns an xc_status.  What a person must be told is put
 * in an xc_problems list where the fault is seen, with its place and what to do;
 * only cli/ prints it.  A wrong rule file adds a problem and goes on, so that all of
 * its errors are told at once; a bad article adds a problem and is skipped; only
 * memory and I/O faults end a run.
 */
#ifndef XC_BASE_STATUS_H
#define XC_BASE_STATUS_H

#include <stdarg.h>

#include "base/arena.h"
#include "base/code.h"

enum xc_status {
    XC_OK,
    XC_NO_MEMORY,  /* an allocation failed */
    XC_IO_FAILED,  /* the system refused to write, or failed while reading */
    XC_BAD_RULE,   /* a rule file or configuration is wrong; see the problems */
    XC_BAD_INPUT,  /* this one input can't be used; see the problems */
    XC_BAD_OPTION, /* the command line is wrong; see the problems */
};

#define XC_MUST_CHECK __attribute__((warn_unused_result))

/* The words of the report's "problems"; names from xc_problem_kind_name. */
enum xc_problem_kind {
    XC_PROBLEM_OPTION,     /* "option" */
    XC_PROBLEM_RULE,       /* "rule": stops the run */
    XC_PROBLEM_UNREADABLE, /* "unreadable": missing, no permission, not a file */
    XC_PROBLEM_MALFORMED,  /* "malformed": bad JSON, too big, wrong front matter */
    XC_PROBLEM_ENCODING,   /* "encoding": bytes replaced; the article is still read */
    XC_PROBLEM_LANGUAGE,   /* "language": not English, listed as unread */
    XC_PROBLEM_DUPLICATE,  /* "duplicate": same url as another source */
    XC_PROBLEM_METADATA,   /* "metadata": a field could not be used; still read */
    XC_PROBLEM_LIMIT,      /* "limit": a pattern hit its match limit on a sentence */
    XC_PROBLEM_DECISION,   /* "decision": an editor's decision that fits nothing */
};

/* The lower-case word for kind, as it stands in the report. */
const char *xc_problem_kind_name(enum xc_problem_kind kind);

/* Whether a problem of this kind means that some input was lost (exit code 3). */
bool xc_problem_loses_input(enum xc_problem_kind kind);

struct xc_problem {
    enum xc_problem_kind kind;
    struct xc_str path;    /* as named by the user; "-" is standard input; may be "" */
    size_t line;           /* from 1; 0: unknown */
    size_t column;         /* in characters, from 1; 0: unknown */
    struct xc_str message; /* what is wrong: lower case, no full stop */
    struct xc_str excerpt; /* the whole faulty line, for the caret; may be "" */
    struct xc_str hint;    /* what to do; may be "" */
    enum xc_code code;     /* of a fault in a rule file; else XC_CODE_NONE */
    struct xc_str meant;   /* the one word that could be meant instead; may be "" */
};

/* A list of problems in the arena named at init, capped at XC_MAX_PROBLEMS. */
struct xc_problems {
    struct xc_arena *arena;
    struct xc_problem *items;
    size_t n;
    size_t cap;
    size_t n_dropped; /* problems over the cap: counted, not kept */
    bool failed;      /* memory was short while a problem was added */
};

/* Makes an empty list whose entries will live in arena. */
void xc_problems_init(struct xc_problems *problems, struct xc_arena *arena);

/* Where a problem is; every str is copied when the problem is added. */
struct xc_place {
    struct xc_str path;
    size_t line;
    size_t column;
    struct xc_str excerpt;
};

/*
 * Adds a problem whose message is made as printf would; hint may be NULL.  Returns
 * false (and sets failed) when memory is short; a full list counts it and is fine.
 */
bool xc_problems_add(struct xc_problems *problems, enum xc_problem_kind kind,
                     const struct xc_place *place, const char *hint, const char *format,
                     ...) __attribute__((format(printf, 5, 6)));

/* The same for a fault in a rule file, with its code. */
bool xc_problems_tell(struct xc_problems *problems, enum xc_problem_kind kind,
                      enum xc_code code, const struct xc_place *place, const char *hint,
                      const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Adds copies of all of from's problems, those that it dropped counted in; false when
 * memory is short. */
bool xc_problems_append(struct xc_problems *problems, const struct xc_problems *from);

/* Puts the problems from first on into the order of lines and columns; of equal places
 * the earlier stays first.  They are at most XC_MAX_PROBLEMS, and all of one file. */
void xc_problems_sort(struct xc_problems *problems, size_t first);

/*
 * Fills line, column (characters from 1) and the whole excerpt line for the byte
 * offset off_bytes of text; the excerpt borrows from text.
 */
void xc_place_of_offset(struct xc_str text, size_t off_bytes, struct xc_place *out);

#endif
