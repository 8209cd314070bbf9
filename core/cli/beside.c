/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/beside.h"

#include "base/limits.h"
#include "io/file.h"

void
xc_beside_init(struct xc_beside *beside)
{
    *beside = (struct xc_beside){.folder = {NULL, 0}};
    xc_arena_init(&beside->arena);
    xc_arena_init(&beside->names);
}

void
xc_beside_release(struct xc_beside *beside)
{
    xc_arena_release(&beside->arena);
    xc_arena_release(&beside->names);
}

/* "a/b.txt" → "a/". */
static struct xc_str
folder_of(struct xc_str path)
{
    size_t slash = path.len;

    while (slash > 0 && path.ptr[slash - 1] != '/')
        slash--;
    return xc_str_sub(path, 0, slash);
}

/* Whether the file of an entry is there: "post.txt", "desk.jsonl#id". */
static enum xc_status
find_file(const struct xc_beside *beside, struct xc_str name, struct xc_arena *scratch,
          bool *out_found)
{
    const struct xc_str folder = beside->folder;
    const struct xc_str file = xc_str_sub(name, 0, xc_str_find(name, 0, '#'));
    const struct xc_str tried[] = {name, file};
    bool found = false;
    size_t i;

    for (i = 0; i < 2 && !found; i++) {
        const struct xc_str path =
            xc_arena_printf(scratch, "%.*s%.*s", (int)folder.len, folder.ptr,
                            (int)tried[i].len, tried[i].ptr);

        /* An entry never reaches into another folder. */
        if (tried[i].len == 0 || xc_str_find(tried[i], 0, '/') < tried[i].len)
            continue;
        if (path.ptr == NULL || xc_file_exists(path, &found) != XC_OK)
            return XC_NO_MEMORY;
    }
    *out_found = found;
    return XC_OK;
}

/* Tells the first entry without a file, and how many there are. */
static enum xc_status
tell_missing(const struct xc_beside *beside, struct xc_problems *problems)
{
    const size_t most_shown = 200;
    struct xc_arena scratch;
    struct xc_place first = {.line = 0};
    struct xc_place place;
    struct xc_str name = XC_STR("");
    struct xc_str missing = XC_STR("");
    enum xc_status status = XC_OK;
    size_t n_missing = 0;
    bool found;
    size_t i;

    xc_arena_init(&scratch);
    for (i = 0;
         status == XC_OK && xc_metadata_entry(beside->metadata, i, &name, &place);
         i++) {
        xc_arena_reset(&scratch);
        status = find_file(beside, name, &scratch, &found);
        if (status != XC_OK || found)
            continue;
        if (n_missing++ == 0) {
            first = place;
            missing = name.len > most_shown ? XC_STR("…") : name;
        }
    }
    xc_arena_release(&scratch);
    if (status != XC_OK || n_missing == 0)
        return status;
    return xc_problems_add(problems, XC_PROBLEM_METADATA, &first,
                           "an entry is the name of a file beside this one",
                           n_missing == 1
                               ? "no file '%.*s' here"
                               : "no file '%.*s' here (entries without one: %zu)",
                           (int)missing.len, missing.ptr, n_missing)
               ? XC_OK
               : XC_NO_MEMORY;
}

/* Tells it unless that was done before: files of one folder may come apart. */
static enum xc_status
tell_missing_once(struct xc_beside *beside, struct xc_problems *problems)
{
    const size_t n_before = beside->told.n;
    struct xc_str folder;
    size_t unused;

    if (!xc_arena_str(&beside->names, beside->folder, &folder) ||
        !xc_table_add(&beside->told, folder, 0, &beside->names, &unused))
        return XC_NO_MEMORY;
    return beside->told.n > n_before ? tell_missing(beside, problems) : XC_OK;
}

bool
xc_beside_holds(const struct xc_beside *beside, struct xc_str path)
{
    return beside->folder.ptr != NULL && xc_str_equal(beside->folder, folder_of(path));
}

enum xc_status
xc_beside_read(struct xc_beside *beside, struct xc_str path,
               struct xc_problems *problems)
{
    const struct xc_str folder = folder_of(path);
    struct xc_str text;
    enum xc_status status;
    bool exists;

    if (xc_beside_holds(beside, path))
        return XC_OK;
    xc_arena_release(&beside->arena);
    beside->metadata = NULL;
    beside->folder = (struct xc_str){NULL, 0};
    if (!xc_arena_str(&beside->arena, folder, &beside->folder))
        return XC_NO_MEMORY;
    path = xc_arena_printf(&beside->arena, "%.*ssources.yaml", (int)folder.len,
                           folder.ptr);
    if (path.ptr == NULL)
        return XC_NO_MEMORY;
    status = xc_file_exists(path, &exists);
    if (status != XC_OK || !exists)
        return status;
    status = xc_file_read(path, XC_MAX_BESIDE_BYTES, XC_PROBLEM_UNREADABLE,
                          &beside->arena, &text, problems);
    if (status == XC_OK)
        status =
            xc_metadata_parse(path, text, &beside->arena, &beside->metadata, problems);
    if (status == XC_OK)
        status = tell_missing_once(beside, problems);
    return status == XC_BAD_RULE ? XC_BAD_INPUT : status;
}
