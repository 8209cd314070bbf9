/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names, one beside the other: "Doe" may be Jane Doe, "J. Doe" too, "K. Doe" is not.
 */
#ifndef XC_VALUE_PERSON_H
#define XC_VALUE_PERSON_H

#include "value/value.h"

/* How two names stand, each folded, with single spaces between its words. */
enum xc_value_relation xc_person_compare(struct xc_str a, struct xc_str b);

#endif
