/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What must hold of every result, whatever the input was.  Each function asserts it.
 */
#ifndef XC_TESTS_FUZZ_INVARIANT_H
#define XC_TESTS_FUZZ_INVARIANT_H

#include "data/node.h"
#include "harness.h"
#include "source/source.h"

/* Every byte of text can be read. */
void invariant_str(struct xc_str text);

/* text is UTF-8 throughout. */
void invariant_utf8(struct xc_str text);

/* span lies in a text of len bytes. */
void invariant_span(struct xc_span span, size_t len);

/* range lies in outer, and is not turned round. */
void invariant_range(struct xc_range range, struct xc_range outer);

/* Folded text is UTF-8, its map ascends and leads back into the runs that it came from. */
void invariant_fold(struct xc_str article, const struct xc_block *blocks,
                    const struct xc_fold *fold);

/* Blocks, sentences, words and quotations lie inside one another, in order. */
void invariant_text(const struct xc_text *text);

/* Runs ascend inside the text, and all lines are of a file of n_lines. */
void invariant_source(const struct xc_source *source, size_t n_lines);

/* Every problem says something, and what is printed of it can do a terminal no harm. */
void invariant_problems(const struct xc_problems *problems);

/* Every text and place of the tree can be read, and children are counted. */
void invariant_node(const struct xc_node *root);

/* Nothing but printable characters and line ends; colour: and SGR sequences. */
void invariant_inert(struct xc_str printed, bool colour);

#endif
