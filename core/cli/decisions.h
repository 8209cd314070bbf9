/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The decisions of a run: the files named by --decisions.
 */
#ifndef XC_CLI_DECISIONS_H
#define XC_CLI_DECISIONS_H

#include "cli/options.h"
#include "rule/decisions.h"

/* Loads the files into *out (arena), sorted.  XC_BAD_RULE: one can't be read or is wrong;
 * all faults of all of them were told. */
XC_MUST_CHECK enum xc_status xc_cli_decisions(const struct xc_str_list *paths,
                                              struct xc_arena *arena,
                                              struct xc_decisions *out,
                                              struct xc_problems *problems);

#endif
