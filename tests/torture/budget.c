/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that runs out as it does under a limit: allocations fail while they would take
 * more than BUDGET_BYTES in all, and work again once enough was given back; preloaded by
 * budget.py.  Safe with threads.
 *
 *     BUDGET_BYTES  what may be held at once; none: any
 *     BUDGET_PEAK   a file that gets the most that was held
 */
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* glibc's own, under the names that nobody puts another function before. */
extern void *__libc_malloc(size_t n_bytes);
extern void *__libc_realloc(void *at, size_t n_bytes);
extern void *__libc_calloc(size_t n, size_t size);
extern void __libc_free(void *at);

static atomic_size_t held;
static atomic_size_t peak;
static size_t budget = SIZE_MAX;

/* Whether n_bytes more may be held. */
static bool
allows(size_t n_bytes)
{
    const size_t now = atomic_load(&held);

    return n_bytes <= budget && now <= budget - n_bytes;
}

static void *
note(void *at)
{
    size_t now;
    size_t most;

    if (at == NULL)
        return NULL;
    now = atomic_fetch_add(&held, malloc_usable_size(at)) + malloc_usable_size(at);
    most = atomic_load(&peak);
    while (now > most && !atomic_compare_exchange_weak(&peak, &most, now))
        continue;
    return at;
}

static void
forget(void *at)
{
    if (at != NULL)
        atomic_fetch_sub(&held, malloc_usable_size(at));
}

void *
malloc(size_t n_bytes)
{
    return allows(n_bytes) ? note(__libc_malloc(n_bytes)) : NULL;
}

void *
calloc(size_t n, size_t size)
{
    if (size != 0 && n > SIZE_MAX / 2 / size)
        return NULL;
    return allows(n * size) ? note(__libc_calloc(n, size)) : NULL;
}

void *
realloc(void *at, size_t n_bytes)
{
    void *grown;

    if (!allows(n_bytes))
        return NULL;
    forget(at);
    grown = __libc_realloc(at, n_bytes);
    return note(grown == NULL ? at : grown) == NULL ? NULL : grown;
}

void
free(void *at)
{
    forget(at);
    __libc_free(at);
}

__attribute__((constructor)) static void
begin(void)
{
    const char *bytes = getenv("BUDGET_BYTES");

    if (bytes != NULL)
        budget = strtoull(bytes, NULL, 10);
}

__attribute__((destructor)) static void
end(void)
{
    const char *path = getenv("BUDGET_PEAK");
    FILE *file;

    budget = SIZE_MAX;
    file = path == NULL ? NULL : fopen(path, "w");
    if (file == NULL)
        return;
    (void)fprintf(file, "%zu\n", atomic_load(&peak));
    (void)fclose(file);
}
