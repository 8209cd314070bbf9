/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "cli/program.h"

#include "cli/lexicon.h"

void
xc_program_init(struct xc_program *program)
{
    *program = (struct xc_program){.topics = {0}};
    xc_arena_init(&program->arena);
    xc_problems_init(&program->problems, &program->arena);
}

void
xc_program_release(struct xc_program *program)
{
    xc_topics_release(&program->topics);
    xc_arena_release(&program->arena);
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
    return xc_engine_new(&program->lexicon, &program->topics, &program->arena,
                         &program->engine);
}

enum xc_status
xc_program_load(struct xc_program *program, const struct xc_str_list *lexicons,
                const struct xc_str_list *rules)
{
    enum xc_status status = xc_program_load_rules(program, lexicons, rules);

    return status == XC_OK ? xc_program_compile(program) : status;
}
