/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Order: the sources of a run sorted, so that the same articles give the same report in
 * whatever order they were named.
 */
#ifndef XC_ENGINE_ORDER_H
#define XC_ENGINE_ORDER_H

#include "engine/run.h"

/*
 * Sorts the run's sources by path, line and id, its mentions with them, and its problems
 * by place.  Of several sources with one url the first stays; the others are told and
 * dropped with their mentions.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_run_order(struct xc_run *run);

#endif
