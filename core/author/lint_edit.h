/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Edits of a rule file's bytes for problems that can be mended.
 *
 *     "about: [a, a]  # names"  ->  "about: [a]  # names"
 *
 * An item in brackets goes with its comma, an entry on lines of its own with its lines.
 * Where that would take a comment with it, nothing is done.
 */
#ifndef XC_AUTHOR_LINT_EDIT_H
#define XC_AUTHOR_LINT_EDIT_H

#include "data/node.h"

struct xc_lint_editing; /* what to change in one file */

/*
 * Finds what to change in the text, whose tree is root (a map), for the problems of this
 * one file; wrong keys only with keys.  All is borrowed, *out lives in arena.
 * XC_NO_MEMORY is the only failure, here and below.
 */
XC_MUST_CHECK enum xc_status xc_lint_edit_new(struct xc_str text,
                                              const struct xc_node *root,
                                              const struct xc_problems *problems,
                                              bool keys, struct xc_arena *arena,
                                              struct xc_lint_editing **out);

/* How many changes there are; how many more can't be made. */
size_t xc_lint_edit_count(const struct xc_lint_editing *editing);
size_t xc_lint_edit_left(const struct xc_lint_editing *editing);

/* The text with all changes (in the arena); what two of them take out goes once. */
XC_MUST_CHECK enum xc_status xc_lint_edit_apply(struct xc_lint_editing *editing,
                                                struct xc_str *out);

/* Whether the tree after is the tree before with the changes, and nothing else. */
XC_MUST_CHECK enum xc_status xc_lint_edit_compare(struct xc_lint_editing *editing,
                                                  const struct xc_node *before,
                                                  const struct xc_node *after,
                                                  bool *out_same);

#endif
