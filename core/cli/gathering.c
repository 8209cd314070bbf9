/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/gathering.h"

#include "base/limits.h"
#include "cli/inputs.h"

enum xc_status
xc_gathering_init(struct xc_run *run, size_t n_threads, struct xc_arena *arena,
                  struct xc_gathering *out)
{
    *out = (struct xc_gathering){.run = run};
    xc_arena_init(&out->reserve);
    return xc_workers_init(run->engine, n_threads, arena, &out->workers);
}

void
xc_gathering_release(struct xc_gathering *gathering)
{
    xc_arena_release(&gathering->reserve);
    xc_workers_release(&gathering->workers);
}

void
xc_gathering_rest(struct xc_gathering *gathering)
{
    xc_arena_release(&gathering->reserve);
    xc_workers_rest(&gathering->workers);
}

/* Holds back what the articles taken so far will take at the end.  It is never written to,
 * so it is none of the machine's memory, only of what a limit allows. */
static enum xc_status
hold_back(struct xc_gathering *gathering)
{
    const struct xc_run *run = gathering->run;
    const size_t needed = XC_RESERVED_BYTES +
                          run->sources.n * XC_RESERVED_SOURCE_BYTES +
                          run->mentions.n * gathering->mention_bytes;
    /* An eighth more, so that it is not renewed for every article. */
    const size_t wanted = needed + needed / 8;

    if (gathering->mention_bytes == 0 || needed <= gathering->n_reserved)
        return XC_OK;
    xc_arena_release(&gathering->reserve);
    gathering->n_reserved =
        wanted < XC_MAX_ALLOCATION_BYTES ? wanted : XC_MAX_ALLOCATION_BYTES;
    return xc_arena_alloc(&gathering->reserve, gathering->n_reserved) == NULL
               ? XC_NO_MEMORY
               : XC_OK;
}

/* One call of xc_gather. */
struct call {
    struct xc_gathering *gathering;
    const struct xc_wanted *wanted;
};

static enum xc_status
wants_file(void *context, struct xc_str path, bool *out)
{
    const struct call *call = context;

    *out = true;
    return call->wanted == NULL ? XC_OK
                                : call->wanted->wants(call->wanted->context, path, out);
}

static struct xc_arena *
article_of(void *context, size_t worker)
{
    const struct call *call = context;
    struct xc_gathering *gathering = call->gathering;
    struct xc_workers_one *one = xc_workers_get(&gathering->workers, worker);

    return one == NULL ? NULL : &one->worker.article;
}

static enum xc_status
read_source(void *context, size_t worker, const struct xc_source *source,
            struct xc_arena *arena, void **out_part)
{
    const struct call *call = context;
    struct xc_gathering *gathering = call->gathering;
    struct xc_workers_one *one = xc_workers_get(&gathering->workers, worker);
    struct xc_run_part *part = xc_arena_array(arena, 1, sizeof *part);

    if (one == NULL || part == NULL)
        return XC_NO_MEMORY;
    *out_part = part;
    return xc_run_read(gathering->run->engine, &one->worker, source, arena, &one->kept,
                       part);
}

static enum xc_status
take_part(void *context, const void *taken)
{
    const struct call *call = context;
    const enum xc_status status = xc_run_take(call->gathering->run, taken);

    return status == XC_OK ? hold_back(call->gathering) : status;
}

static void
tick(void *context)
{
    const struct call *call = context;

    xc_progress_step(&call->gathering->progress);
}

enum xc_status
xc_gather(struct xc_gathering *gathering, const struct xc_str_list *paths,
          const struct xc_wanted *wanted)
{
    struct call call = {gathering, wanted};
    const struct xc_source_work work = {
        .n_workers = gathering->workers.n,
        .wants = wants_file,
        .article = article_of,
        .read = read_source,
        .take = take_part,
        .context = &call,
    };
    struct xc_source_inputs inputs = {
        .paths = paths,
        .problems = &gathering->run->problems,
        .work = &work,
        .context = &call,
        .tick = tick,
    };
    enum xc_status status;

    xc_progress_begin(&gathering->progress);
    status = xc_inputs_sources(&inputs);
    xc_progress_end(&gathering->progress);
    xc_run_lost(gathering->run, inputs.n_lost);
    return status;
}
