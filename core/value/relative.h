/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates that count from the published one: "yesterday", "on Monday", "last year", "this
 * weekend", "next summer", "the last three months", "next week on Tuesday".
 *
 * Without a published date they keep only what is sure.  Weeks begin on Monday.
 */
#ifndef XC_VALUE_RELATIVE_H
#define XC_VALUE_RELATIVE_H

#include "value/stamp.h"

/* The longest such date that begins at atom i. */
bool xc_relative_read(const struct xc_calendar *calendar, size_t i,
                      struct xc_stamp *out);

/* "end of the year", "end of month": what stands after "end of". */
bool xc_relative_read_current(const struct xc_calendar *calendar, size_t i,
                              struct xc_stamp *out);

#endif
