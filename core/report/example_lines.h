/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every format says of an example that failed, line by line.
 */
#ifndef XC_REPORT_EXAMPLE_LINES_H
#define XC_REPORT_EXAMPLE_LINES_H

#include "author/examples.h"
#include "base/sink.h"

/* Where lines go: a pen that escapes for one format, and how a line begins and ends. */
struct xc_example_lines {
    struct xc_sink *pen;
    void (*begin)(void *context, size_t level); /* of indentation, from 0 */
    void (*end)(void *context);
    void *context;
};

/* "listed under denies, but it asserts", on no line of its own. */
void xc_example_lines_fault(struct xc_sink *pen,
                            const struct xc_example_result *result);

/* How the failure came about: each mention with its stance and trace, or where each
 * pattern came nearest. */
void xc_example_lines_tell(const struct xc_example_lines *lines,
                           const struct xc_example_result *result);

#endif
