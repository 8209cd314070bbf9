/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers that a sentence names and does not say: what was and is no more, and what is only
 * ruled out.
 *
 *     "rose from 12 to 20"                 12
 *     "rose by two to 12"                  two
 *     "not 15 but 12"                      15
 *     "the toll, first given as 15, is 12" 15
 */
#ifndef XC_VALUE_FORMER_H
#define XC_VALUE_FORMER_H

#include "value/atom.h"

/* Whether the number in atoms [i, end) is such a one. */
bool xc_former_is(const struct xc_atoms *atoms, size_t i, size_t end);

#endif
