/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "io/crew.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

#include "base/limits.h"

/* A worker may be a whole slot ahead of the others and still leave them work. */
static const size_t slots_per_worker = 4;

struct slot {
    size_t n_bytes;
    bool done;
};

/* A thread's own: which worker it is. */
struct member {
    struct xc_crew *crew;
    pthread_t thread;
    size_t worker;
};

struct xc_crew {
    struct xc_arena arena; /* holds this struct, too */
    struct xc_crew_job job;
    size_t n_workers;
    struct member *members; /* workers 1 to n_members have a thread */
    size_t n_members;
    bool alone; /* no further thread can be had */
    pthread_mutex_t lock;
    pthread_cond_t handed;
    pthread_cond_t finished;
    /* Under the lock.  Slots are a ring; the counts only grow. */
    struct slot *slots;
    size_t n_slots;
    size_t n_handed;
    size_t n_begun;
    size_t n_gathered;
    size_t n_bytes; /* handed in and not gathered */
    bool closing;
    enum xc_status status; /* of the first gathering that failed; the caller's alone */
};

size_t
xc_crew_cores(void)
{
    cpu_set_t set;
    int n = 0;

    if (sched_getaffinity(0, sizeof set, &set) == 0)
        n = CPU_COUNT(&set);
    if (n < 1)
        return 1;
    return (size_t)n < XC_MAX_WORKERS ? (size_t)n : XC_MAX_WORKERS;
}

size_t
xc_crew_n_slots(size_t n_workers)
{
    return n_workers == 1 ? 1 : n_workers * slots_per_worker;
}

enum xc_status
xc_crew_open(const struct xc_crew_job *job, size_t n_workers, struct xc_crew **out)
{
    struct xc_arena arena;
    struct xc_crew *crew;

    assert(n_workers >= 1 && n_workers <= XC_MAX_WORKERS);
    xc_arena_init(&arena);
    crew = xc_arena_array(&arena, 1, sizeof *crew);
    if (crew != NULL) {
        crew->n_slots = xc_crew_n_slots(n_workers);
        crew->slots = xc_arena_array(&arena, crew->n_slots, sizeof *crew->slots);
        crew->members = xc_arena_array(&arena, n_workers, sizeof *crew->members);
    }
    if (crew == NULL || crew->slots == NULL || crew->members == NULL) {
        xc_arena_release(&arena);
        return XC_NO_MEMORY;
    }
    crew->job = *job;
    crew->n_workers = n_workers;
    /* With default attributes none of them can fail. */
    (void)pthread_mutex_init(&crew->lock, NULL);
    (void)pthread_cond_init(&crew->handed, NULL);
    (void)pthread_cond_init(&crew->finished, NULL);
    crew->arena = arena;
    *out = crew;
    return XC_OK;
}

/* Works on the next slot that nobody has begun; the lock is held before and after. */
static void
work(struct xc_crew *crew, size_t worker)
{
    const size_t slot = crew->n_begun++ % crew->n_slots;

    (void)pthread_mutex_unlock(&crew->lock);
    crew->job.work(crew->job.context, worker, slot);
    (void)pthread_mutex_lock(&crew->lock);
    crew->slots[slot].done = true;
    (void)pthread_cond_signal(&crew->finished);
}

static void *
run(void *context)
{
    const struct member *member = context;
    struct xc_crew *crew = member->crew;

    (void)pthread_mutex_lock(&crew->lock);
    while (!crew->closing) {
        if (crew->n_begun < crew->n_handed)
            work(crew, member->worker);
        else
            (void)pthread_cond_wait(&crew->handed, &crew->lock);
    }
    (void)pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* Begins one more thread when there is more to do than the caller's will get to. */
static void
enlist(struct xc_crew *crew)
{
    struct member *member = &crew->members[crew->n_members];

    if (crew->alone || crew->n_members + 1 >= crew->n_workers ||
        crew->n_handed - crew->n_begun < 2)
        return;
    member->crew = crew;
    member->worker = crew->n_members + 1;
    if (pthread_create(&member->thread, NULL, run, member) == 0)
        crew->n_members++;
    else
        crew->alone = true;
}

/* Gathers the earliest slot when it is done; else does work or waits.  There is a slot
 * to gather.  The lock is held before and after. */
static void
step(struct xc_crew *crew)
{
    const size_t number = crew->n_gathered % crew->n_slots;
    struct slot *slot = &crew->slots[number];

    if (slot->done) {
        (void)pthread_mutex_unlock(&crew->lock);
        crew->status = crew->job.gather(crew->job.context, number);
        (void)pthread_mutex_lock(&crew->lock);
        slot->done = false;
        crew->n_bytes -= slot->n_bytes;
        crew->n_gathered++;
    } else if (crew->n_begun < crew->n_handed) {
        work(crew, 0);
    } else {
        (void)pthread_cond_wait(&crew->finished, &crew->lock);
    }
}

enum xc_status
xc_crew_slot(struct xc_crew *crew, size_t *out_slot)
{
    (void)pthread_mutex_lock(&crew->lock);
    while (crew->status == XC_OK && crew->n_handed - crew->n_gathered == crew->n_slots)
        step(crew);
    *out_slot = crew->n_handed % crew->n_slots;
    (void)pthread_mutex_unlock(&crew->lock);
    return crew->status;
}

enum xc_status
xc_crew_hand(struct xc_crew *crew, size_t n_bytes)
{
    (void)pthread_mutex_lock(&crew->lock);
    while (crew->status == XC_OK && crew->n_gathered < crew->n_handed &&
           n_bytes + crew->n_bytes > XC_MAX_FLIGHT_BYTES)
        step(crew);
    if (crew->status == XC_OK) {
        crew->slots[crew->n_handed % crew->n_slots].n_bytes = n_bytes;
        crew->n_bytes += n_bytes;
        crew->n_handed++;
        (void)pthread_cond_signal(&crew->handed);
        enlist(crew);
    }
    (void)pthread_mutex_unlock(&crew->lock);
    return crew->status;
}

enum xc_status
xc_crew_drain(struct xc_crew *crew)
{
    (void)pthread_mutex_lock(&crew->lock);
    while (crew->status == XC_OK && crew->n_gathered < crew->n_handed)
        step(crew);
    (void)pthread_mutex_unlock(&crew->lock);
    return crew->status;
}

void
xc_crew_close(struct xc_crew *crew)
{
    struct xc_arena arena;
    size_t i;

    if (crew == NULL)
        return;
    (void)pthread_mutex_lock(&crew->lock);
    crew->closing = true;
    (void)pthread_cond_broadcast(&crew->handed);
    (void)pthread_mutex_unlock(&crew->lock);
    for (i = 0; i < crew->n_members; i++)
        (void)pthread_join(crew->members[i].thread, NULL);
    (void)pthread_cond_destroy(&crew->finished);
    (void)pthread_cond_destroy(&crew->handed);
    (void)pthread_mutex_destroy(&crew->lock);
    arena = crew->arena;
    xc_arena_release(&arena);
}
