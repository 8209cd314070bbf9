/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/table.h"
#include "base/vec.h"
#include "cli/inputs.h"
#include "cli/program.h"
#include "cli/progress.h"
#include "cli/writing.h"
#include "engine/check.h"
#include "io/file.h"
#include "report/findings.h"

enum {
    OPTION_RULES,
    OPTION_AGAINST,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_FAIL_ON,
    OPTION_LEXICON,
};

static const struct xc_option options[] = {
    {"rules", 'r', true},  {"against", 'a', true}, {"format", 'f', true},
    {"output", 'o', true}, {"fail-on", 0, true},   {"lexicon", 0, true},
};

static const struct xc_option_list option_list = {&xc_command_check, options,
                                                  XC_COUNT(options)};

/* --fail-on, in the order of the names. */
static const char *const fail_on_names[] = {"error", "warning", "note", "never", NULL};
static const enum xc_severity fail_on_severities[] = {
    XC_SEVERITY_ERROR, XC_SEVERITY_WARNING, XC_SEVERITY_NOTE, XC_SEVERITY_DEFAULT};

/* The command line, taken apart. */
struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_str_list record;
    struct xc_str_list articles;
    enum xc_severity fail_on; /* XC_SEVERITY_DEFAULT: never */
    enum xc_findings_format format;
    const char *output;
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
        if (!xc_option_choose(&xc_command_check, "severity", value, fail_on_names,
                              &chosen))
            return false;
        request->fail_on = fail_on_severities[chosen];
        return true;
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    default:
        return add(request, &request->articles, value);
    }
}

/* What the source taker works with. */
struct checking {
    struct xc_run run;
    struct xc_worker worker;
    struct xc_progress progress;
    struct xc_table files;  /* the articles' files, whatever the paths to them */
    struct xc_str path;     /* the last one looked at … */
    struct xc_str identity; /* … and its file */
};

/* The file of path, by whatever path, into *out; the same as before for the records of one
 * file of JSON Lines. */
static enum xc_status
identify(struct checking *checking, struct xc_str path, struct xc_str *out)
{
    struct xc_arena *arena = &checking->run.arena;
    enum xc_status status = XC_OK;

    if (!xc_str_equal(path, checking->path))
        status = xc_file_identity(path, arena, &checking->identity);
    if (status != XC_OK || !xc_arena_str(arena, path, &checking->path))
        return XC_NO_MEMORY;
    *out = checking->identity;
    return XC_OK;
}

static enum xc_status
take_article(void *context, const struct xc_source *source)
{
    struct checking *checking = context;
    struct xc_str file;
    size_t seen;

    if (identify(checking, source->path, &file) != XC_OK ||
        (file.len > 0 &&
         !xc_table_add(&checking->files, file, 0, &checking->run.arena, &seen)))
        return XC_NO_MEMORY;
    return xc_run_add(&checking->run, &checking->worker, source);
}

/* A folder of the record may well hold the article itself, which is no witness of its
 * own. */
static enum xc_status
take_record(void *context, const struct xc_source *source)
{
    struct checking *checking = context;
    struct xc_str file;

    if (identify(checking, source->path, &file) != XC_OK)
        return XC_NO_MEMORY;
    if (file.len > 0 && xc_table_get(&checking->files, file, NULL))
        return XC_OK;
    return xc_run_add(&checking->run, &checking->worker, source);
}

static void
tick(void *context)
{
    struct checking *checking = context;

    xc_progress_step(&checking->progress);
}

static enum xc_status
read_sources(struct checking *checking, const struct xc_str_list *paths,
             xc_source_taker taker)
{
    struct xc_source_inputs inputs = {
        .paths = paths,
        .article = &checking->worker.article,
        .problems = &checking->run.problems,
        .take = taker,
        .context = checking,
        .tick = tick,
    };
    enum xc_status status = xc_inputs_sources(&inputs);

    xc_run_lost(&checking->run, inputs.n_lost);
    return status;
}

static enum xc_status
read_all(struct checking *checking, const struct request *request)
{
    enum xc_status status;

    xc_progress_begin(&checking->progress);
    checking->run.checking = true;
    status = read_sources(checking, &request->articles, take_article);
    checking->run.checking = false;
    if (status == XC_OK)
        status = read_sources(checking, &request->record, take_record);
    xc_progress_end(&checking->progress);
    return status;
}

/* Findings and the format that they are told in. */
struct told {
    const struct xc_findings *findings;
    enum xc_findings_format format;
};

static void
write_findings(const void *context, const struct xc_report_style *style,
               struct xc_sink *sink)
{
    const struct told *told = context;

    xc_report_findings(told->findings, told->format, style, sink);
}

/* Whether a finding is as bad as --fail-on. */
static bool
fails(const struct xc_findings *findings, enum xc_severity fail_on)
{
    size_t i;

    for (i = 0; i < findings->n; i++) {
        if (!findings->items[i].is_suppressed && findings->items[i].severity <= fail_on)
            return true;
    }
    return false;
}

static enum xc_exit
check(const struct xc_program *program, const struct request *request)
{
    static const enum xc_severity severities[XC_N_FINDING_KINDS];
    const struct xc_run_filter all = {0};
    struct checking checking = {0};
    struct xc_findings findings = {0};
    struct xc_problems writing;
    enum xc_status status;
    enum xc_exit code;

    status = xc_worker_init(&program->engine, &checking.worker);
    if (status != XC_OK)
        return xc_exit_of(status);
    xc_run_init(&checking.run, &program->engine);
    xc_problems_init(&writing, &checking.run.arena);
    status = read_all(&checking, request);
    if (status == XC_OK)
        status = xc_run_finish(&checking.run, &all);
    if (status == XC_OK)
        status = xc_run_check(&checking.run, severities, &findings);
    xc_cli_print_problems(&checking.run.problems);
    if (status == XC_OK) {
        xc_findings_finish(&findings);
        status = xc_cli_write(request->output, write_findings,
                              &(struct told){&findings, request->format}, &writing);
    }
    xc_cli_print_problems(&writing);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && checking.run.n_lost > 0)
        code = XC_EXIT_INPUT;
    if (code == XC_EXIT_OK && fails(&findings, request->fail_on))
        code = XC_EXIT_FOUND;
    xc_run_release(&checking.run);
    xc_worker_release(&checking.worker);
    return code;
}

static enum xc_exit
run_check(int argc, char **argv)
{
    struct xc_program program;
    struct request request = {
        .output = "-", .fail_on = XC_SEVERITY_ERROR, .refused = XC_EXIT_USAGE};
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
    if (request.record.n == 0) {
        code = xc_cli_usage(&xc_command_check,
                            "no record named; name it with --against SOURCE");
        goto out;
    }
    if (xc_option_overwrites(&xc_command_check, request.output, &request.articles,
                             &code) ||
        xc_option_overwrites(&xc_command_check, request.output, &request.record,
                             &code) ||
        xc_option_overwrites(&xc_command_check, request.output, &request.rules, &code))
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
        "  -f, --format FORMAT  text (the default), json, ndjson, sarif, junit, "
        "github,\n"
        "                       gitlab, csv or markdown\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "      --lexicon DIR    add the cues and word lists of DIR to our own; may be\n"
        "                       given more than once\n"
        "\n"
        "Exit code: 0; 1 a finding reached --fail-on; 2 a wrong option or rule file, "
        "or\n"
        "no article or record named; 3 some input could not be read (the rest is\n"
        "checked); 4 output or memory failed.\n",
    .run = run_check,
};
