/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <unistd.h>

#include "author/explain.h"
#include "base/vec.h"
#include "cli/inputs.h"
#include "cli/program.h"
#include "report/explain.h"

enum { OPTION_RULES, OPTION_LEXICON };

static const struct xc_option options[] = {{"rules", 'r', true}, {"lexicon", 0, true}};

static const struct xc_option_list option_list = {&xc_command_explain, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_str_list arguments; /* CLAIM SOURCE... */
    enum xc_exit refused;         /* when the arguments could not be taken */
};

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;
    struct xc_str_list *list = &request->arguments;
    struct xc_str *slot;

    if (option == OPTION_RULES)
        list = &request->rules;
    else if (option == OPTION_LEXICON)
        list = &request->lexicons;
    slot = XC_VEC_ADD(list, request->arena);
    if (slot == NULL) {
        request->refused = xc_exit_of(XC_NO_MEMORY);
        return false;
    }
    *slot = xc_str_of(value);
    return true;
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

static enum xc_exit
explain(const struct xc_program *program, const struct request *request)
{
    struct xc_str_list sources = {request->arguments.items + 1,
                                  request->arguments.n - 1, 0};
    struct explaining explaining = {
        .program = program,
        .name = request->arguments.items[0],
        .style = {xc_cli_wants_colour(STDOUT_FILENO), xc_cli_width(STDOUT_FILENO)},
        .sink = xc_cli_stdout(),
    };
    struct xc_source_inputs inputs = {
        .paths = &sources,
        .problems = &explaining.problems,
        .take = explain_source,
        .context = &explaining,
    };
    enum xc_status status = xc_worker_init(&program->engine, &explaining.worker);
    enum xc_exit code;

    if (status != XC_OK)
        return xc_exit_of(status);
    inputs.article = &explaining.worker.article;
    xc_problems_init(&explaining.problems, request->arena);
    status = xc_inputs_sources(&inputs);
    xc_cli_print_problems(&explaining.problems);
    code = xc_exit_of(status);
    if (code == XC_EXIT_OK && inputs.n_lost > 0)
        code = XC_EXIT_INPUT;
    if (!xc_cli_flush())
        code = XC_EXIT_SYSTEM;
    xc_worker_release(&explaining.worker);
    return code;
}

static enum xc_exit
run_explain(int argc, char **argv)
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
    if (request.arguments.n < 2) {
        code = xc_cli_usage(&xc_command_explain, "name a claim and a source");
        goto out;
    }
    code = xc_exit_of(xc_program_load(&program, &request.lexicons, &request.rules));
    if (code != XC_EXIT_OK)
        goto out;
    if (!claim_exists(&program.topics, request.arguments.items[0]))
        code = xc_cli_usage(&xc_command_explain, "no claim '%s' in these rules",
                            request.arguments.items[0].ptr);
    else
        code = explain(&program, &request);
out:
    xc_program_release(&program);
    return code;
}

const struct xc_command xc_command_explain = {
    .name = "explain",
    .synopsis = "explain [-r RULES]... [--lexicon DIR]... CLAIM SOURCE...",
    .purpose = "show what every stage saw of a claim in an article, and why",
    .details =
        "Runs the article through the engine and prints, for the claim with this id\n"
        "(or TOPIC/CLAIM), what each stage saw: where its patterns matched, why the\n"
        "mention got its event, stance, voice and value, and for a pattern that did "
        "not\n"
        "match, where it came nearest and which words were missing.\n"
        "\n"
        "  -r, --rules RULES  rule file or folder (default: rules); may be repeated\n"
        "      --lexicon DIR  add the cues and word lists of DIR; may be repeated\n",
    .run = run_explain,
};
