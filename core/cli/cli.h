/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line: one file per command, each a function from arguments to exit code.
 */
#ifndef XC_CLI_CLI_H
#define XC_CLI_CLI_H

#include "base/sink.h"
#include "base/status.h"

/* Exit codes (DESIGN.md section 6). */
enum xc_exit {
    XC_EXIT_OK = 0,
    XC_EXIT_FOUND = 1,  /* check, test, lint: something was found */
    XC_EXIT_USAGE = 2,  /* wrong option, configuration or rule file; no article named */
    XC_EXIT_INPUT = 3,  /* some input could not be read */
    XC_EXIT_SYSTEM = 4, /* output or memory failed */
};

struct xc_command {
    const char *name;
    const char *synopsis; /* "report [-r RULES]... SOURCE..." */
    const char *purpose;  /* one line */
    const char *details;  /* what `xclaim help NAME` prints below the synopsis */
    enum xc_exit (*run)(int argc, char **argv); /* argv[0] is the command's name */
};

extern const struct xc_command xc_command_report;
extern const struct xc_command xc_command_check;
extern const struct xc_command xc_command_diff;
extern const struct xc_command xc_command_explain;
extern const struct xc_command xc_command_init;
extern const struct xc_command xc_command_new;
extern const struct xc_command xc_command_draft;
extern const struct xc_command xc_command_lint;
extern const struct xc_command xc_command_test;
extern const struct xc_command xc_command_coverage;
extern const struct xc_command xc_command_source;
extern const struct xc_command xc_command_origins;
extern const struct xc_command xc_command_probe;
extern const struct xc_command xc_command_help;

/* All commands, NULL-ended, in the order in which help lists them. */
extern const struct xc_command *const xc_commands[];

/* The exit code that status stands for, when it ended the run. */
enum xc_exit xc_exit_of(enum xc_status status);

/* Prints every problem to standard error, and how many more there were. */
void xc_cli_print_problems(const struct xc_problems *problems);

/* Prints "xclaim: …" with a hint how to get help to standard error and returns
 * XC_EXIT_USAGE. */
enum xc_exit xc_cli_usage(const struct xc_command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A sink on standard output (error): unbuffered beyond stdio's own buffer. */
struct xc_sink xc_cli_stdout(void);
struct xc_sink xc_cli_stderr(void);

/* Flushes standard output; false when something written to it did not arrive. */
bool xc_cli_flush(void);

/* Whether colours are wanted on the stream: a terminal that is not "dumb", and NO_COLOR
 * is unset or empty (no-color.org). */
bool xc_cli_wants_colour(int fd);

/* Columns of the terminal at fd; 80 when it is none or does not say. */
size_t xc_cli_width(int fd);

#endif
