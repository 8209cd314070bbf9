/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/limits.h"
#include "base/vec.h"
#include "cli/program.h"
#include "cli/record.h"
#include "cli/writing.h"
#include "engine/check.h"
#include "io/file.h"
#include "report/baseline.h"
#include "report/findings.h"
#include "verdict/baseline.h"

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
};

static const struct xc_option options[] = {
    {"rules", 'r', true},  {"against", 'a', true},  {"format", 'f', true},
    {"output", 'o', true}, {"fail-on", 0, true},    {"lexicon", 0, true},
    {"since", 0, true},    {"baseline", 0, true},   {"write-baseline", 0, true},
    {"config", 0, true},   {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_check, options,
                                                  XC_COUNT(options)};

/* The command line, taken apart. */
struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_str_list record;
    struct xc_str_list articles;
    struct xc_settings_choice choice;
    enum xc_fail_on fail_on;
    enum xc_findings_format format;
    const char *output;
    const char *since;          /* NULL: all articles */
    struct xc_str baseline;     /* to read; "": none */
    const char *write_baseline; /* NULL: no */
    enum xc_exit refused;
};

static bool
add(struct request *request, struct xc_str_list *list, const char *value)
{
    return xc_str_list_add(list, value, request->arena, &request->refused);
}

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;
    size_t chosen;

    switch (option) {
    case OPTION_RULES:
        return add(request, &request->rules, value);
    case OPTION_AGAINST:
        return add(request, &request->record, value);
    case OPTION_FORMAT:
        if (!xc_option_choose(&xc_command_check, "format", value,
                              xc_findings_format_names(), &chosen))
            return false;
        request->format = (enum xc_findings_format)chosen;
        return true;
    case OPTION_OUTPUT:
        request->output = value;
        return true;
    case OPTION_FAIL_ON:
        if (!xc_option_choose(&xc_command_check, "severity", value, xc_words_of_fail_on,
                              &chosen))
            return false;
        request->fail_on = (enum xc_fail_on)(XC_FAIL_ON_ERROR + chosen);
        return true;
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    case OPTION_SINCE:
        request->since = value;
        return true;
    case OPTION_BASELINE:
        request->baseline = xc_str_of(value);
        return true;
    case OPTION_WRITE_BASELINE:
        request->write_baseline = value;
        return true;
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    default:
        return add(request, &request->articles, value);
    }
}

/* A check under way. */
struct checking {
    const struct xc_program *program;
    const struct request *request;
    struct xc_run run;
    struct xc_worker worker;
    struct xc_changes changes; /* with --since */
    struct xc_baseline baseline;
    struct xc_findings findings;
};

static void
write_findings(const void *context, const struct xc_report_style *style,
               struct xc_sink *sink)
{
    const struct checking *checking = context;

    xc_report_findings(&checking->findings, checking->request->format, style, sink);
}

static void
write_baseline(const void *context, const struct xc_report_style *style,
               struct xc_sink *sink)
{
    const struct checking *checking = context;

    (void)style;
    xc_report_baseline(&checking->findings, sink);
}

/* Reads what the articles are held against beside the record: the change, the baseline. */
static enum xc_status
prepare(struct checking *checking, struct xc_problems *problems)
{
    const struct request *request = checking->request;
    struct xc_arena *arena = &checking->run.arena;
    enum xc_status status = XC_OK;
    struct xc_str text;

    if (request->since != NULL)
        status = xc_git_changes(xc_str_of(request->since), NULL, arena,
                                &checking->changes, problems);
    if (status != XC_OK || request->baseline.len == 0)
        return status;
    status = xc_file_read(request->baseline, XC_MAX_BASELINE_BYTES, XC_PROBLEM_OPTION,
                          arena, &text, problems);
    if (status == XC_OK)
        status = xc_baseline_read(text, request->baseline, arena, &checking->baseline,
                                  problems);
    return status == XC_BAD_INPUT ? XC_BAD_OPTION : status;
}

static size_t
count_lines(struct xc_str text)
{
    size_t n = 0;
    size_t i;

    for (i = 0; i < text.len; i++)
        n += text.ptr[i] == '\n';
    return n;
}

/* What stands in lines that nobody touched was there before: it is a note at most. */
static void
mark_untouched(struct checking *checking)
{
    size_t i;

    for (i = 0; i < checking->findings.n; i++) {
        struct xc_finding *finding = &checking->findings.items[i];
        size_t before = count_lines(finding->before);
        size_t after = count_lines(finding->quote) + count_lines(finding->after);

        if (finding->source.len == 0 ||
            xc_changes_touch(&checking->changes, finding->path, finding->line - before,
                             finding->line + after))
            continue;
        finding->is_untouched = true;
        finding->severity = XC_SEVERITY_NOTE;
    }
}

static enum xc_status
find(struct checking *checking)
{
    const struct request *request = checking->request;
    const struct xc_run_filter all = {0};
    const struct xc_record_inputs inputs = {
        .articles = &request->articles,
        .record = &request->record,
        .changes = request->since == NULL ? NULL : &checking->changes,
    };
    enum xc_status status = xc_record_read(&inputs, &checking->run, &checking->worker);

    if (status == XC_OK)
        status = xc_run_finish(&checking->run, &all);
    if (status == XC_OK)
        status = xc_run_check(&checking->run, checking->program->settings.severities,
                              &checking->findings);
    if (status == XC_OK && request->since != NULL)
        mark_untouched(checking);
    return status;
}

/* Whether a finding is as bad as that. */
static bool
fails(const struct xc_findings *findings, enum xc_fail_on fail_on)
{
    const struct xc_finding_summary *summary = &findings->summary;

    switch (fail_on) {
    case XC_FAIL_ON_NEVER:
        return false;
    case XC_FAIL_ON_NOTE:
        return summary->errors + summary->warnings + summary->notes > 0;
    case XC_FAIL_ON_WARNING:
        return summary->errors + summary->warnings > 0;
    case XC_FAIL_ON_DEFAULT:
    case XC_FAIL_ON_ERROR:
        return summary->errors > 0;
    }
    return false;
}

/* Tells what was found, or writes it down as known. */
static enum xc_status
tell(struct checking *checking, struct xc_problems *problems)
{
    const struct request *request = checking->request;

    if (request->write_baseline != NULL)
        return xc_cli_write(request->write_baseline, write_baseline, checking,
                            problems);
    if (request->baseline.len > 0)
        (void)xc_baseline_apply(&checking->findings, &checking->baseline);
    xc_findings_finish(&checking->findings);
    return xc_cli_write(request->output, write_findings, checking, problems);
}

static enum xc_exit
check(const struct xc_program *program, const struct request *request)
{
    struct checking checking = {.program = program, .request = request};
    struct xc_problems others; /* of options and of writing, beside the articles' own */
    enum xc_status status = xc_worker_init(&program->engine, &checking.worker);
    enum xc_exit code;

    if (status != XC_OK)
        return xc_exit_of(status);
    xc_run_init(&checking.run, &program->engine);
    xc_problems_init(&others, &checking.run.arena);
    status = prepare(&checking, &others);
    if (status == XC_OK)
        status = find(&checking);
    xc_cli_print_problems(&checking.run.problems);
    if (status == XC_OK)
        status = tell(&checking, &others);
    xc_cli_print_problems(&others);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && checking.run.n_lost > 0)
        code = XC_EXIT_INPUT;
    if (code == XC_EXIT_OK && request->write_baseline == NULL &&
        fails(&checking.findings, request->fail_on))
        code = XC_EXIT_FOUND;
    xc_run_release(&checking.run);
    xc_worker_release(&checking.worker);
    return code;
}

/* Fills what the command line leaves open from the settings. */
static enum xc_exit
take_settings(struct xc_program *program, struct request *request)
{
    struct xc_settings *settings = &program->settings;
    enum xc_exit code = xc_exit_of(xc_program_settings(
        program, &request->choice, &request->lexicons, &request->rules));

    if (code == XC_EXIT_OK)
        code =
            xc_exit_of(xc_settings_fill(settings, &settings->record, &request->record));
    if (code != XC_EXIT_OK) {
        xc_cli_print_problems(&program->problems);
        return code;
    }
    if (request->fail_on == XC_FAIL_ON_DEFAULT)
        request->fail_on = settings->fail_on;
    if (request->baseline.len == 0 && request->write_baseline == NULL)
        request->baseline = settings->baseline.path;
    if (request->record.n == 0)
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
    const char *outputs[] = {request->output, request->write_baseline};
    const struct xc_str_list *inputs[] = {&request->articles, &request->record,
                                          &request->rules, &program->configs};
    size_t i;
    size_t k;

    for (i = 0; i < XC_COUNT(outputs); i++) {
        for (k = 0; k < XC_COUNT(inputs) && outputs[i] != NULL; k++) {
            if (xc_option_overwrites(&xc_command_check, outputs[i], inputs[k], code))
                return true;
        }
    }
    return false;
}

static enum xc_exit
run_check(int argc, char **argv)
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
    if (request.articles.n == 0) {
        code = xc_cli_usage(&xc_command_check, "no article named");
        goto out;
    }
    code = take_settings(&program, &request);
    if (code != XC_EXIT_OK || overwrites(&program, &request, &code))
        goto out;
    code = xc_exit_of(xc_program_load(&program, &request.lexicons, &request.rules));
    if (code == XC_EXIT_OK)
        code = check(&program, &request);
out:
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_check = {
    .name = "check",
    .synopsis =
        "check [-r RULES]... --against SOURCE... [--fail-on SEVERITY]\n"
        "                    [--since REF] [--baseline FILE | --write-baseline FILE]\n"
        "                    [--lexicon DIR]... [-f FORMAT] [-o FILE] ARTICLE...",
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
        "  -f, --format FORMAT  text (the default), json, ndjson, sarif, junit, "
        "github,\n"
        "                       gitlab, csv or markdown\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "      --lexicon DIR    add the cues and word lists of DIR to our own; may be\n"
        "                       given more than once\n"
        "      --config FILE    settings, instead of the nearest xclaim.yaml\n"
        "      --no-config      no settings\n"
        "\n"
        "Exit code: 0; 1 a finding reached --fail-on; 2 a wrong option or rule file, "
        "or\n"
        "no article or record named; 3 some input could not be read (the rest is\n"
        "checked); 4 output or memory failed.\n",
    .run = run_check,
};
