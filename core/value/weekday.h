/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Days of the week: "on Monday", "last Monday", "this coming Friday", "Wed 13th".
 *
 * A bare one is the latest such day, the published one included, unless something says
 * that it lies ahead.  Weeks begin on Monday.
 */
#ifndef XC_VALUE_WEEKDAY_H
#define XC_VALUE_WEEKDAY_H

#include "value/stamp.h"

/* The weekday that begins at atom i, with "last" or "next" before it. */
bool xc_weekday_read(const struct xc_calendar *calendar, size_t i,
                     struct xc_stamp *out);

/* The name of a weekday at atom i, NULL when none is; *end is the atom after it. */
const struct xc_form *xc_weekday_at(const struct xc_atoms *atoms, size_t i,
                                    size_t *end);

/* "last" (-1), "this" (0), "next" (1) or "the coming" (2) before something else; NULL. */
const struct xc_form *xc_weekday_which_at(const struct xc_atoms *atoms, size_t i,
                                          size_t *end);

/* The Monday of the week that the day lies in. */
int32_t xc_weekday_monday(int32_t day);

#endif
