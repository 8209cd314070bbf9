/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `xclaim test --update`: mentions of articles, confirmed one by one, become examples.
 */
#ifndef XC_CLI_UPDATE_H
#define XC_CLI_UPDATE_H

#include "cli/program.h"

/*
 * Asks about every mention that the sources have of the program's claims (its rules are
 * loaded and not yet compiled), on standard error and from standard input, writes the
 * examples into the rule files and tells on standard output what was written.
 */
enum xc_exit xc_cli_update(struct xc_program *program,
                           const struct xc_str_list *sources);

#endif
