/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/record.h"

#include "base/table.h"
#include "io/file.h"

/* The files of the articles. */
struct files {
    const struct xc_changes *changes; /* NULL: all articles are wanted */
    struct xc_arena *arena;
    struct xc_table articles; /* whatever the paths to them */
};

static enum xc_status
wants_article(void *context, struct xc_str path, bool *out)
{
    struct files *files = context;
    struct xc_str identity;
    size_t seen;

    *out = files->changes == NULL || xc_changes_has_file(files->changes, path);
    if (!*out)
        return XC_OK;
    if (xc_file_identity(path, files->arena, &identity) != XC_OK ||
        (identity.len > 0 &&
         !xc_table_add(&files->articles, identity, 0, files->arena, &seen)))
        return XC_NO_MEMORY;
    return XC_OK;
}

static enum xc_status
wants_record(void *context, struct xc_str path, bool *out)
{
    const struct files *files = context;
    struct xc_str identity;

    if (xc_file_identity(path, files->arena, &identity) != XC_OK)
        return XC_NO_MEMORY;
    *out = identity.len == 0 || !xc_table_get(&files->articles, identity, NULL);
    return XC_OK;
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
