/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/program.h"

#include "base/vec.h"
#include "cli/lexicon.h"

void
xc_program_init(struct xc_program *program)
{
    *program = (struct xc_program){.topics = {0}};
    xc_arena_init(&program->arena);
    xc_problems_init(&program->problems, &program->arena);
    xc_settings_init(&program->settings);
}

void
xc_program_release(struct xc_program *program)
{
    xc_topics_release(&program->topics);
    xc_arena_release(&program->arena);
}

enum xc_status
xc_program_settings(struct xc_program *program, const struct xc_settings_choice *choice,
                    struct xc_str_list *lexicons, struct xc_str_list *rules)
{
    struct xc_settings *settings = &program->settings;
    struct xc_problems *problems = &program->problems;
    enum xc_status status;
    struct xc_str *config;

    status = xc_cli_settings(choice, &program->arena, settings, problems);
    if (status == XC_OK && settings->path.len > 0) {
        config = XC_VEC_ADD(&program->configs, &program->arena);
        if (config == NULL)
            return XC_NO_MEMORY;
        *config = settings->path;
        status = xc_settings_fill(settings, &settings->lexicon, lexicons);
    }
    if (rules != NULL && (status == XC_OK || status == XC_BAD_RULE)) {
        enum xc_status filled = xc_settings_fill(settings, &settings->rules, rules);

        status = filled == XC_OK ? status : filled;
    }
    if (status != XC_OK) {
        xc_problems_sort(problems, 0);
        xc_cli_print_problems(problems);
    }
    return status;
}

enum xc_status
xc_program_fill(struct xc_program *program, struct xc_settings_paths *paths,
                struct xc_str_list *list)
{
    enum xc_status status = xc_settings_fill(&program->settings, paths, list);

    if (status != XC_OK)
        xc_cli_print_problems(&program->problems);
    return status;
}

enum xc_status
xc_program_load_rules(struct xc_program *program, const struct xc_str_list *lexicons,
                      const struct xc_str_list *rules)
{
    enum xc_status status;

    status = xc_cli_lexicon(lexicons, &program->arena, &program->lexicon,
                            &program->problems);
    if (status == XC_OK)
        status = xc_inputs_rules(rules, &program->lexicon, &program->arena,
                                 &program->topics, &program->problems);
    xc_cli_print_problems(&program->problems);
    return status;
}

enum xc_status
xc_program_compile(struct xc_program *program)
{
    const struct xc_settings *settings = &program->settings;
    enum xc_status status = xc_engine_new(&program->lexicon, &program->topics,
                                          &program->arena, &program->engine);

    if (status == XC_OK)
        status = xc_origin_rules_join(&program->engine.origins, settings->outlets,
                                      settings->n_outlets, &program->arena);
    return status;
}

enum xc_status
xc_program_load(struct xc_program *program, const struct xc_str_list *lexicons,
                const struct xc_str_list *rules)
{
    enum xc_status status = xc_program_load_rules(program, lexicons, rules);

    return status == XC_OK ? xc_program_compile(program) : status;
}

enum xc_status
xc_program_load_decisions(struct xc_program *program, struct xc_str_list *paths)
{
    struct xc_settings *settings = &program->settings;
    struct xc_problems problems;
    enum xc_status status = XC_OK;

    if (settings->path.len > 0) {
        status = xc_settings_fill(settings, &settings->decisions, paths);
        if (status != XC_OK) {
            xc_cli_print_problems(&program->problems);
            return status;
        }
    }
    xc_problems_init(&problems, &program->arena);
    status = xc_cli_decisions(paths, &program->arena, &program->decisions, &problems);
    xc_cli_print_problems(&problems);
    return status;
}
