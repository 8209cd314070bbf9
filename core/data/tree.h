/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tree of nodes while it grows, event by event.
 *
 * Knows nothing of libyaml: the caller says what stood at which character of the text.
 * A fault is told and the text is read on, so that all faults come out at once; a tree
 * with n_told > 0 must not be used.
 *
 *     open MAP, scalar "a", scalar "3", close  ->  {a: 3}
 */
#ifndef XC_DATA_TREE_H
#define XC_DATA_TREE_H

#include "base/limits.h"
#include "base/table.h"
#include "data/node.h"

/* An open list or map. */
struct xc_tree_frame {
    struct xc_node *node;
    struct xc_node *last; /* child, NULL while there is none */
    struct xc_table keys; /* key to its line, once there are more than a few */
    bool in_brackets;     /* as in [a, b] */
    bool has_key;         /* MAP: the key was read and its value is next */
    struct xc_str key;
    size_t key_line;
    size_t key_column;
    struct xc_span key_at;
};

/* The characters [index, end) of the text. */
struct xc_tree_extent {
    size_t index;
    size_t end;
};

/* How far lines have been counted. */
struct xc_tree_cursor {
    size_t off_bytes;
    size_t index; /* of the character at off_bytes */
    size_t line;
    size_t line_off_bytes; /* where the line begins … */
    size_t line_index;     /* … and the index of its first character */
};

struct xc_tree {
    struct xc_str text; /* without a byte order mark; borrowed */
    size_t off_bytes;   /* of text, in what the spans count in */
    struct xc_str path;
    size_t first_line; /* of text, in the file */
    enum xc_problem_kind kind;
    struct xc_arena *arena;
    struct xc_problems *problems;
    struct xc_node *root;
    size_t n_told;
    bool done; /* nothing more can be read */
    size_t n_nodes;
    size_t most_nodes; /* more is told, and ends the tree */
    size_t depth;
    struct xc_tree_cursor cursor;
    struct xc_tree_frame frames[XC_MAX_DATA_DEPTH];
};

/* Tells message (ptr NULL: there was no memory for it) at the character index; hint may
 * be NULL.  False when memory is short, as all that follow. */
bool xc_tree_tell(struct xc_tree *tree, size_t index, enum xc_code code,
                  const char *hint, struct xc_str message);

/* What to do when the text is larger than it may be; NULL when nothing is to be done. */
const char *xc_tree_size_hint(const struct xc_tree *tree);

/* The byte offset of the character index (the text's length when it is behind it). */
size_t xc_tree_offset(struct xc_tree *tree, size_t index);

/* A scalar, quotation marks included: the next value, or the next key of an open map. */
bool xc_tree_scalar(struct xc_tree *tree, struct xc_tree_extent extent,
                    struct xc_str text, bool quoted);

/* A list or map begins at index, perhaps with a bracket; too deep or where a key belongs:
 * told. */
bool xc_tree_open(struct xc_tree *tree, size_t index, enum xc_node_kind kind);

/* The innermost open list or map ends, with the bracket that extent names when it has
 * some. */
void xc_tree_close(struct xc_tree *tree, struct xc_tree_extent extent);

#endif
