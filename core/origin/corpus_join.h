/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Joining the sentences of a corpus: equal ones first, then quotations, then passages.
 *
 * Boilerplate joins nothing: a block that an outlet prints in three of its articles or
 * more, and in one of fifty, between other blocks each time ("Share this story"), or that
 * stands so in twenty articles of three outlets over more than a month.
 */
#ifndef XC_ORIGIN_CORPUS_JOIN_H
#define XC_ORIGIN_CORPUS_JOIN_H

#include "origin/corpus.h"

/* Joins all that was added: corpus->parent, inert and n_edges are then set.  The groups
 * depend on the articles and not on how memory or time runs.  XC_IO_FAILED: scratch
 * space, told. */
XC_MUST_CHECK enum xc_status xc_corpus_join(struct xc_corpus *corpus);

/* The first sentence of the group that sentence s belongs to. */
uint32_t xc_corpus_root(struct xc_corpus *corpus, uint32_t s);

/* Finds boilerplate into corpus->inert; a part of xc_corpus_join. */
XC_MUST_CHECK enum xc_status xc_corpus_find_boilerplate(struct xc_corpus *corpus);

/* Whether sentence s is boilerplate. */
bool xc_corpus_is_inert(const struct xc_corpus *corpus, size_t s);

#endif
