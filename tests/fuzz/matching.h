/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One pattern run over one article, for the harnesses of patterns.
 */
#ifndef XC_TESTS_FUZZ_MATCHING_H
#define XC_TESTS_FUZZ_MATCHING_H

#include "invariant.h"
#include "rule/pattern.h"

/*
 * Compiles pattern, with the terms tie and corset and the kinds of the slots n (count), d
 * (date) and w (name), and looks for it in article; checks problems and mentions.
 */
void matching_run(struct xc_str pattern, struct xc_str article);

#endif
