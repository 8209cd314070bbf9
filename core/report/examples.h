/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling how the examples of rule files came out: for people, as TAP 13, as JUnit XML.
 * A writer never fails but by its sink.
 */
#ifndef XC_REPORT_EXAMPLES_H
#define XC_REPORT_EXAMPLES_H

#include "author/examples.h"
#include "report/report.h"

/* Failures and untested claims, then one line of figures. */
void xc_report_examples_text(const struct xc_example_results *results,
                             const struct xc_report_style *style, struct xc_sink *sink);

/* One test point an example; an untested claim that need not have any is skipped. */
void xc_report_examples_tap(const struct xc_example_results *results,
                            struct xc_sink *sink);

/* One testsuite a topic, one testcase an example. */
void xc_report_examples_junit(const struct xc_example_results *results,
                              struct xc_sink *sink);

#endif
