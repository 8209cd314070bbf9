/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keeping: the one place where anything crosses from an article's memory to the run's.
 */
#ifndef XC_ENGINE_KEEP_H
#define XC_ENGINE_KEEP_H

#include "engine/pipeline.h"
#include "origin/kept.h"

/* What is kept of which article, and where. */
struct xc_keeper {
    const struct xc_engine *engine;
    const struct xc_article *article;
    size_t source;            /* the source's index in the run */
    struct xc_arena *scratch; /* the article's arena */
    struct xc_arena *run;
};

/* Copies everything of the reading that outlasts the article into *out, in the run's
 * arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_keep_mention(const struct xc_keeper *keeper,
                                             const struct xc_reading *reading,
                                             struct xc_kept *out);

#endif
