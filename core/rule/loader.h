/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rule file → topic.  Every error of a file is told, with file:line:column, the line, a
 * caret and what to do; unknown keys get a suggestion.
 */
#ifndef XC_RULE_LOADER_H
#define XC_RULE_LOADER_H

#include "lexicon/lexicon.h"
#include "rule/field.h"

/*
 * Loads one rule file (path, whole text) and appends its topic to *topics; everything
 * lives in arena except the compiled patterns, freed by xc_topics_release.
 *
 * XC_BAD_RULE: problems of kind XC_PROBLEM_RULE were added and nothing was appended.
 */
XC_MUST_CHECK enum xc_status xc_rule_load(const struct xc_lexicon *lexicon,
                                          struct xc_str path, struct xc_str text,
                                          struct xc_arena *arena,
                                          struct xc_topic_vec *topics,
                                          struct xc_problems *problems);

/* A rule file as far as it could be read. */
struct xc_rule_file {
    struct xc_loading loading;
    struct xc_node *root;
    struct xc_topic topic; /* without what had faults */
    size_t n_faults;       /* all told */
};

/*
 * Reads one rule file for who looks at what is wrong with it; everything lives in arena
 * except the compiled patterns, freed by xc_rule_file_release.
 *
 * XC_BAD_RULE: it is no YAML of ours, which was told.  XC_OK with n_faults > 0: root is
 * whole, the topic is not, and may lack even its id and its claims' texts and patterns.
 */
XC_MUST_CHECK enum xc_status xc_rule_read(const struct xc_lexicon *lexicon,
                                          struct xc_str path, struct xc_str text,
                                          struct xc_arena *arena,
                                          struct xc_rule_file *out,
                                          struct xc_problems *problems);
void xc_rule_file_release(struct xc_rule_file *file);

/* After the last file: sorts the topics by id (then file), so that the order in which
 * files were named leaves no trace. */
void xc_topics_sort(struct xc_topic_vec *topics);

/* After sorting: two topics with one id are an error.  XC_BAD_RULE when told. */
XC_MUST_CHECK enum xc_status xc_rule_check_set(const struct xc_topic_vec *topics,
                                               struct xc_problems *problems);

/* Frees the compiled patterns of all topics; the vector's memory is the arena's. */
void xc_topics_release(struct xc_topic_vec *topics);

#endif
