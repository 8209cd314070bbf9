/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the views of findings for people say in the same words.
 *
 * As in telling.h, a phrase is sent to a pen that escapes it for one output language.
 */
#ifndef XC_REPORT_FINDING_WORDS_H
#define XC_REPORT_FINDING_WORDS_H

#include "base/sink.h"
#include "verdict/finding.h"

/* ":12:4" of a place that is known, less of one that is not. */
void xc_finding_line(struct xc_sink *pen, size_t line, size_t column);

/* " · denies · “two” · origin 1", what stands behind the place of a source. */
void xc_finding_side(struct xc_sink *pen, const struct xc_finding_against *against);

/* "suppressed until 2031-05-01: the mayor was asked (xclaim.yaml:12)". */
void xc_finding_suppressed(struct xc_sink *pen,
                           const struct xc_finding_suppression *suppression);

/* "1 error, 2 warnings, 0 notes · 3 suppressed · 1 article against 14 sources of the
 * record"; what is none of the rarer ones is left out. */
void xc_finding_summary(struct xc_sink *pen, const struct xc_finding_summary *summary);

#endif
