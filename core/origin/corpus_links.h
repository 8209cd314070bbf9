/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The links of a group: of all the edges between its sentences, those that hold its
 * articles together, with the words that they show.
 */
#ifndef XC_ORIGIN_CORPUS_LINKS_H
#define XC_ORIGIN_CORPUS_LINKS_H

#include "origin/corpus_groups.h"

/* A sentence under its root. */
struct xc_corpus_member {
    uint32_t root;
    uint32_t sentence;
    uint32_t article;
};

/* The members of one root, in more than one article. */
struct xc_corpus_component {
    uint32_t first; /* among all members */
    uint32_t end;
    uint32_t group;
};

struct xc_corpus_component_vec {
    struct xc_corpus_component *items;
    size_t n;
    size_t cap;
};

struct xc_corpus_gathering {
    struct xc_corpus *corpus;
    struct xc_arena *arena;   /* of the result */
    struct xc_arena scratch;  /* of the rest */
    struct xc_arena of_group; /* reset for each */
    struct xc_arena room;
    struct xc_corpus_member *members;
    size_t n_members;
    struct xc_corpus_component_vec components;
    size_t *order; /* of the components: by group, then as they are */
    struct xc_corpus_groups out;
};

/* An edge under the root of what it holds together, and when it was made: the surest
 * reasons come first. */
struct xc_corpus_rooted_edge {
    struct xc_corpus_edge edge;
    uint32_t root;
    uint32_t number;
};

struct xc_corpus_rooted_edge_vec {
    struct xc_corpus_rooted_edge *items;
    size_t n;
    size_t cap;
};

/* The edges that hold the groups' first components together, by root, as *out (the
 * gathering's scratch memory). */
XC_MUST_CHECK enum xc_status
xc_corpus_root_edges(struct xc_corpus_gathering *gathering,
                     struct xc_corpus_rooted_edge_vec *out);

/* Links the articles of a group by the edges of one of its components, which holds all
 * of them; there is room for all in the gathering's links. */
XC_MUST_CHECK enum xc_status
xc_corpus_make_links(struct xc_corpus_gathering *gathering,
                     const struct xc_corpus_rooted_edge_vec *rooted,
                     const struct xc_corpus_component *component,
                     struct xc_corpus_group *group);

#endif
