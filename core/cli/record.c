/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/record.h"

#include "base/table.h"
#include "io/file.h"

/* The files of the articles, and the one looked at last: all records of a file of JSON
 * Lines are in one. */
struct files {
    const struct xc_changes *changes; /* NULL: all articles are wanted */
    struct xc_arena *arena;
    struct xc_table articles; /* whatever the paths to them */
    struct xc_str path;
    struct xc_str identity;
};

static enum xc_status
identify(struct files *files, struct xc_str path)
{
    enum xc_status status;

    if (files->path.ptr != NULL && xc_str_equal(path, files->path))
        return XC_OK;
    status = xc_file_identity(path, files->arena, &files->identity);
    if (status != XC_OK || !xc_arena_str(files->arena, path, &files->path))
        return XC_NO_MEMORY;
    return XC_OK;
}

static enum xc_status
wants_article(void *context, struct xc_str path, bool *out)
{
    struct files *files = context;
    size_t seen;

    *out = files->changes == NULL || xc_changes_has_file(files->changes, path);
    if (!*out)
        return XC_OK;
    if (identify(files, path) != XC_OK ||
        (files->identity.len > 0 &&
         !xc_table_add(&files->articles, files->identity, 0, files->arena, &seen)))
        return XC_NO_MEMORY;
    return XC_OK;
}

static enum xc_status
wants_record(void *context, struct xc_str path, bool *out)
{
    struct files *files = context;
    enum xc_status status = identify(files, path);

    *out = files->identity.len == 0 ||
           !xc_table_get(&files->articles, files->identity, NULL);
    return status;
}

enum xc_status
xc_record_read(const struct xc_record_inputs *inputs, struct xc_gathering *gathering)
{
    struct xc_run *run = gathering->run;
    struct files files = {.changes = inputs->changes, .arena = &run->arena};
    const struct xc_wanted articles = {wants_article, &files};
    const struct xc_wanted record = {wants_record, &files};
    enum xc_status status;

    run->checking = true;
    status = xc_gather(gathering, inputs->articles, &articles);
    run->checking = false;
    return status == XC_OK ? xc_gather(gathering, inputs->record, &record) : status;
}
