/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/draft.h"

#include <unistd.h>

#include "author/examples.h"
#include "base/limits.h"
#include "base/vec.h"
#include "cli/lexicon.h"
#include "cli/program.h"
#include "io/file.h"
#include "report/draft.h"
#include "report/starter.h"

enum {
    OPTION_FROM,
    OPTION_TOPIC,
    OPTION_AGAINST,
    OPTION_LEXICON,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
};

static const struct xc_option options[] = {
    {"from", 0, true},    {"topic", 0, true},  {"against", 0, true},
    {"lexicon", 0, true}, {"config", 0, true}, {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_draft, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list statements;
    struct xc_str_list sources; /* all arguments behind --against */
    struct xc_str_list lexicons;
    struct xc_settings_choice choice;
    const char *from;     /* NULL: the statements are arguments */
    const char *topic;    /* NULL: not named */
    enum xc_exit refused; /* when the arguments could not be taken */
};

static bool
add(struct request *request, struct xc_str_list *list, const char *value)
{
    struct xc_str *slot = XC_VEC_ADD(list, request->arena);

    if (slot == NULL) {
        request->refused = xc_exit_of(XC_NO_MEMORY);
        return false;
    }
    *slot = xc_str_of(value);
    return true;
}

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    switch (option) {
    case OPTION_FROM:
        request->from = value;
        return true;
    case OPTION_TOPIC:
        request->topic = value;
        return true;
    case OPTION_AGAINST:
        return add(request, &request->sources, value);
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    default:
        return add(request,
                   request->sources.n > 0 ? &request->sources : &request->statements,
                   value);
    }
}

struct drafting {
    struct xc_program *program;
    const struct request *request;
    struct xc_drafting with;
    struct xc_draft_vec drafts;
};

/* The rule file as text: how it is tried, and how it comes out. */
struct memory {
    struct xc_arena *arena;
    char *items;
    size_t n;
    size_t cap;
};

static bool
write_memory(void *context, const char *bytes, size_t len)
{
    struct memory *memory = context;
    size_t i;

    for (i = 0; i < len; i++) {
        char *slot = XC_VEC_ADD(memory, memory->arena);

        if (slot == NULL)
            return false;
        *slot = bytes[i];
    }
    return true;
}

/* Statements of a file: one a line, blank lines and lines that begin with # aside. */
static enum xc_status
draft_file(struct drafting *drafting)
{
    struct xc_problems *problems = &drafting->program->problems;
    struct xc_place place = {.path = xc_str_of(drafting->request->from)};
    enum xc_status result = XC_OK;
    struct xc_str rest;
    enum xc_status status =
        xc_file_read(place.path, XC_MAX_BESIDE_BYTES, XC_PROBLEM_RULE,
                     &drafting->program->arena, &rest, problems);

    if (status != XC_OK)
        return status == XC_BAD_INPUT ? XC_BAD_RULE : status;
    if (xc_str_starts(rest, "\xEF\xBB\xBF"))
        rest = xc_str_sub(rest, 3, rest.len - 3);
    while (xc_str_split(&rest, '\n', &place.excerpt) && result != XC_NO_MEMORY) {
        struct xc_str statement = xc_str_trim(place.excerpt);

        place.line++;
        place.column = 1;
        if (statement.len == 0 || statement.ptr[0] == '#')
            continue;
        if (drafting->drafts.n >= XC_MAX_DRAFTS)
            return xc_problems_add(problems, XC_PROBLEM_RULE, &place,
                                   "make several rule files of it",
                                   "more than %zu statements", XC_MAX_DRAFTS)
                       ? XC_BAD_RULE
                       : XC_NO_MEMORY;
        status = xc_draft_add(&drafting->with, statement, &place, &drafting->drafts);
        if (status != XC_OK)
            result = status;
    }
    if (result == XC_OK && drafting->drafts.n == 0) {
        place.line = 0;
        place.column = 0;
        place.excerpt = XC_STR("");
        return xc_problems_add(problems, XC_PROBLEM_RULE, &place,
                               "write one statement a line", "no statement here")
                   ? XC_BAD_RULE
                   : XC_NO_MEMORY;
    }
    return result;
}

static enum xc_status
draft_arguments(struct drafting *drafting)
{
    const struct xc_str_list *statements = &drafting->request->statements;
    enum xc_status result = XC_OK;
    size_t i;

    for (i = 0; i < statements->n && result != XC_NO_MEMORY; i++) {
        struct xc_place place = {.path = XC_STR("statement"), .line = i + 1};
        enum xc_status status =
            xc_draft_add(&drafting->with, xc_str_trim(statements->items[i]), &place,
                         &drafting->drafts);

        if (status != XC_OK)
            result = status;
    }
    return result;
}

/* "lists/gala claims.txt" -> "gala-claims"; what --topic names goes before it. */
static enum xc_status
name_topic(struct drafting *drafting, struct xc_draft_style *style)
{
    const struct request *request = drafting->request;
    struct xc_str name = xc_str_of(request->topic);
    enum xc_status status = XC_OK;
    size_t i;

    if (request->topic == NULL) {
        name = xc_str_of(request->from);
        for (i = name.len; i > 0 && name.ptr[i - 1] != '/'; i--)
            ;
        name = xc_str_sub(name, i, name.len - i);
        name = xc_str_sub(name, 0, xc_str_find(name, 1 < name.len ? 1 : 0, '.'));
        status = xc_draft_id(&drafting->program->lexicon, name,
                             &drafting->program->arena, &name);
    }
    if (name.len == 0)
        name = XC_STR("draft");
    style->topic = name;
    style->title = name;
    return status;
}

/* Loads the drafts as a rule file, as anyone would who pastes them. */
static enum xc_status
load_drafts(struct drafting *drafting, struct xc_draft_style style)
{
    struct xc_program *program = drafting->program;
    struct memory memory = {.arena = &program->arena};
    struct xc_place place = {.path = XC_STR("draft")};
    struct xc_sink sink = {write_memory, &memory, false};

    if (style.topic.ptr == NULL)
        style.topic = style.title = XC_STR("draft");
    style.all_examples = true;
    xc_report_drafts(&drafting->drafts, &style, &sink);
    if (sink.failed)
        return XC_NO_MEMORY;
    if (memory.n > XC_MAX_RULE_BYTES)
        return xc_problems_add(&program->problems, XC_PROBLEM_RULE, &place,
                               "make several rule files of it",
                               "the rule file would be larger than one may be")
                   ? XC_BAD_RULE
                   : XC_NO_MEMORY;
    return xc_rule_load(&program->lexicon, XC_STR("draft"),
                        (struct xc_str){memory.items, memory.n}, &program->arena,
                        &program->topics, &program->problems);
}

/* Whether the claim reads its one example, the statement, as asserted. */
static enum xc_status
try_claim(struct drafting *drafting, const struct xc_topic *topic, size_t c,
          struct xc_arena *arena)
{
    struct xc_program *program = drafting->program;
    struct xc_topic alone = *topic;
    struct xc_topic_vec topics = {&alone, 1, 1};
    struct xc_example_results results;
    struct xc_engine engine;
    struct xc_worker worker;
    enum xc_status status;

    alone.claims = &topic->claims[c];
    alone.n_claims = 1;
    status = xc_engine_new(&program->lexicon, &topics, arena, &engine);
    if (status == XC_OK)
        status = xc_worker_init(&engine, &worker);
    if (status != XC_OK)
        return status;
    status =
        xc_examples_run(&engine, &worker, false, arena, &results, &program->problems);
    if (status == XC_OK)
        drafting->drafts.items[c].reads_asserted = results.n_failed == 0;
    xc_worker_release(&worker);
    return status;
}

/* Finds out which statements their own claims read as asserted.  Each claim has an engine
 * of its own: in one of them all, a list of one statement over and over would match every
 * claim with every statement. */
static enum xc_status
try_statements(struct drafting *drafting)
{
    const struct xc_topic *topic = &drafting->program->topics.items[0];
    enum xc_status status = XC_OK;
    struct xc_arena arena;
    size_t c;

    xc_arena_init(&arena);
    for (c = 0; c < topic->n_claims && status == XC_OK; c++) {
        xc_arena_reset(&arena);
        status = try_claim(drafting, topic, c, &arena);
    }
    xc_arena_release(&arena);
    return status;
}

struct comparing {
    const struct xc_program *program;
    struct xc_worker worker;
    struct xc_sink *sink;
    struct xc_problems *problems;
    size_t n_sources;
    size_t n_told;
};

static enum xc_status
compare_source(void *context, const struct xc_source *source)
{
    struct comparing *comparing = context;
    const struct xc_topic *topic = &comparing->program->topics.items[0];
    struct xc_article article;
    enum xc_status status;
    size_t c;

    comparing->n_sources++;
    status = xc_pipeline_run(&comparing->program->engine, &comparing->worker, source,
                             &article, comparing->problems);
    for (c = 0; c < topic->n_claims && status == XC_OK; c++) {
        struct xc_explanation explanation;

        status = xc_explain(&comparing->program->engine, &article, &topic->claims[c],
                            &comparing->worker.article, &explanation);
        if (status == XC_OK)
            comparing->n_told += xc_report_draft_against(&explanation, comparing->sink);
    }
    return status;
}

/* Tells, below the drafts, what they match in the sources named. */
static enum xc_status
compare(struct drafting *drafting, struct xc_sink *sink, size_t *out_n_lost)
{
    struct comparing comparing = {.program = drafting->program,
                                  .sink = sink,
                                  .problems = &drafting->program->problems};
    struct xc_source_inputs inputs = {
        .paths = &drafting->request->sources,
        .problems = comparing.problems,
        .take = compare_source,
        .context = &comparing,
    };
    enum xc_status status = xc_program_compile(drafting->program);

    if (status == XC_OK)
        status = xc_worker_init(&drafting->program->engine, &comparing.worker);
    if (status != XC_OK)
        return status;
    inputs.article = &comparing.worker.article;
    xc_sink_text(sink, "\n# Against the sources named:\n");
    status = xc_inputs_sources(&inputs);
    if (status == XC_OK && comparing.n_told == 0)
        xc_sink_printf(sink, "# nothing in %zu %s, and nothing near\n",
                       comparing.n_sources,
                       comparing.n_sources == 1 ? "source" : "sources");
    *out_n_lost = inputs.n_lost;
    xc_worker_release(&comparing.worker);
    return status;
}

static enum xc_exit
draft(struct xc_program *program, const struct request *request)
{
    struct drafting drafting = {.program = program, .request = request};
    struct xc_draft_style style = {.all_examples = false};
    struct xc_sink sink = xc_cli_stdout();
    size_t n_lost = 0;
    enum xc_exit code;
    enum xc_status status = xc_drafting_init(&program->lexicon, &program->arena,
                                             &program->problems, &drafting.with);

    if (status == XC_OK)
        status =
            request->from != NULL ? draft_file(&drafting) : draft_arguments(&drafting);
    if (status == XC_OK && (request->from != NULL || request->topic != NULL))
        status = name_topic(&drafting, &style);
    if (status == XC_OK)
        status = load_drafts(&drafting, style);
    if (status == XC_OK)
        status = try_statements(&drafting);
    if (status == XC_OK)
        xc_report_drafts(&drafting.drafts, &style, &sink);
    if (status == XC_OK && request->sources.n > 0)
        status = compare(&drafting, &sink, &n_lost);
    xc_cli_print_problems(&program->problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && n_lost > 0)
        code = XC_EXIT_INPUT;
    if (!xc_cli_flush())
        code = XC_EXIT_SYSTEM;
    return code;
}

static enum xc_exit
run_draft(int argc, char **argv)
{
    struct xc_program program;
    struct request request = {.refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_program_init(&program);
    request.arena = &program.arena;
    if (!xc_options_read(&option_list, argc, argv, take, &request)) {
        code = request.refused;
        goto out;
    }
    if ((request.from == NULL) == (request.statements.n == 0)) {
        code = xc_cli_usage(&xc_command_draft,
                            request.from == NULL
                                ? "write a statement, before --against"
                                : "name statements or a file of them, not both");
        goto out;
    }
    if (request.topic != NULL && !xc_starter_takes(xc_str_of(request.topic))) {
        code = xc_cli_usage(&xc_command_draft,
                            "'%s' is no topic; use letters, digits, '-', '_' and '.'",
                            request.topic);
        goto out;
    }
    code = xc_exit_of(
        xc_program_settings(&program, &request.choice, &request.lexicons, NULL));
    if (code != XC_EXIT_OK)
        goto out;
    code = xc_exit_of(xc_cli_lexicon(&request.lexicons, &program.arena,
                                     &program.lexicon, &program.problems));
    if (code == XC_EXIT_OK)
        code = draft(&program, &request);
    else
        xc_cli_print_problems(&program.problems);
out:
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_draft = {
    .name = "draft",
    .synopsis =
        "draft [--topic ID] [--lexicon DIR]... STATEMENT... [--against SOURCE...]\n"
        "       xclaim draft [--topic ID] [--lexicon DIR]... --from FILE "
        "[--against SOURCE...]",
    .purpose = "make a claim out of a statement",
    .details =
        "Prints a claim for each statement, ready to paste below `claims:`: patterns "
        "of\n"
        "its content words, weighed by how rare they are, slots for its numbers, and\n"
        "notes on what else to look for.\n"
        "\n"
        "      --from FILE         one statement a line, blank lines and lines that "
        "begin\n"
        "                          with # aside; prints a whole rule file\n"
        "      --topic ID          print a whole rule file, with this topic\n"
        "      --against SOURCE... every argument behind it is a source: tells in "
        "comments\n"
        "                          what the drafts match there, and what they nearly "
        "do\n"
        "      --lexicon DIR       add the cues and word lists of DIR; may be "
        "repeated\n"
        "      --config FILE       settings, instead of the nearest xclaim.yaml\n"
        "      --no-config         no settings\n",
    .run = run_draft,
};
