/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lint: everything that is wrong with rule files and settings, or hardly what was meant.
 *
 * The loader tells errors; here come warnings and notes about files that load, or about
 * as much of a file as could be read.  All of them are problems with a code
 * (base/code.h, docs/lint.md) in one list.
 *
 *     xc_lint_init(&lint, &lexicon, &arena, &problems);
 *     xc_lint_add(&lint, path, text);   for each file
 *     xc_lint_finish(&lint);
 *     xc_lint_release(&lint);
 */
#ifndef XC_AUTHOR_LINT_H
#define XC_AUTHOR_LINT_H

#include "engine/settings.h"
#include "rule/loader.h"

struct xc_lint_file_vec {
    struct xc_rule_file *items;
    size_t n;
    size_t cap;
};

struct xc_lint {
    const struct xc_lexicon *lexicon;
    struct xc_arena *arena;
    struct xc_problems *problems;
    struct xc_lint_file_vec files; /* those that are YAML */
    size_t n_files;                /* all that were added */
};

/* Makes an empty lint, released by xc_lint_release; all arguments are borrowed. */
void xc_lint_init(struct xc_lint *lint, const struct xc_lexicon *lexicon,
                  struct xc_arena *arena, struct xc_problems *problems);

/* Looks at one rule file.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_lint_add(struct xc_lint *lint, struct xc_str path,
                                         struct xc_str text);

/* Looks at settings; *out are they, as far as they could be read.  XC_NO_MEMORY is the
 * only failure. */
XC_MUST_CHECK enum xc_status xc_lint_add_settings(struct xc_lint *lint,
                                                  struct xc_str path,
                                                  struct xc_str text,
                                                  struct xc_settings *out);

/* After the last file: looks at the files side by side and sorts the problems by file,
 * line and column.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_lint_finish(struct xc_lint *lint);

/* Frees the compiled patterns. */
void xc_lint_release(struct xc_lint *lint);

/* How many problems are of each level, into counts[XC_N_LEVELS]. */
void xc_lint_count(const struct xc_problems *problems, size_t *counts);

#endif
