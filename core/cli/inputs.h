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

/* What is done with sources by several threads; the calls are for different workers at
 * once, and never for one. */
struct xc_source_work {
    size_t n_workers;
    /* Whether the file at path is wanted, into *out; asked on the caller's thread before
     * it is opened.  NULL: all are. */
    enum xc_status (*wants)(void *context, struct xc_str path, bool *out);
    /* Worker's memory, which is reset before each article; NULL when memory is short. */
    struct xc_arena *(*article)(void *context, size_t worker);
    /* Makes of the source (borrowed for the call) what take is to have, in arena. */
    enum xc_status (*read)(void *context, size_t worker, const struct xc_source *source,
                           struct xc_arena *arena, void **out_part);
    /* Takes it, on the caller's thread, in the order of the sources. */
    enum xc_status (*take)(void *context, const void *part);
    void *context;
};

struct xc_source_inputs {
    const struct xc_str_list *paths; /* files, folders, "-" */
    struct xc_problems *problems;
    const struct xc_source_work *work; /* NULL: there is one thread, for which: */
    struct xc_arena *article;          /* reset before each article */
    xc_source_taker take;
    void *context;
    void (*tick)(void *context); /* after each article; may be NULL */
    size_t n_lost;               /* inputs that could not be read */
};

/*
 * Reads every source that the paths name, in the order named and, below folders, in byte
 * order, and hands each to take or work.  What can't be read is told and counted in n_lost.
 * Stops with their status when that is not XC_OK.
 */
XC_MUST_CHECK enum xc_status xc_inputs_sources(struct xc_source_inputs *inputs);

#endif
