/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Weeks, quarters, halves and seasons that the calendar names: "the week of April 10",
 * "the first week of 2019", "the third quarter of 2013", "Q1 2019", "summer 2019".
 */
#ifndef XC_VALUE_PERIOD_H
#define XC_VALUE_PERIOD_H

#include "value/stamp.h"

/* The period that begins at atom i. */
bool xc_period_read(const struct xc_calendar *calendar, size_t i, struct xc_stamp *out);

/* The first month of the n-th quarter's or half's length in months: 1, 4, 7, 10. */
struct xc_date xc_period_quarter(int year, int quarter);

#endif
