/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <string.h>

#include "base/vec.h"
#include "cli/options.h"
#include "io/file.h"
#include "io/output.h"
#include "report/starter.h"

enum { OPTION_OUTPUT };

static const struct xc_option options[] = {{"output", 'o', true}};

static const struct xc_option_list option_list = {&xc_command_new, options,
                                                  XC_COUNT(options)};

struct request {
    const char *topic;
    const char *output; /* "-": standard output */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    if (option == OPTION_OUTPUT) {
        request->output = value;
        return true;
    }
    if (request->topic != NULL) {
        (void)xc_cli_usage(&xc_command_new, "one topic at a time");
        return false;
    }
    request->topic = value;
    return true;
}

/* Writes the file, unless there is one already: somebody's rules may be in it. */
static enum xc_status
write_starter(const struct request *request, struct xc_problems *problems)
{
    struct xc_place place = {.path = xc_str_of(request->output)};
    struct xc_output *output;
    enum xc_status status;
    bool exists = false;

    if (strcmp(request->output, "-") != 0 &&
        xc_file_exists(place.path, &exists) != XC_OK)
        return XC_NO_MEMORY;
    if (exists)
        return xc_problems_add(problems, XC_PROBLEM_OPTION, &place,
                               "name another file, or remove this one",
                               "the file is there already, and is left as it is")
                   ? XC_BAD_OPTION
                   : XC_NO_MEMORY;
    status = xc_output_open(place.path, &output, problems);
    if (status != XC_OK)
        return status;
    xc_report_starter(xc_str_of(request->topic), xc_output_sink(output));
    return xc_output_commit(output, problems);
}

static enum xc_exit
run_new(int argc, char **argv)
{
    struct request request = {.output = "-"};
    struct xc_problems problems;
    struct xc_arena arena;
    enum xc_exit code;

    if (!xc_options_read(&option_list, argc, argv, take, &request))
        return XC_EXIT_USAGE;
    if (request.topic == NULL)
        return xc_cli_usage(&xc_command_new, "name the topic, as in lantern-gala-2031");
    if (!xc_starter_takes(xc_str_of(request.topic)))
        return xc_cli_usage(&xc_command_new,
                            "'%s' is no topic; use letters, digits, '-', '_' and '.'",
                            request.topic);
    xc_arena_init(&arena);
    xc_problems_init(&problems, &arena);
    code = xc_exit_of(write_starter(&request, &problems));
    xc_cli_print_problems(&problems);
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_new = {
    .name = "new",
    .synopsis = "new [-o FILE] TOPIC",
    .purpose = "write a rule file to begin with",
    .details =
        "Prints a rule file for the topic with this id: every key that a first topic\n"
        "needs, with what it is for, and one claim whose examples pass `xclaim test`.\n"
        "\n"
        "  -o, --output FILE  write to FILE, which must not exist\n",
    .run = run_new,
};
