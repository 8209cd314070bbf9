/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates that lie some time from another: "two years ago", "three weeks from tomorrow",
 * "2 weeks before May 13", and, where it lies ahead, "in two weeks".
 */
#ifndef XC_VALUE_SHIFT_H
#define XC_VALUE_SHIFT_H

#include "value/stamp.h"

/* The date that begins at atom i with "in" or with how far it lies from another. */
bool xc_shift_read(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out);

#endif
