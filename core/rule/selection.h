/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Selections: which mention (or finding) an editor speaks of, by claim and quote.
 *
 *     claim: pier-closed              or pier/pier-closed
 *     quote: the pier is closed       a run of whole words of its sentence
 *     source: articles/harbour.md     optional
 *
 * Lines and offsets are of no use here: an article that gets a paragraph more must not
 * lose what was decided about it.
 */
#ifndef XC_RULE_SELECTION_H
#define XC_RULE_SELECTION_H

#include "rule/field.h"

struct xc_selection {
    struct xc_str topic; /* "": the claim with that id, of every topic that has one */
    struct xc_str claim; /* its id alone */
    struct xc_str quote; /* as written … */
    struct xc_str words; /* … and as compared (text/word_run.h) */
    struct xc_str
        source;         /* a path, its end from a folder on, or an id; "": any source */
    struct xc_str path; /* of the file that says so */
    size_t line;        /* of the quote there */
    size_t column;
    struct xc_str excerpt; /* that whole line */
};

/*
 * Loads claim, quote and source of map into *out, copied into loading's arena.  Faults are
 * told and counted; *out is then not to be used.  what names the map ("a decision").
 */
XC_MUST_CHECK enum xc_status xc_selection_load(struct xc_loading *loading,
                                               const struct xc_node *map,
                                               const char *what,
                                               struct xc_selection *out);

/* The text under key, which is required, copied into loading's arena. */
XC_MUST_CHECK enum xc_status xc_selection_text(struct xc_loading *loading,
                                               const struct xc_node *map,
                                               const char *key, const char *what,
                                               struct xc_str *out);

/* The day under key, which is required: YYYY-MM-DD, and the calendar must have it. */
XC_MUST_CHECK enum xc_status xc_selection_day(struct xc_loading *loading,
                                              const struct xc_node *map,
                                              const char *key, const char *what,
                                              struct xc_date *out);

/* Whether the selection is of this claim. */
bool xc_selection_has_claim(const struct xc_selection *selection, struct xc_str topic,
                            struct xc_str claim);

/* Whether it is of that source, by its id or path, however the path was named: "a.md" and
 * "articles/a.md" are the file "./articles/a.md". */
bool xc_selection_has_source(const struct xc_selection *selection, struct xc_str id,
                             struct xc_str path);

/* By file, line and column: the order in which they are told. */
int xc_selection_compare(const struct xc_selection *a, const struct xc_selection *b);

#endif
