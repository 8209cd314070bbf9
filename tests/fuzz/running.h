/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole runs, from rule files and articles to every format of the report.
 */
#ifndef XC_TESTS_FUZZ_RUNNING_H
#define XC_TESTS_FUZZ_RUNNING_H

#include "engine/run.h"
#include "invariant.h"

/* An article file. */
struct running_file {
    struct xc_str path;
    struct xc_str bytes;
};

/* Rules compiled. */
struct running_rules {
    struct xc_arena arena;
    struct xc_problems problems;
    struct xc_topic_vec topics;
    struct xc_engine engine;
};

/* Loads the rule file and compiles it; false when it is wrong, and then problems say why.
 * Released by running_release either way. */
bool running_load(struct running_rules *rules, struct xc_str path, struct xc_str text);
void running_release(struct running_rules *rules);

/*
 * Reports the files (of n different paths) in order, then in the other order: the bytes
 * must be the same.  JSON must be read back, text and Markdown be inert.
 */
void running_check(const struct running_rules *rules, const struct running_file *files,
                   size_t n);

#endif
