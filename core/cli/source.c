/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "base/vec.h"
#include "cli/inputs.h"
#include "report/source.h"

enum { OPTION_FORMAT };

static const struct xc_option options[] = {{"format", 'f', true}};

static const struct xc_option_list option_list = {&xc_command_source, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list sources;
    bool json;
    enum xc_exit refused; /* when the arguments could not be taken */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    if (option == OPTION_FORMAT) {
        static const char *const names[] = {"text", "json", NULL};
        size_t format;

        if (!xc_option_choose(&xc_command_source, "format", value, names, &format))
            return false;
        request->json = format == 1;
        return true;
    }
    return xc_str_list_add(&request->sources, value, request->arena, &request->refused);
}

/* What printing needs. */
struct printing {
    const struct request *request;
    struct xc_report_style style;
    struct xc_sink sink;
    size_t n;
};

static enum xc_status
print_source(void *context, const struct xc_source *source)
{
    struct printing *printing = context;

    if (printing->request->json) {
        xc_report_source_json(source, &printing->sink);
    } else {
        if (printing->n > 0)
            xc_sink_char(&printing->sink, '\n');
        xc_report_source_text(source, &printing->style, &printing->sink);
    }
    printing->n++;
    return printing->sink.failed ? XC_IO_FAILED : XC_OK;
}

static enum xc_exit
print_all(const struct request *request)
{
    struct printing printing = {
        .request = request,
        .style = {xc_cli_wants_colour(STDOUT_FILENO), xc_cli_width(STDOUT_FILENO)},
        .sink = xc_cli_stdout(),
    };
    struct xc_problems problems;
    struct xc_arena article;
    struct xc_source_inputs inputs = {
        .paths = &request->sources,
        .article = &article,
        .problems = &problems,
        .take = print_source,
        .context = &printing,
    };
    enum xc_status status;
    enum xc_exit code;

    xc_arena_init(&article);
    xc_problems_init(&problems, request->arena);
    status = xc_inputs_sources(&inputs);
    xc_cli_print_problems(&problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && inputs.n_lost > 0)
        code = XC_EXIT_INPUT;
    if (!xc_cli_flush())
        code = XC_EXIT_SYSTEM;
    xc_arena_release(&article);
    return code;
}

static enum xc_exit
run_source(int argc, char **argv)
{
    struct xc_arena arena;
    struct request request = {.arena = &arena, .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_arena_init(&arena);
    if (xc_options_read(&option_list, argc, argv, take, &request)) {
        if (request.sources.n == 0)
            code = xc_cli_usage(&xc_command_source, "no article named");
        else
            code = print_all(&request);
    } else {
        code = request.refused;
    }
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_source = {
    .name = "source",
    .synopsis = "source [-f FORMAT] SOURCE...",
    .purpose = "show an article's text and metadata as read",
    .details =
        "Shows what the reader made of each article: its metadata, and its text\n"
        "block by block with the kind of each (headline, paragraph, quotation,\n"
        "caption, credit) and the line where it begins.\n"
        "\n"
        "  -f, --format FORMAT  text (the default) or json: one object a line\n",
    .run = run_source,
};
