/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rule file → topic.  Every error of a file is told, with file:line:column, the line, a
 * caret and what to do; unknown keys get a suggestion.
 */
#ifndef XC_RULE_LOADER_H
#define XC_RULE_LOADER_H

#include "lexicon/lexicon.h"
#include "rule/topic.h"

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

/* After the last file: sorts the topics by id (then file), so that the order in which
 * files were named leaves no trace. */
void xc_topics_sort(struct xc_topic_vec *topics);

/* After sorting: two topics with one id are an error.  XC_BAD_RULE when told. */
XC_MUST_CHECK enum xc_status xc_rule_check_set(const struct xc_topic_vec *topics,
                                               struct xc_problems *problems);

/* Frees the compiled patterns of all topics; the vector's memory is the arena's. */
void xc_topics_release(struct xc_topic_vec *topics);

#endif
