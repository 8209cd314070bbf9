/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Boilerplate in a run: a block that recurs across an outlet's articles is that outlet's,
 * whoever prints it.  Another outlet that prints it has copied it, and yet what that one
 * reports itself is its own.  This is known only after the last article.
 */
#ifndef XC_ENGINE_BOILERPLATE_H
#define XC_ENGINE_BOILERPLATE_H

#include "engine/run.h"

/* What is known of a source of the run, in the run's order. */
struct xc_boilerplate_source {
    struct xc_str publisher; /* folded; "" unknown */
    int32_t day;             /* INT32_MIN: undated */
};

/* Marks the run's mentions that stand in another outlet's boilerplate as borrowed.
 * XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status
xc_boilerplate_mark(struct xc_run *run, const struct xc_boilerplate_source *sources);

#endif
