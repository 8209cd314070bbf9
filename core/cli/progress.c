/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const int64_t wait_ms = 1000;
static const int64_t redraw_ms = 200;

static int64_t
now_ms(void)
{
    struct timespec now = {0, 0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
xc_progress_begin(struct xc_progress *progress)
{
    *progress = (struct xc_progress){.on = isatty(STDERR_FILENO) == 1};
    progress->begun_ms = now_ms();
}

void
xc_progress_step(struct xc_progress *progress)
{
    int64_t now;

    progress->n_articles++;
    if (!progress->on)
        return;
    now = now_ms();
    if (now - progress->begun_ms < wait_ms || now - progress->shown_ms < redraw_ms)
        return;
    fprintf(stderr, "\r%zu articles read", progress->n_articles);
    (void)fflush(stderr);
    progress->shown = true;
    progress->shown_ms = now;
}

void
xc_progress_end(struct xc_progress *progress)
{
    if (progress->shown) {
        fputs("\r\033[K", stderr);
        (void)fflush(stderr);
    }
    progress->shown = false;
}
