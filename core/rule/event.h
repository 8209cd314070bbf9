/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The event of a rule file: which instance its claims are about.
 */
#ifndef XC_RULE_EVENT_H
#define XC_RULE_EVENT_H

#include "rule/field.h"

/*
 * Loads the map under "event" of root, if there is one, into *out.  Faults are told;
 * XC_NO_MEMORY is the only failure.
 */
XC_MUST_CHECK enum xc_status xc_event_load(struct xc_loading *loading,
                                           const struct xc_node *root,
                                           struct xc_event *out);

#endif
