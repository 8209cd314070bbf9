/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One claim of a rule file.
 */
#ifndef XC_RULE_CLAIM_H
#define XC_RULE_CLAIM_H

#include "rule/field.h"

/*
 * Loads the claim at node into *out (arena; its patterns are listed in loading, too).
 * Faults are told; XC_NO_MEMORY is the only failure.  With faults *out is only partly
 * filled.
 */
XC_MUST_CHECK enum xc_status xc_claim_load(struct xc_loading *loading,
                                           const struct xc_node *node,
                                           struct xc_claim *out);

/* Whether a statement is about what is to come ("… will cost …"), into *out; the keys
 * of its words lie in arena.  XC_NO_MEMORY is the only failure. */
XC_MUST_CHECK enum xc_status xc_claim_foretells(const struct xc_lexicon *lexicon,
                                                struct xc_str statement,
                                                struct xc_arena *arena, bool *out);

#endif
