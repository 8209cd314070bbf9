/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <unistd.h>

#include "author/explain.h"
#include "author/lone_pattern.h"
#include "base/vec.h"
#include "cli/inputs.h"
#include "cli/lexicon.h"
#include "cli/program.h"
#include "report/explain.h"

enum {
    OPTION_RULES,
    OPTION_LEXICON,
    OPTION_PATTERN,
    OPTION_TEXT,
    OPTION_DECISIONS,
    OPTION_CONFIG,
    OPTION_NO_CONFIG
};

static const struct xc_option options[] = {
    {"rules", 'r', true},    {"lexicon", 0, true},   {"pattern", 0, true},
    {"text", 0, true},       {"decisions", 0, true}, {"config", 0, true},
    {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_explain, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_settings_choice choice;
    struct xc_str_list decisions;
    struct xc_str_list arguments; /* CLAIM SOURCE... */
    const char *pattern;          /* of --pattern, with … */
    const char *text;             /* … the --text to try it on; NULL: not given */
    enum xc_exit refused;         /* when the arguments could not be taken */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;
    struct xc_str_list *list = &request->arguments;

    switch (option) {
    case OPTION_PATTERN:
        request->pattern = value;
        return true;
    case OPTION_TEXT:
        request->text = value;
        return true;
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    case OPTION_RULES:
        list = &request->rules;
        break;
    case OPTION_LEXICON:
        list = &request->lexicons;
        break;
    case OPTION_DECISIONS:
        list = &request->decisions;
        break;
    default:
        break;
    }
    return xc_str_list_add(list, value, request->arena, &request->refused);
}

/* "CLAIM" or "TOPIC/CLAIM". */
static bool
is_named(const struct xc_topic *topic, const struct xc_claim *claim, struct xc_str name)
{
    size_t slash = xc_str_find(name, 0, '/');

    if (slash == name.len)
        return xc_str_equal(claim->id, name);
    return xc_str_equal(topic->id, xc_str_sub(name, 0, slash)) &&
           xc_str_equal(claim->id, xc_str_sub(name, slash + 1, name.len - slash - 1));
}

struct explaining {
    const struct xc_program *program;
    struct xc_worker worker;
    struct xc_decider decider;
    struct xc_str name; /* of the claim */
    struct xc_report_style style;
    struct xc_sink sink;
    struct xc_problems problems;
    size_t n; /* explanations printed */
};

static enum xc_status
explain_claim(struct explaining *explaining, const struct xc_article *article,
              const struct xc_claim *claim)
{
    struct xc_explanation explanation;
    enum xc_status status;

    status = xc_explain(&explaining->program->engine, article, claim,
                        &explaining->worker.article, &explanation);
    if (status == XC_OK)
        status = xc_explain_decisions(&explaining->decider, &explaining->worker.article,
                                      &explanation);
    if (status != XC_OK)
        return status;
    if (explaining->n++ > 0)
        xc_sink_text(&explaining->sink, "\n");
    xc_report_explain(&explanation, &explaining->style, &explaining->sink);
    return XC_OK;
}

/* The claims of that name, of every topic, in one source. */
static enum xc_status
explain_source(void *context, const struct xc_source *source)
{
    struct explaining *explaining = context;
    const struct xc_topic_vec *topics = &explaining->program->topics;
    struct xc_article article;
    enum xc_status status;
    size_t t;
    size_t c;

    status = xc_pipeline_run(&explaining->program->engine, &explaining->worker, source,
                             &article, &explaining->problems);
    for (t = 0; status == XC_OK && t < topics->n; t++) {
        const struct xc_topic *topic = &topics->items[t];

        for (c = 0; status == XC_OK && c < topic->n_claims; c++) {
            if (is_named(topic, &topic->claims[c], explaining->name))
                status = explain_claim(explaining, &article, &topic->claims[c]);
        }
    }
    return status;
}

static bool
claim_exists(const struct xc_topic_vec *topics, struct xc_str name)
{
    size_t t;
    size_t c;

    for (t = 0; t < topics->n; t++) {
        for (c = 0; c < topics->items[t].n_claims; c++) {
            if (is_named(&topics->items[t], &topics->items[t].claims[c], name))
                return true;
        }
    }
    return false;
}

/* Explains what the callback is given: the sources named, or the text. */
static enum xc_exit
explain(const struct xc_program *program, const struct request *request,
        struct xc_str name,
        enum xc_status (*read)(struct explaining *explaining,
                               const struct request *request, size_t *out_n_lost))
{
    struct explaining explaining = {
        .program = program,
        .name = name,
        .style = {xc_cli_wants_colour(STDOUT_FILENO), xc_cli_width(STDOUT_FILENO)},
        .sink = xc_cli_stdout(),
    };
    enum xc_status status = xc_worker_init(&program->engine, &explaining.worker);
    size_t n_lost = 0;
    enum xc_exit code;

    if (status != XC_OK)
        return xc_exit_of(status);
    xc_problems_init(&explaining.problems, request->arena);
    status = xc_decider_new(&program->decisions, request->arena, &explaining.decider);
    if (status == XC_OK)
        status = read(&explaining, request, &n_lost);
    xc_cli_print_problems(&explaining.problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && n_lost > 0)
        code = XC_EXIT_INPUT;
    if (!xc_cli_flush())
        code = XC_EXIT_SYSTEM;
    xc_worker_release(&explaining.worker);
    return code;
}

static enum xc_status
read_sources(struct explaining *explaining, const struct request *request,
             size_t *out_n_lost)
{
    struct xc_str_list sources = {request->arguments.items + 1,
                                  request->arguments.n - 1, 0};
    struct xc_source_inputs inputs = {
        .paths = &sources,
        .problems = &explaining->problems,
        .article = &explaining->worker.article,
        .take = explain_source,
        .context = explaining,
    };
    enum xc_status status = xc_inputs_sources(&inputs);

    *out_n_lost = inputs.n_lost;
    return status;
}

/* The text as an article of one paragraph. */
static enum xc_status
read_text(struct explaining *explaining, const struct request *request,
          size_t *out_n_lost)
{
    struct xc_str text = xc_str_of(request->text);
    struct xc_span run = {0, text.len};
    struct xc_block block = {XC_BLOCK_PARAGRAPH, &run, 1, 1};
    struct xc_source source = {
        .id = XC_STR("--text"), .text = text, .blocks = &block, .n_blocks = 1};

    *out_n_lost = 0;
    return explain_source(explaining, &source);
}

/* `explain CLAIM SOURCE...` */
static enum xc_exit
explain_claims(struct xc_program *program, struct request *request)
{
    enum xc_exit code;

    if (request->arguments.n < 2)
        return xc_cli_usage(&xc_command_explain,
                            "name a claim and a source, or --pattern and --text");
    code = xc_exit_of(xc_program_settings(program, &request->choice, &request->lexicons,
                                          &request->rules));
    if (code == XC_EXIT_OK)
        code = xc_exit_of(xc_program_fill(program, &program->settings.decisions,
                                          &request->decisions));
    if (code == XC_EXIT_OK)
        code =
            xc_exit_of(xc_program_load(program, &request->lexicons, &request->rules));
    if (code == XC_EXIT_OK)
        code = xc_exit_of(xc_program_load_decisions(program, &request->decisions));
    if (code != XC_EXIT_OK)
        return code;
    if (!claim_exists(&program->topics, request->arguments.items[0]))
        return xc_cli_usage(&xc_command_explain, "no claim '%s' in these rules",
                            request->arguments.items[0].ptr);
    return explain(program, request, request->arguments.items[0], read_sources);
}

/* `explain --pattern PATTERN --text TEXT` */
static enum xc_exit
explain_pattern(struct xc_program *program, struct request *request)
{
    enum xc_status status;

    if (request->pattern == NULL || request->text == NULL)
        return xc_cli_usage(&xc_command_explain, "--pattern and --text go together");
    if (request->arguments.n > 0 || request->rules.n > 0 || request->decisions.n > 0)
        return xc_cli_usage(&xc_command_explain,
                            "--pattern needs neither rules nor a claim nor decisions");
    status = xc_program_settings(program, &request->choice, &request->lexicons, NULL);
    if (status != XC_OK)
        return xc_exit_of(status);
    status = xc_cli_lexicon(&request->lexicons, &program->arena, &program->lexicon,
                            &program->problems);
    if (status == XC_OK)
        status = xc_lone_pattern(&program->lexicon, xc_str_of(request->pattern),
                                 &program->arena, &program->topics, &program->problems);
    xc_cli_print_problems(&program->problems);
    if (status == XC_OK)
        status = xc_program_compile(program);
    if (status != XC_OK)
        return xc_exit_of(status);
    return explain(program, request, XC_STR("pattern"), read_text);
}

static enum xc_exit
run_explain(int argc, char **argv)
{
    struct xc_program program;
    struct request request = {.refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_program_init(&program);
    request.arena = &program.arena;
    if (!xc_options_read(&option_list, argc, argv, take, &request))
        code = request.refused;
    else if (request.pattern != NULL || request.text != NULL)
        code = explain_pattern(&program, &request);
    else
        code = explain_claims(&program, &request);
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_explain = {
    .name = "explain",
    .synopsis =
        "explain [-r RULES]... [--lexicon DIR]... [--decisions FILE]... CLAIM "
        "SOURCE...\n"
        "       xclaim explain [--lexicon DIR]... --pattern PATTERN --text TEXT",
    .purpose = "show what every stage saw of a claim in an article, and why",
    .details =
        "Runs the article through the engine and prints, for the claim with this id\n"
        "(or TOPIC/CLAIM), what each stage saw: where its patterns matched, why the\n"
        "mention got its event, stance, voice and value, and for a pattern that did "
        "not\n"
        "match, where it came nearest and which words were missing.\n"
        "\n"
        "With --pattern and --text it does the same for a pattern and a text that "
        "stand "
        "on\n"
        "the command line; such a pattern knows no terms.\n"
        "\n"
        "  -r, --rules RULES  rule file or folder (default: rules); may be repeated\n"
        "      --lexicon DIR  add the cues and word lists of DIR; may be repeated\n"
        "      --decisions FILE\n"
        "                     editors' decisions on mentions; may be repeated\n"
        "      --pattern PATTERN\n"
        "                     look for this pattern, written as in a rule file …\n"
        "      --text TEXT    … in this text\n"
        "      --config FILE  settings, instead of the nearest xclaim.yaml\n"
        "      --no-config    no settings\n",
    .run = run_explain,
};
