/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What lint looks at, subject by subject.
 *
 * Each function tells what it finds as problems of file->loading and fails only with
 * XC_NO_MEMORY.  A file with faults has a topic with holes in it; nothing is told that
 * a hole could be the cause of.
 */
#ifndef XC_AUTHOR_LINT_CHECK_H
#define XC_AUTHOR_LINT_CHECK_H

#include "base/limits.h"
#include "rule/fault.h"
#include "rule/loader.h"

/* One pattern of a file, and whose it is. */
struct xc_lint_pattern {
    const struct xc_pattern *pattern;
    const struct xc_claim *claim; /* NULL: of `about` */
    bool is_unless;
};

struct xc_lint_pattern_vec {
    struct xc_lint_pattern *items;
    size_t n;
    size_t cap;
};

/* Words that are read as forms of two: "saw" of itself and of "see". */
struct xc_lint_forms {
    struct xc_table bases; /* words of the irregular table that are bases */
    struct xc_table of;    /* form → index into names */
    struct xc_str_vec names;
};

/* Reads the lexicon's irregular words. */
XC_MUST_CHECK enum xc_status xc_lint_forms_read(struct xc_arena *arena,
                                                struct xc_lint_forms *out);

/* The base that key is a form of although it is one itself; false when there is none. */
bool xc_lint_forms_other(const struct xc_lint_forms *forms, struct xc_str key,
                         struct xc_str *out);

/* A sequence that is being looked at, inside a pattern. */
struct xc_lint_frame {
    const struct xc_sequence *branches;
    size_t n_branches;
    size_t branch;
    size_t next;
};

/* A way through the elements of a structured pattern. */
struct xc_lint_walk {
    const struct xc_pattern *pattern;
    struct xc_lint_frame frames[XC_MAX_PATTERN_DEPTH + 1]; /* brackets in the pattern */
    size_t depth;
};

void xc_lint_walk_init(struct xc_lint_walk *walk, const struct xc_pattern *pattern);

/* The next element, outer ones before what they hold; NULL after the last.  What a term
 * holds is left out: it stands elsewhere in the file. */
const struct xc_element *xc_lint_walk_next(struct xc_lint_walk *walk);

/* Where faults inside the pattern's text are told. */
struct xc_faults xc_lint_faults(const struct xc_rule_file *file,
                                const struct xc_pattern *pattern);

/* Tells something about a pattern as a whole, where it begins. */
XC_MUST_CHECK enum xc_status
xc_lint_tell(const struct xc_rule_file *file, const struct xc_pattern *pattern,
             enum xc_code code, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Each pattern by itself: structured ones and terms; /…/ patterns. */
XC_MUST_CHECK enum xc_status xc_lint_pattern(const struct xc_rule_file *file,
                                             const struct xc_lint_forms *forms,
                                             const struct xc_pattern *pattern);
XC_MUST_CHECK enum xc_status xc_lint_terms(struct xc_rule_file *file,
                                           const struct xc_lint_forms *forms);
XC_MUST_CHECK enum xc_status xc_lint_expression(const struct xc_rule_file *file,
                                                const struct xc_pattern *pattern,
                                                struct xc_regex_scratch *scratch);

/* Choices, one of which covers another. */
XC_MUST_CHECK enum xc_status xc_lint_choices(const struct xc_rule_file *file,
                                             const struct xc_pattern *pattern);
XC_MUST_CHECK enum xc_status xc_lint_entries(struct xc_rule_file *file,
                                             const struct xc_term *term,
                                             const struct xc_node *node);

/* The patterns side by side. */
XC_MUST_CHECK enum xc_status
xc_lint_overlaps(const struct xc_rule_file *file,
                 const struct xc_lint_pattern_vec *patterns);

/* Statements, values and examples. */
XC_MUST_CHECK enum xc_status xc_lint_claims(struct xc_rule_file *file);

/* Lists of names and dates. */
XC_MUST_CHECK enum xc_status xc_lint_topic(struct xc_rule_file *file);

/* Marks that two instances of one event share. */
XC_MUST_CHECK enum xc_status xc_lint_marks(struct xc_rule_file *files, size_t n);

#endif
