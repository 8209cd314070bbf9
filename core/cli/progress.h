/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A progress line on standard error, when that is a terminal and the work has taken
 * more than a second.
 */
#ifndef XC_CLI_PROGRESS_H
#define XC_CLI_PROGRESS_H

#include <stdint.h>

#include "base/span.h"

struct xc_progress {
    bool on; /* standard error is a terminal */
    bool shown;
    int64_t begun_ms;
    int64_t shown_ms;
    size_t n_articles;
};

/* Starts the clock. */
void xc_progress_begin(struct xc_progress *progress);

/* One article more; redraws the line a few times a second. */
void xc_progress_step(struct xc_progress *progress);

/* Wipes the line. */
void xc_progress_end(struct xc_progress *progress);

#endif
