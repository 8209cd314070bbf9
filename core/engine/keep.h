/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keeping: the one place where anything crosses from an article's memory to the run's.
 */
#ifndef XC_ENGINE_KEEP_H
#define XC_ENGINE_KEEP_H

#include <stdint.h>

#include "engine/pipeline.h"
#include "origin/kept.h"

/* How far the article has been walked through.  Mentions come in the order of their
 * sentences; were it walked through anew for each, time would grow with the square of
 * its length. */
struct xc_keep_progress {
    size_t off_bytes; /* in the source's text; everything before it has been counted */
    size_t n_lines;   /* line ends before off_bytes */
    size_t n_columns; /* characters between the last of them and off_bytes */
    size_t quotation; /* those before it end before the sentence */
    size_t block;     /* the one whose hashes are kept, when has_block */
    bool has_block;
    uint64_t block_hash;
    uint32_t neighbours;
};

/* What is kept of which article, and where. */
struct xc_keeper {
    const struct xc_engine *engine;
    const struct xc_article *article;
    size_t source;            /* the source's index in the run */
    struct xc_arena *scratch; /* the article's arena */
    struct xc_arena *run;
    struct xc_keep_progress progress; /* zeroed before the article's first mention */
};

/* Copies everything of the reading that outlasts the article into *out, in the run's
 * arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_keep_mention(struct xc_keeper *keeper,
                                             const struct xc_reading *reading,
                                             struct xc_kept *out);

#endif
