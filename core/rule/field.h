/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fields of a rule file: typed access to its nodes, with every fault told in place.
 *
 * All functions fail only with XC_NO_MEMORY: a fault in the file is told and counted,
 * and loading goes on so that all of them are told.
 */
#ifndef XC_RULE_FIELD_H
#define XC_RULE_FIELD_H

#include "data/node.h"
#include "rule/topic.h"

struct xc_pattern_list {
    struct xc_pattern **items;
    size_t n;
};

struct xc_node_list {
    const struct xc_node **items;
    size_t n;
};

struct xc_made_pattern {
    struct xc_pattern *pattern; /* NULL: it had faults */
};

struct xc_made_pattern_vec {
    struct xc_made_pattern *items;
    size_t n;
    size_t cap;
};

/* Loading one rule file. */
struct xc_loading {
    const struct xc_lexicon *lexicon;
    struct xc_str path;
    struct xc_str text;
    struct xc_arena *arena;
    struct xc_problems *problems;
    bool of_article;       /* front matter: faults are metadata problems */
    struct xc_span *lines; /* of text, without their ends; n_lines of them */
    size_t n_lines;
    struct xc_term *terms;
    size_t n_terms;
    struct xc_made_pattern_vec made; /* every pattern, to be freed on failure */
    size_t n_faults;
    bool bad_terms;    /* some faults are in the terms … */
    bool bad_patterns; /* … or in `about` and the claims */
    bool told_full;    /* that the file has too many patterns: once is enough */
};

/* Finds the lines of loading->text. */
XC_MUST_CHECK enum xc_status xc_field_index_lines(struct xc_loading *loading);

/* The place of node, or of its key. */
struct xc_place xc_field_place(const struct xc_loading *loading,
                               const struct xc_node *node, bool key);

/* Tells a fault at node, or at its key; hint may be NULL. */
XC_MUST_CHECK enum xc_status
xc_field_tell(struct xc_loading *loading, const struct xc_node *node, bool key,
              enum xc_code code, const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* Tells the keys of map that are not among the NULL-ended known ones.  *out_ok is false
 * when node is no map at all, which is told, too; what names it ("a claim"). */
XC_MUST_CHECK enum xc_status xc_field_keys(struct xc_loading *loading,
                                           const struct xc_node *map, const char *what,
                                           const char *const *known, bool *out_ok);

/* The text of the scalar under key, into *out; left alone when the key is missing or no
 * text.  With what ("a claim"), missing is a fault of that thing. */
XC_MUST_CHECK enum xc_status xc_field_text(struct xc_loading *loading,
                                           const struct xc_node *map, const char *key,
                                           const char *what, struct xc_str *out);

/* The scalars of the list node, or node itself when it is one; none when it is NULL.  key
 * is its name in messages. */
XC_MUST_CHECK enum xc_status xc_field_list(struct xc_loading *loading,
                                           const struct xc_node *node, const char *key,
                                           struct xc_node_list *out);

/* The texts of the list under key; *out has *out_n. */
XC_MUST_CHECK enum xc_status xc_field_texts(struct xc_loading *loading,
                                            const struct xc_node *map, const char *key,
                                            struct xc_str **out, size_t *out_n);

/* Finds the text under key among the NULL-ended words (at most 16); *out is its index,
 * untouched when the key is missing or was told. */
XC_MUST_CHECK enum xc_status xc_field_choice(struct xc_loading *loading,
                                             const struct xc_node *map, const char *key,
                                             const char *const *words, size_t *out);

/* Tells an id that has other characters than letters, digits, '-', '_' and '.'. */
XC_MUST_CHECK enum xc_status xc_field_check_id(struct xc_loading *loading,
                                               const struct xc_node *node);

/* The place of a scalar's first byte of text: behind its quotation mark. */
struct xc_place xc_field_text_place(const struct xc_loading *loading,
                                    const struct xc_node *node);

/* Kinds that a claim declares for the named groups of its /…/ patterns. */
struct xc_declared {
    const struct xc_slot *items;
    size_t n;
};

/* Compiles the patterns under key (a text or a list of them) into *out (arena). */
XC_MUST_CHECK enum xc_status xc_field_patterns(struct xc_loading *loading,
                                               const struct xc_node *map,
                                               const char *key,
                                               struct xc_declared declared,
                                               struct xc_pattern_list *out);

#endif
