/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

const struct xc_command *const xc_commands[] = {
    &xc_command_report,   &xc_command_check,   &xc_command_diff,
    &xc_command_explain,  &xc_command_init,    &xc_command_new,
    &xc_command_draft,    &xc_command_lint,    &xc_command_test,
    &xc_command_coverage, &xc_command_origins, &xc_command_source,
    &xc_command_probe,    &xc_command_help,    NULL,
};

static void
list_commands(void)
{
    size_t i;

    puts("xclaim finds claims in articles and says where they agree and contradict.\n"
         "\n"
         "usage: xclaim COMMAND [OPTION]... [ARGUMENT]...\n");
    for (i = 0; xc_commands[i] != NULL; i++)
        printf("  %-8s  %s\n", xc_commands[i]->name, xc_commands[i]->purpose);
    puts("\n"
         "Those that read rules, draft and probe take settings from the nearest\n"
         "xclaim.yaml; 'xclaim help init' tells more.\n"
         "\n"
         "  --help     this text\n"
         "  --version  the version\n"
         "\n"
         "'xclaim help COMMAND' tells about one command.");
}

static enum xc_exit
run_help(int argc, char **argv)
{
    size_t i;

    if (argc > 2)
        return xc_cli_usage(&xc_command_help, "one command at a time");
    if (argc < 2) {
        list_commands();
        return xc_cli_flush() ? XC_EXIT_OK : XC_EXIT_SYSTEM;
    }
    for (i = 0; xc_commands[i] != NULL; i++) {
        if (strcmp(argv[1], xc_commands[i]->name) == 0) {
            printf("usage: xclaim %s\n\n%s", xc_commands[i]->synopsis,
                   xc_commands[i]->details);
            return xc_cli_flush() ? XC_EXIT_OK : XC_EXIT_SYSTEM;
        }
    }
    return xc_cli_usage(NULL, "unknown command '%s'", argv[1]);
}

const struct xc_command xc_command_help = {
    .name = "help",
    .synopsis = "help [COMMAND]",
    .purpose = "tell about a command",
    .details = "Lists the commands, or tells about one of them.\n",
    .run = run_help,
};
