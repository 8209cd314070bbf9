/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/settings.h"

#include <unistd.h>

#include "base/limits.h"
#include "base/vec.h"
#include "io/file.h"
#include "io/upward.h"
#include "report/terminal.h"

static const char file_name[] = "xclaim.yaml";

void
xc_settings_choose(struct xc_settings_choice *choice, const char *file)
{
    *choice = (struct xc_settings_choice){file, file == NULL};
}

enum xc_status
xc_settings_find(const struct xc_settings_choice *choice, struct xc_arena *arena,
                 struct xc_str *out_path, struct xc_str *out_text,
                 struct xc_problems *problems)
{
    struct xc_str path = xc_str_of(choice->file);
    struct xc_str text = XC_STR("");
    enum xc_status status = XC_OK;

    if (choice->file == NULL && !choice->is_none)
        status = xc_file_upward(file_name, ".git", arena, &path, problems);
    if (status == XC_OK && (path.len > 0 || choice->file != NULL))
        status = xc_file_read(path, XC_MAX_BESIDE_BYTES, XC_PROBLEM_RULE, arena, &text,
                              problems);
    if (status == XC_OK) {
        *out_path = path;
        *out_text = text;
    }
    return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
}

/* So that nobody at a terminal wonders where rules that they never named come from. */
static void
tell_found(struct xc_str path)
{
    struct xc_sink sink = xc_cli_stderr();
    struct xc_terminal terminal;

    if (isatty(STDERR_FILENO) != 1)
        return;
    xc_terminal_init(&terminal, &sink, xc_cli_wants_colour(STDERR_FILENO), 0);
    xc_terminal_say(&terminal, XC_TERMINAL_FAINT, "xclaim: settings of ");
    xc_terminal_name(&terminal, XC_TERMINAL_FAINT, path);
    xc_terminal_end(&terminal);
}

enum xc_status
xc_cli_settings(const struct xc_settings_choice *choice, struct xc_arena *arena,
                struct xc_settings *out, struct xc_problems *problems)
{
    struct xc_str path = XC_STR("");
    struct xc_str text = XC_STR("");
    enum xc_status status = xc_settings_find(choice, arena, &path, &text, problems);

    xc_settings_init(out);
    if (status != XC_OK || path.len == 0)
        return status;
    if (choice->file == NULL && xc_str_starts(path, "../"))
        tell_found(path);
    return xc_settings_load(path, text, arena, out, problems);
}

bool
xc_settings_is_name(struct xc_str path)
{
    return xc_str_is(path, file_name) || xc_str_ends(path, "/xclaim.yaml");
}

/* Tells a path that names nothing. */
static enum xc_status
check_path(struct xc_settings *settings, const struct xc_settings_path *path,
           bool *out_exists)
{
    if (xc_file_exists(path->path, out_exists) != XC_OK)
        return XC_NO_MEMORY;
    if (*out_exists)
        return XC_OK;
    return xc_field_tell(&settings->loading, path->node, false, XC_CODE_NO_SUCH_PATH,
                         "a relative path counts from the folder of this file",
                         "no file or folder '%.*s'", (int)path->node->text.len,
                         path->node->text.ptr);
}

static enum xc_status
check_paths(struct xc_settings *settings, struct xc_settings_paths *paths)
{
    enum xc_status status = XC_OK;
    size_t n = 0;
    size_t i;

    for (i = 0; i < paths->n && status == XC_OK; i++) {
        bool exists;

        status = check_path(settings, &paths->items[i], &exists);
        if (status == XC_OK && exists)
            paths->items[n++] = paths->items[i];
    }
    paths->n = n;
    return status;
}

enum xc_status
xc_settings_check(struct xc_settings *settings)
{
    enum xc_status status = check_paths(settings, &settings->rules);

    if (status == XC_OK)
        status = check_paths(settings, &settings->record);
    if (status == XC_OK)
        status = check_paths(settings, &settings->lexicon);
    return status == XC_OK ? check_paths(settings, &settings->decisions) : status;
}

enum xc_status
xc_settings_fill(struct xc_settings *settings, struct xc_settings_paths *paths,
                 struct xc_str_list *list)
{
    const size_t n_named = paths->n;
    size_t i;

    if (list->n > 0)
        return XC_OK;
    if (check_paths(settings, paths) != XC_OK)
        return XC_NO_MEMORY;
    for (i = 0; i < paths->n; i++) {
        struct xc_str *slot = XC_VEC_ADD(list, settings->loading.arena);

        if (slot == NULL)
            return XC_NO_MEMORY;
        *slot = paths->items[i].path;
    }
    return paths->n < n_named ? XC_BAD_RULE : XC_OK;
}
