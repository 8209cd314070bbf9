/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each thread of a command works with, made when it is first asked for.
 */
#ifndef XC_CLI_WORKERS_H
#define XC_CLI_WORKERS_H

#include "cli/cli.h"
#include "engine/pipeline.h"

struct xc_workers_one {
    bool ready;
    struct xc_worker worker;
    struct xc_arena kept; /* what outlasts the articles that it read */
};

struct xc_workers {
    const struct xc_engine *engine;
    struct xc_workers_one *items;
    size_t n;
};

/* Takes the value of -j, from 1 to XC_MAX_WORKERS; false: the mistake was told. */
bool xc_workers_option(const struct xc_command *command, const char *value,
                       size_t *out);

/* Makes n of them (0: as many as there are cores) in arena; released by
 * xc_workers_release. */
XC_MUST_CHECK enum xc_status xc_workers_init(const struct xc_engine *engine, size_t n,
                                             struct xc_arena *arena,
                                             struct xc_workers *out);
void xc_workers_release(struct xc_workers *workers);

/* Gives back all but what outlasts the articles; no more are read. */
void xc_workers_rest(struct xc_workers *workers);

/* Worker number i, for the thread that it belongs to; NULL when memory is short. */
struct xc_workers_one *xc_workers_get(const struct xc_workers *workers, size_t i);

#endif
