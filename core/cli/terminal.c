/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli/cli.h"
#include "report/report.h"
#include "report/terminal.h"

static const size_t narrowest = 40;
static const size_t widest = 100; /* longer lines are hard to read */
static const size_t usual = 80;

static bool
write_stream(void *context, const char *bytes, size_t len)
{
    return fwrite(bytes, 1, len, context) == len;
}

struct xc_sink
xc_cli_stdout(void)
{
    return (struct xc_sink){write_stream, stdout, false};
}

struct xc_sink
xc_cli_stderr(void)
{
    return (struct xc_sink){write_stream, stderr, false};
}

bool
xc_cli_flush(void)
{
    if (fflush(stdout) == 0 && ferror(stdout) == 0)
        return true;
    fprintf(stderr, "xclaim: can't write to standard output: %s\n", strerror(errno));
    return false;
}

bool
xc_cli_wants_colour(int fd)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");

    return isatty(fd) == 1 && (no_color == NULL || no_color[0] == '\0') &&
           term != NULL && strcmp(term, "dumb") != 0;
}

size_t
xc_cli_width(int fd)
{
    struct winsize size;

    if (isatty(fd) != 1 || ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return usual;
    if (size.ws_col < narrowest)
        return narrowest;
    return size.ws_col > widest ? widest : size.ws_col;
}

/* With the limit that the shell sets, when it sets one: it may be the reason. */
static void
tell_out_of_memory(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        fprintf(stderr,
                "xclaim: out of memory: at most %ju KiB are allowed (ulimit -v)\n",
                (uintmax_t)limit.rlim_cur / 1024);
    else
        fputs("xclaim: out of memory\n", stderr);
}

enum xc_exit
xc_exit_of(enum xc_status status)
{
    switch (status) {
    case XC_OK:
        return XC_EXIT_OK;
    case XC_BAD_RULE:
    case XC_BAD_OPTION:
        return XC_EXIT_USAGE;
    case XC_BAD_INPUT:
        return XC_EXIT_INPUT;
    case XC_NO_MEMORY:
        tell_out_of_memory();
        return XC_EXIT_SYSTEM;
    case XC_IO_FAILED:
        return XC_EXIT_SYSTEM;
    }
    return XC_EXIT_SYSTEM;
}

void
xc_cli_print_problems(const struct xc_problems *problems)
{
    struct xc_sink sink = xc_cli_stderr();
    bool colour = xc_cli_wants_colour(STDERR_FILENO);
    size_t i;

    (void)fflush(stdout);
    for (i = 0; i < problems->n; i++)
        xc_report_problem(&problems->items[i], colour, &sink);
    if (problems->n_dropped > 0)
        fprintf(stderr, "xclaim: and %zu more like these\n", problems->n_dropped);
}

enum xc_exit
xc_cli_usage(const struct xc_command *command, const char *format, ...)
{
    struct xc_sink sink = xc_cli_stderr();
    struct xc_terminal terminal;
    struct xc_arena arena;
    struct xc_str what;
    va_list args;

    /* What was named on the command line may come from a file's name: it is shown like
     * any other input. */
    xc_arena_init(&arena);
    va_start(args, format);
    what = xc_arena_vprintf(&arena, format, args);
    va_end(args);
    xc_terminal_init(&terminal, &sink, false, 0);
    xc_terminal_say(&terminal, XC_TERMINAL_PLAIN, "xclaim: ");
    xc_terminal_name(&terminal, XC_TERMINAL_PLAIN,
                     what.ptr == NULL ? XC_STR("wrong usage") : what);
    xc_terminal_end(&terminal);
    xc_arena_release(&arena);
    if (command == NULL)
        fputs("  hint: 'xclaim --help' lists the commands\n", stderr);
    else
        fprintf(stderr, "usage: xclaim %s\n  hint: 'xclaim help %s' tells more\n",
                command->synopsis, command->name);
    return XC_EXIT_USAGE;
}
