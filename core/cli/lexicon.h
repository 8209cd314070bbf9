/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon of a run: the embedded one, and the user's own from --lexicon.
 */
#ifndef XC_CLI_LEXICON_H
#define XC_CLI_LEXICON_H

#include "cli/options.h"
#include "lexicon/lexicon.h"

/*
 * Loads the lexicon into *out (arena) with the .tsv files at or below each of the paths,
 * and runs the sentences of its cues when there are any.  XC_BAD_RULE: every fault was
 * told; a path without a .tsv file, and a file that no lexicon has, are faults.
 */
XC_MUST_CHECK enum xc_status xc_cli_lexicon(const struct xc_str_list *paths,
                                            struct xc_arena *arena,
                                            struct xc_lexicon *out,
                                            struct xc_problems *problems);

#endif
