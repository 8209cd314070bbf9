/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Telling what a probe found: one JSON object in one line.
 *
 * Places count in characters of the request's text, half-open, as most languages that
 * read JSON count.
 */
#ifndef XC_REPORT_PROBE_H
#define XC_REPORT_PROBE_H

#include "author/probe.h"
#include "base/sink.h"

/* Writes the answer and a line end; the caller looks at sink->failed.  arena is for the
 * table of places.  XC_NO_MEMORY is the only failure; nothing was written then. */
XC_MUST_CHECK enum xc_status xc_report_probe(const struct xc_probe *probe,
                                             struct xc_arena *arena,
                                             struct xc_sink *sink);

/* Writes {"error": …} in the place of an answer, with what the problem says. */
void xc_report_probe_error(const struct xc_problem *problem, struct xc_sink *sink);

#endif
