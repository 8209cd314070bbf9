/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdlib.h>

#include "base/vec.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/writing.h"
#include "engine/corpus_run.h"
#include "io/scratch.h"
#include "report/origins.h"

enum { OPTION_FORMAT, OPTION_OUTPUT };

static const struct xc_option options[] = {{"format", 'f', true},
                                           {"output", 'o', true}};

static const struct xc_option_list option_list = {&xc_command_origins, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list sources;
    bool json;
    const char *output;   /* "-": standard output */
    enum xc_exit refused; /* when the arguments could not be taken */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    if (option == OPTION_FORMAT) {
        static const char *const names[] = {"text", "json", NULL};
        size_t format;

        if (!xc_option_choose(&xc_command_origins, "format", value, names, &format))
            return false;
        request->json = format == 1;
        return true;
    }
    if (option == OPTION_OUTPUT) {
        request->output = value;
        return true;
    }
    return xc_str_list_add(&request->sources, value, request->arena, &request->refused);
}

static int
compare_paths(const void *left, const void *right)
{
    const struct xc_str *a = left;
    const struct xc_str *b = right;

    return xc_str_compare(*a, *b);
}

/* What taking an article needs. */
struct reading {
    struct xc_corpus_run run;
    struct xc_arena article;
    struct xc_progress progress;
};

static enum xc_status
take_source(void *context, const struct xc_source *source)
{
    struct reading *reading = context;

    return xc_corpus_run_add(&reading->run, &reading->article, source);
}

static void
tick(void *context)
{
    struct reading *reading = context;

    xc_progress_step(&reading->progress);
}

static enum xc_status
read_all(struct reading *reading, const struct request *request)
{
    struct xc_source_inputs inputs = {
        .paths = &request->sources,
        .article = &reading->article,
        .problems = &reading->run.problems,
        .take = take_source,
        .context = reading,
        .tick = tick,
    };
    enum xc_status status;

    xc_progress_begin(&reading->progress);
    status = xc_inputs_sources(&inputs);
    xc_corpus_run_lost(&reading->run, inputs.n_lost);
    if (status == XC_OK)
        status = xc_corpus_run_finish(&reading->run);
    xc_progress_end(&reading->progress);
    return status;
}

/* A run and the format that it is told in. */
struct told {
    const struct xc_corpus_run *run;
    bool json;
};

static void
write_groups(const void *context, const struct xc_report_style *style,
             struct xc_sink *sink)
{
    const struct told *told = context;

    if (told->json)
        xc_report_origins_json(told->run, sink);
    else
        xc_report_origins_text(told->run, style, sink);
}

static enum xc_exit
find_origins(const struct request *request)
{
    struct xc_origin_rules rules;
    struct xc_lexicon lexicon;
    struct xc_problems problems;
    struct xc_scratch_files *scratch = NULL;
    struct reading reading = {.progress = {0}};
    enum xc_status status;
    enum xc_exit code;

    xc_problems_init(&problems, request->arena);
    status = xc_lexicon_load(request->arena, &lexicon, &problems);
    if (status == XC_OK)
        status = xc_origin_rules_load(request->arena, &rules);
    if (status == XC_OK)
        status = xc_scratch_open(XC_CORPUS_STREAMS, &scratch, &problems);
    if (status != XC_OK) {
        xc_cli_print_problems(&problems);
        return xc_exit_of(status);
    }
    xc_arena_init(&reading.article);
    xc_corpus_run_init(&reading.run, &lexicon, &rules, xc_scratch_of(scratch));
    status = read_all(&reading, request);
    xc_cli_print_problems(&reading.run.problems);
    if (status == XC_OK)
        status = xc_cli_write(request->output, write_groups,
                              &(struct told){&reading.run, request->json}, &problems);
    xc_cli_print_problems(&problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && reading.run.n_lost > 0)
        code = XC_EXIT_INPUT;
    xc_corpus_run_release(&reading.run);
    xc_arena_release(&reading.article);
    xc_scratch_close(scratch);
    return code;
}

static enum xc_exit
run_origins(int argc, char **argv)
{
    struct xc_arena arena;
    struct request request = {.arena = &arena, .output = "-", .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_arena_init(&arena);
    if (!xc_options_read(&option_list, argc, argv, take, &request)) {
        code = request.refused;
    } else if (request.sources.n == 0) {
        code = xc_cli_usage(&xc_command_origins, "no article named");
    } else if (!xc_option_overwrites(&xc_command_origins, request.output,
                                     &request.sources, &code)) {
        /* The order in which they were named leaves no trace. */
        qsort(request.sources.items, request.sources.n, sizeof *request.sources.items,
              compare_paths);
        code = find_origins(&request);
    }
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_origins = {
    .name = "origins",
    .synopsis = "origins [-f FORMAT] [-o FILE] SOURCE...",
    .purpose = "group articles that share text, without any rule",
    .details =
        "Shows which articles share which sentences: copied, reprinted in part, or "
        "with\n"
        "the same quotation in them, and for every two that were put together the "
        "reason\n"
        "and the words.  Blocks that an outlet prints again and again join nothing.\n"
        "\n"
        "  -f, --format FORMAT  text (the default) or json\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "\n"
        "Exit code: 0; 2 a wrong option, or no article named; 3 some input could not "
        "be\n"
        "read (the rest is grouped); 4 output, scratch space or memory failed.\n",
    .run = run_origins,
};
