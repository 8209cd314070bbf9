/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/limits.h"
#include "base/vec.h"
#include "cli/options.h"
#include "cli/writing.h"
#include "io/input.h"
#include "report/diff.h"

enum { OPTION_FORMAT, OPTION_OUTPUT };

static const struct xc_option options[] = {{"format", 'f', true},
                                           {"output", 'o', true}};

static const struct xc_option_list option_list = {&xc_command_diff, options,
                                                  XC_COUNT(options)};

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN };

struct request {
    struct xc_arena *arena;
    struct xc_str_list reports;
    enum format format;
    const char *output;   /* "-": standard output */
    enum xc_exit refused; /* when the arguments could not be taken */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    if (option == OPTION_FORMAT) {
        static const char *const names[] = {"text", "json", "markdown", NULL};
        size_t format;

        if (!xc_option_choose(&xc_command_diff, "format", value, names, &format))
            return false;
        request->format = (enum format)format;
        return true;
    }
    if (option == OPTION_OUTPUT) {
        request->output = value;
        return true;
    }
    return xc_str_list_add(&request->reports, value, request->arena, &request->refused);
}

/* Reads the report at path.  A file that can't be read and one that is no report end the
 * program with different codes. */
static enum xc_exit
read_report(const struct request *request, struct xc_str path, struct xc_told *out,
            struct xc_problems *problems)
{
    struct xc_arena arena; /* of its text, which is not kept */
    struct xc_str text;
    enum xc_status status;
    enum xc_exit code;

    xc_arena_init(&arena);
    status = xc_input_whole(path, XC_MAX_REPORT_BYTES, &arena, &text, problems);
    code = xc_exit_of(status);
    if (status == XC_OK) {
        status = xc_told_read(text, path, request->arena, out, problems);
        code = status == XC_BAD_INPUT ? XC_EXIT_USAGE : xc_exit_of(status);
    }
    xc_arena_release(&arena);
    return code;
}

/* A comparison and the format that it is told in. */
struct telling {
    const struct xc_comparison *comparison;
    enum format format;
};

static void
write_diff(const void *context, const struct xc_report_style *style,
           struct xc_sink *sink)
{
    const struct telling *telling = context;

    switch (telling->format) {
    case FORMAT_TEXT:
        xc_report_diff_text(telling->comparison, style, sink);
        break;
    case FORMAT_JSON:
        xc_report_diff_json(telling->comparison, sink);
        break;
    case FORMAT_MARKDOWN:
        xc_report_diff_markdown(telling->comparison, sink);
        break;
    }
}

static enum xc_exit
tell_diff(const struct request *request, const struct xc_told *reports,
          struct xc_problems *problems)
{
    struct xc_comparison comparison;
    enum xc_status status =
        xc_comparison_make(&reports[0], &reports[1], request->arena, &comparison);

    if (status == XC_OK)
        status =
            xc_cli_write(request->output, write_diff,
                         &(struct telling){&comparison, request->format}, problems);
    return xc_exit_of(status);
}

/* Both reports are read, so that all that is wrong with them is told at once; what can't
 * be read weighs more than what is no report, a failure of the system most. */
static enum xc_exit
compare(const struct request *request)
{
    struct xc_told reports[2];
    struct xc_problems problems;
    enum xc_exit code = XC_EXIT_OK;
    size_t i;

    xc_problems_init(&problems, request->arena);
    for (i = 0; i < 2; i++) {
        enum xc_exit read =
            read_report(request, request->reports.items[i], &reports[i], &problems);

        code = read > code ? read : code;
    }
    if (code == XC_EXIT_OK)
        code = tell_diff(request, reports, &problems);
    xc_cli_print_problems(&problems);
    return code;
}

static enum xc_exit
check_arguments(const struct request *request)
{
    const struct xc_str_list *reports = &request->reports;
    enum xc_exit code;

    if (reports->n != 2)
        return xc_cli_usage(&xc_command_diff, "two reports are needed, not %zu",
                            reports->n);
    if (xc_str_is(reports->items[0], "-") && xc_str_is(reports->items[1], "-"))
        return xc_cli_usage(&xc_command_diff,
                            "only one report can be read from standard input");
    return xc_option_overwrites(&xc_command_diff, request->output, reports, &code)
               ? code
               : XC_EXIT_OK;
}

static enum xc_exit
run_diff(int argc, char **argv)
{
    struct xc_arena arena;
    struct request request = {.arena = &arena, .output = "-", .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_arena_init(&arena);
    if (xc_options_read(&option_list, argc, argv, take, &request)) {
        code = check_arguments(&request);
        if (code == XC_EXIT_OK)
            code = compare(&request);
    } else {
        code = request.refused;
    }
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_diff = {
    .name = "diff",
    .synopsis = "diff [-f FORMAT] [-o FILE] OLD.json NEW.json",
    .purpose = "tell which claims changed between two reports, and why",
    .details =
        "Compares two reports made by 'xclaim report -f json': which claims have "
        "another\n"
        "verdict, side, value or number of origins, which sources came, went or "
        "turned to\n"
        "another position, and which values came and went.  Claims that are only in "
        "one\n"
        "of them are listed, too.  '-' reads one of the two from standard input.\n"
        "\n"
        "  -f, --format FORMAT  text (the default), json or markdown\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "\n"
        "Exit code: 0, whether something changed or not; 2 a wrong option, or a file "
        "that\n"
        "is no report; 3 a report could not be read; 4 output or memory failed.\n",
    .run = run_diff,
};
