/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates as they stand in a sentence: single ones ("6 May 2019", "on Monday", "the 1990s",
 * "two years ago"), from one to another ("from May 6 to June 3"), bounded by one ("since
 * May", "before 2018"), and parts of one ("early 2019", "around 1990").
 */
#ifndef XC_VALUE_CALENDAR_H
#define XC_VALUE_CALENDAR_H

#include "value/stamp.h"

/* The longest date that begins at atom i; published may be NULL. */
bool xc_calendar_read(const struct xc_atoms *atoms, const struct xc_date *published,
                      size_t i, struct xc_stamp *out);

#endif
