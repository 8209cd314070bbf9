/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/vec.h"
#include "cli/program.h"
#include "report/coverage.h"

enum {
    OPTION_RULES,
    OPTION_LEXICON,
    OPTION_FORMAT,
    OPTION_TOP,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
};

static const struct xc_option options[] = {
    {"rules", 'r', true}, {"lexicon", 0, true}, {"format", 'f', true},
    {"top", 0, true},     {"config", 0, true},  {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_coverage, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_str_list sources;
    struct xc_settings_choice choice;
    size_t top; /* sentences listed */
    bool json;
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
    static const char *const names[] = {"text", "json", NULL};
    size_t format;

    if (!xc_option_choose(&xc_command_coverage, "format", value, names, &format))
        return false;
    request->json = format == 1;
    return true;
}

static bool
take_top(struct request *request, const char *value)
{
    char *end;
    unsigned long number = strtoul(value, &end, 10);

    if (value[0] < '0' || value[0] > '9' || *end != '\0' || number > XC_MAX_WORTHY) {
        (void)xc_cli_usage(&xc_command_coverage,
                           "--top takes a number from 0 to %zu, not '%s'",
                           XC_MAX_WORTHY, value);
        return false;
    }
    request->top = number;
    return true;
}

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    switch (option) {
    case OPTION_RULES:
        return add(request, &request->rules, value);
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    case OPTION_FORMAT:
        return take_format(request, value);
    case OPTION_TOP:
        return take_top(request, value);
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    default:
        return add(request, &request->sources, value);
    }
}

struct covering {
    struct xc_coverage coverage;
    struct xc_worker worker;
};

static enum xc_status
take_source(void *context, const struct xc_source *source)
{
    struct covering *covering = context;

    return xc_coverage_add(&covering->coverage, &covering->worker, source);
}

static enum xc_exit
cover(const struct xc_program *program, const struct request *request)
{
    struct xc_report_style style = {xc_cli_wants_colour(STDOUT_FILENO),
                                    xc_cli_width(STDOUT_FILENO)};
    struct xc_sink sink = xc_cli_stdout();
    struct xc_problems problems;
    struct covering covering;
    struct xc_source_inputs inputs = {
        .paths = &request->sources,
        .article = &covering.worker.article,
        .problems = &problems,
        .take = take_source,
        .context = &covering,
    };
    enum xc_status status = xc_worker_init(&program->engine, &covering.worker);
    enum xc_exit code;

    if (status != XC_OK)
        return xc_exit_of(status);
    xc_problems_init(&problems, request->arena);
    status = xc_coverage_init(&covering.coverage, &program->engine, request->top,
                              request->arena, &problems);
    if (status == XC_OK)
        status = xc_inputs_sources(&inputs);
    xc_cli_print_problems(&problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK) {
        xc_coverage_finish(&covering.coverage);
        if (request->json)
            xc_report_coverage_json(&covering.coverage, &sink);
        else
            xc_report_coverage_text(&covering.coverage, &style, &sink);
        code = inputs.n_lost > 0 ? XC_EXIT_INPUT : XC_EXIT_OK;
    }
    if (!xc_cli_flush())
        code = XC_EXIT_SYSTEM;
    xc_worker_release(&covering.worker);
    return code;
}

static enum xc_exit
run_coverage(int argc, char **argv)
{
    struct xc_program program;
    struct request request = {.top = 20, .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_program_init(&program);
    request.arena = &program.arena;
    if (!xc_options_read(&option_list, argc, argv, take, &request)) {
        code = request.refused;
    } else if (request.sources.n == 0) {
        code = xc_cli_usage(&xc_command_coverage, "no article named");
    } else {
        code = xc_exit_of(xc_program_settings(&program, &request.choice,
                                              &request.lexicons, &request.rules));
        if (code == XC_EXIT_OK)
            code = xc_exit_of(
                xc_program_load(&program, &request.lexicons, &request.rules));
        if (code == XC_EXIT_OK)
            code = cover(&program, &request);
    }
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_coverage = {
    .name = "coverage",
    .synopsis = "coverage [-r RULES]... [--lexicon DIR]... [-f FORMAT] [--top N]\n"
                "                       SOURCE...",
    .purpose = "show what rules and articles leave uncovered",
    .details =
        "Lists the claims that no article speaks of, the articles that no claim "
        "touches,\n"
        "and the sentences most worth a claim: those with numbers, superlatives, "
        "denials\n"
        "and speakers, that no claim matches, each with its score and the command "
        "that\n"
        "drafts its claim.\n"
        "\n"
        "  -r, --rules RULES    rule file or folder (default: rules); may be repeated\n"
        "      --lexicon DIR    add the cues and word lists of DIR; may be repeated\n"
        "  -f, --format FORMAT  text (the default) or json\n"
        "      --top N          how many sentences (default: 20)\n"
        "      --config FILE    settings, instead of the nearest xclaim.yaml\n"
        "      --no-config      no settings\n",
    .run = run_coverage,
};
