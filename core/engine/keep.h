/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keeping: the one place where anything crosses from an article's memory to the run's.
 */
#ifndef XC_ENGINE_KEEP_H
#define XC_ENGINE_KEEP_H

#include "engine/pipeline.h"
#include "origin/kept.h"

/*
 * Copies everything of the reading that outlasts the article into *out, in run's arena.
 * source is the source's index in the run.  XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_keep_mention(const struct xc_engine *engine,
                                             const struct xc_article *article,
                                             const struct xc_reading *reading,
                                             size_t source, struct xc_worker *worker,
                                             struct xc_arena *run, struct xc_kept *out);

#endif
