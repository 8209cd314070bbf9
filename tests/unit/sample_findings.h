/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings made by hand for the tests of report/: six of an invented bridge in three
 * articles and a settings file, a fourth article without one, two problems.
 */
#ifndef XC_TESTS_SAMPLE_FINDINGS_H
#define XC_TESTS_SAMPLE_FINDINGS_H

#include "verdict/finding.h"

/*
 * The findings, in arena.  Every text that comes from outside (ids, paths, statements,
 * messages, quotes, reasons) is followed by poison; "" gives the plain ones.
 */
struct xc_findings *sample_findings_new(struct xc_arena *arena, struct xc_str poison);

/* No article, no finding, no problem. */
struct xc_findings *sample_findings_empty(struct xc_arena *arena);

/* n findings of one article, those in its last n_errors places errors, the rest notes. */
struct xc_findings *sample_findings_many(struct xc_arena *arena, size_t n,
                                         size_t n_errors);

#endif
