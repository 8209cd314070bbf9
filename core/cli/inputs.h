/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inputs: from the paths of the command line to topics and sources.
 */
#ifndef XC_CLI_INPUTS_H
#define XC_CLI_INPUTS_H

#include "cli/options.h"
#include "engine/reader.h"
#include "rule/loader.h"

/* Takes the text of one rule file; XC_BAD_RULE: it is wrong, which was told. */
typedef enum xc_status (*xc_rule_taker)(void *context, struct xc_str path,
                                        struct xc_str text);

/*
 * Reads every rule file at or below the paths ("rules" when there are none) and hands each
 * to take; texts live in arena.  All are read and all that can't be is told before
 * XC_BAD_RULE is returned; no rule file at all is one such fault.
 */
XC_MUST_CHECK enum xc_status xc_inputs_rule_texts(const struct xc_str_list *paths,
                                                  struct xc_arena *arena,
                                                  xc_rule_taker take, void *context,
                                                  struct xc_problems *problems);

/*
 * Loads every rule file at or below the paths ("rules" when there are none) into *topics
 * (arena; released by xc_topics_release).  All files are read and all their errors told
 * before XC_BAD_RULE is returned; no rule file at all is one of them.
 */
XC_MUST_CHECK enum xc_status xc_inputs_rules(const struct xc_str_list *paths,
                                             const struct xc_lexicon *lexicon,
                                             struct xc_arena *arena,
                                             struct xc_topic_vec *topics,
                                             struct xc_problems *problems);

/* Takes one source; it and everything it borrows may be dropped after the call. */
typedef enum xc_status (*xc_source_taker)(void *context,
                                          const struct xc_source *source);

struct xc_source_inputs {
    const struct xc_str_list *paths; /* files, folders, "-" */
    struct xc_arena *article;        /* reset before each article */
    struct xc_problems *problems;
    xc_source_taker take;
    void *context;
    void (*tick)(void *context); /* after each article; may be NULL */
    size_t n_lost;               /* inputs that could not be read */
};

/*
 * Reads every source that the paths name, in the order named and, below folders, in byte
 * order, and hands each to take.  What can't be read is told and counted in n_lost.
 * Stops with take's status when that is not XC_OK.
 */
XC_MUST_CHECK enum xc_status xc_inputs_sources(struct xc_source_inputs *inputs);

#endif
