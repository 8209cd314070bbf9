/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/record.h"

#include "base/table.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "io/file.h"

/* What the source taker works with. */
struct reading {
    const struct xc_record_inputs *inputs;
    struct xc_run *run;
    struct xc_worker *worker;
    struct xc_progress progress;
    struct xc_table files;  /* the articles' files, whatever the paths to them */
    struct xc_str path;     /* the last one looked at … */
    struct xc_str identity; /* … and its file */
};

/* The file of path, by whatever path, into *out; the same as before for the records of one
 * file of JSON Lines. */
static enum xc_status
identify(struct reading *reading, struct xc_str path, struct xc_str *out)
{
    struct xc_arena *arena = &reading->run->arena;
    enum xc_status status = XC_OK;

    if (!xc_str_equal(path, reading->path))
        status = xc_file_identity(path, arena, &reading->identity);
    if (status != XC_OK || !xc_arena_str(arena, path, &reading->path))
        return XC_NO_MEMORY;
    *out = reading->identity;
    return XC_OK;
}

static enum xc_status
take_article(void *context, const struct xc_source *source)
{
    struct reading *reading = context;
    const struct xc_changes *changes = reading->inputs->changes;
    struct xc_str file;
    size_t seen;

    if (changes != NULL && !xc_changes_has_file(changes, source->path))
        return XC_OK;
    if (identify(reading, source->path, &file) != XC_OK ||
        (file.len > 0 &&
         !xc_table_add(&reading->files, file, 0, &reading->run->arena, &seen)))
        return XC_NO_MEMORY;
    return xc_run_add(reading->run, reading->worker, source);
}

/* A folder of the record may well hold the article itself, which is no witness of its
 * own. */
static enum xc_status
take_record(void *context, const struct xc_source *source)
{
    struct reading *reading = context;
    struct xc_str file;

    if (identify(reading, source->path, &file) != XC_OK)
        return XC_NO_MEMORY;
    if (file.len > 0 && xc_table_get(&reading->files, file, NULL))
        return XC_OK;
    return xc_run_add(reading->run, reading->worker, source);
}

static void
tick(void *context)
{
    struct reading *reading = context;

    xc_progress_step(&reading->progress);
}

static enum xc_status
read_sources(struct reading *reading, const struct xc_str_list *paths,
             xc_source_taker taker)
{
    struct xc_source_inputs inputs = {
        .paths = paths,
        .article = &reading->worker->article,
        .problems = &reading->run->problems,
        .take = taker,
        .context = reading,
        .tick = tick,
    };
    enum xc_status status = xc_inputs_sources(&inputs);

    xc_run_lost(reading->run, inputs.n_lost);
    return status;
}

enum xc_status
xc_record_read(const struct xc_record_inputs *inputs, struct xc_run *run,
               struct xc_worker *worker)
{
    struct reading all = {.inputs = inputs, .run = run, .worker = worker};
    struct reading *reading = &all;
    enum xc_status status;

    xc_progress_begin(&reading->progress);
    reading->run->checking = true;
    status = read_sources(reading, inputs->articles, take_article);
    reading->run->checking = false;
    if (status == XC_OK)
        status = read_sources(reading, inputs->record, take_record);
    xc_progress_end(&reading->progress);
    return status;
}
