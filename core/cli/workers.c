/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/workers.h"

#include <stdlib.h>

#include "base/limits.h"
#include "io/crew.h"

bool
xc_workers_option(const struct xc_command *command, const char *value, size_t *out)
{
    char *end;
    unsigned long number = strtoul(value, &end, 10);

    if (value[0] < '0' || value[0] > '9' || *end != '\0' || number < 1 ||
        number > XC_MAX_WORKERS) {
        (void)xc_cli_usage(command, "--threads takes a number from 1 to %zu, not '%s'",
                           XC_MAX_WORKERS, value);
        return false;
    }
    *out = number;
    return true;
}

enum xc_status
xc_workers_init(const struct xc_engine *engine, size_t n, struct xc_arena *arena,
                struct xc_workers *out)
{
    struct xc_workers made = {.engine = engine, .n = n == 0 ? xc_crew_cores() : n};

    made.items = xc_arena_array(arena, made.n, sizeof *made.items);
    if (made.items == NULL)
        return XC_NO_MEMORY;
    *out = made;
    return XC_OK;
}

void
xc_workers_rest(struct xc_workers *workers)
{
    size_t i;

    for (i = 0; i < workers->n; i++) {
        if (workers->items[i].ready)
            xc_worker_release(&workers->items[i].worker);
        workers->items[i].ready = false;
    }
}

void
xc_workers_release(struct xc_workers *workers)
{
    size_t i;

    xc_workers_rest(workers);
    for (i = 0; i < workers->n; i++)
        xc_arena_release(&workers->items[i].kept);
}

struct xc_workers_one *
xc_workers_get(const struct xc_workers *workers, size_t i)
{
    struct xc_workers_one *one = &workers->items[i];

    if (!one->ready && xc_worker_init(workers->engine, &one->worker) != XC_OK)
        return NULL;
    one->ready = true;
    return one;
}
