/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The groups of a corpus: which articles share which sentences.
 *
 * All the sentences that the very same articles share make one group, so that a story
 * that was reprinted whole is told once and not sentence by sentence.
 */
#ifndef XC_ORIGIN_CORPUS_GROUPS_H
#define XC_ORIGIN_CORPUS_GROUPS_H

#include "origin/corpus_join.h"

/* What of an article belongs to a group: sentences next to each other. */
struct xc_corpus_place {
    uint32_t article;
    uint32_t line;
    uint32_t off_bytes; /* in the article's text */
    uint32_t len_bytes;
};

struct xc_corpus_group {
    struct xc_corpus_place *places; /* by article, then offset */
    size_t n_places;
    size_t n_articles;
    size_t n_sentences; /* shared ones, each counted once */
    size_t first_link;  /* in the groups' links: those that hold it together */
    size_t n_links;     /* n_articles - 1 */
};

/* Two articles of a group: the one that was joined to it, and to which. */
struct xc_corpus_link {
    uint32_t a; /* articles, a < b */
    uint32_t b;
    enum xc_origin_reason reason;
    struct xc_str shared; /* the words, as compared; at most XC_MAX_SHOWN_WORDS */
};

struct xc_corpus_groups {
    struct xc_corpus_group *items; /* most articles first, then by first article */
    size_t n;
    struct xc_corpus_link *links;
    size_t n_links;
    size_t n_grouped; /* articles that are in a group */
    size_t n_largest; /* articles of the largest */
};

/* Gathers the groups of a joined corpus into *out (arena).  XC_IO_FAILED: scratch space,
 * told. */
XC_MUST_CHECK enum xc_status xc_corpus_group(struct xc_corpus *corpus,
                                             struct xc_arena *arena,
                                             struct xc_corpus_groups *out);

#endif
