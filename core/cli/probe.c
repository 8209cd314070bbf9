/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "base/vec.h"
#include "cli/lexicon.h"
#include "cli/settings.h"
#include "io/lines.h"
#include "report/probe.h"

enum { OPTION_LEXICON, OPTION_CONFIG, OPTION_NO_CONFIG };

static const struct xc_option options[] = {
    {"lexicon", 0, true},
    {"config", 0, true},
    {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_probe, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list lexicons;
    struct xc_settings_choice choice;
    struct xc_str_list arguments; /* STAGE FILE... */
    enum xc_exit refused;         /* when the arguments could not be taken */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;
    struct xc_str_list *list =
        option == OPTION_LEXICON ? &request->lexicons : &request->arguments;

    if (option == OPTION_CONFIG || option == OPTION_NO_CONFIG) {
        xc_settings_choose(&request->choice, value);
        return true;
    }
    return xc_str_list_add(list, value, request->arena, &request->refused);
}

struct probing {
    struct xc_prober prober;
    struct xc_lexicon lexicon;
    struct xc_origin_rules origins;
    struct xc_arena article;      /* of one line; reset before the next */
    struct xc_problems *problems; /* of what can't be read at all */
    struct xc_sink sink;
    size_t n_lost; /* lines answered by an error, and files that can't be read */
};

/* Answers one line; a malformed one gets an error object in its place. */
static enum xc_status
answer(struct probing *probing, struct xc_str line, const struct xc_place *place)
{
    struct xc_problems problems;
    struct xc_probe probe;
    enum xc_status status;

    xc_arena_reset(&probing->article);
    xc_problems_init(&problems, &probing->article);
    status = xc_probe_run(&probing->prober, line, place, &probing->article, &probe,
                          &problems);
    if (status == XC_BAD_INPUT && problems.n > 0) {
        xc_report_probe_error(&problems.items[0], &probing->sink);
        probing->n_lost++;
        status = XC_OK;
    } else if (status == XC_OK) {
        status = xc_report_probe(&probe, &probing->article, &probing->sink);
    }
    if (status == XC_OK && probing->sink.failed)
        status = XC_IO_FAILED;
    return status;
}

static enum xc_status
answer_lines(struct probing *probing, struct xc_str path, struct xc_lines *lines)
{
    struct xc_place place = {.path = path};
    enum xc_status status;
    struct xc_str line;
    bool found;

    for (;;) {
        status = xc_lines_next(lines, &line, &place.line, &found, probing->problems);
        if (status != XC_OK || !found)
            return status;
        if (xc_str_trim(line).len == 0)
            continue;
        status = answer(probing, line, &place);
        if (status != XC_OK)
            return status;
    }
}

static enum xc_status
answer_file(struct probing *probing, struct xc_str path)
{
    struct xc_lines *lines;
    enum xc_status status = xc_lines_open(path, &lines, probing->problems);

    if (status == XC_BAD_INPUT) {
        probing->n_lost++;
        return XC_OK;
    }
    if (status != XC_OK)
        return status;
    status = answer_lines(probing, path, lines);
    probing->n_lost += xc_lines_lost(lines);
    xc_lines_close(lines);
    return status;
}

static enum xc_exit
answer_all(struct request *request, enum xc_probe_stage stage)
{
    struct probing probing = {.sink = xc_cli_stdout()};
    struct xc_settings settings;
    struct xc_problems problems;
    enum xc_status status;
    enum xc_exit code;
    size_t i;

    xc_arena_init(&probing.article);
    xc_problems_init(&problems, request->arena);
    probing.problems = &problems;
    probing.prober = (struct xc_prober){&probing.lexicon, &probing.origins, stage};
    status = xc_cli_settings(&request->choice, request->arena, &settings, &problems);
    if (status == XC_OK)
        status = xc_settings_fill(&settings, &settings.lexicon, &request->lexicons);
    if (status == XC_OK)
        status = xc_cli_lexicon(&request->lexicons, request->arena, &probing.lexicon,
                                &problems);
    if (status == XC_OK)
        status = xc_origin_rules_load(request->arena, &probing.origins);
    for (i = 1; i < request->arguments.n && status == XC_OK; i++)
        status = answer_file(&probing, request->arguments.items[i]);
    if (request->arguments.n == 1 && status == XC_OK)
        status = answer_file(&probing, XC_STR("-"));
    xc_cli_print_problems(&problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && probing.n_lost > 0)
        code = XC_EXIT_INPUT;
    if (!xc_cli_flush())
        code = XC_EXIT_SYSTEM;
    xc_arena_release(&probing.article);
    return code;
}

static enum xc_exit
run_probe(int argc, char **argv)
{
    struct xc_arena arena;
    struct request request = {.arena = &arena, .refused = XC_EXIT_USAGE};
    enum xc_probe_stage stage;
    enum xc_exit code;

    xc_arena_init(&arena);
    if (!xc_options_read(&option_list, argc, argv, take, &request))
        code = request.refused;
    else if (request.arguments.n == 0)
        code = xc_cli_usage(
            &xc_command_probe,
            "no stage named; use sentences, stance, values, quotes or reuse");
    else if (!xc_probe_stage_parse(request.arguments.items[0], &stage))
        code = xc_cli_usage(
            &xc_command_probe,
            "unknown stage '%s'; use sentences, stance, values, quotes or reuse",
            request.arguments.items[0].ptr);
    else
        code = answer_all(&request, stage);
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_probe = {
    .name = "probe",
    .synopsis = "probe [--lexicon DIR]... STAGE [FILE]...",
    .purpose = "run one stage on short texts, to measure it",
    .details =
        "Reads one JSON object a line, from the files or standard input, and writes "
        "one\n"
        "a line for each.  A line that is none gets {\"error\": …} in its place.\n"
        "\n"
        "  sentences  {\"text\"}            the sentences of the text\n"
        "  stance     {\"text\", \"target\"}  what the text does with the target, a "
        "phrase\n"
        "                               of it; without one: what a headline says\n"
        "  values     {\"text\", \"ref\"}     numbers, money, dates …; ref is the date "
        "that\n"
        "                               relative dates count from\n"
        "  quotes     {\"text\"}            who says what\n"
        "  reuse      {\"a\", \"b\"}         what both texts share: passages, "
        "quotations, "
        "and\n"
        "                               how many words of a stand in runs that b has\n"
        "\n"
        "  --lexicon DIR  add the cues and word lists of DIR; may be repeated\n"
        "  --config FILE  settings, instead of the nearest xclaim.yaml\n"
        "  --no-config    no settings\n"
        "\n"
        "Places count in characters of the text, the end is the one after the last.\n",
    .run = run_probe,
};
