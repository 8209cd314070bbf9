/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A crew: several threads that work on numbered slots, which are handed in and taken back
 * in one order.
 *
 *     xc_crew_open(&job, 4, &crew);
 *     for each piece of work:
 *         xc_crew_slot(crew, &slot);          a free one; earlier ones may be gathered
 *         … fill slot …
 *         xc_crew_hand(crew, n_bytes);        job.work(slot) on some thread …
 *     xc_crew_drain(crew);                    … and job.gather(slot) here, in order
 *     xc_crew_close(crew);
 *
 * The caller's thread is one of the crew: it works whenever it would have to wait.  So a
 * crew of one needs no thread, and threads that can't be had are only missed.  Nothing
 * but the slots' number and XC_MAX_FLIGHT_BYTES bounds what is under way.
 */
#ifndef XC_IO_CREW_H
#define XC_IO_CREW_H

#include "base/status.h"

struct xc_crew;

struct xc_crew_job {
    /* Does the work of slot with what belongs to worker (from 0, the caller's thread), on
     * whatever thread.  Neither is worked on or with by another thread meanwhile. */
    void (*work)(void *context, size_t worker, size_t slot);
    /* Takes what came of it, on the caller's thread.  Other than XC_OK ends the crew. */
    enum xc_status (*gather)(void *context, size_t slot);
    void *context;
};

/* The cores that this process may use; at least 1, at most XC_MAX_WORKERS. */
size_t xc_crew_cores(void);

/* The slots of a crew of n_workers: enough that nobody waits for the caller's thread. */
size_t xc_crew_n_slots(size_t n_workers);

/* A handle, freed by xc_crew_close.  job is copied; n_workers is 1 to XC_MAX_WORKERS.
 * No thread is begun before there is work for it. */
XC_MUST_CHECK enum xc_status xc_crew_open(const struct xc_crew_job *job,
                                          size_t n_workers, struct xc_crew **out);

/* The next slot, once it is free.  Fails as gather does, as those that follow. */
XC_MUST_CHECK enum xc_status xc_crew_slot(struct xc_crew *crew, size_t *out_slot);

/* Hands the slot in that was given last; n_bytes is how much it weighs. */
XC_MUST_CHECK enum xc_status xc_crew_hand(struct xc_crew *crew, size_t n_bytes);

/* Has all that was handed in worked on and gathered. */
XC_MUST_CHECK enum xc_status xc_crew_drain(struct xc_crew *crew);

/* Ends the threads; what was not gathered is dropped.  Accepts NULL. */
void xc_crew_close(struct xc_crew *crew);

#endif
