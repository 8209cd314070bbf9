/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"
#include "cli/program.h"
#include "cli/update.h"
#include "cli/writing.h"
#include "report/examples.h"

enum {
    OPTION_RULES,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_REQUIRE_EXAMPLES,
    OPTION_UPDATE,
    OPTION_FROM,
    OPTION_LEXICON,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
};

static const struct xc_option options[] = {
    {"rules", 'r', true},           {"format", 'f', true}, {"output", 'o', true},
    {"require-examples", 0, false}, {"update", 0, false},  {"from", 0, true},
    {"lexicon", 0, true},           {"config", 0, true},   {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_test, options,
                                                  XC_COUNT(options)};

enum format { FORMAT_TEXT, FORMAT_TAP, FORMAT_JUNIT };

static const char *const format_names[] = {"text", "tap", "junit", NULL};

struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_settings_choice choice;
    struct xc_str_list sources; /* all arguments behind --from */
    bool update;
    bool from;
    bool told; /* how to tell results was chosen */
    enum format format;
    const char *output; /* "-": standard output */
    bool required;
    enum xc_exit refused; /* when the arguments could not be taken */
};

static bool
add(struct request *request, struct xc_str_list *list, const char *value)
{
    return xc_str_list_add(list, value, request->arena, &request->refused);
}

static bool
take_format(struct request *request, const char *value)
{
    size_t format;

    if (!xc_option_choose(&xc_command_test, "format", value, format_names, &format))
        return false;
    request->format = (enum format)format;
    return true;
}

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    switch (option) {
    case OPTION_RULES:
        return add(request, &request->rules, value);
    case OPTION_FORMAT:
        request->told = true;
        return take_format(request, value);
    case OPTION_OUTPUT:
        request->told = true;
        request->output = value;
        return true;
    case OPTION_REQUIRE_EXAMPLES:
        request->told = true;
        request->required = true;
        return true;
    case OPTION_UPDATE:
        request->update = true;
        return true;
    case OPTION_FROM:
        request->from = true;
        return add(request, &request->sources, value);
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    default:
        return add(request, request->from ? &request->sources : &request->rules, value);
    }
}

/* Whether the options go together; tells why not. */
static bool
is_sound(const struct request *request)
{
    const char *fault = NULL;
    size_t i;

    if (request->from && !request->update)
        fault = "--from goes with --update";
    else if (request->update && !request->from)
        fault = "--update needs --from SOURCE";
    else if (request->update && request->told)
        fault = "--update runs no examples: no format, output or --require-examples";
    for (i = 0; i < request->sources.n; i++) {
        if (xc_str_is(request->sources.items[i], "-"))
            fault = "--from can't be standard input: the answers come from there";
    }
    if (fault != NULL)
        (void)xc_cli_usage(&xc_command_test, "%s", fault);
    return fault == NULL;
}

/* Results and the format that they are told in. */
struct told {
    const struct xc_example_results *results;
    enum format format;
};

static void
write_results(const void *context, const struct xc_report_style *style,
              struct xc_sink *sink)
{
    const struct told *told = context;

    switch (told->format) {
    case FORMAT_TEXT:
        xc_report_examples_text(told->results, style, sink);
        break;
    case FORMAT_TAP:
        xc_report_examples_tap(told->results, sink);
        break;
    case FORMAT_JUNIT:
        xc_report_examples_junit(told->results, sink);
        break;
    }
}

static enum xc_exit
test(const struct xc_program *program, const struct request *request)
{
    struct xc_example_results results;
    struct xc_problems problems;
    struct xc_worker worker;
    enum xc_status status = xc_worker_init(&program->engine, &worker);
    enum xc_exit code;

    if (status != XC_OK)
        return xc_exit_of(status);
    xc_problems_init(&problems, request->arena);
    status = xc_examples_run(&program->engine, &worker, request->required,
                             request->arena, &results, &problems);
    if (status == XC_OK)
        status = xc_cli_write(request->output, write_results,
                              &(struct told){&results, request->format}, &problems);
    xc_cli_print_problems(&problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && results.n_failed > 0)
        code = XC_EXIT_FOUND;
    xc_worker_release(&worker);
    return code;
}

static enum xc_exit
run_test(int argc, char **argv)
{
    struct xc_program program;
    struct request request = {.output = "-", .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_program_init(&program);
    request.arena = &program.arena;
    if (!xc_options_read(&option_list, argc, argv, take, &request)) {
        code = request.refused;
        goto out;
    }
    if (!is_sound(&request)) {
        code = XC_EXIT_USAGE;
        goto out;
    }
    code = xc_exit_of(xc_program_settings(&program, &request.choice, &request.lexicons,
                                          &request.rules));
    if (code != XC_EXIT_OK)
        goto out;
    if (xc_option_overwrites(&xc_command_test, request.output, &request.rules, &code) ||
        xc_option_overwrites(&xc_command_test, request.output, &program.configs, &code))
        goto out;
    code =
        xc_exit_of(xc_program_load_rules(&program, &request.lexicons, &request.rules));
    if (code != XC_EXIT_OK)
        goto out;
    if (request.update) {
        code = xc_cli_update(&program, &request.sources);
        goto out;
    }
    xc_examples_prepare(&program.topics);
    code = xc_exit_of(xc_program_compile(&program));
    if (code == XC_EXIT_OK)
        code = test(&program, &request);
out:
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_test = {
    .name = "test",
    .synopsis = "test [-f FORMAT] [-o FILE] [--require-examples]\n"
                "                   [--lexicon DIR]... [[-r] RULES]...\n"
                "       xclaim test --update [--lexicon DIR]... [[-r] RULES]... --from "
                "SOURCE...",
    .purpose = "run the examples of rule files",
    .details =
        "Runs every example of the rule files (default: rules) as a report would read\n"
        "it, and tells which did not come out as the claim lists them, with what was\n"
        "read in each, or where the patterns came nearest.\n"
        "\n"
        "An example need not name what its topic is `about`, nor the event.\n"
        "\n"
        "With --update it asks about every sentence of the sources that mentions a "
        "claim\n"
        "and is no example of it yet, and adds those confirmed to the rule files, of "
        "which\n"
        "all else stays as it is. Enter takes what was found; another answer is "
        "kept, too,\n"
        "and fails until the claim is changed.\n"
        "\n"
        "  -f, --format FORMAT     text (the default), tap or junit\n"
        "  -o, --output FILE       write to FILE, whole or not at all\n"
        "      --require-examples  a claim without examples is a failure\n"
        "      --update            add examples instead of running them\n"
        "      --from SOURCE...    every argument behind it is a source to take them "
        "from\n"
        "  -r, --rules RULES       rule file or folder, as without -r\n"
        "      --lexicon DIR       add the cues and word lists of DIR; may be "
        "repeated\n"
        "      --config FILE       settings, instead of the nearest xclaim.yaml\n"
        "      --no-config         no settings\n"
        "\n"
        "Exit code: 0; 1 an example failed, or will; 2 a wrong option or rule file; 4 "
        "output "
        "or\n"
        "memory failed.\n",
    .run = run_test,
};
