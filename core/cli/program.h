/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the commands that read articles by rules share: the program's arena with lexicon,
 * topics and engine.
 */
#ifndef XC_CLI_PROGRAM_H
#define XC_CLI_PROGRAM_H

#include "cli/decisions.h"
#include "cli/inputs.h"
#include "cli/settings.h"
#include "engine/engine.h"

struct xc_program {
    struct xc_arena arena;
    struct xc_problems problems; /* of rules; told by xc_program_load */
    struct xc_settings settings; /* empty unless xc_program_settings found some */
    struct xc_str_list configs;  /* their file, which is read: no place for output */
    struct xc_lexicon lexicon;
    struct xc_topic_vec topics;
    struct xc_engine engine;
    struct xc_decisions decisions; /* none until xc_program_load_decisions */
};

/* An empty program, released by xc_program_release (also after a failed load). */
void xc_program_init(struct xc_program *program);
void xc_program_release(struct xc_program *program);

/*
 * Finds and loads the settings, and fills with theirs what the command line left empty;
 * rules may be NULL.  Prints what is wrong with them.
 */
XC_MUST_CHECK enum xc_status
xc_program_settings(struct xc_program *program, const struct xc_settings_choice *choice,
                    struct xc_str_list *lexicons, struct xc_str_list *rules);

/* Fills list with the paths, which are part of the settings, unless the command line has
 * filled it.  Prints what is wrong with them. */
XC_MUST_CHECK enum xc_status xc_program_fill(struct xc_program *program,
                                             struct xc_settings_paths *paths,
                                             struct xc_str_list *list);

/* Loads the lexicon with the user's folders, and the rules, and compiles the engine;
 * prints what is wrong with them. */
XC_MUST_CHECK enum xc_status xc_program_load(struct xc_program *program,
                                             const struct xc_str_list *lexicons,
                                             const struct xc_str_list *rules);

/* The two halves of it, for who has something to do between them. */
XC_MUST_CHECK enum xc_status xc_program_load_rules(struct xc_program *program,
                                                   const struct xc_str_list *lexicons,
                                                   const struct xc_str_list *rules);
XC_MUST_CHECK enum xc_status xc_program_compile(struct xc_program *program);

/* Loads editors' decisions, those of the settings when the command line names none, and
 * prints what is wrong with them. */
XC_MUST_CHECK enum xc_status xc_program_load_decisions(struct xc_program *program,
                                                       struct xc_str_list *paths);

#endif
