/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xclaim: claims across articles.  This file only picks the command.
 */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "data/node.h"

static enum xc_exit
unknown_command(const char *name)
{
    const char *names[16] = {NULL};
    const char *closest;
    size_t i;

    for (i = 0; xc_commands[i] != NULL && i + 1 < sizeof names / sizeof names[0]; i++)
        names[i] = xc_commands[i]->name;
    closest = xc_node_suggest(xc_str_of(name), names);
    if (closest != NULL)
        return xc_cli_usage(NULL, "unknown command '%s'; did you mean '%s'?", name,
                            closest);
    return xc_cli_usage(NULL, "unknown command '%s'", name);
}

int
main(int argc, char **argv)
{
    static char help_name[] = "help";
    char *help_argv[] = {help_name, NULL};
    size_t i;

    /* A reader that goes away is an error to report, not a signal to die of. */
    (void)signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return (int)xc_cli_usage(NULL, "no command named");
    if (strcmp(argv[1], "--version") == 0) {
        printf("xclaim %s\n", PACKAGE_VERSION);
        return xc_cli_flush() ? XC_EXIT_OK : XC_EXIT_SYSTEM;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return (int)xc_command_help.run(1, help_argv);
    for (i = 0; xc_commands[i] != NULL; i++) {
        if (strcmp(argv[1], xc_commands[i]->name) != 0)
            continue;
        if (argc == 3 &&
            (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0)) {
            char *argv_of_help[] = {help_name, argv[1], NULL};

            return (int)xc_command_help.run(2, argv_of_help);
        }
        return (int)xc_commands[i]->run(argc - 1, argv + 1);
    }
    return (int)unknown_command(argv[1]);
}
