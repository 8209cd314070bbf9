/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Gathering: from paths to a run, on as many threads as there are workers.
 */
#ifndef XC_CLI_GATHERING_H
#define XC_CLI_GATHERING_H

#include "cli/options.h"
#include "cli/progress.h"
#include "cli/workers.h"
#include "engine/run.h"

/* Which files are wanted. */
struct xc_wanted {
    /* Whether the file at path is to be read, into *out; asked on the caller's thread, in
     * the order of the files. */
    enum xc_status (*wants)(void *context, struct xc_str path, bool *out);
    void *context;
};

struct xc_gathering {
    struct xc_run *run;
    struct xc_workers workers;
    struct xc_progress progress;
    /* Set by a caller that reports what was read until memory runs out: the bytes that
     * finishing and telling a mention take, which are held back; 0: none are. */
    size_t mention_bytes;
    struct xc_arena reserve;
    size_t n_reserved; /* bytes of it */
};

/* Makes n_threads workers (0: one for each core) for run (borrowed, made by
 * xc_run_init) in arena; released by xc_gathering_release, after the run. */
XC_MUST_CHECK enum xc_status xc_gathering_init(struct xc_run *run, size_t n_threads,
                                               struct xc_arena *arena,
                                               struct xc_gathering *out);
void xc_gathering_release(struct xc_gathering *gathering);

/* After the last article: gives back all but what the run keeps. */
void xc_gathering_rest(struct xc_gathering *gathering);

/* Reads what the paths name into the run: all of it (wanted NULL), or what is wanted.
 * What can't be read is told and counted. */
XC_MUST_CHECK enum xc_status xc_gather(struct xc_gathering *gathering,
                                       const struct xc_str_list *paths,
                                       const struct xc_wanted *wanted);

#endif
