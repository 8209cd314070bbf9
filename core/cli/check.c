/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"
#include "cli/checking.h"
#include "cli/workers.h"
#include "io/clock.h"

enum {
    OPTION_RULES,
    OPTION_AGAINST,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_FAIL_ON,
    OPTION_LEXICON,
    OPTION_SINCE,
    OPTION_BASELINE,
    OPTION_WRITE_BASELINE,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
    OPTION_DECISIONS,
    OPTION_TODAY,
    OPTION_THREADS,
};

static const struct xc_option options[] = {
    {"rules", 'r', true},  {"against", 'a', true},  {"format", 'f', true},
    {"output", 'o', true}, {"fail-on", 0, true},    {"lexicon", 0, true},
    {"since", 0, true},    {"baseline", 0, true},   {"write-baseline", 0, true},
    {"config", 0, true},   {"no-config", 0, false}, {"decisions", 0, true},
    {"today", 0, true},    {"threads", 'j', true},
};

static const struct xc_option_list option_list = {&xc_command_check, options,
                                                  XC_COUNT(options)};

/* The command line, taken apart. */
struct request {
    struct xc_check_request check;
    enum xc_exit refused;
};

static bool
add(struct request *request, struct xc_str_list *list, const char *value)
{
    return xc_str_list_add(list, value, request->check.arena, &request->refused);
}

static bool
take_today(struct request *request, const char *value)
{
    struct xc_date *today = &request->check.today;

    if (xc_date_parse_iso(xc_str_of(value), today) && today->day > 0)
        return true;
    (void)xc_cli_usage(&xc_command_check,
                       "--today takes a date such as 2031-05-06, "
                       "not '%s'",
                       value);
    return false;
}

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;
    size_t chosen;

    switch (option) {
    case OPTION_RULES:
        return add(request, &request->check.rules, value);
    case OPTION_AGAINST:
        return add(request, &request->check.record, value);
    case OPTION_FORMAT:
        if (!xc_option_choose(&xc_command_check, "format", value,
                              xc_findings_format_names(), &chosen))
            return false;
        request->check.format = (enum xc_findings_format)chosen;
        return true;
    case OPTION_OUTPUT:
        request->check.output = value;
        return true;
    case OPTION_FAIL_ON:
        if (!xc_option_choose(&xc_command_check, "severity", value, xc_words_of_fail_on,
                              &chosen))
            return false;
        request->check.fail_on = (enum xc_fail_on)(XC_FAIL_ON_ERROR + chosen);
        return true;
    case OPTION_LEXICON:
        return add(request, &request->check.lexicons, value);
    case OPTION_SINCE:
        request->check.since = value;
        return true;
    case OPTION_BASELINE:
        request->check.baseline = xc_str_of(value);
        return true;
    case OPTION_WRITE_BASELINE:
        request->check.write_baseline = value;
        return true;
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->check.choice, value);
        return true;
    case OPTION_DECISIONS:
        return add(request, &request->check.decisions, value);
    case OPTION_TODAY:
        return take_today(request, value);
    case OPTION_THREADS:
        return xc_workers_option(&xc_command_check, value, &request->check.n_threads);
    default:
        return add(request, &request->check.articles, value);
    }
}

/* Fills what the command line leaves open from the settings. */
static enum xc_exit
take_settings(struct xc_program *program, struct request *request)
{
    struct xc_settings *settings = &program->settings;
    enum xc_exit code = xc_exit_of(xc_program_settings(program, &request->check.choice,
                                                       &request->check.lexicons,
                                                       &request->check.rules));

    if (code != XC_EXIT_OK)
        return code;
    if (settings->path.len > 0)
        code = xc_exit_of(
            xc_settings_fill(settings, &settings->record, &request->check.record));
    if (code != XC_EXIT_OK) {
        xc_cli_print_problems(&program->problems);
        return code;
    }
    if (request->check.fail_on == XC_FAIL_ON_DEFAULT)
        request->check.fail_on = settings->fail_on;
    if (request->check.baseline.len == 0 && request->check.write_baseline == NULL)
        request->check.baseline = settings->baseline.path;
    if (request->check.record.n == 0)
        return xc_cli_usage(&xc_command_check,
                            "no record named; name it with --against SOURCE, or as "
                            "`record` in xclaim.yaml");
    return XC_EXIT_OK;
}

/* Whether what is written would overwrite what is read; prints so. */
static bool
overwrites(const struct xc_program *program, const struct request *request,
           enum xc_exit *code)
{
    const char *outputs[] = {request->check.output, request->check.write_baseline};
    struct xc_str baseline = request->check.baseline;
    const struct xc_str_list known = {&baseline, baseline.len > 0, 1};
    const struct xc_str_list *inputs[] = {&request->check.articles,
                                          &request->check.record, &request->check.rules,
                                          &request->check.decisions, &program->configs};
    size_t i;
    size_t k;

    for (i = 0; i < XC_COUNT(outputs); i++) {
        for (k = 0; k < XC_COUNT(inputs) && outputs[i] != NULL; k++) {
            if (xc_option_overwrites(&xc_command_check, outputs[i], inputs[k], code))
                return true;
        }
    }
    /* A new baseline may take the place of the one that is read. */
    return xc_option_overwrites(&xc_command_check, request->check.output, &known, code);
}

static enum xc_exit
run_check(int argc, char **argv)
{
    struct xc_program program;
    struct request request = {.check = {.output = "-", .today = xc_clock_today()},
                              .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_program_init(&program);
    request.check.arena = &program.arena;
    if (!xc_options_read(&option_list, argc, argv, take, &request)) {
        code = request.refused;
        goto out;
    }
    if (request.check.articles.n == 0) {
        code = xc_cli_usage(&xc_command_check, "no article named");
        goto out;
    }
    code = take_settings(&program, &request);
    if (code != XC_EXIT_OK || overwrites(&program, &request, &code))
        goto out;
    code = xc_exit_of(
        xc_program_load(&program, &request.check.lexicons, &request.check.rules));
    if (code == XC_EXIT_OK)
        code =
            xc_exit_of(xc_program_load_decisions(&program, &request.check.decisions));
    if (code == XC_EXIT_OK)
        code = xc_cli_check(&program, &request.check);
out:
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_check = {
    .name = "check",
    .synopsis =
        "check [-r RULES]... [-a SOURCE]... [--fail-on SEVERITY] [--since REF]\n"
        "                    [--baseline FILE | --write-baseline FILE] [--decisions "
        "FILE]...\n"
        "                    [--today DATE] [--lexicon DIR]... [-j N] [-f FORMAT]\n"
        "                    [-o FILE] ARTICLE...",
    .purpose = "compare new articles with the record",
    .details =
        "Compares each ARTICLE with the record, the sources that --against names, and\n"
        "tells what an editor should look at, on the sentence:\n"
        "\n"
        "  contradicts-record   error    the record says the opposite, or another "
        "value\n"
        "  contradicts-itself   error    the article says both\n"
        "  uncorroborated       warning  no other source says so\n"
        "  single-origin        warning  others say so, all of one origin with it\n"
        "  corroborates         note     independent origins say so, too\n"
        "  changes-record       note     the verdict on the claim would be another\n"
        "  hidden-text          note     characters that a reader does not see\n"
        "\n"
        "An ARTICLE that the record holds, too, is no witness of its own; articles "
        "that\n"
        "are checked together are compared with one another.  A claim's own severity\n"
        "is how bad its findings can be at worst.\n"
        "\n"
        "  -r, --rules RULES    rule file or folder of .yaml files (default: rules);\n"
        "                       may be given more than once\n"
        "  -a, --against SOURCE a file or folder of the record; may be given more "
        "than\n"
        "                       once\n"
        "      --fail-on SEV    end with 1 when a finding is as bad as error (the\n"
        "                       default), warning or note; or never\n"
        "      --since REF      look only at articles that differ from the merge base\n"
        "                       with this commit of git; what stands in lines that do\n"
        "                       not is a note at most\n"
        "      --baseline FILE  leave out findings that FILE lists\n"
        "      --write-baseline FILE\n"
        "                       list all findings in FILE instead, and end with 0\n"
        "      --decisions FILE editors' decisions on mentions; may be given more "
        "than\n"
        "                       once\n"
        "      --today DATE     the day on which suppressions hold or are over\n"
        "  -f, --format FORMAT  text (the default), json, ndjson, sarif, junit, "
        "github,\n"
        "                       gitlab, csv or markdown\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "      --lexicon DIR    add the cues and word lists of DIR to our own; may be\n"
        "                       given more than once\n"
        "  -j, --threads N      read articles on N threads (default: one for each\n"
        "                       core); what comes out is the same for every N\n"
        "      --config FILE    settings, instead of the nearest xclaim.yaml\n"
        "      --no-config      no settings\n"
        "\n"
        "Exit code: 0; 1 a finding reached --fail-on; 2 a wrong option or rule file, "
        "or\n"
        "no article or record named; 3 some input could not be read (the rest is\n"
        "checked); 4 output or memory failed.\n",
    .run = run_check,
};
