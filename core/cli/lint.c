/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "author/lint_mend.h"
#include "base/vec.h"
#include "cli/inputs.h"
#include "cli/lexicon.h"
#include "cli/settings.h"
#include "cli/writing.h"
#include "io/file.h"
#include "io/output.h"
#include "report/lint.h"

enum {
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_FAIL_ON,
    OPTION_FIX,
    OPTION_LEXICON,
    OPTION_CONFIG,
    OPTION_NO_CONFIG,
};

static const struct xc_option options[] = {
    {"format", 'f', true},   {"output", 'o', true}, {"fail-on", 0, true},
    {"fix", 0, false},       {"lexicon", 0, true},  {"config", 0, true},
    {"no-config", 0, false},
};

static const struct xc_option_list option_list = {&xc_command_lint, options,
                                                  XC_COUNT(options)};

struct request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_settings_choice choice;
    bool json;
    const char *output; /* "-": standard output */
    enum xc_level fail_on;
    bool fix;
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
    static const char *const names[] = {"text", "json", NULL};
    size_t format;

    if (!xc_option_choose(&xc_command_lint, "format", value, names, &format))
        return false;
    request->json = format == 1;
    return true;
}

static bool
take_level(struct request *request, const char *value)
{
    const char *names[XC_N_LEVELS + 1] = {NULL};
    size_t level;

    for (level = 0; level < XC_N_LEVELS; level++)
        names[level] = xc_level_name((enum xc_level)level);
    if (!xc_option_choose(&xc_command_lint, "level", value, names, &level))
        return false;
    request->fail_on = (enum xc_level)level;
    return true;
}

static bool
take(void *context, size_t option, const char *value)
{
    struct request *request = context;

    switch (option) {
    case OPTION_FORMAT:
        return take_format(request, value);
    case OPTION_OUTPUT:
        request->output = value;
        return true;
    case OPTION_FAIL_ON:
        return take_level(request, value);
    case OPTION_FIX:
        request->fix = true;
        return true;
    case OPTION_LEXICON:
        return add(request, &request->lexicons, value);
    case OPTION_CONFIG:
    case OPTION_NO_CONFIG:
        xc_settings_choose(&request->choice, value);
        return true;
    default:
        return add(request, &request->rules, value);
    }
}

/* Results and the format that they are told in. */
struct told {
    const struct xc_lint_results *results;
    bool json;
};

static void
write_results(const void *context, const struct xc_report_style *style,
              struct xc_sink *sink)
{
    const struct told *told = context;

    if (told->json)
        xc_report_lint_json(told->results, sink);
    else
        xc_report_lint_text(told->results, style->colour, sink);
}

/* Linting: the found problems and those of reading are two lists. */
struct linting {
    struct request *request;
    struct xc_lexicon lexicon;
    struct xc_lint lint;
    struct xc_lint_mending_vec mended;
    struct xc_str_list configs; /* the settings in use, looked at already */
    bool has_no_rules;          /* all that they name are missing, which was told */
    struct xc_problems found;
    struct xc_problems problems;
};

static enum xc_status
write_file(struct linting *linting, struct xc_str path, struct xc_str text)
{
    struct xc_output *output;
    enum xc_status status = xc_output_open(path, &output, &linting->problems);

    if (status != XC_OK)
        return status;
    xc_sink_put(xc_output_sink(output), text);
    return xc_output_commit(output, &linting->problems);
}

/* Mends the file; *text is what it holds afterwards. */
static enum xc_status
mend_file(struct linting *linting, struct xc_str path, struct xc_str *text)
{
    struct xc_arena *arena = linting->request->arena;
    struct xc_lint_mending *slot;
    struct xc_mended mended;
    enum xc_status status =
        xc_lint_mend(linting->lint.lexicon, path, *text, arena, &mended);

    if (status != XC_OK || (mended.n == 0 && mended.n_left == 0 && !mended.refused))
        return status;
    slot = XC_VEC_ADD(&linting->mended, arena);
    if (slot == NULL)
        return XC_NO_MEMORY;
    *slot = (struct xc_lint_mending){path, mended.n, mended.n_left, mended.refused};
    if (mended.n == 0)
        return XC_OK;
    *text = mended.text;
    return write_file(linting, path, mended.text);
}

/* Looks at settings and at whether what they name is there. */
static enum xc_status
lint_settings(struct linting *linting, struct xc_str path, struct xc_str text,
              struct xc_settings *out)
{
    enum xc_status status = xc_lint_add_settings(&linting->lint, path, text, out);

    return status == XC_OK ? xc_settings_check(out) : status;
}

/* Settings that were named although they are in use are not told twice. */
static enum xc_status
lint_named_settings(struct linting *linting, struct xc_str path, struct xc_str text)
{
    struct xc_settings unused;
    bool is_in_use = false;

    if (linting->configs.n > 0 &&
        xc_file_is_same(path, linting->configs.items[0], &is_in_use) != XC_OK)
        return XC_NO_MEMORY;
    return is_in_use ? XC_OK : lint_settings(linting, path, text, &unused);
}

static enum xc_status
lint_text(void *context, struct xc_str path, struct xc_str text)
{
    struct linting *linting = context;
    enum xc_status status = XC_OK;

    if (xc_settings_is_name(path))
        return lint_named_settings(linting, path, text);
    if (linting->request->fix)
        status = mend_file(linting, path, &text);
    return status == XC_OK ? xc_lint_add(&linting->lint, path, text) : status;
}

/* Looks at the settings in use, if there are any, and takes from them what the command
 * line left empty. */
static enum xc_status
take_settings(struct linting *linting)
{
    struct request *request = linting->request;
    struct xc_settings settings;
    struct xc_str *config;
    struct xc_str path;
    struct xc_str text;
    enum xc_status status = xc_settings_find(&request->choice, request->arena, &path,
                                             &text, &linting->problems);

    if (status != XC_OK || path.len == 0)
        return status;
    config = XC_VEC_ADD(&linting->configs, request->arena);
    if (config == NULL)
        return XC_NO_MEMORY;
    *config = path;
    status = lint_settings(linting, path, text, &settings);
    linting->has_no_rules = status == XC_OK && settings.names_rules &&
                            settings.rules.n == 0 && request->rules.n == 0;
    if (status == XC_OK)
        status = xc_settings_fill(&settings, &settings.rules, &request->rules);
    if (status == XC_OK)
        status = xc_settings_fill(&settings, &settings.lexicon, &request->lexicons);
    return status;
}

/* Whether the output would go where something is read from. */
static bool
overwrites(const struct linting *linting, enum xc_exit *code)
{
    const struct request *request = linting->request;

    return xc_option_overwrites(&xc_command_lint, request->output, &request->rules,
                                code) ||
           xc_option_overwrites(&xc_command_lint, request->output, &linting->configs,
                                code);
}

/* Lints all files and writes what was found; *code is what the reading came to. */
static enum xc_status
lint_all(struct linting *linting, enum xc_status status,
         struct xc_lint_results *results, enum xc_exit *code)
{
    const struct request *request = linting->request;

    if (status == XC_OK)
        status = xc_cli_lexicon(&request->lexicons, request->arena, &linting->lexicon,
                                &linting->problems);
    if (status == XC_OK && !linting->has_no_rules)
        status = xc_inputs_rule_texts(&request->rules, request->arena, lint_text,
                                      linting, &linting->problems);
    *code = xc_exit_of(status);
    /* What could be read is told all the same. */
    if (status == XC_OK || status == XC_BAD_RULE)
        status = xc_lint_finish(&linting->lint);
    xc_lint_count(&linting->found, results->counts);
    results->n_files = linting->lint.n_files;
    results->mended = linting->mended;
    if (status == XC_OK && results->n_files > 0)
        status =
            xc_cli_write(request->output, write_results,
                         &(struct told){results, request->json}, &linting->problems);
    return status;
}

static enum xc_exit
lint(struct request *request)
{
    struct linting linting = {.request = request};
    struct xc_lint_results results = {.problems = &linting.found};
    enum xc_status status;
    enum xc_exit code;
    size_t level;
    bool found;

    xc_problems_init(&linting.found, request->arena);
    xc_problems_init(&linting.problems, request->arena);
    xc_lint_init(&linting.lint, &linting.lexicon, request->arena, &linting.found);
    status = take_settings(&linting);
    if (overwrites(&linting, &code))
        return code;
    status = lint_all(&linting, status, &results, &code);
    xc_cli_print_problems(&linting.problems);
    xc_lint_release(&linting.lint);
    if (status != XC_OK)
        return xc_exit_of(status);
    /* Of those that are not listed nobody knows how bad they are. */
    found = linting.found.n_dropped > 0;
    for (level = request->fail_on; level < XC_N_LEVELS; level++)
        found |= results.counts[level] > 0;
    return code == XC_EXIT_OK && found ? XC_EXIT_FOUND : code;
}

static enum xc_exit
run_lint(int argc, char **argv)
{
    struct xc_arena arena;
    struct request request = {.arena = &arena,
                              .output = "-",
                              .fail_on = XC_LEVEL_WARNING,
                              .refused = XC_EXIT_USAGE};
    enum xc_exit code;

    xc_arena_init(&arena);
    if (xc_options_read(&option_list, argc, argv, take, &request))
        code = lint(&request);
    else
        code = request.refused;
    xc_arena_release(&arena);
    return code;
}

const struct xc_command xc_command_lint = {
    .name = "lint",
    .synopsis = "lint [-f FORMAT] [-o FILE] [--fix] [--fail-on LEVEL]\n"
                "                   [--lexicon DIR]... [RULES]...",
    .purpose = "tell everything that is wrong with rule files and settings",
    .details =
        "Tells all errors of the settings and of the rule files (default: rules), and\n"
        "what hardly was meant:\n"
        "patterns that never match or match too much, claims that overlap, values "
        "that\n"
        "the statement does not say, examples listed twice, terms that nobody uses.\n"
        "Each has a code; docs/lint.md tells what to do about it.\n"
        "\n"
        "  -f, --format FORMAT  text (the default) or json\n"
        "  -o, --output FILE    write to FILE, whole or not at all\n"
        "      --fix            mend what can be mended safely: what stands twice, "
        "terms\n"
        "                       that nobody uses, keys that can only be one other\n"
        "      --fail-on LEVEL  error, warning (the default) or note\n"
        "      --lexicon DIR    add the cues and word lists of DIR; may be repeated\n"
        "      --config FILE    settings, instead of the nearest xclaim.yaml\n"
        "      --no-config      no settings\n"
        "\n"
        "Exit code: 0; 1 something of that level or worse was found; 2 a wrong "
        "option,\n"
        "or a file that can't be read; 4 output or memory failed.\n",
    .run = run_lint,
};
