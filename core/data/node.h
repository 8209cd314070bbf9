/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain values read from YAML or JSON, with the place where each stood.
 *
 * One tree for both languages, so that a loader is written once.  It leaves out
 * what nobody needs: aliases, tags and anchors are refused by the readers.
 */
#ifndef XC_DATA_NODE_H
#define XC_DATA_NODE_H

#include "base/status.h"

enum xc_node_kind {
    XC_NODE_NULL,
    XC_NODE_BOOL,
    XC_NODE_NUMBER, /* its text is kept as written: "3", "2.5e1" */
    XC_NODE_STRING,
    XC_NODE_LIST,
    XC_NODE_MAP,
};

struct xc_node {
    enum xc_node_kind kind;
    struct xc_str text; /* scalar as written (YAML) or decoded (JSON string) */
    bool quoted;        /* YAML: was written in quotes or as a block */
    bool truth;         /* BOOL */
    size_t line;        /* from 1 in the file; 0 where the reader can't tell */
    size_t column;      /* characters, from 1; 0 where the reader can't tell */
    struct xc_span at;  /* YAML: its bytes in the text, marks and brackets included */
    struct xc_node *first; /* LIST items, MAP values: first child */
    struct xc_node *next;  /* next sibling, or NULL */
    struct xc_str key;     /* of a MAP's child */
    size_t key_line;
    size_t key_column;
    struct xc_span key_at; /* YAML: as above */
    size_t n_children;
};

/* The value of key in a MAP, or NULL (also when map is NULL or no MAP). */
const struct xc_node *xc_node_get(const struct xc_node *map, const char *key);

/* Whether node is a scalar (not NULL, LIST or MAP). */
bool xc_node_is_scalar(const struct xc_node *node);

/*
 * Line number line (from 1) of text without its line end, borrowed; "" when there is no
 * such line or it is over XC_MAX_EXCERPT_BYTES.
 */
struct xc_str xc_node_excerpt(struct xc_str text, size_t line);

/* The place of node (or, with key, of its key) in the file path whose whole text is
 * text: for a problem with a caret.  The excerpt borrows from text. */
struct xc_place xc_node_place(const struct xc_node *node, bool key, struct xc_str path,
                              struct xc_str text);

/* The allowed word closest to wrong (edit distance at most 2 and at most half of the
 * word, transpositions counted once; the first of equals), or NULL: for "unknown key
 * 'statment'; did you mean 'statement'?".  words is NULL-ended. */
const char *xc_node_suggest(struct xc_str wrong, const char *const *words);

/* The same, but NULL when another word is as close: for who doesn't ask before acting. */
const char *xc_node_suggest_only(struct xc_str wrong, const char *const *words);

#endif
