/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"
#include "cli/options.h"
#include "io/file.h"
#include "io/output.h"
#include "report/settings_starter.h"

static const struct xc_option_list option_list = {&xc_command_init, NULL, 0};

static bool
take(void *context, size_t option, const char *value)
{
    const char **folder = context;

    (void)option; /* there is none */
    if (*folder != NULL) {
        (void)xc_cli_usage(&xc_command_init, "one folder at a time");
        return false;
    }
    *folder = value;
    return true;
}

/* Writes the file, unless there is one already: somebody's settings are in it. */
static enum xc_status
write_settings(struct xc_str path, struct xc_problems *problems)
{
    struct xc_place place = {.path = path};
    struct xc_output *output;
    enum xc_status status;
    bool exists;

    if (xc_file_exists(path, &exists) != XC_OK)
        return XC_NO_MEMORY;
    if (exists)
        return xc_problems_add(problems, XC_PROBLEM_OPTION, &place,
                               "name another folder, or remove this one",
                               "the file is there already, and is left as it is")
                   ? XC_BAD_OPTION
                   : XC_NO_MEMORY;
    status = xc_output_open(path, &output, problems);
    if (status != XC_OK)
        return status;
    xc_report_settings_starter(xc_output_sink(output));
    return xc_output_commit(output, problems);
}

static enum xc_exit
run_init(int argc, char **argv)
{
    const char *folder = NULL;
    struct xc_sink sink = xc_cli_stdout();
    struct xc_problems problems;
    struct xc_arena arena;
    struct xc_str path;
    enum xc_exit code;

    if (!xc_options_read(&option_list, argc, argv, take, &folder))
        return XC_EXIT_USAGE;
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    path = folder == NULL
               ? XC_STR("xclaim.yaml")
               : xc_arena_printf(&arena, "%s%sxclaim.yaml", folder,
                                 xc_str_ends(xc_str_of(folder), "/") ? "" : "/");
    code =
        xc_exit_of(path.ptr == NULL ? XC_NO_MEMORY : write_settings(path, &problems));
    xc_cli_print_problems(&problems);
    if (code == XC_EXIT_OK) {
        xc_report_settings_steps(path, &sink);
        code = xc_cli_flush() ? XC_EXIT_OK : XC_EXIT_SYSTEM;
    }
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_init = {
    .name = "init",
    .synopsis = "init [FOLDER]",
    .purpose = "write an xclaim.yaml to begin with",
    .details =
        "Writes an xclaim.yaml into the folder (default: this one), which must not\n"
        "have one: every key with what it is for, and what to do next.\n"
        "\n"
        "report, check, explain, lint, test, coverage, draft and probe take their\n"
        "settings from the nearest xclaim.yaml of the working folder and those above\n"
        "it, up to one that holds .git.  --config FILE names another, --no-config "
        "none.\n",
    .run = run_init,
};
