/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Adding examples to a rule file's text.
 *
 *     "asserts: [a]  # ours"  ->  "asserts: [a, b]  # ours"
 *
 * The new text is read again and must be the old tree with exactly these examples, each
 * the last of its kind; all other bytes stay.
 */
#ifndef XC_AUTHOR_EXAMPLE_ADD_H
#define XC_AUTHOR_EXAMPLE_ADD_H

#include "base/status.h"
#include "rule/topic.h"

struct xc_new_example {
    struct xc_str claim; /* its id */
    enum xc_example_kind kind;
    struct xc_str text;
    struct xc_str written; /* the text as YAML writes it, on one line */
};

struct xc_new_example_vec {
    struct xc_new_example *items;
    size_t n;
    size_t cap;
};

/*
 * Adds the examples to the text of the rule file path, in their order; the new text is
 * in *out (arena).  XC_BAD_RULE: it can't be done, which was told with its place.
 */
XC_MUST_CHECK enum xc_status xc_example_add(struct xc_str path, struct xc_str text,
                                            const struct xc_new_example_vec *examples,
                                            struct xc_arena *arena, struct xc_str *out,
                                            struct xc_problems *problems);

#endif
