/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The terms of a rule file: named word lists for its patterns.
 */
#ifndef XC_RULE_TERM_H
#define XC_RULE_TERM_H

#include "rule/field.h"

/*
 * Loads the map under "terms" of root, if there is one, into loading->terms, with every
 * entry parsed.  Faults are told; XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_term_load(struct xc_loading *loading,
                                          const struct xc_node *root);

#endif
