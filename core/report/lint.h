/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling what lint found: for people, and as JSON (docs/lint.md).  A writer never fails
 * but by its sink.
 */
#ifndef XC_REPORT_LINT_H
#define XC_REPORT_LINT_H

#include "report/report.h"

/* What was done about one file. */
struct xc_lint_mending {
    struct xc_str path;
    size_t n;      /* places mended */
    size_t n_left; /* places left alone, for what stands beside them */
    bool refused;  /* what could still be mended is not: it would make it worse */
};

struct xc_lint_mending_vec {
    struct xc_lint_mending *items;
    size_t n;
    size_t cap;
};

/* What was looked at and found. */
struct xc_lint_results {
    const struct xc_problems *problems; /* sorted; each has a code */
    size_t n_files;
    struct xc_lint_mending_vec mended; /* files with something to mend, when asked to */
    size_t counts[XC_N_LEVELS];        /* of the problems */
};

/* Each problem with its line, a caret and what to do, then one line of figures. */
void xc_report_lint_text(const struct xc_lint_results *results, bool colour,
                         struct xc_sink *sink);

/* One document. */
void xc_report_lint_json(const struct xc_lint_results *results, struct xc_sink *sink);

#endif
