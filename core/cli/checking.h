/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A check: from what the command line and the settings ask for to findings told.
 *
 * In this order: articles and record are read and judged, editors' decisions among them
 * (engine/decide.h); findings are made; suppressions act, then lines that the change does
 * not touch, then the baseline; then a format sees them.
 */
#ifndef XC_CLI_CHECKING_H
#define XC_CLI_CHECKING_H

#include "cli/program.h"
#include "report/findings.h"

struct xc_check_request {
    struct xc_arena *arena;
    struct xc_str_list rules;
    struct xc_str_list lexicons;
    struct xc_str_list decisions;
    struct xc_str_list record;
    struct xc_str_list articles;
    struct xc_settings_choice choice;
    enum xc_fail_on fail_on;
    enum xc_findings_format format;
    const char *output;
    const char *since;          /* NULL: all articles */
    struct xc_str baseline;     /* to read; "": none */
    const char *write_baseline; /* NULL: no */
    size_t n_threads;           /* 0: one for each core */
    struct xc_date today;       /* that suppressions are held against */
};

/* Runs the check by the program's rules, settings and decisions; tells what it finds and
 * what was wrong with the articles. */
enum xc_exit xc_cli_check(const struct xc_program *program,
                          const struct xc_check_request *request);

#endif
