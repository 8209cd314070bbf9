/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "cli/gathering.h"
#include "cli/program.h"
#include "cli/writing.h"
#include "engine/decide.h"
#include "engine/run_findings.h"
#include "report/findings.h"

enum {
    OPTION_RULES,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_TOPIC,
    OPTION_CLAIM,
    OPTION_VERDICT,
    OPTION_LEXICON,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
    OPTION_DECISIONS,
    OPTION_THREADS,
};

static const struct xc_option options[] = {
    {"rules", 'r', true},   {"format", 'f', true},  {"output", 'o', true},
    {"topic", 0, true},     {"claim", 0, true},     {"verdict", 0, true},
    {"lexicon", 0, true},   {"config", 0, true},    {"no-config", 0, false},
    {"decisions", 0, true}, {"threads", 'j', true},
};

static const struct xc_option_list option_list = {&xc_command_report, options,
                                                  XC_COUNT(options)};

/* The command line, taken apart. */
struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_str_list decisions;
    struct xc_str_list sources;
    struct xc_settings_choice choice;
    struct xc_run_filter filter;
    size_t n_threads; /* 0: as many as there are cores */
    enum xc_findings_format format;
    const char *output;   /* "-": standard output */
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

    if (!xc_option_choose(&xc_command_report, "format", value,
                          xc_findings_format_names(), &format))
        return false;
    request->format = (enum xc_findings_format)format;
    return true;
}

static bool
take_verdict(struct request *request, const char *value)
{
    struct xc_run_filter *filter = &request->filter;
    enum xc_verdict verdict;

    if (!xc_verdict_parse(xc_str_of(value), &verdict)) {
        (void)xc_cli_usage(&xc_command_report,
                           "unknown verdict '%s'; use agreement, contradiction, "
                           "single-source, unsettled or silent",
                           value);
        return false;
    }
    if (filter->n_verdicts < XC_N_VERDICTS)
        filter->verdicts[filter->n_verdicts++] = verdict;
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
        return take_format(request, value);
    case OPTION_OUTPUT:
        request->output = value;
        return true;
    case OPTION_TOPIC:
        request->filter.topic = xc_str_of(value);
        return true;
    case OPTION_CLAIM:
        request->filter.claim = xc_str_of(value);
        return true;
    case OPTION_VERDICT:
        return take_verdict(request, value);
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    case OPTION_DECISIONS:
        return add(request, &request->decisions, value);
    case OPTION_THREADS:
        return xc_workers_option(&xc_command_report, value, &request->n_threads);
    default:
        return add(request, &request->sources, value);
    }
}

/* --topic and --claim must name something, or a typing error would look like peace. */
static bool
filter_names_something(const struct xc_run_filter *filter,
                       const struct xc_topic_vec *topics)
{
    bool found = false;
    size_t t;
    size_t c;

    for (t = 0; t < topics->n; t++) {
        const struct xc_topic *topic = &topics->items[t];

        if (filter->topic.len > 0 && !xc_str_equal(filter->topic, topic->id))
            continue;
        for (c = 0; c < topic->n_claims; c++)
            found |= filter->claim.len == 0 ||
                     xc_str_equal(filter->claim, topic->claims[c].id);
    }
    if (!found && filter->claim.len > 0)
        (void)xc_cli_usage(&xc_command_report, "no claim '%.*s' in these rules",
                           (int)filter->claim.len, filter->claim.ptr);
    else if (!found)
        (void)xc_cli_usage(&xc_command_report, "no topic '%.*s' in these rules",
                           (int)filter->topic.len, filter->topic.ptr);
    return found;
}

/* A run and the format that it is told in. */
struct told {
    const struct xc_run *run;
    struct xc_findings findings; /* in the formats that list places */
    enum xc_findings_format format;
};

static void
write_report(const void *context, const struct xc_report_style *style,
             struct xc_sink *sink)
{
    const struct told *told = context;

    switch (told->format) {
    case XC_FINDINGS_TEXT:
        xc_report_text(told->run, style, sink);
        break;
    case XC_FINDINGS_JSON:
        xc_report_json(told->run, sink);
        break;
    case XC_FINDINGS_NDJSON:
        xc_report_ndjson(told->run, sink);
        break;
    case XC_FINDINGS_MARKDOWN:
        xc_report_markdown(told->run, sink);
        break;
    case XC_FINDINGS_SARIF:
    case XC_FINDINGS_JUNIT:
    case XC_FINDINGS_GITHUB:
    case XC_FINDINGS_GITLAB:
    case XC_FINDINGS_CSV:
        xc_report_findings(&told->findings, told->format, style, sink);
        break;
    }
}

static bool
lists_places(enum xc_findings_format format)
{
    switch (format) {
    case XC_FINDINGS_TEXT:
    case XC_FINDINGS_JSON:
    case XC_FINDINGS_NDJSON:
    case XC_FINDINGS_MARKDOWN:
        return false;
    case XC_FINDINGS_SARIF:
    case XC_FINDINGS_JUNIT:
    case XC_FINDINGS_GITHUB:
    case XC_FINDINGS_GITLAB:
    case XC_FINDINGS_CSV:
        break;
    }
    return true;
}

static enum xc_status
write_run(struct xc_run *run, const struct request *request,
          struct xc_problems *problems)
{
    struct told told = {.run = run, .format = request->format};
    enum xc_status status = XC_OK;

    if (lists_places(told.format))
        status = xc_run_findings(run, &told.findings);
    if (status != XC_OK)
        return status;
    return xc_cli_write(request->output, write_report, &told, problems);
}

/* When memory ran out among the articles: tells that those read before are reported. */
static enum xc_status
go_on(struct xc_run *run)
{
    const struct xc_place place = {.path = XC_STR("")};

    return xc_problems_add(&run->problems, XC_PROBLEM_UNREADABLE, &place,
                           "read fewer articles at once, or allow more memory",
                           "memory ran out; the report ends with the %zu articles read "
                           "until then",
                           run->summary.sources)
               ? XC_OK
               : XC_NO_MEMORY;
}

static enum xc_exit
report(const struct xc_program *program, const struct request *request)
{
    struct xc_gathering gathering;
    struct xc_problems writing;
    struct xc_run run;
    enum xc_status status;
    enum xc_exit code;
    bool ran_short;

    xc_run_init(&run, &program->engine);
    run.decisions = &program->decisions;
    xc_problems_init(&writing, &run.arena);
    status = xc_gathering_init(&run, request->n_threads, request->arena, &gathering);
    if (status != XC_OK) {
        xc_run_release(&run);
        return xc_exit_of(status);
    }
    /* A file named by -o stays as it was, for what was read so far is no whole report. */
    if (strcmp(request->output, "-") == 0)
        gathering.mention_bytes =
            XC_RESERVED_MENTION_BYTES +
            (lists_places(request->format) ? XC_RESERVED_PLACE_BYTES : 0);
    status = xc_gather(&gathering, &request->sources, NULL);
    xc_gathering_rest(&gathering);
    ran_short = status == XC_NO_MEMORY && gathering.mention_bytes > 0;
    if (ran_short)
        status = go_on(&run);
    if (status == XC_OK)
        status = xc_run_finish(&run, &request->filter);
    if (status == XC_OK)
        status = xc_decide_tell_unused(&run);
    xc_cli_print_problems(&run.problems);
    if (status == XC_OK)
        status = write_run(&run, request, &writing);
    xc_cli_print_problems(&writing);
    code = xc_exit_of(ran_short ? XC_NO_MEMORY : status);
    if (code == XC_EXIT_OK && run.n_lost > 0)
        code = XC_EXIT_INPUT;
    xc_run_release(&run);
    xc_gathering_release(&gathering);
    return code;
}

static enum xc_exit
run_report(int argc, char **argv)
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
    if (request.sources.n == 0) {
        code = xc_cli_usage(&xc_command_report, "no article named");
        goto out;
    }
    code = xc_exit_of(xc_program_settings(&program, &request.choice, &request.lexicons,
                                          &request.rules));
    if (code == XC_EXIT_OK)
        code = xc_exit_of(
            xc_program_fill(&program, &program.settings.decisions, &request.decisions));
    if (code != XC_EXIT_OK)
        goto out;
    if (xc_option_overwrites(&xc_command_report, request.output, &request.sources,
                             &code) ||
        xc_option_overwrites(&xc_command_report, request.output, &program.configs,
                             &code) ||
        xc_option_overwrites(&xc_command_report, request.output, &request.rules,
                             &code) ||
        xc_option_overwrites(&xc_command_report, request.output, &request.decisions,
                             &code))
        goto out;
    code = xc_exit_of(xc_program_load(&program, &request.lexicons, &request.rules));
    if (code == XC_EXIT_OK)
        code = xc_exit_of(xc_program_load_decisions(&program, &request.decisions));
    if (code != XC_EXIT_OK)
        goto out;
    code = filter_names_something(&request.filter, &program.topics)
               ? report(&program, &request)
               : XC_EXIT_USAGE;
out:
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_report = {
    .name = "report",
    .synopsis =
        "report [-r RULES]... [--lexicon DIR]... [--decisions FILE]... [-f FORMAT]\n"
        "                     [-o FILE] [-j N] [--topic T] [--claim C] [--verdict "
        "V]...\n"
        "                     SOURCE...",
    .purpose = "find claims in articles and report agreement and contradiction",
    .details =
        "Reads rule files and articles, finds where each article speaks of each "
        "claim,\n"
        "decides what it says of it, and reports every claim as agreement,\n"
        "contradiction, single-source, unsettled or silent, with the evidence.\n"
        "\n"
        "SOURCE is a file (.txt, .md, .html, .xml, .jsonl; .gz or .zst may follow) or\n"
        "a folder; - is standard input, JSON Lines, packed or not.\n"
        "\n"
        "  -r, --rules RULES    rule file or folder of .yaml files (default: rules);\n"
        "                       may be given more than once\n"
        "  -f, --format FORMAT  text (the default), json, ndjson or markdown list\n"
        "                       claims; sarif, junit, github, gitlab and csv the "
        "places\n"
        "                       that the verdicts rest on\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "      --lexicon DIR    add the cues and word lists of DIR to our own; may be\n"
        "                       given more than once\n"
        "      --decisions FILE editors' decisions on mentions; may be given more than "
        "once\n"
        "  -j, --threads N      read articles on N threads (default: one for each "
        "core);\n"
        "                       what comes out is the same for every N\n"
        "      --topic TOPIC    list only this topic\n"
        "      --claim CLAIM    list only the claims with this id\n"
        "      --verdict V      list only claims with this verdict; may be given more\n"
        "                       than once\n"
        "      --config FILE    settings, instead of the nearest xclaim.yaml\n"
        "      --no-config      no settings\n"
        "\n"
        "Exit code: 0; 2 a wrong option or rule file, or no article named; 3 some "
        "input\n"
        "could not be read (the rest is reported); 4 output or memory failed.\n",
    .run = run_report,
};
