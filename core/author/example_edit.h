/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where in a rule file's bytes new examples of a claim go, and how they are written there:
 * as the claim writes those it has.
 *
 *     "denies: [a]"  ->  "denies: [a, b]"
 *     "- a"          ->  "- a", and below it "- b"
 *
 * Nothing is taken out.  Line ends are those of the file.
 */
#ifndef XC_AUTHOR_EXAMPLE_EDIT_H
#define XC_AUTHOR_EXAMPLE_EDIT_H

#include "author/text_edit.h"
#include "data/node.h"
#include "rule/topic.h"

enum { XC_N_EXAMPLE_KINDS = XC_EXAMPLE_IGNORES + 1 };

struct xc_str_vec_of_kind {
    struct xc_str *items; /* each as YAML writes it, on one line */
    size_t n;
    size_t cap;
};

/* One claim and what it gets. */
struct xc_example_addition {
    struct xc_node *claim; /* its map in the file's tree */
    struct xc_str_vec_of_kind written[XC_N_EXAMPLE_KINDS];
    struct xc_str_vec_of_kind texts[XC_N_EXAMPLE_KINDS]; /* what that reads as */
};

struct xc_example_editing {
    struct xc_str text; /* the file's */
    struct xc_str line_end;
    struct xc_arena *arena;
    struct xc_text_edit_vec edits;
    const struct xc_node *odd; /* a value that nothing can be added to; or NULL */
};

/* Begins with a text and no edits. */
void xc_example_edit_init(struct xc_example_editing *editing, struct xc_str text,
                          struct xc_arena *arena);

/* Adds the edits for one claim, or sets odd and leaves some out.  False when memory is
 * short. */
bool xc_example_edit_claim(struct xc_example_editing *editing,
                           const struct xc_example_addition *addition);

#endif
